"""The address of a network camera: its login made safe for a URL, whatever characters the password holds."""

import re
from dataclasses import dataclass, field
from urllib.parse import quote, unquote_to_bytes

from faceattend.domain.cameras import redacted

_HOST_PORT = re.compile(r"(\[[0-9A-Fa-f:.%]+\]|[^\s:/?#@\[\]]+)(?::(\d{1,5}))?")
_HEAD = re.compile(r"[/?#]")
_MAX_PORT = 65535


@dataclass(frozen=True, slots=True)
class Address:
    """Where a network camera is and how to sign in.

    Attributes:
        url: with the login percent-encoded (RFC 3986), as FFmpeg takes it; never shown.
        shown: for people: without the login, and secrets in its query masked.
        has_login: whether a user name or password was given.
    """

    url: str = field(repr=False)
    shown: str
    has_login: bool


def parse(source: str) -> Address | None:
    """Read the URL a user typed.

    A login with ``@ : / ? # %`` in its password is understood although a URL should have them encoded; what is
    encoded already stays so. Where ``user:digits/...@...`` could be read both ways, the part that looks like a host
    (an address, a name with a dot, localhost) is taken for it.

    Returns:
        None when there is no host in it.
    """
    scheme, _, rest = source.strip().partition("://")
    login, place = _split(rest)
    if place is None:
        return None
    user, colon, password = login.partition(":")
    encoded = _encoded(user) + colon + _encoded(password) + "@" if login else ""
    return Address(f"{scheme}://{encoded}{place}", redacted(f"{scheme}://{place}"), bool(login))


def _split(rest: str) -> tuple[str, str | None]:
    """Split what follows ``://`` into the login and host, port and path; None where no host is found."""
    authority = _HEAD.split(rest, maxsplit=1)[0]
    first_login, _, first_host = authority.rpartition("@")
    last_login, at, last_place = rest.rpartition("@")
    regular = _host(first_host)
    irregular = _host(_HEAD.split(last_place, maxsplit=1)[0]) if at else None
    if regular and (not irregular or _looks_like_host(regular) or not _looks_like_host(irregular)):
        return first_login, rest[len(authority) - len(first_host) :]
    return (last_login, last_place) if irregular else ("", None)


def _host(authority: str) -> str | None:
    """Return the host of ``host:port``, None where it is none."""
    found = _HOST_PORT.fullmatch(authority)
    if found is None or int(found[2] or 1) > _MAX_PORT:
        return None
    return found[1]


def _looks_like_host(host: str) -> bool:
    return "." in host or host.startswith("[") or host.lower() == "localhost"


def _encoded(text: str) -> str:
    return quote(unquote_to_bytes(text), safe="")
