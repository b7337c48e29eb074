"""Fades of 120 ms for what comes and goes, and none where the system keeps still."""

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt
from PySide6.QtWidgets import QApplication, QGraphicsOpacityEffect, QWidget

FADE_MS = 120


def moves() -> bool:
    """Return whether the system has its own windows fade; where it does not say so, nothing does."""
    return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)


def fade_in(widget: QWidget) -> None:
    """Show a widget, fading where that is wanted; it is fully there, and costs nothing more, when it ends."""
    if moves():
        effect = QGraphicsOpacityEffect(widget)
        effect.setOpacity(0.0)
        widget.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", effect)
        fade.setDuration(FADE_MS)
        fade.setEndValue(1.0)
        fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        fade.finished.connect(lambda: widget.setGraphicsEffect(None))  # pyright: ignore[reportArgumentType]
        fade.start()
    widget.show()
