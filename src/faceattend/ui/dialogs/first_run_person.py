"""The assistant's last step: the first person, enrolled as everybody will be."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from faceattend.domain.people import Person
from faceattend.ui.dialogs.first_run_step import FirstRunStep, StepSaid
from faceattend.ui.dialogs.first_run_work import FirstRunWork
from faceattend.ui.forms.ui_first_run_person import Ui_FirstRunPerson
from faceattend.ui.widgets.verdicts import Verdict

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

_NAMED = 5


class PersonStep(FirstRunStep):
    """Opens the enrolment dialog; whoever is enrolled there stays enrolled.

    Thread: the GUI thread.

    Args:
        work: what it works with.
        parent: the frame's stack.
    """

    def __init__(self, work: FirstRunWork, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self._form = Ui_FirstRunPerson()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._people: list[str] = []
        self._dialog: QDialog | None = None
        self._form.another.clicked.connect(self.on_enrol)
        self._show()

    def said(self) -> StepSaid:
        """Return what the frame shows."""
        return StepSaid(
            title=self.tr("Enrol yourself"),
            heading=self.tr("Enrol the first person"),
            lead=self.tr("Yourself, best: then you can walk past the camera and see whether it knows you."),
            forward=self.tr("Open FaceAttend") if self._people else self.tr("Enrol yourself"),
            later="" if self._people else self.tr("Enrol people later"),
            summary=self._summary(),
            prospect=self.tr("5 photos, one minute"),
        )

    def enter(self) -> None:
        """Look whether there is somebody."""
        desk = self.work.desk
        desk.questions.run(
            self, lambda: desk.station.people.list(desk.actor), done=self.on_listed, failed=self.failed.emit
        )

    def leave(self) -> None:
        """Close the dialog."""
        if self._dialog is not None:
            self._dialog.close()

    def go_on(self) -> None:
        """Enrol, or go on once somebody is."""
        if self._people:
            self.passed.emit()
        else:
            self.on_enrol()

    def on_enrol(self) -> None:
        """Open the enrolment dialog."""
        from faceattend.ui.dialogs.enrol import EnrolDialog  # noqa: PLC0415 - large, and needed by few starts

        dialog = EnrolDialog(self.work.desk, self.window())
        dialog.finished.connect(self.on_closed)
        dialog.open()
        self._dialog = dialog

    def on_closed(self) -> None:
        """See who was enrolled."""
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
        self.enter()

    def on_listed(self, people: Sequence[Person]) -> None:
        """Show who is enrolled."""
        self._people = [person.name for person in people]
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        done = bool(self._people)
        self._form.how.tell("" if done else self.tr("How it goes"), () if done else self._how())
        self._form.found.tell("", self._enrolled() if done else ())
        self._form.another.setVisible(done)

    def _how(self) -> list[Verdict]:
        return [
            Verdict("text2", self.tr("Five photos: straight ahead, then a little to each side, up and down.")),
            Verdict("text2", self.tr("The shutter works by itself once a photo is good enough.")),
            Verdict("text2", self.tr("Photo files do as well: one good portrait is enough to begin with.")),
            Verdict(
                "text2", self.tr("Whether somebody like you is enrolled already is checked before anything is stored.")
            ),
        ]

    def _enrolled(self) -> list[Verdict]:
        shown = [Verdict("ok", self.tr("{name} is enrolled").format(name=name)) for name in self._people[:_NAMED]]
        rest = len(self._people) - len(shown)
        if rest:
            shown.append(Verdict("ok", self.tr("and {count} more").format(count=self.locale().toString(rest))))
        return shown

    def _summary(self) -> str:
        if len(self._people) > 1:
            return self.tr("{count} people").format(count=self.locale().toString(len(self._people)))
        return self._people[0] if self._people else ""
