"""The ring around a face that is being photographed: an arc for each way to look, on the side it is to be turned to."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from faceattend.domain.people import Pose
from faceattend.ui.icons import pixmap
from faceattend.ui.tokens import colour

RADIUS, RAISED = 0.365, 0.025
"""Of the ring, and how far above the middle it lies to leave room for the words, in parts of the picture's height."""

_SPAN_DEG = 78.0
_STRONG_PX, _FAINT_PX = 8.0, 4.0
_ICON_PX, _ICON_OFF_PX = 16.0, 20.0
_DIMMED, _RESTING = 0.45, 0.6
_FRONT_GAP_PX = 12.0

# In the mirrored picture the subject's left is on the left; angles as Qt counts them, from the right, anticlockwise.
_ANGLES: Mapping[Pose, float] = {Pose.RIGHT: 0.0, Pose.UP: 90.0, Pose.LEFT: 180.0, Pose.DOWN: 270.0}
_OUTWARDS: Mapping[Pose, tuple[int, int]] = {
    Pose.RIGHT: (1, 0),
    Pose.UP: (0, -1),
    Pose.LEFT: (-1, 0),
    Pose.DOWN: (0, 1),
}
_ARROWS: Mapping[Pose, str] = {
    Pose.RIGHT: "arrow-right",
    Pose.UP: "arrow-up",
    Pose.LEFT: "arrow-left",
    Pose.DOWN: "arrow-down",
}


@dataclass(frozen=True, slots=True)
class PoseRing:
    """How far the photos have come.

    Attributes:
        done: poses there is a photo of.
        wanted: the one asked for now; None when nothing is.
    """

    done: frozenset[Pose] = frozenset()
    wanted: Pose | None = None


def draw_ring(painter: QPainter, area: QRectF, ring: PoseRing) -> None:
    """Dim what lies around the ring, and draw its arcs: done green with a tick, wanted white with an arrow, else grey.

    Left and right are those of the picture, whichever way the layout reads.

    Args:
        painter: paints on a widget or picture.
        area: of the picture, in logical pixels.
        ring: what to draw.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    circle = QRectF(0, 0, 2 * RADIUS * area.height(), 2 * RADIUS * area.height())
    circle.moveCenter(area.center() - QPointF(0, RAISED * area.height()))
    _dim_around(painter, area, circle)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pose, angle in _ANGLES.items():
        strong = pose in ring.done or pose is ring.wanted
        _arc(painter, circle, angle, _tint(pose, ring), _STRONG_PX if strong else _FAINT_PX)
        _mark(painter, circle, pose, ring)
    if Pose.FRONT in ring.done or ring.wanted is Pose.FRONT:
        painter.setPen(QPen(_tint(Pose.FRONT, ring), 2))
        painter.drawEllipse(_inner(circle))
    painter.restore()


def _inner(circle: QRectF) -> QRectF:
    return circle.adjusted(_FRONT_GAP_PX, _FRONT_GAP_PX, -_FRONT_GAP_PX, -_FRONT_GAP_PX)


def _dim_around(painter: QPainter, area: QRectF, circle: QRectF) -> None:
    around, hole = QPainterPath(), QPainterPath()
    around.addRect(area)
    hole.addEllipse(_inner(circle))
    shade = colour("video_outline")
    shade.setAlphaF(_DIMMED)
    painter.fillPath(around.subtracted(hole), shade)


def _tint(pose: Pose, ring: PoseRing) -> QColor:
    if pose in ring.done:
        return colour("video_ok")
    if pose is ring.wanted:
        return colour("video_known")
    rest = colour("video_text2")
    rest.setAlphaF(_RESTING)
    return rest


def _arc(painter: QPainter, circle: QRectF, angle: float, tint: QColor, width: float) -> None:
    painter.setPen(QPen(tint, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawArc(circle, round((angle - _SPAN_DEG / 2) * 16), round(_SPAN_DEG * 16))


def _mark(painter: QPainter, circle: QRectF, pose: Pose, ring: PoseRing) -> None:
    """Draw the tick or the arrow outside an arc; never mirrored, since the picture is not."""
    icon = "check" if pose in ring.done else _ARROWS[pose] if pose is ring.wanted else ""
    if not icon:
        return
    across, down = _OUTWARDS[pose]
    reach = circle.width() / 2 + _ICON_OFF_PX
    middle = circle.center() + QPointF(across * reach, down * reach)
    ratio = painter.device().devicePixelRatioF()
    drawn = pixmap(icon, _ICON_PX, ratio, _tint(pose, ring))
    painter.drawPixmap(middle - QPointF(_ICON_PX / 2, _ICON_PX / 2), drawn)
