"""Who cannot see the window, or cannot use a pointer, is served as well: by names, by Tab, by size."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
import shiboken6
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from tests.ui.painting import grabbed
from tests.ui.views import PAGES, Stage, dialogs, opened, place_in, staged

from faceattend.config.paths import Home
from faceattend.config.resources import resource
from faceattend.services.station import Station

pytestmark = [pytest.mark.gui, pytest.mark.models, pytest.mark.usefixtures("theme")]

TARGET_PX = 28
LINE_PX = 2  # a target may be smaller by the lines around what it lies in
ICONS = {each.stem for each in resource("icons").glob("*.svg")}
PARTS = (QScrollArea, QAbstractSlider)  # of what they are in: read out and operated with it
Open = Callable[[Home], Station]


@pytest.fixture
def stage(home_with_people: Home, open_here: Open) -> Iterator[Stage]:
    with staged(open_here(home_with_people)) as made:
        yield made


def each_view(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Every page, with the window around it, and every dialog."""
    for key in PAGES:
        stage.open(key)
        yield key, stage.window
    for name, make in dialogs(stage).items():
        with opened(stage, make) as dialog:
            yield name, dialog


def by_tab(root: QWidget) -> list[QWidget]:
    """What Tab reaches in a window, in its order."""
    found: list[QWidget] = []
    step = root.nextInFocusChain()
    while step is not None and step is not root:
        if root.isAncestorOf(step) and step.isVisible() and step.isEnabled() and takes_tab(step):
            found.append(step)
        step = step.nextInFocusChain()
    return found


def takes_tab(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return tab and widget.focusProxy() is None and not isinstance(widget, PARTS) and not widget.isWindow()


def operable(root: QWidget) -> list[QWidget]:
    """Whatever can be clicked or focused, and is not a part of something else."""
    return [
        each
        for each in root.findChildren(QWidget)
        if each.isVisible()
        and not each.objectName().startswith("qt_")
        and not isinstance(each.parent(), QLineEdit)  # its glass and cross: Ctrl+F and Esc do the same
        and each.window() is root
        and (isinstance(each, QAbstractButton) or takes_tab(each))
    ]


def spoken(widget: QWidget) -> str:
    """What a screen reader calls a widget, as Qt finds it: its own name, its words, or the label beside it."""
    words = getattr(widget, "text", str)() if isinstance(widget, QAbstractButton) else ""
    labels = [each.text() for each in widget.window().findChildren(QLabel) if each.buddy() is widget]
    return (widget.accessibleName() or words or next(iter(labels), "")).strip()


def listed(found: list[str]) -> str:
    return "\n".join(found)


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r} {spoken(widget)!r}"


def test_everything_that_can_be_operated_has_a_name_of_its_own(stage: Stage):
    nameless, twice = [], []
    for view, root in each_view(stage):
        widgets = operable(root)
        assert widgets
        nameless += [f"{view}: {told(each)}" for each in widgets if not spoken(each) or spoken(each) in ICONS]
        roles = Counter(
            (type(each).__name__, spoken(each), each.accessibleDescription() or each.toolTip()) for each in widgets
        )
        twice += [f"{view}: {name}" for name, times in roles.items() if times > 1 and name[1]]
    assert not nameless + twice, listed(nameless + twice)


def test_everything_that_can_be_clicked_is_large_enough(stage: Stage):
    small = []
    for view, root in each_view(stage):
        tight = [each for each in operable(root) if min(each.width(), each.height()) < TARGET_PX - LINE_PX]
        small += [f"{view}: {told(each)} {each.width()}x{each.height()}" for each in tight]
    assert not small, listed(small)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_tab_follows_reading(direction: Qt.LayoutDirection, home_with_people: Home, open_here: Open):
    QApplication.setLayoutDirection(direction)
    try:
        with staged(open_here(home_with_people)) as stage:
            astray = [f"{view}: {step}" for view, root in each_view(stage) for step in backwards(stage, root)]
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert not astray, listed(astray)


def backwards(stage: Stage, root: QWidget) -> list[str]:
    """The steps of Tab that lead up, or back within a line; from one pane to the next it may go up."""
    panes = [stage.window.rail, *(stage.window.page.panes() if stage.window.page else ()), stage.window.bar]
    steps = by_tab(root)
    assert len(steps) > 1 or root is not stage.window
    wrong = []
    for one, other in pairwise(steps):
        holds = [
            next((pane for pane in panes if pane is each or pane.isAncestorOf(each)), None) for each in (one, other)
        ]
        if holds[0] is holds[1] and not follows(place(one, root), place(other, root), one.layoutDirection()):
            wrong.append(f"{told(one)} {place(one, root).getRect()} -> {told(other)} {place(other, root).getRect()}")
    return wrong


def place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(place_in(widget, root), widget.size())


def follows(one: QRect, other: QRect, direction: Qt.LayoutDirection) -> bool:
    if other.top() >= one.bottom():
        return True
    if other.bottom() <= one.top():
        return other.left() > one.right() if direction == Qt.LayoutDirection.LeftToRight else other.right() < one.left()
    if direction == Qt.LayoutDirection.RightToLeft:
        return other.right() <= one.right()
    return other.left() >= one.left()


def test_the_focus_is_seen(stage: Stage):
    unseen = []
    for view, root in each_view(stage):
        root.activateWindow()
        rest = QWidget(root)  # takes the focus while nothing else is to have it
        rest.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        rest.show()
        for each in by_tab(root):
            if each is rest:
                continue
            rest.setFocus()
            QApplication.processEvents()
            area = QRect(place_in(each, root), each.size()).adjusted(-5, -5, 5, 5)
            before = grabbed(root).copy(area)
            each.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            if grabbed(root).copy(QRect(place_in(each, root), each.size()).adjusted(-5, -5, 5, 5)) == before:
                unseen.append(f"{view}: {told(each)}")
        rest.hide()
        rest.setParent(None)
        shiboken6.delete(rest)
    assert not unseen, listed(unseen)


def cut(root: QWidget) -> list[str]:
    """The labels and buttons that have less room than their words need."""
    found = []
    for each in root.findChildren(QWidget):
        if (
            not each.isVisible()
            or each.window() is not root
            or not isinstance(each, QLabel | QAbstractButton)
            or isinstance(each.parent(), QLineEdit)
        ):
            continue
        needed = each.minimumSizeHint() if isinstance(each, QLabel) and each.wordWrap() else each.sizeHint()
        lines = isinstance(each, QLabel) and each.wordWrap()
        height = each.heightForWidth(each.width()) if lines else needed.height()
        text = each.text()
        if text and ((not lines and each.width() < needed.width() - 1) or each.height() < height):
            found.append(f"{told(each)} {each.width()}x{each.height()} of {needed.width()}x{height}")
    return found


def test_no_words_are_cut(stage: Stage):
    short = [f"{view}: {each}" for view, root in each_view(stage) for each in cut(root)]
    assert not short, listed(short)


def test_a_test_of_names_and_sizes_sees_what_is_wrong(theme: object, qtbot: object):
    assert theme
    assert qtbot
    root = QWidget()
    nameless, ticked = QPushButton(root), QCheckBox("Named", root)
    nameless.resize(10, 10)
    QRadioButton("No focus", root).setFocusPolicy(Qt.FocusPolicy.NoFocus)
    root.show()
    assert nameless in operable(root)
    assert (spoken(nameless), spoken(ticked)) == ("", "Named")
    root.close()
