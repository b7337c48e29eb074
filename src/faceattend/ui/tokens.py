"""The colours of both themes and which of them are in use: the one place where they stand."""

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, each ``#RRGGBB`` or ``#RRGGBBAA``; what each is for stands in the list below."""

    canvas: str  # window, table header
    surface: str  # rail, panes, cards, tables, fields
    sunken: str  # planned time, skeleton, key caps, disabled
    hover: str  # row under the pointer
    line: str  # dividers, border of cards
    edge: str  # border of fields and buttons
    text: str
    text2: str  # second line, labels
    text3: str  # hints, disabled
    accent: str  # fill of the primary button, tick, switch
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent2: str  # selected text and icon, link, focus ring
    tint: str  # selection
    bar: str  # presence and chart bars; never text on it
    ok: str
    ok_bg: str
    warn: str  # a person must look
    warn_bg: str
    warn_mark: str
    bad: str  # blind, absent, failed
    bad_bg: str
    bad_mark: str
    neu: str  # leave, no data
    neu_bg: str
    shadow: str  # darkest part of the shadow under dialogs, menus and toasts
    scrim: str  # laid over the window while a dialog is open
    # on video, the same in both themes
    video_bar: str = "#1B2026"
    video_label: str = "#0C0F13E0"
    video_outline: str = "#0C0F13"
    video_text: str = "#FFFFFF"
    video_text2: str = "#D5DAE1"
    video_known: str = "#FFFFFF"
    video_unsure: str = "#FFC552"
    video_unsure_text: str = "#241A00"
    video_ok: str = "#7FD3A0"
    video_bad: str = "#FFB4AB"


LIGHT = Tokens(
    canvas="#F5F6F8",
    surface="#FFFFFF",
    sunken="#ECEFF3",
    hover="#F0F2F5",
    line="#DCE1E8",
    edge="#848E9C",
    text="#151A21",
    text2="#434D5B",
    text3="#5D6776",
    accent="#2B55B8",
    accent_hover="#244AA3",
    accent_pressed="#1E3F8C",
    on_accent="#FFFFFF",
    accent2="#2B55B8",
    tint="#E7EDFA",
    bar="#6586D2",
    ok="#17693A",
    ok_bg="#E3F3E9",
    warn="#7D5000",
    warn_bg="#FBF0D9",
    warn_mark="#B87A0A",
    bad="#A82219",
    bad_bg="#FBE9E7",
    bad_mark="#C4372C",
    neu="#434D5B",
    neu_bg="#E8EBF0",
    shadow="#151A2124",
    scrim="#151A2180",
)
DARK = Tokens(
    canvas="#101317",
    surface="#191D23",
    sunken="#232931",
    hover="#20252C",
    line="#303842",
    edge="#738091",
    text="#E9ECF1",
    text2="#BAC2CE",
    text3="#97A1B0",
    accent="#3F68CC",
    accent_hover="#385FBE",
    accent_pressed="#3054AB",
    on_accent="#FFFFFF",
    accent2="#9DB8F5",
    tint="#1F2C4A",
    bar="#5C80D6",
    ok="#7FD3A0",
    ok_bg="#17301F",
    warn="#F0C26B",
    warn_bg="#352A12",
    warn_mark="#E0A83A",
    bad="#FFA096",
    bad_bg="#3C1D1A",
    bad_mark="#F0776B",
    neu="#BAC2CE",
    neu_bg="#2A313B",
    shadow="#00000073",
    scrim="#06080AA6",
)
NAMES = frozenset(each.name for each in fields(Tokens))


class _InUse:
    tokens: Tokens = LIGHT


def use(chosen: Tokens) -> None:
    """Put the colours of a theme into use; called by :class:`faceattend.ui.theme.Theme` only."""
    _InUse.tokens = chosen


def tokens() -> Tokens:
    """Return the colours in use now; ask whenever something is painted, never keep them."""
    return _InUse.tokens


def parse(value: str) -> QColor:
    """Return the colour written as ``#RRGGBB`` or ``#RRGGBBAA`` (Qt itself would read the alpha first)."""
    made = QColor(value[:7])
    if len(value) > len("#RRGGBB"):
        made.setAlpha(int(value[7:], 16))
    return made


def colour(value: str | QColor) -> QColor:
    """Return the colour in use of a token such as ``text2``; a QColor is passed through.

    Raises:
        LookupError: no token has that name.
    """
    if isinstance(value, QColor):
        return value
    if value not in NAMES:
        raise LookupError(f"there is no colour token {value!r}")
    return parse(getattr(tokens(), value))
