"""Light and dark: how the colours reach every widget."""

from dataclasses import asdict
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from faceattend.config.resources import resource
from faceattend.ui.fonts import TextRole, font
from faceattend.ui.tokens import DARK, LIGHT, Tokens, colour, parse, tokens, use
from faceattend.ui.widgets.focus import Focus

__all__ = ["DARK", "LIGHT", "Scheme", "Theme", "Tokens", "colour", "install", "palette", "stylesheet", "tokens"]

Role = QPalette.ColorRole
Group = QPalette.ColorGroup


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
        return tokens() is DARK

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
        now = tokens()
        self._app.setPalette(palette(now))
        self._app.setStyleSheet(stylesheet(now))

    def _apply(self) -> None:
        wanted = DARK if self._wants_dark() else LIGHT
        if wanted is tokens():
            # Fusion made its own palette when the scheme changed under it
            self._app.setPalette(palette(wanted))
            return
        use(wanted)
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
    Focus(app)
    theme.dress()
    theme.choose(Scheme.SYSTEM)
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
