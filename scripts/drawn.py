"""Drawn people and rooms, for pictures of the program that show no photograph of anybody.

Everything follows from a seed: the same number is the same face, wherever it is drawn.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen

_SKINS = ("#f0cfb4", "#e3b995", "#d3a27c", "#c18a62", "#a46f4b", "#8a6045", "#6f4a35", "#563a2b")
_DARK_HAIRS = ("#2b2a2e", "#2b2a2e", "#3a2f2a", "#8d8780")
_HAIRS = ("#2b2a2e", "#3a2f2a", "#5b4030", "#7b5a3c", "#a07a4e", "#8d8780", "#b9b4ab", "#40312d")
_CLOTHES = ("#4b5160", "#6e6480", "#5c6f88", "#5f7a66", "#7d6455", "#8f8a93", "#39506e", "#80695f")
_BACKS = ("#c2cec8", "#c6cad6", "#cbc4d2", "#d0cbc0", "#b9c6cf")
_STYLES = ("short", "crop", "bob", "long", "bun", "scarf", "bald", "side")


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody looks like; colours as "#rrggbb", style one of _STYLES."""

    skin: str
    hair: str
    clothes: str
    back: str
    style: str
    glasses: bool


def look_of(seed: int) -> Look:
    """Return the look that belongs to a number."""
    chance = random.Random(seed * 7919 + 17)  # noqa: S311 - a drawing, no secret
    skin = chance.choice(_SKINS)
    return Look(
        skin,
        chance.choice(_HAIRS if skin in _SKINS[:4] else _DARK_HAIRS),
        chance.choice(_CLOTHES),
        chance.choice(_BACKS),
        chance.choice(_STYLES),
        chance.random() < 0.22,  # noqa: PLR2004
    )


def draw_face(seed: int, size: int = 240, *, probe: bool = False) -> QImage:
    """Draw a portrait, as a reference photo shows it or (``probe``) as a camera at the door does: darker and softer."""
    image = QImage(size, size, QImage.Format.Format_RGB32)
    look = look_of(seed)
    image.fill(QColor("#8d939c") if probe else QColor(look.back))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _bust(painter, look, QPointF(size * 0.5, size * 0.47), size * 0.2)
    if probe:
        painter.fillRect(image.rect(), QColor(30, 34, 44, 46))
    painter.end()
    if probe:  # what a face 60 pixels wide looks like when it is enlarged
        small = image.scaled(
            size // 4, size // 4, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        return small.scaled(
            size, size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return image


def face_jpeg(seed: int, size: int = 240, *, probe: bool = False) -> bytes:
    """Return :func:`draw_face` as JPEG."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    draw_face(seed, size, probe=probe).save(buffer, "JPG", 90)
    return bytes(data.data())


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody before a camera: who, where the middle of the face is, and half its width, in parts of the width."""

    seed: int
    x: float
    y: float
    half: float = 0.05

    def box(self, width: int) -> QRectF:
        """The face's box in pixels of a picture so wide."""
        half = self.half * width
        return QRectF(self.x * width - half * 1.1, self.y * width - half * 1.45, half * 2.2, half * 2.8)


ROOMS = ("entrance", "reception", "car park", "loading bay", "stairs", "canteen")


def draw_room(kind: str, people: Sequence[Standing], width: int = 960, height: int = 540) -> QImage:
    """Draw what a camera sees: a room of one of ROOMS, with people in it, slightly soft as video is."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _room(painter, kind, width, height)
    for person in people:
        half = person.half * width
        _bust(painter, look_of(person.seed), QPointF(person.x * width, person.y * width), half, standing=True)
    painter.end()
    soft = image.scaled(
        width // 2, height // 2, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return soft.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def bgr_of(image: QImage) -> NDArray[np.uint8]:
    """Return an image as uint8 (H, W, 3) BGR."""
    plain = image.convertToFormat(QImage.Format.Format_BGR888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()


def _bust(painter: QPainter, look: Look, middle: QPointF, half: float, *, standing: bool = False) -> None:
    """Draw a person: the face's middle and half its width tell where and how large."""
    x, y = middle.x(), middle.y()
    skin, hair, clothes = QColor(look.skin), QColor(look.hair), QColor(look.clothes)
    painter.setPen(Qt.PenStyle.NoPen)
    if look.style == "long":
        painter.setBrush(hair)
        painter.drawRoundedRect(QRectF(x - half * 1.3, y - half * 1.2, half * 2.6, half * 3.2), half, half)
    painter.setBrush(clothes)
    shoulders = QPainterPath()
    depth = half * 9 if standing else half * 4
    shoulders.addRoundedRect(QRectF(x - half * 1.95, y + half * 1.35, half * 3.9, depth), half * 1.2, half * 1.2)
    painter.drawPath(shoulders)
    painter.setBrush(skin.darker(113))
    painter.drawRoundedRect(QRectF(x - half * 0.42, y + half * 0.7, half * 0.84, half * 1.1), half * 0.4, half * 0.4)
    if look.style == "scarf":
        painter.setBrush(clothes.lighter(118))
        painter.drawEllipse(QPointF(x, y - half * 0.05), half * 1.32, half * 1.6)
        painter.drawRoundedRect(QRectF(x - half * 1.1, y, half * 2.2, half * 1.75), half * 0.9, half * 0.9)
    _hair_behind(painter, look.style, hair, middle, half)
    painter.setBrush(skin)
    painter.drawEllipse(middle, half, half * 1.28)
    _hair_before(painter, look.style, hair, middle, half)
    _features(painter, look, middle, half)


def _hair_behind(painter: QPainter, style: str, hair: QColor, middle: QPointF, half: float) -> None:
    x, y = middle.x(), middle.y()
    painter.setBrush(hair)
    if style == "bob":
        painter.drawRoundedRect(
            QRectF(x - half * 1.28, y - half * 1.4, half * 2.56, half * 2.3), half * 1.2, half * 1.2
        )
    elif style == "bun":
        painter.drawEllipse(QPointF(x, y - half * 1.5), half * 0.5, half * 0.45)


def _hair_before(painter: QPainter, style: str, hair: QColor, middle: QPointF, half: float) -> None:
    if style in {"bald", "scarf"}:
        return
    x, y = middle.x(), middle.y()
    reach = {"crop": 0.5, "short": 0.62, "side": 0.7}.get(style, 0.72)
    head = QPainterPath()
    head.addEllipse(QPointF(x, y - half * 0.16), half * 1.1, half * 1.28)
    face = QPainterPath()
    shift = half * 0.35 if style == "side" else 0.0
    face.addEllipse(QPointF(x + shift, y + half * (1.5 - reach)), half * 1.25, half * 1.75 - half * 0.3)
    painter.setBrush(hair)
    painter.drawPath(head.subtracted(face))


def _features(painter: QPainter, look: Look, middle: QPointF, half: float) -> None:
    x, y = middle.x(), middle.y()
    dark = QColor(look.skin).darker(190)
    for side in (-1, 1):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(dark)
        painter.drawEllipse(QPointF(x + side * half * 0.42, y - half * 0.1), half * 0.1, half * 0.085)
        if look.glasses:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor("#3a4454"), max(1.0, half * 0.07)))
            painter.drawEllipse(QPointF(x + side * half * 0.42, y - half * 0.1), half * 0.3, half * 0.26)
    painter.setPen(QPen(dark, max(1.0, half * 0.07), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(x - half * 0.24, y + half * 0.66), QPointF(x + half * 0.24, y + half * 0.66))


def _room(painter: QPainter, kind: str, width: int, height: int) -> None:
    w, h = float(width), float(height)
    walls = {
        "entrance": ("#8a9098", "#b3ada4"),
        "reception": ("#b4aca0", "#85786a"),
        "car park": ("#5f676f", "#6b675f"),
        "loading bay": ("#6b6f74", "#55585c"),
        "stairs": ("#8f949b", "#7d828a"),
        "canteen": ("#9b968c", "#8a8070"),
    }
    wall, floor = walls[kind]
    shade = QLinearGradient(0, 0, 0, h)
    shade.setColorAt(0, QColor(wall).lighter(104))
    shade.setColorAt(1, QColor(wall).darker(106))
    painter.fillRect(QRectF(0, 0, w, h), QBrush(shade))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(floor))
    painter.drawPolygon(
        [QPointF(0, h * 0.8), QPointF(w * 0.2, h * 0.66), QPointF(w, h * 0.66), QPointF(w, h), QPointF(0, h)]
    )
    for rect, colour in _furniture(kind):
        painter.fillRect(QRectF(rect[0] * w, rect[1] * h, rect[2] * w, rect[3] * h), QColor(colour))


