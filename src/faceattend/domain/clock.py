"""What a clock on the wall says: this computer's, and that of a site, where clocks are set forward and back."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def day_here() -> date:
    """Return today by this computer's clock."""
    return datetime.now().astimezone().date()


def morning_here() -> datetime:
    """Return when today began by this computer's clock, aware."""
    return datetime.combine(day_here(), time()).astimezone()  # with the offset of then, which may be another than now


def instants_of(local: datetime, zone: str) -> tuple[datetime, ...]:
    """Return the instants, aware UTC, at which the clocks of a zone show this time: one, mostly.

    None where the clock is set forward past it; two, the earlier first, where it is set back over it.

    Args:
        local: naive wall-clock time.
        zone: IANA name that this machine knows.
    """
    found: list[datetime] = []
    for fold in (0, 1):
        there = local.replace(tzinfo=ZoneInfo(zone), fold=fold)
        instant = there.astimezone(UTC)
        if instant.astimezone(there.tzinfo).replace(tzinfo=None) == local.replace(fold=0) and instant not in found:
            found.append(instant)
    return tuple(found)


def offset_at(instant: datetime, zone: str) -> timedelta:
    """Return how far the clocks of a zone are ahead of UTC at an instant."""
    return instant.astimezone(ZoneInfo(zone)).utcoffset() or timedelta(0)
