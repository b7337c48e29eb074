"""Lucide's icons in the colours of the theme, sharp at every pixel ratio."""

import re
from functools import cache

import shiboken6
from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from faceattend.config.resources import resource
from faceattend.ui.tokens import colour

_GRID = 24
_STROKES = ((24, 2.0), (16, 1.5), (0, 1.3))  # from which size on, how wide, in logical pixels; thinner turns pale
_POINTS = frozenset(
    {
        "arrow-left",
        "arrow-right",
        "chevron-left",
        "chevron-right",
        "external-link",
        "list",
        "log-in",
        "log-out",
        "panel-left-close",
        "panel-left-open",
        "panel-right",
        "redo-2",
        "undo-2",
    }
)
"""These point along the reading direction and are mirrored where it runs from right to left."""


class IconUnknown(LookupError):
    """No icon of that name is among the resources; a mistake in the program."""


@cache
def source(name: str) -> str:
    """Return the SVG text of an icon.

    Args:
        name: Lucide's own spelling, such as ``user-plus``, or ``faceattend`` for the product's mark.

    Raises:
        IconUnknown: there is no such icon.
    """
    try:
        return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError as missing:
        raise IconUnknown(f"there is no icon {name!r}; resources/README.md says how to add one") from missing


def tinted(svg: str, stroke: str, width: float | None = None) -> str:
    """Return an SVG with its strokes in a colour and, where asked, of another width in units of its 24 grid."""
    text = svg.replace("currentColor", stroke)
    return text if width is None else re.sub(r'stroke-width="[\d.]+"', f'stroke-width="{width:.2f}"', text, count=1)


def icon(name: str, token: str = "text2") -> QIcon:  # noqa: S107 - a colour's name
    """Return an icon that takes the colours in use whenever it is painted.

    Disabled it takes the colour of hints; switched on or selected that of the accent, unless ``token`` is one meant
    for a filled ground.

    Raises:
        IconUnknown: there is no such icon.
        LookupError: there is no such token.
    """
    source(name)
    colour(token)
    return QIcon(_Tinted(name, token))


def draw_icon(
    painter: QPainter, name: str, rect: QRectF, tint: str | QColor = "text2", *, mirrored: bool | None = None
) -> None:
    """Paint an icon.

    Args:
        painter: in logical pixels.
        name: as for :func:`icon`.
        rect: where; the icon fills the largest square in its middle.
        tint: a token's name, or a colour.
        mirrored: whether to turn it left to right; None: what points along the reading direction follows the
            application's.

    Raises:
        IconUnknown: there is no such icon.
    """
    side = min(rect.width(), rect.height())
    ratio = painter.device().devicePixelRatio()
    flip = _follows(name) if mirrored is None else mirrored
    drawn = pixmap(name, side, ratio, colour(tint), mirrored=flip)
    place = QRectF(0, 0, side, side)
    place.moveCenter(rect.center())
    # on whole device pixels: half of one would blur every stroke
    corner = painter.transform().map(place.topLeft())
    off = QPointF(round(corner.x() * ratio), round(corner.y() * ratio)) / ratio - corner
    painter.drawPixmap(place.translated(off), drawn, QRectF(drawn.rect()))


def pixmap(name: str, side: float, ratio: float, tint: QColor, *, mirrored: bool = False) -> QPixmap:
    """Return an icon drawn once for a size, pixel ratio and colour; kept in Qt's own cache.

    Args:
        name: as for :func:`icon`.
        side: logical pixels.
        ratio: device pixels to a logical one.
        tint: of its strokes.
        mirrored: turned left to right.
    """
    key = f"icon:{name}:{side:g}:{ratio:g}:{tint.rgba():x}:{mirrored:d}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    drawn = _drawn(name, side, ratio, tint)
    if mirrored:
        drawn = QPixmap.fromImage(drawn.toImage().flipped(Qt.Orientation.Horizontal))
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def _drawn(name: str, side: float, ratio: float, tint: QColor) -> QPixmap:
    width = next(width for least, width in _STROKES if side >= least) * _GRID / side
    svg = tinted(source(name), tint.name(), width if "currentColor" in source(name) else None)
    pixels = max(1, round(side * ratio))
    made = QPixmap(pixels, pixels)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        painter.setOpacity(tint.alphaF())
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
        return made


def _follows(name: str) -> bool:
    return name in _POINTS and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


_CLONES: list[QIconEngine] = []


class _Tinted(QIconEngine):
    """Draws one icon; asks for its colour each time, so that a change of theme needs no new icons.

    Args:
        name: of the icon.
        token: its colour at rest.
    """

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        draw_icon(painter, self._name, QRectF(rect), self._tint(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = min(size.width(), size.height())  # logical pixels, since Qt 6.8
        return pixmap(self._name, side, scale, colour(self._tint(mode, state)), mirrored=_follows(self._name))

    def clone(self) -> QIconEngine:
        copy = _Tinted(self._name, self._token)
        # PySide lets a returned object die with its Python side, while the icon goes on using it
        _CLONES[:] = [each for each in _CLONES if shiboken6.isValid(each)] + [copy]
        return copy

    def key(self) -> str:
        return "faceattend"

    def _tint(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "text3"
        chosen = state == QIcon.State.On or mode == QIcon.Mode.Selected
        return "accent2" if chosen and self._token in {"text", "text2", "text3"} else self._token