_Part = tuple[tuple[float, float, float, float], str]


def _furniture(kind: str) -> list[_Part]:
    """Return rectangles (x, y, width, height in parts of the picture) and their colours, back to front."""
    match kind:
        case "entrance":
            panes: list[_Part] = [((0.24 + i * 0.135, 0.1, 0.125, 0.56), "#c5d0d7") for i in range(4)]
            return [((0.22, 0.06, 0.56, 0.6), "#a9b8c3"), *panes, ((0.49, 0.06, 0.012, 0.6), "#56606b")]
        case "reception":
            return [
                ((0.1, 0.13, 0.16, 0.26), "#d6d2c6"),
                ((0.56, 0.5, 0.44, 0.3), "#6a5f53"),
                ((0.55, 0.48, 0.45, 0.04), "#7b6c5f"),
            ]
        case "car park":
            return [
                ((0.3, 0.12, 0.4, 0.56), "#474d55"),
                ((0.33, 0.17, 0.16, 0.51), "#b9c4cb"),
                ((0.51, 0.17, 0.16, 0.51), "#b9c4cb"),
                ((0, 0.9, 1, 0.012), "#c9b45a"),
            ]
        case "loading bay":
            shelves: list[_Part] = [((0.1, 0.14 + i * 0.09, 0.5, 0.02), "#585c61") for i in range(6)]
            return [((0.1, 0.12, 0.5, 0.56), "#7a7e83"), *shelves, ((0.66, 0.36, 0.24, 0.3), "#5d6166")]
        case "stairs":
            return [
                ((0.12 + i * 0.04, 0.42 + i * 0.085, 0.7 - i * 0.05, 0.075), "#868b92" if i % 2 else "#7a7f87")
                for i in range(6)
            ]
        case _:
            return [
                ((0.35, 0.1, 0.28, 0.6), "#b6b0a6"),
                ((0.485, 0.1, 0.01, 0.6), "#9a948a"),
                ((0.06, 0.35, 0.2, 0.35), "#76837a"),
                ((0.74, 0.18, 0.2, 0.16), "#a79f8e"),
            ]
