"""Inter in the sizes of the product; figures are equally wide everywhere."""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from faceattend.config.resources import resource
from faceattend.domain.errors import FaceAttendError
from faceattend.domain.said import said

_FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")
# Inter has Latin, Greek and Cyrillic; the rest is asked of Noto where it is installed, then of the system.
_FAMILIES = ("Inter", "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans CJK SC", "Noto Sans Devanagari")
_TABULAR = QFont.Tag("tnum")


class TextRole(StrEnum):
    """What a text is, which decides its size; in logical pixels, see :attr:`size` and :attr:`line`."""

    NUMBER = "number"
    """The one large number, and kiosk sentences."""
    FIGURE = "figure"
    TITLE = "title"
    """Of a page."""
    PANE = "pane"
    """Title of a pane, card or dialog."""
    BODY = "body"
    SECOND = "second"
    """Second lines, labels and table headers."""
    MARK = "mark"
    """Marks along an axis, nothing else."""

    @property
    def size(self) -> int:
        """Height of the letters' em square."""
        return _SIZES[self][0]

    @property
    def line(self) -> int:
        """From one line of text to the next."""
        return _SIZES[self][1]

    @property
    def weight(self) -> int:
        """How bold it is unless said otherwise: 400 or 600."""
        return _SIZES[self][2]


_SIZES = {
    TextRole.NUMBER: (28, 36, 600),
    TextRole.FIGURE: (24, 32, 600),
    TextRole.TITLE: (20, 28, 600),
    TextRole.PANE: (15, 20, 600),
    TextRole.BODY: (13, 20, 400),
    TextRole.SECOND: (12, 16, 400),
    TextRole.MARK: (11, 16, 400),
}


@cache
def font(role: TextRole = TextRole.BODY, weight: int | None = None) -> QFont:
    """Return the font of a role; share it, never change it.

    Args:
        role: what the text is.
        weight: 400 for text, 500 for names and buttons, 600 for titles and problems; None for the role's own.

    Raises:
        FaceAttendError: the font files are missing or unreadable.
    """
    load()
    made = QFont(list(_FAMILIES))
    made.setPixelSize(role.size)
    made.setWeight(QFont.Weight(role.weight if weight is None else weight))
    made.setFeature(_TABULAR, 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def load() -> None:
    """Make Inter known to Qt, once per process; an application object must exist.

    Raises:
        FaceAttendError: a font file is missing or unreadable.
    """
    if QGuiApplication.instance() is None:
        raise RuntimeError("fonts can be loaded once there is an application")
    # Qt warns for every family it asks on its way to the one that has a script; that is how a list of families works
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    for name in _FILES:
        if QFontDatabase.addApplicationFont(str(resource("fonts", name))) < 0:
            raise FaceAttendError(
                said("Fonts", "The font file {name} is missing or damaged.").format(name=name),
                means=said("Fonts", "The window cannot be drawn as intended."),
                remedy=said("Fonts", "Install FaceAttend again."),
            )
