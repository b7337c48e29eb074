from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.painting import count, grabbed

from faceattend.ui.tokens import LIGHT
from faceattend.ui.variants import icon_button
from faceattend.ui.widgets.chip import Chip, chip_width
from faceattend.ui.widgets.focus import FocusRing
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.key_cap import KeyCap, cap_width
from faceattend.ui.widgets.segmented import Segmented

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    """The widgets above each other in a window that has the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for each in widgets:
        column.addWidget(each)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def test_a_button_makes_room_for_icon_and_key(qtbot: QtBot):
    plain, full = KeyButton("Enrol person"), KeyButton("Enrol person", key="Ctrl+E", icon="user-plus")
    for each in (plain, full):
        qtbot.addWidget(each)

    assert full.sizeHint().width() >= plain.sizeHint().width() + 16 + 8 + cap_width("Ctrl+E")
    assert full.sizeHint().height() == plain.sizeHint().height() == 32


def test_a_button_with_an_icon_only_is_square(qtbot: QtBot):
    button = KeyButton(icon="ellipsis")
    qtbot.addWidget(button)

    assert button.sizeHint().width() == button.sizeHint().height() == 32


def test_the_reader_is_told_the_key(qtbot: QtBot):
    button = KeyButton("Accept 16:41", key="A")
    qtbot.addWidget(button)

    assert "A" in button.accessibleDescription()
    button.set_key("")
    assert button.accessibleDescription() == ""


def test_forms_can_set_key_and_icon_as_properties(qtbot: QtBot):
    parent = QWidget()
    qtbot.addWidget(parent)
    button = KeyButton(parent)  # as generated code makes it
    button.setText("Enrol")
    button.setProperty("key", "N")
    button.setProperty("glyph", "user-plus")

    assert button.parentWidget() is parent
    assert (button.get_key(), button.get_glyph()) == ("N", "user-plus")


def test_a_misspelt_icon_is_told_at_once(qtbot: QtBot):
    button = KeyButton("Enrol")
    qtbot.addWidget(button)

    with pytest.raises(LookupError, match="usr-plus"):
        button.set_glyph("usr-plus")


def test_its_key_clicks_it_but_not_out_of_a_field(qtbot: QtBot):
    button, field = KeyButton("Accept", key="A"), QLineEdit()
    button.listen()
    clicks: list[str] = []
    button.clicked.connect(lambda: clicks.append("once"))
    window = shown(qtbot, field, button)

    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A)
    assert field.text() == "a"
    assert clicks == []
    button.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: clicks == ["once"])


def test_disabled_it_is_drawn_as_such(qtbot: QtBot):
    button = KeyButton("Enrol", kind="primary", icon="user-plus")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert count(grabbed(button), LIGHT.accent) > 500

    button.setEnabled(False)
    assert count(grabbed(button), LIGHT.accent) == 0


def test_right_to_left_the_key_stands_left(qtbot: QtBot):
    button = KeyButton("OOOO", key="A")
    qtbot.addWidget(button)
    button.setFixedSize(160, 32)
    plain = count(grabbed(button).copy(80, 4, 76, 24), LIGHT.sunken)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert plain > 50
    assert count(grabbed(button).copy(4, 4, 76, 24), LIGHT.sunken) == pytest.approx(plain, rel=0.2)


def test_a_key_stands_by_itself(qtbot: QtBot):
    cap = KeyCap("Esc")
    qtbot.addWidget(cap)

    assert cap.sizeHint().width() == cap_width("Esc") > cap_width("J") == 20
    assert count(grabbed(cap), LIGHT.sunken) > 50


def test_an_icon_button_says_what_it_does(qtbot: QtBot):
    button = icon_button("x", "Close")
    qtbot.addWidget(button)

    assert button.accessibleName() == button.toolTip() == "Close"
    assert button.sizeHint().width() == 32


@pytest.fixture
def choices(qtbot: QtBot) -> Iterator[Segmented]:
    made = Segmented([("day", "Day"), ("week", "Week"), ("month", "Month")])
    window = shown(qtbot, made)
    yield made
    window.close()


def test_the_first_choice_holds_until_another_is_clicked(qtbot: QtBot, choices: Segmented):
    assert choices.value() == "day"

    with qtbot.waitSignal(choices.chosen) as told:
        qtbot.mouseClick(choices._group.button(1), Qt.MouseButton.LeftButton)
    assert told.args == ["week"]
    assert choices.value() == "week"


def test_arrow_keys_walk_through_choices(qtbot: QtBot, choices: Segmented):
    first = choices._group.button(0)
    first.setFocus()

    with qtbot.waitSignal(choices.chosen) as told:
        qtbot.keyClick(first, Qt.Key.Key_Right)
    assert told.args == ["week"]


def test_choosing_in_code_tells_nothing(qtbot: QtBot, choices: Segmented):
    with qtbot.assertNotEmitted(choices.chosen):
        choices.choose("month")
    assert choices.value() == "month"
    with pytest.raises(ValueError, match="year"):
        choices.choose("year")


def test_other_choices_take_the_place_of_the_old(choices: Segmented):
    choices.set_options([(4, "4"), (9, "9")])

    assert choices.value() == 4
    choices.set_options([])
    assert choices.value() is None


@pytest.mark.parametrize("kind", ["ok", "warn", "bad", "neu", "tint"])
def test_a_chip_is_as_wide_as_its_word(qtbot: QtBot, kind: str):
    chip = Chip(kind, "clock", "Late 12 min")
    qtbot.addWidget(chip)
    ground = LIGHT.tint if kind == "tint" else getattr(LIGHT, f"{kind}_bg")

    assert chip.accessibleName() == "Late 12 min"
    assert chip.sizeHint().height() == 22
    assert chip.sizeHint().width() == chip_width("clock", "Late 12 min") > chip_width("clock", "Late")
    assert count(grabbed(chip), ground) > 300


def test_a_long_word_in_a_narrow_chip_stays_inside(qtbot: QtBot):
    chip = Chip("bad", "circle-x", "Absent without any excuse at all")
    qtbot.addWidget(chip)
    chip.resize(90, 22)
    image = grabbed(chip)

    assert count(image.copy(84, 0, 6, 22), LIGHT.bad) == 0


def ring_of(window: QWidget) -> FocusRing | None:
    visible = [each for each in window.findChildren(FocusRing) if each.isVisible()]
    return visible[0] if visible else None


def test_the_ring_goes_from_button_to_button_and_leaves_fields_alone(qtbot: QtBot):
    first, second, field = QPushButton("One"), QCheckBox("Two"), QLineEdit()
    window = shown(qtbot, first, second, field)
    for button in (first, second):
        button.setFocus()
        ring = ring_of(window)
        assert ring is not None
        place = ring.geometry().translated(ring.parentWidget().mapTo(window, QPoint(0, 0)))
        assert place.adjusted(4, 4, -4, -4) == button.geometry()
    field.setFocus()
    assert ring_of(window) is None


def test_the_ring_follows_when_things_move(qtbot: QtBot):
    button = QPushButton("One")
    window = shown(qtbot, button)
    button.setFocus()
    window.resize(400, 300)
    ring = ring_of(window)
    assert ring is not None
    qtbot.waitUntil(lambda: ring.geometry().adjusted(4, 4, -4, -4) == button.geometry())

    button.hide()
    assert ring_of(window) is None


def test_the_ring_finds_room_outside_a_layout_without_margins(qtbot: QtBot):
    inner = QWidget()
    row = QHBoxLayout(inner)
    row.setContentsMargins(0, 0, 0, 0)
    button = QPushButton("One")
    row.addWidget(button)
    window = shown(qtbot, inner)
    button.setFocus()
    ring = ring_of(window)

    assert ring is not None
    assert ring.parentWidget() is window
    assert grabbed(window).pixelColor(button.mapTo(window, QPoint(-2, 16))) == QColor(LIGHT.accent2)


def test_what_scrolls_cuts_the_ring(qtbot: QtBot):
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    button = QPushButton("One")
    column.addWidget(button)
    area = QScrollArea()
    area.setWidget(content)
    window = shown(qtbot, area)
    button.setFocus()
    ring = ring_of(window)

    assert ring is not None
    assert ring.parentWidget() is content


def test_a_window_that_is_gone_takes_its_ring_along(qtbot: QtBot):
    button, other = QPushButton("One"), QPushButton("Other")
    first = QWidget()
    QVBoxLayout(first).addWidget(button)
    first.show()
    first.activateWindow()
    qtbot.waitUntil(lambda: ring_of(first) is not None)
    shiboken6.delete(first)

    second = shown(qtbot, other)
    other.setFocus()
    assert ring_of(second) is not None
