"""Light and dark: the one place where colours stand, and how they reach every widget."""

from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from faceattend.config.resources import resource
from faceattend.ui.fonts import TextRole, font

Role = QPalette.ColorRole
Group = QPalette.ColorGroup


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


class Scheme(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_QT = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


class _InUse:
    tokens: Tokens = LIGHT


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


class Theme(QObject):
    """Dresses the application; follows the system, or what the user chose.

    Signals:
        changed: the colours are others now; stylesheet and palette are applied already.

    Thread: the GUI thread.

    Args:
        app: the application, which owns this object.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = Scheme.SYSTEM
        app.styleHints().colorSchemeChanged.connect(self.on_system_changed)

    @property
    def scheme(self) -> Scheme:
        """What the user chose."""
        return self._scheme

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use."""
        return _InUse.tokens is DARK

    def choose(self, scheme: Scheme) -> None:
        """Follow the system, or stay light or dark whatever it says."""
        self._scheme = scheme
        # frames, title bars and native dialogs follow too; platforms that cannot do so ignore it
        self._app.styleHints().setColorScheme(_QT[scheme])
        self._apply()

    def on_system_changed(self, _now: Qt.ColorScheme) -> None:
        """Change along where the user follows the system."""
        self._apply()

    def dress(self) -> None:
        """Apply the colours in use, whether they changed or not."""
        now = _InUse.tokens
        self._app.setPalette(palette(now))
        self._app.setStyleSheet(stylesheet(now))

    def _apply(self) -> None:
        wanted = DARK if self._wants_dark() else LIGHT
        if wanted is _InUse.tokens:
            # Fusion made its own palette when the scheme changed under it
            self._app.setPalette(palette(wanted))
            return
        _InUse.tokens = wanted
        self.dress()
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._scheme is Scheme.SYSTEM:
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK


def install(app: QApplication) -> Theme:
    """Dress the application: Fusion, Inter, palette, stylesheet. Asked again, the same theme answers.

    Raises:
        FaceAttendError: a file of the installation is missing.
    """
    known = app.findChild(Theme)
    if known is not None:
        return known
    app.setStyle("Fusion")
    app.setFont(font())
    theme = Theme(app)
    theme.choose(Scheme.SYSTEM)
    theme.dress()
    return theme


def palette(of: Tokens) -> QPalette:
    """Return the palette of a theme; what paints by palette instead of stylesheet looks the same."""
    made = QPalette()
    for role, value in _roles(of).items():
        made.setColor(role, parse(value))
    for role, value in _disabled(of).items():
        made.setColor(Group.Disabled, role, parse(value))
    return made


def stylesheet(of: Tokens) -> str:
    """Return ``resources/style/style.qss`` with every placeholder filled for a theme.

    Raises:
        KeyError: the file names a placeholder that does not exist.
    """
    sheet = resource("style", "style.qss").read_text(encoding="utf-8")
    marks = resource("style", "dark" if of is DARK else "light").as_posix()
    sizes = {f"{role}_px": f"{role.size}px" for role in TextRole}
    colours = {name: _css(value) for name, value in asdict(of).items()}
    return Template(sheet).substitute(colours, marks=marks, **sizes)


def _css(value: str) -> str:
    made = parse(value)
    return made.name() if made.alpha() == 255 else f"rgba({made.red()}, {made.green()}, {made.blue()}, {made.alpha()})"  # noqa: PLR2004


def _roles(of: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        Role.Window: of.canvas,
        Role.WindowText: of.text,
        Role.Base: of.surface,
        Role.AlternateBase: of.canvas,
        Role.Text: of.text,
        Role.Button: of.surface,
        Role.ButtonText: of.text,
        Role.BrightText: of.bad,
        Role.Highlight: of.accent,
        Role.HighlightedText: of.on_accent,
        Role.Accent: of.accent,
        Role.PlaceholderText: of.text3,
        Role.Link: of.accent2,
        Role.LinkVisited: of.accent2,
        Role.ToolTipBase: of.surface,
        Role.ToolTipText: of.text,
        Role.Light: of.surface,
        Role.Midlight: of.hover,
        Role.Mid: of.line,
        Role.Dark: of.edge,
        Role.Shadow: of.edge,
    }


def _disabled(of: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        Role.WindowText: of.text3,
        Role.Text: of.text3,
        Role.ButtonText: of.text3,
        Role.PlaceholderText: of.text3,
        Role.Base: of.sunken,
        Role.Button: of.sunken,
        Role.Highlight: of.sunken,
        Role.HighlightedText: of.text3,
        Role.Accent: of.edge,
    }


def app_theme() -> Theme | None:
    """Return the theme of the running application; None before :func:`install`."""
    app = QGuiApplication.instance()
    return None if app is None else app.findChild(Theme)
