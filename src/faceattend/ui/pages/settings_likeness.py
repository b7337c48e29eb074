"""How much likeness is asked for: a slider of named steps, and what each was measured to do."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider

from faceattend.domain.strictness import Consequence, Strictness, accept_for, consequence, step_of
from faceattend.ui.variants import label
from faceattend.ui.widgets.prose import Prose

_STEPS = tuple(Strictness)


class Likeness(QObject):
    """Fills the parts of a form that choose the threshold.

    Signals:
        changed(): another step was chosen.

    Thread: the GUI thread.

    Args:
        slider: from the most careful step to the most generous.
        row: for the words below it.
        name: of the chosen step, with its figure.
        meaning: what it does.
        parent: owns it.
    """

    changed = Signal()

    def __init__(self, slider: QSlider, row: QHBoxLayout, name: QLabel, meaning: Prose, parent: QObject) -> None:
        super().__init__(parent)
        self._slider, self._name, self._meaning = slider, name, meaning
        self._pack, self._own, self._accept = "", 0.0, 0.0
        for step in _STEPS:
            word = label(self._word(step), role="second")
            word.setAlignment(_side(step))
            row.addWidget(word, 1 if step in {_STEPS[0], _STEPS[-1]} else 2)  # each below its place
        slider.valueChanged.connect(self.on_moved)

    def show_value(self, pack: str, own: float | None, accept: float) -> None:
        """Show a threshold.

        Args:
            pack: the model pack it is for.
            own: the likeness that pack itself asks for; None where it is not known, and nothing can be chosen.
            accept: as in the settings: 0 stands for the pack's own.
        """
        self._pack, self._own, self._accept = pack, own or 0.0, accept
        self._slider.setEnabled(own is not None)
        step = step_of(accept, self._own)
        self._slider.blockSignals(True)
        self._slider.setValue(self._nearest() if step is None else _STEPS.index(step))
        self._slider.blockSignals(False)
        self._tell()

    def value(self) -> float:
        """Return the threshold as it is to stand in the settings: 0 for the pack's own."""
        return self._accept

    def on_moved(self, position: int) -> None:
        """Take a step."""
        step = _STEPS[position]
        self._accept = 0.0 if step is Strictness.BALANCED else accept_for(step, self._own)
        self._tell()
        self.changed.emit()

    def _nearest(self) -> int:
        asked = self._accept or self._own
        return min(range(len(_STEPS)), key=lambda each: abs(accept_for(_STEPS[each], self._own) - asked))

    def _tell(self) -> None:
        if not self._slider.isEnabled():
            self._name.setText(self.tr("The chosen pack is not here"))
            self._meaning.setText("")
            return
        asked = self._accept or self._own
        step = step_of(self._accept, self._own)
        word = self.tr("Set by hand") if step is None else self._word(step)
        figure = self._slider.locale().toString(asked, "f", 3)
        self._name.setText(self.tr("{word}: a likeness of {figure} or more").format(word=word, figure=figure))
        self._slider.setAccessibleDescription(self._name.text())
        measured = consequence(self._pack, asked)
        self._meaning.setText(self._unmeasured() if measured is None else self._measured(measured))

    def _measured(self, seen: Consequence) -> str:
        count = self._slider.locale().toString
        said = self.tr(
            "Measured on single photos, with {people} people enrolled by one photo each: of 1,000 photos of strangers, "
            "{strangers} were given a name; of 100 photos of enrolled people, {missed} were not recognised, and {less} "
            "with three photos of each enrolled. At a camera several pictures must agree before a name is said. With "
            "many thousands of people, choose a more careful step."
        )
        return said.format(
            people=count(seen.people),
            strangers=count(round(seen.strangers_named)),
            missed=count(seen.missed_one, "f", 1),
            less=count(seen.missed_three, "f", 1),
        )

    def _unmeasured(self) -> str:
        return self.tr(
            "What this does was not measured for this pack. “Balanced” is the pack’s own value; further to the careful "
            "side fewer strangers are given a name, and more of your people are called unsure."
        )

    def _word(self, step: Strictness) -> str:
        return {
            Strictness.VERY_CAREFUL: self.tr("Very careful"),
            Strictness.CAREFUL: self.tr("Careful"),
            Strictness.BALANCED: self.tr("Balanced"),
            Strictness.GENEROUS: self.tr("Generous"),
            Strictness.VERY_GENEROUS: self.tr("Very generous"),
        }[step]


def _side(step: Strictness) -> Qt.AlignmentFlag:
    if step is _STEPS[0]:
        return Qt.AlignmentFlag.AlignLeading
    return Qt.AlignmentFlag.AlignTrailing if step is _STEPS[-1] else Qt.AlignmentFlag.AlignHCenter
