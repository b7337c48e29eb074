"""A visitor at the door: named, numbered, and known to the cameras for the day."""

from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from faceattend.domain.directory import GroupSize
from faceattend.domain.errors import AlreadyExists, ImageRejected, LooksLikeSomeoneElse
from faceattend.domain.people import Person
from faceattend.services.answers import Answered, Candidate, Question, Visitor
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_live_register import Ui_RegisterVisitor
from faceattend.ui.pages.live_times import seen_words
from faceattend.ui.translation import spoken, translate
from faceattend.ui.widgets.face_pair import FacePair
from faceattend.ui.widgets.field import mark_error
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from datetime import date

_WIDTH_PX = 520


class RegisterVisitorDialog(Sheet):
    """Asks for what a visitor needs; enrols the face that was seen and counts the visit.

    A face that is like somebody enrolled blocks until a person has said whether they are two people.

    Signals:
        answered(Answered): it is stored.

    Thread: the GUI thread; what is asked and stored runs in the desk's pools.

    Args:
        desk: what it works with.
        sighting_id: of the unknown face.
        parent: anything in the window that it lies over.
    """

    answered = Signal(object)

    def __init__(self, desk: Desk, sighting_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(translate("RegisterVisitorDialog", "Register visitor"), parent, width=_WIDTH_PX)
        self._desk = desk
        self._sighting_id = sighting_id
        self._day: date | None = None
        self._crop = b""
        self._storing = False
        self._twin: Person | None = None
        self._form = Ui_RegisterVisitor()
        content = QWidget()
        self._form.setupUi(content)  # pyright: ignore[reportUnknownMemberType] - generated code
        self.body.addWidget(content)
        self._dress()
        self._read()

    def reject(self) -> None:
        """Close, unless the visitor is being stored just now: the outcome must be told."""
        if not self._storing:
            super().reject()

    def _dress(self) -> None:
        form = self._form
        form.trouble.hide()
        form.twin.hide()
        form.seen.setText(self.tr("Unknown visitor"))
        form.group.setEditText(self.tr("Visitors"))
        form.lasting.setText(
            self.tr("The visit is stored as a punch, which stays. To correct a mistake, add a punch by hand.")
        )
        form.name.setAccessibleName(self.tr("Name"))
        form.name.textChanged.connect(self._on_edited)
        form.number.textChanged.connect(self._on_edited)
        form.with_face.toggled.connect(self._on_edited)
        form.trouble.acted.connect(self._on_without_face)
        form.two_people.clicked.connect(self._on_two_people)
        form.same_person.clicked.connect(self._on_same_person)
        self._cancel = KeyButton(self.tr("Cancel"), key=self.tr("Esc"))
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._register = KeyButton(self.tr("Register visitor"), kind="primary")
        self._register.setDefault(True)
        self._register.clicked.connect(self._on_register)
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self._register)
        form.name.setFocus()
        self._on_edited()

    def _read(self) -> None:
        station, actor, sighting_id = self._desk.station, self._desk.actor, self._sighting_id

        def read() -> tuple[Question, str, list[GroupSize]]:
            question = station.answers.question(actor, sighting_id)
            return question, station.answers.next_visitor_number(actor), station.directory.groups(actor)

        self._desk.questions.run(self, read, done=self._on_read, failed=self._on_unreadable)

    def _on_read(self, read: tuple[Question, str, list[GroupSize]]) -> None:
        question, number, groups = read
        form, sighting = self._form, question.sighting
        self._crop = sighting.crop_jpeg
        self._day = sighting.seen_at.astimezone(ZoneInfo(question.zone) if question.zone else None).date()
        form.face.set_face(self._crop or None, self.tr("The face that was seen"))
        form.where.setText(seen_words(sighting.seen_at, question.zone, question.camera))
        if not self._crop:
            form.with_face.setChecked(False)
            form.with_face.setEnabled(False)
            form.face_hint.setText(self.tr("The picture was erased, so cameras will not know this visitor."))
        if not form.number.text():
            form.number.setText(number)
        written = form.group.currentText()
        form.group.addItems([group.name for group in groups])
        form.group.setEditText(written)
        self._on_edited()

    def _on_unreadable(self, error: Exception) -> None:
        self._show_trouble(error)
        self._day = None
        self._on_edited()

    def _on_edited(self) -> None:
        """Say what is still missing; a twin found for another face or number is asked about again."""
        form = self._form
        missing = [
            words
            for words, there in (
                (self.tr("a name"), form.name.text().strip()),
                (self.tr("a number"), form.number.text().strip()),
            )
            if not there
        ]
        self._mark(number="")
        blocked = self._twin is not None and form.with_face.isChecked()
        form.twin.setVisible(blocked)
        if blocked:
            missing.append(self.tr("an answer about {name}").format(name=self._twin.name if self._twin else ""))
        self._register.setEnabled(not missing and self._day is not None and not self._storing)
        if missing:
            self.tell(self.tr("Still needed: {what}.").format(what=self.tr(" and ").join(missing)))
        else:
            self.tell(self.tr("Storing…") if self._storing else "")

    def _visitor(self, *, confirmed_different: bool) -> Visitor:
        form = self._form
        day = self._day if form.today_only.isChecked() else None
        return Visitor(
            number=form.number.text().strip(),
            name=form.name.text().strip(),
            group=form.group.currentText().strip() or None,
            active_from=self._day,
            active_to=day,
            with_face=form.with_face.isChecked(),
            confirmed_different=confirmed_different,
        )

    def _on_register(self) -> None:
        self._store(confirmed_different=False)

    def _on_two_people(self) -> None:
        self._twin = None
        self._store(confirmed_different=True)

    def _store(self, *, confirmed_different: bool) -> None:
        if not self._form.name.text().strip() or self._storing:
            self._form.name.setFocus()
            return
        visitor = self._visitor(confirmed_different=confirmed_different)
        answers, actor, sighting_id = self._desk.station.answers, self._desk.actor, self._sighting_id
        self._begin()
        self._desk.jobs.run(
            self,
            lambda: answers.register_visitor(actor, sighting_id, visitor),
            done=self._on_stored,
            failed=self._on_failed,
        )

    def _on_same_person(self) -> None:
        if self._twin is None or self._storing:
            return
        answers, actor, sighting_id, person_id = (
            self._desk.station.answers,
            self._desk.actor,
            self._sighting_id,
            self._twin.id,
        )
        self._begin()
        self._desk.jobs.run(
            self,
            lambda: answers.decide(actor, sighting_id, person_id),
            done=self._on_stored,
            failed=self._on_failed,
        )

    def _begin(self) -> None:
        self._storing = True
        self._form.trouble.hide()
        self._on_edited()

    def _on_stored(self, answered: Answered) -> None:
        self._storing = False
        self.accept()
        self._desk.changes.people.emit()
        self.answered.emit(answered)

    def _on_failed(self, error: Exception) -> None:
        self._storing = False
        if isinstance(error, LooksLikeSomeoneElse):
            self._ask_about(error.likeness.other)
        elif isinstance(error, AlreadyExists) and self._form.number.text().strip() in error.what:
            self._on_edited()
            self._mark(number=spoken(error.what))
        else:
            self._show_trouble(error)
            self._on_edited()
        self.adjust()

    def _show_trouble(self, error: Exception) -> None:
        without = isinstance(error, ImageRejected) and self._form.with_face.isChecked()
        self._form.trouble.tell_error(error, self.tr("Register without the face") if without else "")
        self._form.trouble.show()
        self.adjust()

    def _on_without_face(self) -> None:
        self._form.with_face.setChecked(False)
        self._store(confirmed_different=False)

    def _ask_about(self, twin: Person) -> None:
        """Show both faces; until somebody answers, nobody is enrolled twice."""
        self._twin = twin
        form = self._form
        about = f"{twin.number} · {twin.group}" if twin.group else twin.number
        form.twin_text.setText(
            self.tr("The face is close to {name}, {about}. Two entries for one person would split the hours.").format(
                name=twin.name, about=about
            )
        )
        form.same_person.setText(self.tr("It is {name}").format(name=twin.name))
        self._show_twin(None)
        self._on_edited()
        self._cancel.setFocus()  # Enter in haste must answer nothing
        answers, actor = self._desk.station.answers, self._desk.actor
        self._desk.questions.run(
            self, lambda: answers.candidate(actor, twin.id), done=self._show_twin, failed=self._on_twin_unseen
        )

    def _show_twin(self, candidate: Candidate | None) -> None:
        says = self.tr("The face that was seen, beside the reference photo of {name}")
        photo = candidate.photo if candidate else b""
        self._form.twin_faces.set_pair(
            FacePair(self._crop or None, photo), says.format(name=self._twin.name if self._twin else "")
        )

    def _on_twin_unseen(self, _error: Exception) -> None:
        self._form.twin_faces.set_pair(FacePair(self._crop or None, None), self.tr("No reference photo"))

    def _mark(self, *, number: str) -> None:
        mark_error(self._form.number, number)
        self._form.number_error.tell(number)
