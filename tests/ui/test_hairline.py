import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot
from tests.ui.painting import near

from faceattend.ui.widgets.hairline import draw_hairline

pytestmark = pytest.mark.gui


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    del qtbot  # pictures need an application


def lines(ratio: float, edge: Qt.Edge, offset: float) -> list[int]:
    """How many pixels thick the lines of ten cells are, side by side or one below the other."""
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    upright = edge in {Qt.Edge.LeftEdge, Qt.Edge.RightEdge}
    with QPainter(image) as painter:
        painter.translate(offset, offset)
        for number in range(10):
            rect = QRectF(number * 15, 0, 15, 100) if upright else QRectF(0, number * 15, 100, 15)
            draw_hairline(painter, rect, edge, "text")
    painted = [near(image, each, 60, "text", 0) if upright else near(image, 60, each, "text", 0) for each in range(300)]
    runs = "".join("x" if each else " " for each in painted).split()
    return [len(run) for run in runs]


@pytest.mark.parametrize("edge", Qt.Edge)
@pytest.mark.parametrize("offset", [0.0, 1.0, 3.5])
@pytest.mark.parametrize(("ratio", "thick"), [(1.0, 1), (1.25, 1), (1.5, 1), (1.75, 1), (2.0, 2)])
def test_lines_are_equally_strong_wherever_they_stand(ratio: float, thick: int, edge: Qt.Edge, offset: float):
    assert set(lines(ratio, edge, offset)) == {thick}
