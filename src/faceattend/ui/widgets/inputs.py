"""Standard fields, finished: what a stylesheet cannot reach of numbers, times and dates, and what the wheel may do."""

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from faceattend.ui.tokens import colour

_INSET = 9  # px from the border to the text, so that it starts where that of a line edit does


class Choice(QComboBox):
    """A combo box which the wheel does not turn in passing.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll what lies around instead of choosing another value unseen."""
        event.ignore()


class NumberField(QSpinBox):
    """A whole number.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _finish(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change only while the focus is here."""
        _wheel(self, event)


class TimeField(QTimeEdit):
    """A time of day, 24 hours.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        _finish(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change only while the focus is here."""
        _wheel(self, event)


class DateField(QDateEdit):
    """A day, written as the locale does, with a calendar below it.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDisplayFormat(written_days(self.locale()))
        self._dress(self.calendarWidget())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme; the calendar keeps colours of its own."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress(self.calendarWidget())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change only while the focus is here."""
        _wheel(self, event)

    @staticmethod
    def _dress(calendar: QCalendarWidget) -> None:
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setGridVisible(False)
        quiet = QTextCharFormat()  # weekends are red otherwise, as if they were problems
        quiet.setForeground(colour("text2"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, quiet)
        head = QTextCharFormat()
        head.setForeground(colour("text2"))
        head.setBackground(colour("surface"))
        calendar.setHeaderTextFormat(head)


def _finish(field: QAbstractSpinBox) -> None:
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.lineEdit().setTextMargins(_INSET, 0, 0, 0)


def _wheel(field: QAbstractSpinBox, event: QWheelEvent) -> None:
    if field.hasFocus():
        QAbstractSpinBox.wheelEvent(field, event)
    else:
        event.ignore()


def written_days(locale: QLocale) -> str:
    """Return how a locale writes days in a field: the year in full; where nobody set a locale, the month in letters."""
    if locale.language() == QLocale.Language.C:
        return "d MMM yyyy"
    form = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return form if "yyyy" in form else form.replace("yy", "yyyy")
