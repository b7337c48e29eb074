"""Boxes and names over a tile's picture, sharp at every size and never over each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.tokens import colour
from faceattend.ui.widgets.drawn_once import DrawnOnce
from faceattend.ui.widgets.lettering import mirrored, width_of, write
from faceattend.ui.widgets.tile_picture import Fit
from faceattend.ui.widgets.tile_view import FaceKind, TileFace

LABEL_PX = 24.0
_GAP_PX = 6.0
_PAD_PX = 8.0
_ICON_PX = 14.0
_KEEP_PX = 4.0
_CORNER_PX = 5.0
_DASH_PX, _SPACE_PX = 11.0, 5.0
_ICONS = {FaceKind.KNOWN: "check", FaceKind.UNSURE: "circle-question-mark", FaceKind.UNKNOWN: "user-round-search"}


@dataclass(frozen=True, slots=True)
class _Looks:
    ink: str
    line: float
    outline: float
    dashed: bool
    ground: str
    text: str
    icon: str


_KNOWN = _Looks("video_known", 2.0, 4.5, False, "video_label", "video_text", "video_ok")
_UNDECIDED = _Looks("video_known", 1.0, 3.0, False, "video_label", "video_text", "video_text")
_ASKING = _Looks("video_unsure", 2.0, 4.5, True, "video_unsure", "video_unsure_text", "video_unsure_text")
_LOOKS = {
    FaceKind.KNOWN: _KNOWN,
    FaceKind.UNDECIDED: _UNDECIDED,
    FaceKind.UNSURE: _ASKING,
    FaceKind.UNKNOWN: _ASKING,
}


def draw_faces(
    painter: QPainter,
    area: QRectF,
    placed: Fit,
    faces: Sequence[TileFace],
    labels: DrawnOnce,
    *,
    rtl: bool = False,
) -> None:
    """Frame all faces and write their labels.

    Args:
        painter: of the tile; clipped to the picture by the caller.
        area: the visible picture, which labels never leave.
        placed: where the frame stands.
        faces: boxes in pixels of the frame.
        labels: keeps those drawn before.
        rtl: whether the layout reads from right to left: labels mirror, the picture does not.
    """
    ratio = painter.device().devicePixelRatioF()
    boxes = [placed.box(face.box, ratio) for face in faces]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for face, box in zip(faces, boxes, strict=True):
        _draw_box(painter, box, _LOOKS[face.kind])
    labelled = [(face, box) for face, box in zip(faces, boxes, strict=True) if face.label]
    sizes = [_label_size(face, area) for face, _ in labelled]
    places = place_labels([box for _, box in labelled], sizes, area)
    for (face, _), place in zip(labelled, places, strict=True):
        labels.draw(painter, place, (face.kind, face.label, rtl), partial(_draw_label, face=face, rtl=rtl))


def place_labels(boxes: Sequence[QRectF], sizes: Sequence[QSizeF], area: QRectF) -> list[QRectF]:
    """Find room for labels: below the box, else above it, else as near as the others let it.

    Args:
        boxes: of the faces.
        sizes: of their labels.
        area: the picture; every label lies inside it.

    Returns:
        A place per label, in the same order; one lies over another label, or over a face, only where the picture is
        too full to avoid it.
    """
    taken: list[QRectF] = []
    for box, size in zip(boxes, sizes, strict=True):
        best, least = QRectF(), float("inf")
        for top in _tops(box, size, area):
            way = _kept_inside(_at(box, size, top), area)
            cost = 4 * _covered(way, taken) + _covered(way, boxes)
            if cost < least:
                best, least = way, cost
            if least == 0:
                break
        taken.append(best)
    return taken


def _covered(place: QRectF, others: Sequence[QRectF]) -> float:
    shared = (place.intersected(other) for other in others)
    return sum(each.width() * each.height() for each in shared)


def _tops(box: QRectF, size: QSizeF, area: QRectF) -> Iterator[float]:
    """Go through the heights at which a label may stand, the best first."""
    below, above = box.bottom() + _GAP_PX, box.top() - _GAP_PX - size.height()
    step = size.height() + 2
    yield below
    yield above
    for each in range(1, int(area.height() // step)):
        yield below + step * each
        yield below - step * each


def _at(box: QRectF, size: QSizeF, top: float) -> QRectF:
    return QRectF(round(box.center().x() - size.width() / 2), round(top), size.width(), size.height())


def _kept_inside(place: QRectF, area: QRectF) -> QRectF:
    left = max(min(place.left(), area.right() - _KEEP_PX - place.width()), area.left() + _KEEP_PX)
    top = max(min(place.top(), area.bottom() - _KEEP_PX - place.height()), area.top() + _KEEP_PX)
    return QRectF(left, top, place.width(), place.height())


def _label_size(face: TileFace, area: QRectF) -> QSizeF:
    icon = _ICON_PX + 5 if face.kind in _ICONS else 0
    width = width_of(face.label, font(TextRole.SECOND, 600)) + icon + 2 * _PAD_PX
    return QSizeF(min(width, area.width() - 2 * _KEEP_PX), LABEL_PX)


def _draw_box(painter: QPainter, box: QRectF, looks: _Looks) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    outline = colour("video_outline")
    for ink, width in ((outline, looks.outline), (colour(looks.ink), looks.line)):
        painter.setPen(_pen(ink, width, dashed=looks.dashed))
        painter.drawRoundedRect(box, _CORNER_PX, _CORNER_PX)


def _pen(ink: QColor, width: float, *, dashed: bool) -> QPen:
    pen = QPen(ink, width)
    if dashed:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([_DASH_PX / width, _SPACE_PX / width])
    return pen


def _draw_label(painter: QPainter, place: QRectF, face: TileFace, *, rtl: bool) -> None:
    looks = _LOOKS[face.kind]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(looks.ground))
    painter.drawRoundedRect(place, _CORNER_PX, _CORNER_PX)
    inner = place.adjusted(_PAD_PX, 0, -_PAD_PX, 0)
    text = QRectF(inner)
    if face.kind in _ICONS:
        icon = QRectF(inner.left(), inner.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
        draw_icon(painter, _ICONS[face.kind], mirrored(icon, inner, rtl=rtl), looks.icon)
        text.setLeft(icon.right() + 5)
    write(painter, mirrored(text, inner, rtl=rtl), face.label, font(TextRole.SECOND, 600), looks.text, rtl=rtl)
