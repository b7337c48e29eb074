"""Who was it? The face that was seen beside those it may be, for a person to decide."""

from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from faceattend.domain.people import Person
from faceattend.services.answers import Answered, Candidate, Question
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_live_decide import Ui_Decide
from faceattend.ui.keys import LetterKey
from faceattend.ui.pages.live_times import seen_words
from faceattend.ui.translation import translate
from faceattend.ui.variants import label
from faceattend.ui.widgets.avatar import SoftFace
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.sheet import Sheet

_WIDTH_PX = 640
_FACE_PX = 88
_LONGEST_NAME = 32


class DecideDialog(Sheet):
    """Shows a sighting and its candidates; storing what is chosen makes the punch.

    Signals:
        answered(Answered): it is stored.
        visitor_wanted(UUID): it is nobody who is enrolled: register a visitor for this sighting.

    Thread: the GUI thread; what is asked and stored runs in the desk's pools.

    Args:
        desk: what it works with.
        sighting_id: what waits for an answer.
        parent: anything in the window that it lies over.
    """

    answered = Signal(object)
    visitor_wanted = Signal(object)

    def __init__(self, desk: Desk, sighting_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(translate("DecideDialog", "Decide who"), parent, width=_WIDTH_PX)
        self._desk = desk
        self._sighting_id = sighting_id
        self._storing = False
        self._looked_up: CandidateCard | None = None
        self._cards: list[CandidateCard] = []
        self._form = Ui_Decide()
        content = QWidget()
        self._form.setupUi(content)  # pyright: ignore[reportUnknownMemberType] - generated code
        self.body.addWidget(content)
        self._dress()
        self._read()

    def reject(self) -> None:
        """Close, unless an answer is being stored just now: its outcome must be told."""
        if not self._storing:
            super().reject()

    def _dress(self) -> None:
        form = self._form
        form.trouble.hide()
        form.candidates_title.hide()
        form.lasting.setText(
            self.tr("The punch this makes stays: it cannot be undone, only answered by a punch by hand with a reason.")
        )
        form.picker.attach(self._desk)
        form.picker.field.setAccessibleName(self.tr("Somebody else"))
        form.picker.chosen.connect(self._on_picked)
        self._cancel = KeyButton(self.tr("Cancel"), key=self.tr("Esc"))
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._visitor = KeyButton(self.tr("Nobody enrolled: register visitor"))
        self._visitor.setAutoDefault(False)
        self._visitor.clicked.connect(self._on_visitor)
        self.foot.addWidget(self._visitor)
        self.foot.addWidget(self._cancel)
        self._cancel.setFocus()  # Enter in haste must not decide what cannot be undone
        for number in range(3):
            LetterKey(self, str(number + 1), partial(self._choose_card, number))

    def _read(self) -> None:
        answers, actor, sighting_id = self._desk.station.answers, self._desk.actor, self._sighting_id
        self._desk.questions.run(
            self, lambda: answers.question(actor, sighting_id), done=self._on_read, failed=self._on_failed
        )

    def _on_read(self, question: Question) -> None:
        form, sighting = self._form, question.sighting
        form.face.set_face(sighting.crop_jpeg or None, self.tr("The face that was seen"))
        form.seen.setText(self.tr("As the camera saw it"))
        form.where.setText(seen_words(sighting.seen_at, question.zone, question.camera))
        close = len(question.candidates)
        form.asked.setText(
            self.tr("The camera cannot tell two people apart here. Look at the eyes, nose and ears, not at the hair.")
            if close > 1
            else self.tr("The camera is not sure enough to say a name by itself.")
        )
        for candidate in question.candidates:
            self._add_card(candidate, nearest=not self._cards)
        form.candidates_title.setVisible(close > 0)
        if not self._cards:
            form.picker.setFocus()
        self.adjust()

    def _add_card(self, candidate: Candidate, *, nearest: bool) -> None:
        card = CandidateCard(candidate, len(self._cards) + 1, nearest=nearest)
        card.button.clicked.connect(partial(self._store, candidate.listed.person))
        self._cards.append(card)
        self._form.candidates.addWidget(card)
        stops = [*(each.button for each in self._cards), self._form.picker.field, self._visitor, self._cancel]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _choose_card(self, number: int) -> None:
        if number < len(self._cards):
            self._cards[number].button.animateClick()

    def _on_picked(self, person: Person | None) -> None:
        """Show whom the user looked up beside the others, so that faces are compared, not names."""
        if self._looked_up is not None:
            self._cards.remove(self._looked_up)
            self._looked_up.deleteLater()
            self._looked_up = None
        if person is None or any(card.person == person for card in self._cards):
            return
        answers, actor, person_id = self._desk.station.answers, self._desk.actor, person.id
        self._desk.questions.run(
            self, lambda: answers.candidate(actor, person_id), done=self._on_candidate, failed=self._on_failed
        )

    def _on_candidate(self, candidate: Candidate) -> None:
        if self._form.picker.person != candidate.listed.person:
            return  # somebody else was chosen meanwhile
        self._add_card(candidate, nearest=False)
        self._looked_up = self._cards[-1]
        self._form.candidates_title.show()
        self.adjust()

    def _store(self, person: Person) -> None:
        if self._storing:
            return
        self._storing = True
        self._enable(False)
        self.tell(self.tr("Storing…"))
        answers, actor, sighting_id = self._desk.station.answers, self._desk.actor, self._sighting_id
        self._desk.jobs.run(
            self, lambda: answers.decide(actor, sighting_id, person.id), done=self._on_stored, failed=self._on_failed
        )

    def _on_stored(self, answered: Answered) -> None:
        self._storing = False
        self.accept()
        self.answered.emit(answered)

    def _on_failed(self, error: Exception) -> None:
        self._storing = False
        self._enable(True)
        self.tell("")
        self._form.trouble.tell_error(error)
        self._form.trouble.show()
        self.adjust()

    def _on_visitor(self) -> None:
        if self._storing:
            return
        super().reject()
        self.visitor_wanted.emit(self._sighting_id)

    def _enable(self, on: bool) -> None:
        self._visitor.setEnabled(on)
        self._cancel.setEnabled(on)
        self._form.picker.setEnabled(on)
        for card in self._cards:
            card.button.setEnabled(on)


class CandidateCard(QFrame):
    """One person whom it may be: face, name, how near, and the button that says so.

    Thread: the GUI thread.

    Args:
        candidate: who.
        number: of the key that presses the button.
        nearest: whether nobody enrolled is nearer.
    """

    def __init__(self, candidate: Candidate, number: int, *, nearest: bool) -> None:
        super().__init__()
        self.person = candidate.listed.person
        self.setProperty("kind", "card")
        name = self.person.name
        self.button = KeyButton(self.tr("It is {name}").format(name=_short(name)), key=str(number))
        self.button.setAutoDefault(False)
        face = SoftFace()
        face.setFixedSize(_FACE_PX, _FACE_PX)
        face.set_face(candidate.photo, self.tr("{name}, reference photo").format(name=name))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(label(name, role="name", wraps=True))
        about = [self.person.number, self.person.group or ""]
        words.addWidget(label(self.tr(" · ").join(each for each in about if each), role="second"))
        words.addWidget(label(self._closeness(candidate, nearest=nearest), role="second", tone="text3"))
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 16, 12)
        row.setSpacing(16)
        row.addWidget(face)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def _closeness(self, candidate: Candidate, *, nearest: bool) -> str:
        if candidate.score is None:
            return self.tr("Not among the nearest two")
        score = self.locale().toString(candidate.score, "f", 2)
        if nearest:
            return self.tr("Nearest of all enrolled, {score}").format(score=score)
        return self.tr("Next nearest, {score}").format(score=score)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"
