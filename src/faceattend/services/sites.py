"""Where cameras stand: the site a first camera gets, and the time zone of this machine."""

import os
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from tzlocal import get_localzone_name

DEFAULT_SITE = "Main"
_FALLBACK = "UTC"


def system_zone() -> str:
    """Return the IANA name of this machine's time zone; "UTC" where nothing tells a name that is known."""
    named = os.environ.get("TZ", "").removeprefix(":")  # tzlocal takes only those that Windows has a name for
    if is_zone(named):
        return named
    try:
        name = get_localzone_name() or ""
    except (LookupError, ValueError, OSError):  # what TZ names is no zone, or the system contradicts itself
        return _FALLBACK
    return name if is_zone(name) else _FALLBACK


def is_zone(name: str) -> bool:
    """Whether this machine's time zone database knows the name."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: the name of a folder, such as "Europe"
        return False
    return True


def zones() -> list[str]:
    """Return the names of all places' time zones that this machine knows, sorted; takes some ten milliseconds."""
    places = (name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))
    return [*sorted(places), _FALLBACK]
