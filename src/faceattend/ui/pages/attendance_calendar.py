"""A calendar under a button, to jump to a day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QWidget, QWidgetAction

from faceattend.ui.tokens import colour
from faceattend.ui.widgets.menu import Menu


def choose_day(under: QWidget, day: date, chosen: Callable[[date], None]) -> Menu:
    """Open a calendar; it closes when a day is chosen, or by Esc.

    Args:
        under: the button it belongs to.
        day: shown first.
        chosen: called with the day.
    """
    menu = Menu(parent=under)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    calendar = _calendar(menu, day)
    action = QWidgetAction(menu)
    action.setDefaultWidget(calendar)
    menu.addAction(action)

    def take(picked: QDate) -> None:
        menu.close()
        chosen(date(picked.year(), picked.month(), picked.day()))

    calendar.clicked.connect(take)
    calendar.activated.connect(take)
    rtl = under.layoutDirection() == Qt.LayoutDirection.RightToLeft
    x = under.width() - menu.sizeHint().width() if rtl else 0
    menu.popup(under.mapToGlobal(QPoint(x, under.height() + 4)))
    calendar.setFocus(Qt.FocusReason.PopupFocusReason)
    return menu


def _calendar(parent: QWidget, day: date) -> QCalendarWidget:
    calendar = QCalendarWidget(parent)
    calendar.setSelectedDate(QDate(day.year, day.month, day.day))
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setGridVisible(False)
    calendar.setAccessibleName(calendar.tr("Calendar"))
    quiet = QTextCharFormat()  # weekends are red otherwise, as if they were problems
    quiet.setForeground(colour("text2"))
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekday, quiet)
    return calendar
