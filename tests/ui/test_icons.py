import gc
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from faceattend.config.resources import resource
from faceattend.ui import icons
from faceattend.ui.icons import IconUnknown, draw_icon, icon, source
from faceattend.ui.theme import DARK, LIGHT, Scheme, Theme

pytestmark = pytest.mark.gui

ROOT = resource().parent
CALLS = re.compile(r'(?:\bicon|draw_icon|icon_button|IconMark|EmptyState|TileStatus)\((?:painter, )?\s*"([a-z0-9-]+)"')
KEYWORDS = re.compile(r'\bicon="([a-z0-9-]+)"')
FORMS = re.compile(r'<property name="glyph">\s*<string[^>]*>([a-z0-9-]+)<')


def names_used() -> set[str]:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/faceattend/ui").rglob("*.py"))
    forms = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "ui").glob("*.ui"))
    return {*CALLS.findall(code), *KEYWORDS.findall(code), *FORMS.findall(forms)}


def ink_of(image: QImage) -> QColor:
    """The colour of the most opaque pixel."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=QColor.alpha)


def drawn(name: str, ratio: float = 1.0, *, mirrored: bool | None = None) -> QImage:
    image = QImage(round(24 * ratio), round(24 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_icon(painter, name, QRectF(0, 0, 24, 24), "text", mirrored=mirrored)
    painter.end()
    return image


def test_every_icon_that_is_used_is_there():
    used = names_used()

    assert len(used) > 10
    assert [name for name in sorted(used) if not resource("icons", f"{name}.svg").is_file()] == []


def test_every_icon_shows_something():
    empty = [
        file.stem
        for file in resource("icons").glob("*.svg")
        if ink_of(drawn(file.stem)).alpha() < 200  # strokes are 2 px
    ]

    assert empty == []


def test_the_licences_lie_beside():
    text = resource("icons", "LICENSE.txt").read_text(encoding="utf-8")

    assert "ISC License" in text
    assert "Cole Bemis" in text  # of Feather, from which some are derived


def test_an_unknown_name_is_a_mistake():
    with pytest.raises(IconUnknown, match="usr-plus"):
        icon("usr-plus")
    with pytest.raises(LookupError, match="txet"):
        icon("user-plus", "txet")


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_pixels_are_those_of_the_screen(ratio: float):
    found = icon("user-plus").pixmap(QSize(16, 16), ratio, QIcon.Mode.Normal)

    assert found.size() == QSize(round(16 * ratio), round(16 * ratio))
    assert found.devicePixelRatio() == pytest.approx(ratio)


def test_the_same_icon_changes_with_the_theme(theme: Theme):
    mark = icon("square", "accent2")
    light = ink_of(mark.pixmap(24, 24).toImage())
    theme.choose(Scheme.DARK)
    dark = ink_of(mark.pixmap(24, 24).toImage())

    assert light == QColor(LIGHT.accent2)
    assert dark == QColor(DARK.accent2)


def test_states_have_colours():
    mark = icon("square", "text2")

    def ink(mode: QIcon.Mode, state: QIcon.State = QIcon.State.Off) -> QColor:
        return ink_of(mark.pixmap(QSize(24, 24), mode, state).toImage())

    assert ink(QIcon.Mode.Normal) == QColor(LIGHT.text2)
    assert ink(QIcon.Mode.Disabled) == QColor(LIGHT.text3)
    assert ink(QIcon.Mode.Normal, QIcon.State.On) == QColor(LIGHT.accent2)


def test_arrows_follow_the_reading_direction_and_others_do_not(qapp: QApplication):
    assert drawn("log-in", mirrored=True) == drawn("log-in").flipped(Qt.Orientation.Horizontal)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert drawn("log-in") == drawn("log-in", mirrored=True)
        assert drawn("log-in", mirrored=False) != drawn("log-in")
        assert drawn("search") == drawn("search", mirrored=False)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_copies_live_as_long_as_they_are_used(qtbot: QtBot):
    button = QPushButton()
    qtbot.addWidget(button)
    for _ in range(20):
        copy = QIcon(icon("check"))
        copy.addPixmap(QPixmap(4, 4))  # makes it a copy of its own
        button.setIcon(copy)
        del copy
        gc.collect()
        button.grab()
    assert ink_of(button.icon().pixmap(24, 24).toImage()).alpha() > 200
    assert len(icons._CLONES) < 20  # those of icons that are gone are let go


def test_strokes_are_sharp_on_whole_pixels():
    column = [drawn("square").pixelColor(x, 12).alpha() for x in range(24)]

    assert sum(alpha in {0, 255} for alpha in column) >= 22  # two strokes of two pixels, nothing between


def test_sources_are_lucides_own():
    marked = [file for file in resource("icons").glob("*.svg") if file.stem != "faceattend"]

    assert all("lucide-static" in file.read_text(encoding="utf-8") for file in marked)
    assert "currentColor" in source("check")
    assert Path(resource("icons", "faceattend.svg")).is_file()
