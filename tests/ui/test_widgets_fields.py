import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.painting import count, grabbed

from faceattend.ui.theme import Scheme, Theme
from faceattend.ui.tokens import DARK, LIGHT
from faceattend.ui.widgets.field import ErrorLine, Field
from faceattend.ui.widgets.inputs import Choice, DateField, NumberField, TimeField, written_days
from faceattend.ui.widgets.search_field import PAUSE_MS, SearchField

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]


@pytest.fixture
def search(qtbot: QtBot) -> SearchField:
    made = SearchField()
    qtbot.addWidget(made)
    made.show()
    return made


def told(search: SearchField) -> list[str]:
    texts: list[str] = []
    search.searched.connect(texts.append)
    return texts


def test_a_word_is_searched_once_when_the_typing_pauses(qtbot: QtBot, search: SearchField):
    texts = told(search)
    qtbot.keyClicks(search, " osei ")
    assert texts == []

    qtbot.waitUntil(lambda: texts == ["osei"], timeout=PAUSE_MS * 10)
    qtbot.keyClicks(search, " ")
    qtbot.wait(PAUSE_MS + 100)
    assert texts == ["osei"]  # spaces change nothing


def test_enter_does_not_wait(qtbot: QtBot, search: SearchField):
    texts = told(search)
    qtbot.keyClicks(search, "osei")
    qtbot.keyClick(search, Qt.Key.Key_Return)

    assert texts == ["osei"]


def test_esc_empties_first_and_then_goes_on(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    escaped: list[int] = []
    window.keyPressEvent = lambda event: escaped.append(event.key())
    search = SearchField(window)
    window.show()
    texts = told(search)
    qtbot.keyClicks(search, "osei")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert (search.text(), texts, escaped) == ("", ["osei", ""], [])

    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert escaped == [Qt.Key.Key_Escape]


def test_the_cross_is_there_only_while_there_is_something_to_clear(search: SearchField):
    assert not search._clear.isVisible()
    search.setText("osei")
    assert search._clear.isVisible()
    search._clear.trigger()
    assert search.text() == ""


def test_a_field_is_named_by_its_label(qtbot: QtBot):
    inner = QLineEdit()
    field = Field("Number", inner)
    qtbot.addWidget(field)

    assert inner.accessibleName() == "Number"
    assert field.focusProxy() is inner


def test_an_error_is_said_below_and_drawn_around(qtbot: QtBot):
    inner = QLineEdit("E-1103")
    field = Field("Number", inner, hint="As on the badge.")
    qtbot.addWidget(field)
    field.show()
    field.set_error("Daniel Osei has it. Take another.")

    assert inner.accessibleDescription() == field.error() == "Daniel Osei has it. Take another."
    assert grabbed(inner).pixelColor(60, 0) == QColor(LIGHT.bad)
    assert not field._hint.isVisible()

    field.set_error("")
    assert grabbed(inner).pixelColor(60, 0) != QColor(LIGHT.bad)
    assert field._hint.isVisible()
    assert not field.findChild(ErrorLine).isVisible()


@pytest.mark.parametrize("make", [QLineEdit, Choice, NumberField, TimeField, DateField, SearchField])
def test_all_fields_are_equally_high_with_focus_or_without(qtbot: QtBot, make: type[QWidget]):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field, other = make(), QPushButton("Other")
    column.addWidget(field)
    column.addWidget(other)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    rest = field.sizeHint().height()
    field.setFocus()

    assert rest == field.sizeHint().height() == 32
    assert grabbed(field).pixelColor(field.width() // 2, 1) == QColor(LIGHT.accent2)  # 2 px of focus


def turn_wheel(field: QWidget) -> None:
    down = QWheelEvent(
        QPointF(5, 5),
        field.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by position only
    )
    QApplication.sendEvent(field, down)


def test_the_wheel_changes_nothing_in_passing(qtbot: QtBot):
    choice, number = Choice(), NumberField()
    choice.addItems(["Logistics", "Finance"])
    number.setRange(0, 10)
    number.setValue(5)
    for field in (choice, number):
        qtbot.addWidget(field)
        field.show()
        field.clearFocus()
        turn_wheel(field)

    assert (choice.currentText(), number.value()) == ("Logistics", 5)


def test_the_wheel_turns_a_number_that_has_the_focus(qtbot: QtBot):
    number = NumberField()
    qtbot.addWidget(number)
    number.setValue(5)
    with qtbot.waitActive(number):
        number.show()
        number.activateWindow()
    number.setFocus()
    turn_wheel(number)

    assert number.value() == 4


def test_times_are_told_in_24_hours(qtbot: QtBot):
    field = TimeField()
    qtbot.addWidget(field)
    field.setLocale(QLocale("en_US"))
    field.setTime(field.time().fromString("16:41", "HH:mm"))

    assert field.text() == "16:41"


@pytest.mark.parametrize(
    ("locale", "form"), [("de_DE", "dd.MM.yyyy"), ("en_GB", "dd/MM/yyyy"), ("ja_JP", "yyyy/MM/dd"), ("C", "d MMM yyyy")]
)
def test_days_are_written_as_the_locale_does_with_the_whole_year(locale: str, form: str):
    assert written_days(QLocale(locale)) == form


def test_years_have_four_digits_and_weekends_are_no_problem(qtbot: QtBot, theme: Theme):
    field = DateField()
    qtbot.addWidget(field)
    field.setDate(QDate(2026, 11, 21))
    saturday = Qt.DayOfWeek.Saturday

    assert "2026" in field.text()
    assert field.calendarWidget().weekdayTextFormat(saturday).foreground().color() == QColor(LIGHT.text2)
    theme.choose(Scheme.DARK)
    assert field.calendarWidget().weekdayTextFormat(saturday).foreground().color() == QColor(DARK.text2)


def test_every_day_of_a_calendar_can_be_read(qtbot: QtBot):
    field = DateField()
    qtbot.addWidget(field)
    field.setDate(QDate(2026, 11, 21))
    calendar = field.calendarWidget()
    calendar.window().adjustSize()
    calendar.window().show()
    table = calendar.findChild(QTableView)
    whole = grabbed(table)

    for row in range(7):  # the names of the days, and six weeks
        for column in range(7):
            cell = table.visualRect(table.model().index(row, column))
            written = whole.copy(cell)
            ground = written.pixelColor(1, 1)
            assert table.viewport().rect().contains(cell), "a week is cut"
            assert count(written, ground.name()) < cell.width() * cell.height(), "a day is blank"
    calendar.window().hide()


def test_the_list_of_a_choice_is_the_themes(qtbot: QtBot):
    choice = Choice()
    choice.addItems(["Logistics", "Finance"])
    qtbot.addWidget(choice)
    choice.show()
    choice.showPopup()
    image = grabbed(choice.view())
    choice.hidePopup()

    assert count(image, LIGHT.tint) > 500  # the one that holds
    assert count(image, LIGHT.accent) < 20
