"""Settings: frozen dataclasses read from ``settings.toml`` in the home; every field has a default.

The file belongs to people: :func:`change` keeps their comments and order.
"""

import os
import tempfile
import tomllib
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

from faceattend.domain.errors import UNCHANGED, SettingsError
from faceattend.domain.said import Phrase, joined, said

PROVIDERS = ("auto", "cpu", "cuda")
THEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class RecognitionSettings:
    """How faces are recognised.

    Attributes:
        pack: name of a model pack, or the path of a folder in InsightFace's layout.
        provider: "auto" (CUDA where present), "cpu" or "cuda".
        threads: for one model run; 0 lets the program choose.
        accept: cosine similarity from which a frame speaks for a person; 0 takes the pack's own.
        unsure: cosine similarity from which a face is not called unknown; 0 takes the pack's own.
        margin: how far the best person must be ahead of the runner-up.
        agree: number of frames that must speak for the same person.
    """

    pack: str = "opencv-zoo"
    provider: str = "auto"
    threads: int = 0
    accept: float = 0.0
    unsure: float = 0.0
    margin: float = 0.05
    agree: int = 3

    def __post_init__(self) -> None:
        _within("recognition.provider", self.provider, self.provider in PROVIDERS, joined(*PROVIDERS, between=", "))
        _within("recognition.threads", self.threads, 0 <= self.threads <= 256, _between(0, 256))  # noqa: PLR2004
        _within("recognition.accept", self.accept, 0 <= self.accept < 1, _between(0, 1))
        _within("recognition.unsure", self.unsure, 0 <= self.unsure < 1, _between(0, 1))
        _within("recognition.margin", self.margin, 0 <= self.margin < 1, _between(0, 1))
        _within("recognition.agree", self.agree, 1 <= self.agree <= 20, _between(1, 20))  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class AttendanceSettings:
    """How sightings become punches, and how long they are kept.

    Attributes:
        cool_down_minutes: sightings of a person at a site closer together than this are one passage.
        unknown_days: days after which the picture of an unknown face is erased.
    """

    cool_down_minutes: float = 5.0
    unknown_days: int = 7

    def __post_init__(self) -> None:
        day = 24 * 60
        _within(
            "attendance.cool_down_minutes",
            self.cool_down_minutes,
            0 <= self.cool_down_minutes <= day,
            _between(0, 1440),
        )
        _within("attendance.unknown_days", self.unknown_days, 0 <= self.unknown_days <= 90, _between(0, 90))  # noqa: PLR2004

    @property
    def cool_down(self) -> timedelta:
        """The cool-down as a time span."""
        return timedelta(minutes=self.cool_down_minutes)


