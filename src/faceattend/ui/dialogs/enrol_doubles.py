"""The question whether somebody is enrolled already: asked once for each person whom the photos are like."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from faceattend.domain.people import Likeness, Person
from faceattend.services.enrolment import Twin
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.enrol_photos import EnrolPhotos
from faceattend.ui.forms.ui_enrol import Ui_Enrol
from faceattend.ui.widgets.icon_mark import IconMark

if TYPE_CHECKING:
    from uuid import UUID


class Doubles(QObject):
    """Shows who is enrolled already with this face, and keeps what was answered.

    Signals:
        changed(): somebody was found, or an answer was given or taken back.
        same_person(Person): it is this person.
        failed(Exception): who it is cannot be shown.

    Thread: the GUI thread.

    Args:
        desk: what it works with.
        form: the dialog's fields.
        photos: what is compared.
        parent: the dialog.
    """

    changed = Signal()
    same_person = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, form: Ui_Enrol, photos: EnrolPhotos, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._form, self._photos = desk, form, photos
        self._twin: Twin | None = None
        self._apart: set[UUID] = set()
        form.told_apart_mark.addWidget(IconMark("info", "text2"), 0, Qt.AlignmentFlag.AlignTop)
        form.twin.hide()
        form.told_apart.hide()
        photos.twin_found.connect(self.on_found)
        form.twin.two_people.connect(self.on_two_people)
        form.twin.same_person.connect(self.on_same_person)
        form.ask_again.clicked.connect(self.on_ask_again)

    @property
    def open(self) -> Person | None:
        """About whom an answer is still awaited; None for nobody."""
        twin = self._twin
        return twin.person if twin is not None and twin.person.id not in self._apart else None

    @property
    def told_apart(self) -> bool:
        """Whether somebody has said that the look-alike is another person."""
        return self._twin is not None and self.open is None

    def ask_about(self, likeness: Likeness) -> None:
        """Ask about somebody who was found only when it was to be stored."""
        enrolment, actor = self._desk.station.enrolment, self._desk.actor
        self._apart.discard(likeness.other.id)
        self._desk.questions.run(
            self, lambda: enrolment.twin(actor, likeness), done=self.on_found, failed=self.failed.emit
        )

    def on_found(self, twin: Twin | None) -> None:
        """Show who was found, if anybody."""
        self._twin = twin
        if twin is not None:
            faces = [each.face for each in self._photos.kept]
            self._form.twin.show_twin(twin, faces[0] if faces else b"", self.tr("New"))
            words = self.tr(
                "Enrolled as somebody else than {name}, {number}. Where a camera cannot tell the two apart, it asks."
            )
            self._form.told_apart_text.setText(words.format(name=twin.person.name, number=twin.person.number))
        self._show()

    def on_two_people(self) -> None:
        """Keep the answer, and leave a way to take it back."""
        if self._twin is not None:
            self._apart.add(self._twin.person.id)
        self._show()
        self._form.ask_again.setFocus()

    def on_ask_again(self) -> None:
        """Take the answer back."""
        if self._twin is not None:
            self._apart.discard(self._twin.person.id)
        self._show()
        self._form.twin.ask()

    def on_same_person(self) -> None:
        """Tell who it is."""
        if self._twin is not None:
            self.same_person.emit(self._twin.person)

    def _show(self) -> None:
        self._form.twin.setVisible(self.open is not None)
        self._form.told_apart.setVisible(self.told_apart)
        self.changed.emit()
