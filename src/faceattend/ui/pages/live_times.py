"""When and where a face was seen, in words."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale

from faceattend.ui.translation import translate


def day_and_time(local: datetime) -> str:
    """Return the day and the time of a clock, such as "Mon 23 Nov 2026, 08:02:14"."""
    day = QLocale().toString(QDate(local.year, local.month, local.day), "ddd d MMM yyyy")
    return translate("SeenWords", "{day}, {time}").format(day=day, time=f"{local:%H:%M:%S}")


def seen_words(at: datetime, zone: str | None, camera: str | None) -> str:
    """Return the place, day and time of a sighting, by the clock of the camera's site.

    Args:
        at: aware.
        zone: IANA name; None takes this machine's.
        camera: its name; None where it is not stored any more.
    """
    local = at.astimezone(ZoneInfo(zone) if zone else None)
    place = camera or translate("SeenWords", "a camera that was removed")
    return translate("SeenWords", "{place}, {when}").format(place=place, when=day_and_time(local))
