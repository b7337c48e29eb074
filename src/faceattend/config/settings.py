"""Settings: frozen dataclasses read from ``settings.toml`` in the home; every field has a default."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

from faceattend.domain.errors import SettingsError

PROVIDERS = ("auto", "cpu", "cuda")


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
        _within("recognition.provider", self.provider, self.provider in PROVIDERS, " or ".join(PROVIDERS))
        _within("recognition.threads", self.threads, 0 <= self.threads <= 256, "0 to 256")  # noqa: PLR2004
        _within("recognition.accept", self.accept, 0 <= self.accept < 1, "0 to 1")
        _within("recognition.unsure", self.unsure, 0 <= self.unsure < 1, "0 to 1")
        _within("recognition.margin", self.margin, 0 <= self.margin < 1, "0 to 1")
        _within("recognition.agree", self.agree, 1 <= self.agree <= 20, "1 to 20")  # noqa: PLR2004


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
        _within("attendance.cool_down_minutes", self.cool_down_minutes, 0 <= self.cool_down_minutes <= day, "0 to 1440")
        _within("attendance.unknown_days", self.unknown_days, 0 <= self.unknown_days <= 90, "0 to 90")  # noqa: PLR2004

    @property
    def cool_down(self) -> timedelta:
        """The cool-down as a time span."""
        return timedelta(minutes=self.cool_down_minutes)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set.

    Attributes:
        recognition: see :class:`RecognitionSettings`.
        attendance: see :class:`AttendanceSettings`.
    """

    recognition: RecognitionSettings = field(default_factory=RecognitionSettings)
    attendance: AttendanceSettings = field(default_factory=AttendanceSettings)


def load(path: Path) -> Settings:
    """Read the settings file; where there is none, every setting has its default.

    Raises:
        SettingsError: the file is not TOML, holds an unknown name, or a value that cannot be.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f"The settings file {path} cannot be read: {error}.",
            means="The program did not start, so that it never runs on settings nobody chose.",
            remedy="Correct the file, or remove it to go back to the defaults.",
        ) from error
    _refuse_unknown(document, {each.name for each in fields(Settings)}, "")
    return Settings(
        recognition=RecognitionSettings(**_section(document, "recognition", RecognitionSettings)),
        attendance=AttendanceSettings(**_section(document, "attendance", AttendanceSettings)),
    )


def _section(
    document: Mapping[str, Any], name: str, kind: type[RecognitionSettings | AttendanceSettings]
) -> dict[str, Any]:
    section: Any = document.get(name, {})
    if not isinstance(section, dict):
        raise SettingsError(f"[{name}] in settings.toml must be a section.", remedy="Correct the file.")
    defaults = {each.name: each.default for each in fields(kind)}
    values = cast("dict[str, Any]", section)
    _refuse_unknown(values, set(defaults), f"{name}.")
    return {key: _typed(f"{name}.{key}", values[key], defaults[key]) for key in defaults if key in values}


def _typed(name: str, value: object, default: object) -> object:
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    _within(name, value, type(value) is type(default), f"a {type(default).__name__}")
    return value


def _refuse_unknown(section: Mapping[str, object], known: set[str], prefix: str) -> None:
    for key in section:
        if key not in known:
            raise SettingsError(
                f"settings.toml sets {prefix}{key}, which does not exist.",
                means="The program did not start, so that a misspelt setting is not silently ignored.",
                remedy=f"Known here: {', '.join(sorted(known))}.",
            )


def _within(name: str, value: object, holds: bool, allowed: str) -> None:  # noqa: FBT001 - the checked condition
    if not holds:
        raise SettingsError(
            f"{name} in settings.toml is {value!r}.",
            means="The program did not start.",
            remedy=f"Allowed: {allowed}.",
        )
