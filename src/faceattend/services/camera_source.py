"""A camera's source as a person fills it in: where it is, and apart from that who signs in. No password is shown."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, unquote, urlsplit

from faceattend.cameras.address import parse
from faceattend.domain.cameras import normalise_source, redacted, source_kind
from faceattend.domain.errors import BadInput
from faceattend.domain.said import said

_NETWORK = frozenset({"rtsp", "rtsps", "http", "https"})
_FILES = frozenset({"file", "loop"})
_HIDDEN = "•"


class Way(StrEnum):
    """How a camera is reached."""

    DEVICE = "device"  # plugged into this computer
    NETWORK = "network"  # an address
    FILE = "file"  # a video


@dataclass(frozen=True, slots=True)
class SourceParts:
    """A source taken apart for a form.

    Attributes:
        way: how it is reached.
        address: for people: without login, secrets in it masked; of a file its path, of a device its number.
        user: who signs in; empty for nobody.
        has_password: whether a password is kept.
        repeats: whether a video begins anew at its end.
    """

    way: Way
    address: str
    user: str = ""
    has_password: bool = False
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """What was filled in.

    Attributes:
        way, address, user, repeats: as in :class:`SourceParts`.
        password: the one typed; None leaves the one that is kept.
    """

    way: Way
    address: str
    user: str = ""
    password: str | None = None
    repeats: bool = False

    def __repr__(self) -> str:
        """Show everything but the password."""
        return f"SourceEntry({self.way}, {redacted(self.address)!r}, {self.user!r})"


def taken_apart(source: str) -> SourceParts:
    """Take a normalised source apart for a form."""
    kind, _, rest = source.partition(":")
    if kind in _FILES:
        return SourceParts(Way.FILE, rest, repeats=kind == "loop")
    if kind == "device":
        return SourceParts(Way.DEVICE, rest)
    user, password, place = _login(source)
    return SourceParts(Way.NETWORK, redacted(place), user, has_password=bool(password))


def put_together(entry: SourceEntry, before: str | None = None) -> str:
    """Make the source that a filled-in form means.

    Args:
        entry: what was filled in.
        before: the source it replaces; what is masked in the form, and a password that was not typed, come from it.

    Raises:
        BadInput: there is no address, or one with a masked part was changed.
    """
    address = entry.address.strip()
    if not address:
        raise BadInput(
            said("Camera", "The camera has no address yet."),
            remedy=said("Camera", "Choose a camera, or fill in an address or a file."),
        )
    if entry.way is Way.DEVICE:
        return f"device:{address}"
    if entry.way is Way.FILE:
        return f"{'loop' if entry.repeats else 'file'}:{address}"
    return _network(address, entry, before)


def _network(address: str, entry: SourceEntry, before: str | None) -> str:
    kept_user, kept_password, kept_place = _login(before or "")
    if before is not None and address == redacted(kept_place):
        address = kept_place
    elif _HIDDEN in address:
        raise BadInput(
            said("Camera", "The masked part of the address is not known here."),
            remedy=said("Camera", "Type the whole address, with its secret part."),
        )
    source = normalise_source(address)
    if source == f"file:{address}":
        raise BadInput(
            said("Camera", "{address} is no address.").format(address=redacted(address)),
            remedy=said("Camera", "Begin it with rtsp:// or http://."),
        )
    typed_user, typed_password, place = _login(source)  # a login typed into the address counts too
    user = entry.user.strip() or typed_user
    if not user and kept_user:
        kept_password = ""  # the login was taken away
    password = entry.password if entry.password is not None else typed_password or kept_password
    if source_kind(source) not in _NETWORK or not (user or password):
        return place
    scheme, _, rest = place.partition("://")
    return f"{scheme}://{quote(user, safe='')}:{quote(password, safe='')}@{rest}"


def _login(source: str) -> tuple[str, str, str]:
    """Return user, password and the address without them; the source itself where it holds no login."""
    found = parse(source) if source_kind(source) in _NETWORK else None
    if found is None or not found.has_login:
        return "", "", source
    parts = urlsplit(found.url)  # percent-encoded by now, so that this split is safe
    place = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    return unquote(parts.username or ""), unquote(parts.password or ""), place
