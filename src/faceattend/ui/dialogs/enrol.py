"""The dialog that enrols somebody: photos by the camera or from files, and who it is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from faceattend.domain.directory import PersonDetails
from faceattend.domain.errors import AlreadyExists, LooksLikeSomeoneElse
from faceattend.domain.people import Person, PersonKind, Pose
from faceattend.services.people import Enrolment
from faceattend.services.photos import PhotoInput
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.enrol_doubles import Doubles
from faceattend.ui.dialogs.enrol_facts import EnrolFacts
from faceattend.ui.dialogs.enrol_foot import FootState, action_words, foot_words
from faceattend.ui.dialogs.enrol_photos import EnrolPhotos
from faceattend.ui.dialogs.enrol_picture import PictureSide
from faceattend.ui.dialogs.enrol_questions import few_photos, same_person, throw_away
from faceattend.ui.forms.ui_enrol import Ui_Enrol
from faceattend.ui.translation import spoken, translate
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.question import Question
from faceattend.ui.widgets.sheet import Sheet

_WIDTH = 960
_FEW = 3
"""With fewer photos than these a camera depends on people who look straight at it; said before they are stored."""


class EnrolDialog(Sheet):
    """Takes photos, asks who it is, and stores both; a face that is enrolled already has to be told apart first.

    Nothing that was typed or taken is lost without a question. The camera is let go whenever the dialog is out of view.

    Signals:
        enrolled(Person): somebody was enrolled, or got photos; the dialog closes.
        person_wanted(UUID): show this person, who was enrolled already; the dialog closes.

    Thread: the GUI thread; the camera, looking, and storing have their own.

    Args:
        desk: what it works with.
        parent: anything in the window that it lies over.
        kind: why the institution knows them, to begin with.
        name: to begin with.
        pictures: photos to begin with, such as that of a visitor who was seen.
        person: somebody enrolled who gets more photos; None for somebody new.
    """

    enrolled = Signal(object)
    person_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        kind: PersonKind = PersonKind.EMPLOYEE,
        name: str = "",
        pictures: Sequence[PhotoInput] = (),
        person: Person | None = None,
    ) -> None:
        super().__init__(_title(person), parent, width=_WIDTH)
        self._desk, self._person, self._given = desk, person, name
        self._storing = False
        content = QWidget()
        self._form = Ui_Enrol()
        self._form.setupUi(content)  # pyright: ignore[reportUnknownMemberType] - generated code
        self.body.addWidget(content)
        self._photos = EnrolPhotos(desk, person.number if person else "", self)
        self._side = PictureSide(desk, self._form, self._photos, self)
        self._facts = EnrolFacts(desk, self._form, self)
        self._doubles = Doubles(desk, self._form, self._photos, self)
        self._build_foot()
        self._connect()
        self._begin(kind, pictures)

    def reject(self) -> None:
        """Close; ask first where photos or words would be lost. While something is stored, its outcome is awaited."""
        if self._storing:
            return
        typed = self._person is None and self._form.name.text().strip() not in {"", self._given}
        if self._photos.kept or typed:
            self._ask(throw_away(self, len(self._photos.kept)), self._close_unstored)
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Close; files that are still being read are left alone."""
        self._photos.stop()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        """Look through the camera."""
        super().showEvent(event)
        self._side.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the camera."""
        super().hideEvent(event)
        self._side.sleep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes a photo, unless something that has the focus needs it."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._side.shoot()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls() and not self._storing:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the files."""
        self._side.take_files(event.mimeData())
        event.acceptProposedAction()

    def on_enrol_clicked(self) -> None:
        """Store, if nothing is missing; few photos are said to be few."""
        if not self.enrol.isEnabled():
            return
        if self._person is None and len(self._photos.kept) < _FEW:
            self._ask(few_photos(self, len(self._photos.kept)), self._enrol)
        else:
            self._enrol()

    def _begin(self, kind: PersonKind, pictures: Sequence[PhotoInput]) -> None:
        form = self._form
        form.trouble.hide()
        self.setAcceptDrops(True)
        if self._person is None:
            self._facts.begin(kind, self._given)
            form.name.setFocus()
        else:
            self._facts.show_person(self._person)
            self._ask_record(self._person)
            form.view.setFocus()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field enrols nobody
        self._order_tabs()
        self._photos.read_files(pictures)
        self._refresh()

    def _connect(self) -> None:
        form, photos = self._form, self._photos
        photos.changed.connect(self._refresh)
        photos.failed.connect(self._show_trouble)
        self._facts.changed.connect(self._refresh)
        form.stranger.acted.connect(self._on_stranger_removed)
        self._doubles.changed.connect(self._refresh)
        self._doubles.same_person.connect(self._on_same_person)
        self._doubles.failed.connect(self._show_trouble)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.on_enrol_clicked)

    def _build_foot(self) -> None:
        self.cancel = KeyButton(self.tr("Cancel"), key=self.tr("Esc"))
        self.cancel.clicked.connect(self.reject)
        self.enrol = KeyButton(action_words(0, adding=self._person is not None), kind="primary")
        self.enrol.set_key(self.tr("Ctrl+Enter"))
        self.enrol.clicked.connect(self.on_enrol_clicked)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.enrol)

    def _order_tabs(self) -> None:
        form = self._form
        before: QWidget = form.source
        for each in (form.view, form.drop.button, *form.slots.slots, form.name):
            self.setTabOrder(before, each)
            before = each

    def _ask_record(self, person: Person) -> None:
        """Look up which poses there are photos of, so that only the others are asked for."""
        directory, actor = self._desk.station.directory, self._desk.actor
        self._desk.questions.run(
            self,
            lambda: directory.details(actor, person.id),
            done=self._on_record,
            failed=self._show_trouble,
        )

    def _on_record(self, details: PersonDetails) -> None:
        poses: frozenset[Pose] = frozenset(
            each.pose for each in details.photos if each.pose is not None and each.set_aside is None
        )
        self._side.set_on_record(poses)

    def _state(self) -> FootState:
        kept, asked = self._photos.kept, self._doubles.open
        return FootState(
            facts=() if self._person is not None else tuple(self._facts.missing()),
            photos=len(kept),
            front=any(each.facing for each in kept),
            marked=any(each.fault for each in kept),
            twin=asked.name if asked is not None else "",
            busy=self._photos.busy,
            storing=self._storing,
            adding=self._person is not None,
        )

    def _refresh(self) -> None:
        """Show what is asked, and say what is missing."""
        form, state = self._form, self._state()
        fault = next((each.fault for each in self._photos.kept if each.fault), "")
        form.stranger.setVisible(bool(fault))
        if fault:
            form.stranger.tell("warn", fault, self.tr("Remove it, or take it again."), self.tr("Remove it"))
        form.twin.setEnabled(not self._storing)
        self.enrol.setText(action_words(state.photos, adding=state.adding))
        self.enrol.setEnabled(state.ready)
        self.enrol.updateGeometry()
        self.cancel.setEnabled(not self._storing)
        self.tell(foot_words(state))

    def _on_same_person(self, other: Person) -> None:
        self._side.rest(True)
        question = same_person(self, other.name, len(self._photos.kept))
        question.accepted.connect(lambda: self._add_to(other, then_open=True))
        question.rejected.connect(lambda: self._go_to(other))
        question.finished.connect(question.deleteLater)
        question.open()

    def _on_stranger_removed(self) -> None:
        marked = next((index for index, each in enumerate(self._photos.kept) if each.fault), None)
        if marked is not None:
            self._photos.remove(marked)

    def _enrol(self) -> None:
        if self._person is not None:
            self._add_to(self._person, then_open=False)
            return
        people, actor, newcomer = self._desk.station.people, self._desk.actor, self._facts.newcomer()
        pictures, different = [each.picture for each in self._photos.kept], self._doubles.told_apart
        self._store(
            lambda: people.enrol(actor, newcomer, pictures, confirmed_different=different),
            self._on_enrolled,
            self.tr("{name} is being enrolled.").format(name=newcomer.name),
        )

    def _add_to(self, person: Person, *, then_open: bool) -> None:
        people, actor = self._desk.station.people, self._desk.actor
        pictures, different = [each.picture for each in self._photos.kept], self._doubles.told_apart

        def added(outcome: Enrolment) -> None:
            words = self.tr("Photos added to {name}: {count}").format(name=person.name, count=outcome.photos)
            self._finish(outcome, words)
            if then_open:
                self.person_wanted.emit(person.id)

        self._store(
            lambda: people.add_photos(actor, person.number, pictures, confirmed_different=different),
            added,
            self.tr("Photos are being added to {name}.").format(name=person.name),
        )

    def _store(self, work: Callable[[], Enrolment], done: Callable[[Enrolment], None], title: str) -> None:
        self._set_storing(True)
        self._form.trouble.hide()
        self._desk.jobs.run(self, work, done=done, failed=self._on_failed, title=title)

    def _set_storing(self, storing: bool) -> None:
        self._storing = storing
        self._side.rest(storing)
        for part in (self._form.source, self._form.slots, self._form.drop):
            part.setEnabled(not storing)
        if self._person is None:
            self._facts.set_enabled(not storing)
        self._refresh()

    def _on_enrolled(self, outcome: Enrolment) -> None:
        words = self.tr("{name} is enrolled").format(name=outcome.person.name)
        if outcome.refused:
            words = self.tr("{what}; photos not used: {count}").format(what=words, count=len(outcome.refused))
        self._finish(outcome, words)

    def _finish(self, outcome: Enrolment, words: str) -> None:
        self._storing = False
        self.accept()
        self._desk.changes.people.emit()
        self._desk.notices.said.emit(words, None)
        self.enrolled.emit(outcome.person)

    def _close_unstored(self) -> None:
        super().reject()  # in a method of its own: a signal connected to the slot itself would ask again

    def _go_to(self, person: Person) -> None:
        super().reject()
        self.person_wanted.emit(person.id)

    def _on_failed(self, error: Exception) -> None:
        self._set_storing(False)
        if isinstance(error, LooksLikeSomeoneElse):
            self._doubles.ask_about(error.likeness)
        elif isinstance(error, AlreadyExists):
            self._facts.blame_number(self._form.number.text().strip(), spoken(error.what))
        else:
            self._show_trouble(error)

    def _show_trouble(self, error: Exception) -> None:
        self._form.trouble.tell_error(error)
        self._form.trouble.show()
        self._form.facts_room.ensureWidgetVisible(self._form.trouble)

    def _ask(self, question: Question, act: Callable[[], object]) -> None:
        """Ask something, and take no photos meanwhile."""
        self._side.rest(True)

        def answered() -> None:
            self._side.rest(self._storing)
            question.deleteLater()

        question.accepted.connect(act)
        question.finished.connect(answered)
        question.open()


class AddPhotosDialog(EnrolDialog):
    """Takes more photos of somebody who is enrolled; signals and threads as :class:`EnrolDialog`.

    Args:
        desk: what it works with.
        person: who.
        parent: anything in the window that it lies over.
        pictures: photos to begin with.
    """

    def __init__(
        self, desk: Desk, person: Person, parent: QWidget | None = None, *, pictures: Sequence[PhotoInput] = ()
    ) -> None:
        super().__init__(desk, parent, person=person, pictures=pictures)


def _title(person: Person | None) -> str:
    if person is None:
        return translate("EnrolDialog", "Enrol person")
    return translate("EnrolDialog", "Add photos of {name}").format(name=person.name)