@dataclass(frozen=True, slots=True)
class AppearanceSettings:
    """How the window looks.

    Attributes:
        theme: "system" (as the desktop is), "light" or "dark".
    """

    theme: str = "system"

    def __post_init__(self) -> None:
        _within("appearance.theme", self.theme, self.theme in THEMES, joined(*THEMES, between=", "))


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set.

    Attributes:
        recognition: see :class:`RecognitionSettings`.
        attendance: see :class:`AttendanceSettings`.
        appearance: see :class:`AppearanceSettings`.
    """

    recognition: RecognitionSettings = field(default_factory=RecognitionSettings)
    attendance: AttendanceSettings = field(default_factory=AttendanceSettings)
    appearance: AppearanceSettings = field(default_factory=AppearanceSettings)


_Section = RecognitionSettings | AttendanceSettings | AppearanceSettings


def load(path: Path) -> Settings:
    """Read the settings file; where there is none, every setting has its default.

    Raises:
        SettingsError: the file is not TOML, holds an unknown name, or a value that cannot be.
    """
    return _read(_text(path), path)


def change(path: Path, changes: Mapping[str, object]) -> Settings:
    """Set some values in the settings file; whatever else stands there stays as it was written.

    Args:
        path: of the file; made when there is none.
        changes: new values by name, such as ``{"attendance.unknown_days": 14}``.

    Returns:
        The settings as they now stand in the file.

    Raises:
        SettingsError: a name or value cannot be, or the file cannot be read or written; nothing was changed.
    """
    text = _text(path)
    try:
        _read(text, path)
        changed = _with(text, changes)
        settings = _read(changed, path)
    except SettingsError as error:
        raise SettingsError(error.what, means=UNCHANGED, remedy=error.remedy) from error
    if changed != text:
        _write(path, changed)
    return settings


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error


def _read(text: str, path: Path) -> Settings:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(path, error) from error
    _refuse_unknown(document, {each.name for each in fields(Settings)}, "")
    return Settings(
        recognition=RecognitionSettings(**_section(document, "recognition", RecognitionSettings)),
        attendance=AttendanceSettings(**_section(document, "attendance", AttendanceSettings)),
        appearance=AppearanceSettings(**_section(document, "appearance", AppearanceSettings)),
    )


def _unreadable(path: Path, error: Exception) -> SettingsError:
    return SettingsError(
        said("Settings", "The settings file {path} cannot be read: {error}.").format(path=path, error=str(error)),
        means=said("Settings", "The program did not start, so that it never runs on settings nobody chose."),
        remedy=said("Settings", "Correct the file, or remove it to go back to the defaults."),
    )


def _with(text: str, changes: Mapping[str, object]) -> str:
    """Return the text with these values in it."""
    import tomlkit  # noqa: PLC0415 - only who changes settings needs it; the start of the program does not
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415 - as above

    try:
        document = tomlkit.parse(text)
        for name, value in changes.items():
            section, _, key = name.partition(".")
            if section not in document:
                document[section] = tomlkit.table()
            table = document[section]
            if isinstance(table, MutableMapping):  # else it is no section, which is told when it is read back
                table[key] = value
        return tomlkit.dumps(document)
    except (TOMLKitError, ValueError, TypeError) as error:
        raise SettingsError(
            said("Settings", "settings.toml cannot hold these values: {error}.").format(error=str(error)),
            remedy=said("Settings", "Choose others."),
        ) from error


def _write(path: Path, text: str) -> None:
    """Put the text in the file's place, whole or not at all."""
    part: Path | None = None
    try:
        path = path.resolve()  # the file may be a link to where it is kept
        descriptor, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".part", dir=path.parent)
        part = Path(name)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise SettingsError(
            said("Settings", "The settings file {path} cannot be written: {reason}.").format(
                path=path, reason=error.strerror
            ),
            means=UNCHANGED,
            remedy=said("Settings", "Make room on this disk, or give this user the right to write the data folder."),
        ) from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


def _section(document: Mapping[str, Any], name: str, kind: type[_Section]) -> dict[str, Any]:
    section: Any = document.get(name, {})
    if not isinstance(section, dict):
        raise SettingsError(
            said("Settings", "[{name}] in settings.toml must be a section.").format(name=name),
            remedy=said("Settings", "Correct the file."),
        )
    defaults = {each.name: each.default for each in fields(kind)}
    values = cast("dict[str, Any]", section)
    _refuse_unknown(values, set(defaults), f"{name}.")
    return {key: _typed(f"{name}.{key}", values[key], defaults[key]) for key in defaults if key in values}


def _typed(name: str, value: object, default: object) -> object:
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    _within(name, value, type(value) is type(default), said("Settings", "a {kind}").format(kind=type(default).__name__))
    return value


def _refuse_unknown(section: Mapping[str, object], known: set[str], prefix: str) -> None:
    for key in section:
        if key not in known:
            raise SettingsError(
                said("Settings", "settings.toml sets {prefix}{key}, which does not exist.").format(
                    prefix=prefix, key=key
                ),
                means=said(
                    "Settings", "The program did not start, so that a misspelt setting is not silently ignored."
                ),
                remedy=said("Settings", "Known here: {known}.").format(known=", ".join(sorted(known))),
            )


def _between(least: int, most: int) -> Phrase:
    return said("Settings", "{least} to {most}").format(least=least, most=most)


def _within(name: str, value: object, holds: bool, allowed: Phrase) -> None:  # noqa: FBT001 - the checked condition
    if not holds:
        raise SettingsError(
            said("Settings", "{name} in settings.toml is {value!r}.").format(name=name, value=value),
            means=said("Settings", "The program did not start."),
            remedy=said("Settings", "Allowed: {allowed}.").format(allowed=allowed),
        )
