"""Letting a widget be as large as it likes again."""

QWIDGETSIZE_MAX = 16_777_215
"""Qt's own: the largest size of a widget, that of one without a limit. PySide6 does not hand it out."""
