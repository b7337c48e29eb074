"""What can be done with a person: each is a question where it needs one, a job, and a sentence with a way back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from faceattend.domain.clock import day_here
from faceattend.domain.directory import PersonDetails, ShownPhoto
from faceattend.domain.errors import LooksLikeSomeoneElse
from faceattend.domain.people import Person
from faceattend.services.people import Enrolment
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.edit_person import EditPersonDialog
from faceattend.ui.dialogs.set_aside import SetAsideDialog
from faceattend.ui.last_folder import Files, keep_folder, last_folder
from faceattend.ui.widgets.question import Question

_T = TypeVar("_T")

_PICTURES = "*.jpg *.jpeg *.png *.webp *.bmp *.gif"


class PeopleActions(QObject):
    """Changes people; every change is told by ``desk.changes.people``.

    Signals:
        photos_read(Person, str): photos are being read, in words; empty when that is over.
        photos_added(Enrolment): with those that were refused.

    Thread: the GUI thread.

    Args:
        desk: what it works with.
        parent: dialogs lie over it; owns this object.
    """

    photos_read = Signal(object, str)
    photos_added = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._over = parent

    def edit(self, person: Person, groups: list[str]) -> None:
        """Open the dialog that edits a person."""
        dialog = EditPersonDialog(self._desk, person, groups, self._over)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_photos(self, person: Person) -> None:
        """Let the user choose photos of a person, and add them."""
        home = self._desk.station.home
        title = self.tr("Photos of {name}").format(name=person.name)
        words = self.tr("Pictures ({patterns})").format(patterns=_PICTURES)
        chosen, _ = QFileDialog.getOpenFileNames(self._over, title, str(last_folder(home, Files.PHOTOS)), words)
        if chosen:
            keep_folder(home, Files.PHOTOS, Path(chosen[0]).parent)
            self.add_these(person, [Path(each) for each in chosen])

    def add_these(self, person: Person, photos: list[Path], *, confirmed_different: bool = False) -> None:
        """Add photos from files."""
        people, actor = self._desk.station.people, self._desk.actor

        def failed(error: Exception) -> None:
            self.photos_read.emit(person, "")
            if isinstance(error, LooksLikeSomeoneElse):
                self._ask_alike(person, photos, error)
            else:
                self._desk.notices.failed.emit(error)

        self.photos_read.emit(person, self.tr("Reading photos: {count}").format(count=len(photos)))
        self._desk.jobs.run(
            self,
            lambda: people.add_photos(actor, person.number, photos, confirmed_different=confirmed_different),
            done=self.on_photos_added,
            failed=failed,
            title=self.tr("Photos are being added to {name}.").format(name=person.name),
        )

    def on_photos_added(self, outcome: Enrolment) -> None:
        """Say how many were taken, and list the others."""
        self.photos_read.emit(outcome.person, "")
        words = self.tr("Photos added to {name}: {count}")
        self._desk.notices.said.emit(words.format(name=outcome.person.name, count=outcome.photos), None)
        self._desk.changes.people.emit()
        self.photos_added.emit(outcome)

    def set_aside(self, details: PersonDetails, photo: ShownPhoto) -> None:
        """Ask why, and do without a photo."""
        dialog = SetAsideDialog(details, photo, self._over)

        def agreed() -> None:
            self._put_aside(details.listed.person, photo, dialog.reason)

        dialog.accepted.connect(agreed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def bring_back(self, person: Person, photo: ShownPhoto) -> None:
        """Use a photo again."""
        people, actor, reason = self._desk.station.people, self._desk.actor, photo.set_aside or ""
        words = self.tr("Photo of {name} is used again").format(name=person.name)
        self._run(
            lambda: people.bring_photo_back(actor, photo.id),
            lambda _left: self._say(words, lambda: self._put_aside(person, photo, reason)),
        )

    def deactivate(self, person: Person) -> None:
        """Ask, and let a person's punches count until today."""
        question = Question(
            self.tr("Deactivate {name}?").format(name=person.name),
            self.tr(
                "Today is the last day that counts: from tomorrow cameras make no punches for {name}. Photos, punches "
                "and hours stay, and it can be taken back at any time. For another last day use Edit."
            ).format(name=person.name),
            self._over,
            safe=self.tr("Keep active"),
            act=self.tr("Deactivate after today"),
            danger=True,
        )
        question.accepted.connect(lambda: self._deactivate(person, day_here()))
        question.finished.connect(question.deleteLater)
        question.open()

    def reactivate(self, person: Person) -> None:
        """Let a person's punches count again."""
        people, actor, before = self._desk.station.people, self._desk.actor, person.active_to
        words = self.tr("{name} is active again").format(name=person.name)
        undo = None if before is None else lambda: self._deactivate(person, before)
        self._run(lambda: people.reactivate(actor, person.id), lambda _person: self._say(words, undo))

    def _put_aside(self, person: Person, photo: ShownPhoto, reason: str) -> None:
        people, actor = self._desk.station.people, self._desk.actor
        aside = replace(photo, set_aside=reason)
        words = self.tr("Photo of {name} set aside").format(name=person.name)
        last = self.tr("Photo set aside: no camera can know {name} now").format(name=person.name)
        self._run(
            lambda: people.set_photo_aside(actor, photo.id, reason),
            lambda left: self._say(words if left else last, lambda: self.bring_back(person, aside)),
        )

    def _deactivate(self, person: Person, last_day: date) -> None:
        people, actor = self._desk.station.people, self._desk.actor
        words = self.tr("{name} deactivated").format(name=person.name)
        self._run(
            lambda: people.deactivate(actor, person.id, last_day),
            lambda _person: self._say(words, lambda: self.reactivate(person)),
        )

    def _ask_alike(self, person: Person, photos: list[Path], error: LooksLikeSomeoneElse) -> None:
        other = error.likeness.other
        question = Question(
            self.tr("Is this {name} or {other}?").format(name=person.name, other=other.name),
            self.tr(
                "The photos look like {other} ({number}), who is enrolled already; the two are {score} alike, where 1 "
                "is the same picture. Nothing was stored. Compare them before you go on."
            ).format(other=other.name, number=other.number, score=f"{error.likeness.score:.2f}"),
            self._over,
            safe=self.tr("Do not add them"),
            act=self.tr("They are two people: add"),
            danger=True,
        )
        question.accepted.connect(lambda: self.add_these(person, photos, confirmed_different=True))
        question.finished.connect(question.deleteLater)
        question.open()

    def _run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        def stored(result: _T) -> None:
            self._desk.changes.people.emit()
            done(result)

        self._desk.jobs.run(self, work, done=stored, failed=self._desk.notices.failed.emit)

    def _say(self, words: str, undo: Callable[[], None] | None) -> None:
        self._desk.notices.said.emit(words, undo)
