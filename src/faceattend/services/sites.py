"""Where cameras stand: the site a first camera gets, and the time zone of this machine."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

DEFAULT_SITE = "Main"
_LOCAL_TIME = Path("/etc/localtime")
_FALLBACK = "UTC"


def system_zone(local_time: Path = _LOCAL_TIME) -> str:
    """Return the IANA name of this machine's time zone.

    It is taken from the variable TZ, else from the link /etc/localtime (Linux, macOS). Where neither tells a name it
    is "UTC"; so it is on Windows unless TZ is set, since Windows names its zones otherwise.
    """
    candidates = [os.environ.get("TZ", "").removeprefix(":"), _linked_zone(local_time)]
    return next((name for name in candidates if is_zone(name)), _FALLBACK)


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


def _linked_zone(link: Path) -> str:
    try:
        parts = link.readlink().parts
    except OSError:  # not a link: no zone can be told from it
        return ""
    return "/".join(parts[parts.index("zoneinfo") + 1 :]) if "zoneinfo" in parts else ""
