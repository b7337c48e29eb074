"""The card of the first-run assistant: steps at the start, the open one beside them, buttons at its foot."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from faceattend.ui.dialogs.first_run_step import FirstRunStep, StepSaid
from faceattend.ui.forms.ui_first_run import Ui_FirstRun
from faceattend.ui.variants import align_labels
from faceattend.ui.widgets.icon_mark import IconMark
from faceattend.ui.widgets.step_list import StepItem

_BRAND_PX = 24


class FirstRunFrame(QWidget):
    """Shows one step at a time.

    Signals:
        forward(), back(), later(), alone(), again(): the button of that name was pressed.
        chosen(int): a step of the list was pressed.

    Thread: the GUI thread.
    """

    forward = Signal()
    back = Signal()
    later = Signal()
    alone = Signal()
    again = Signal()
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[FirstRunStep] = []
        self._form = form = Ui_FirstRun()
        form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        form.brand_row.insertWidget(0, IconMark("faceattend", "accent", _BRAND_PX))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # keeps the focus while there is nothing to be pressed
        form.trouble.hide()
        form.forward.setDefault(True)
        form.forward.clicked.connect(self.forward)
        form.back.clicked.connect(self.back)
        form.later.clicked.connect(self.later)
        form.alone.clicked.connect(self.alone)
        form.trouble.acted.connect(self.again)
        form.steps.chosen.connect(self.chosen)
        align_labels(self)

    def add(self, step: FirstRunStep) -> None:
        """Take a step in, behind the others."""
        step.hide()
        align_labels(step)
        self._steps.append(step)
        self._form.scrolled_rows.addWidget(step)

    def order(self, after: QWidget) -> None:
        """Let Tab follow reading: the list, the open step, the buttons below it, and then what lies after them."""
        form = self._form
        inside = [each for step in self._steps for each in _by_focus(step)]
        foot = [form.back, form.later, form.forward, after]
        chain = [*_by_focus(form.steps), form.alone, form.trouble.button, *inside, *foot]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def open(self, step: FirstRunStep) -> None:
        """Show this step from its beginning."""
        self.clear_trouble()
        for each in self._steps:
            each.setVisible(each is step)
        self._form.scroll.verticalScrollBar().setValue(0)

    def show_said(self, said: StepSaid, items: Sequence[StepItem], *, first: bool, busy: bool) -> None:
        """Show what a step says of itself now."""
        form = self._form
        form.title.setText(said.heading)
        form.lead.setText(said.lead)
        form.steps.show_items(list(items))
        form.forward.setText(said.forward)
        self._enable_forward(not said.missing)
        form.later.setText(said.later)
        form.later.setVisible(bool(said.later))
        form.missing.setText(said.missing)
        form.back.setVisible(not first)
        for button in (form.back, form.later, form.alone):
            button.setEnabled(not busy)

    def show_trouble(self, error: Exception) -> None:
        """Say what went wrong, and offer to try it again."""
        self._form.trouble.tell_error(error, self.tr("Try again"))
        self._form.trouble.show()

    def clear_trouble(self) -> None:
        """Nothing is wrong any more."""
        self._form.trouble.hide()

    def reveal(self, part: QWidget) -> None:
        """Scroll so that a part of the step can be seen, once it has its place."""
        QTimer.singleShot(0, part, lambda: self._form.scroll.ensureWidgetVisible(part))

    def focus_forward(self) -> None:
        """Put the focus on the primary button, as soon as that can be pressed."""
        target = self._form.forward if self._form.forward.isEnabled() else self
        target.setFocus()

    def _enable_forward(self, enabled: bool) -> None:
        """Let the button be pressed or not; while it cannot, the frame keeps its focus for it."""
        forward, focus = self._form.forward, self.window().focusWidget()
        if focus is forward and not enabled:
            self.setFocus()
        forward.setEnabled(enabled)
        if focus is self and enabled:
            forward.setFocus()


def _by_focus(root: QWidget) -> list[QWidget]:
    """Return what lies in a widget in the order of its own Tab."""
    found: list[QWidget] = []
    step = root.nextInFocusChain()
    while step is not None and step is not root:
        tab = bool(step.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        if tab and step.focusProxy() is None and root.isAncestorOf(step):
            found.append(step)
        step = step.nextInFocusChain()
    return found
