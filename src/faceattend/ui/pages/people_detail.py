"""One person beside the list: face, numbers, photos, who looks like them, when they were last seen."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from faceattend.domain.attendance import Direction
from faceattend.domain.directory import Lookalike, Passage, PersonDetails, ShownPhoto
from faceattend.domain.people import Person, PersonKind
from faceattend.services.people import RefusedPhoto
from faceattend.ui.explanation import explain
from faceattend.ui.forms.ui_people_detail import Ui_PersonDetail
from faceattend.ui.icons import icon
from faceattend.ui.models.people_words import clock_words, day_words, direction_words, kind_words, seen_words
from faceattend.ui.translation import spoken
from faceattend.ui.variants import label
from faceattend.ui.widgets.avatar import SoftFace
from faceattend.ui.widgets.icon_mark import IconMark
from faceattend.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from uuid import UUID

_ASIDE_PX = 48


class PersonDetail(QFrame):
    """Shows what it is handed and tells what the user wants done; it asks and changes nothing itself.

    Signals:
        back_wanted(): to the list, where this covers it.
        edit_wanted(), photos_wanted(), camera_wanted(), deactivate_wanted(), reactivate_wanted(): of the person shown;
            photos from files, or by the camera.
        aside_wanted(ShownPhoto): do without a photo.
        back_in_use_wanted(ShownPhoto): use one again.
        person_wanted(UUID): look at somebody else.

    Thread: the GUI thread.
    """

    back_wanted = Signal()
    edit_wanted = Signal()
    photos_wanted = Signal()
    camera_wanted = Signal()
    deactivate_wanted = Signal()
    reactivate_wanted = Signal()
    aside_wanted = Signal(object)
    back_in_use_wanted = Signal(object)
    person_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_PersonDetail()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._details: PersonDetails | None = None
        self._other: UUID | None = None
        form = self._form
        form.more_button.setMenu(self._menu())
        form.back_button.clicked.connect(self.back_wanted)
        form.edit_button.clicked.connect(self.edit_wanted)
        form.add_button.clicked.connect(self.photos_wanted)
        form.photos.aside_wanted.connect(self.aside_wanted)
        form.alike_button.clicked.connect(self.on_other_clicked)
        form.nobody.tell("users", self.tr("Nobody is chosen"), self.tr("Whoever is chosen in the list is shown here."))
        self.set_covering(False)
        self.show_lookalike(None)
        self.show_refused((), "")
        self.set_busy("")
        self.clear()

    @property
    def details(self) -> PersonDetails | None:
        """Whom it shows."""
        return self._details

    @property
    def first(self) -> QWidget:
        """What takes the focus first."""
        return self._form.edit_button

    def set_covering(self, covering: bool) -> None:
        """Lie over the list, with a way back to it, or beside it."""
        self._form.back_button.setVisible(covering)

    def clear(self) -> None:
        """Show nobody."""
        self._details = None
        self._form.stack.setCurrentWidget(self._form.nobody_side)

    def show_person(self, details: PersonDetails) -> None:
        """Show somebody; who looks like them is told by :meth:`show_lookalike` later."""
        same = self._details is not None and self._details.listed.person.id == details.listed.person.id
        self._details = details
        self._show_head(details)
        self._show_photos(details)
        self._show_passages(details.passages)
        if not same:
            self.show_lookalike(None)
            self.show_refused((), details.listed.person.name)
            self._form.scroll.verticalScrollBar().setValue(0)
        self._form.stack.setCurrentWidget(self._form.person_side)

    def show_lookalike(self, alike: Lookalike | None) -> None:
        """Name who looks like the person, or nobody."""
        form = self._form
        form.alike_side.setVisible(alike is not None)
        form.alike_trouble.setVisible(False)
        self._other = None
        if alike is not None:
            other = alike.other.person
            self._other = other.id
            form.alike_face.set_face(alike.other.thumbnail, other.name)
            form.alike_name.setText(_joined(other.name, other.group or other.number))
            form.alike_words.setText(
                self.tr("So alike that a camera alone cannot tell them apart: it asks you who it was.")
                if alike.confusable
                else self.tr("Somewhat alike: where a camera is not sure which of the two it sees, it asks you.")
            )

    def show_no_lookalike(self, error: Exception) -> None:
        """Say why nobody could be looked for."""
        words = self.tr("Look-alikes could not be searched. {what}").format(what=explain(error).what)
        self._form.alike_trouble.setText(words)
        self._form.alike_trouble.setVisible(True)

    def show_refused(self, refused: Sequence[RefusedPhoto], name: str) -> None:
        """List the photos that were not taken, each with its reason; empty to say nothing."""
        self._form.refused.setVisible(bool(refused))
        one = self.tr("A photo of {name} was not taken")
        words = one if len(refused) == 1 else self.tr("{count} photos of {name} were not taken")
        title = words.format(count=len(refused), name=name)
        self._form.refused.tell("warn", title, "\n".join(spoken(each.reason) for each in refused))

    def set_busy(self, words: str) -> None:
        """Say that photos are being read, and take no others meanwhile; empty when it is over."""
        self._form.add_button.setEnabled(not words)
        self._form.busy.setVisible(bool(words))
        self._form.busy.setText(words)

    def on_other_clicked(self) -> None:
        """Ask for the one who looks like the person."""
        if self._other is not None:
            self.person_wanted.emit(self._other)

    def _menu(self) -> Menu:
        menu = Menu(parent=self)
        camera = QAction(icon("camera"), self.tr("Take photos…"), menu)
        camera.triggered.connect(self.camera_wanted)
        self._deactivate = QAction(icon("user-x"), self.tr("Deactivate…"), menu)
        self._deactivate.triggered.connect(self.deactivate_wanted)
        self._reactivate = QAction(icon("user-check"), self.tr("Reactivate"), menu)
        self._reactivate.triggered.connect(self.reactivate_wanted)
        menu.addActions([camera, self._deactivate, self._reactivate])
        return menu

    def _show_head(self, details: PersonDetails) -> None:
        form, person = self._form, details.listed.person
        form.face.set_face(_largest(details), self.tr("{name}, reference photo").format(name=person.name))
        form.name.setText(person.name)
        kind = "" if person.kind is PersonKind.EMPLOYEE else kind_words(person.kind)
        form.second.setText(_joined(person.number, person.group or "", kind, self._since(person)))
        self._deactivate.setVisible(person.active_to is None)
        self._reactivate.setVisible(person.active_to is not None)
        self._show_chip(details)

    def _since(self, person: Person) -> str:
        if person.active_from is None:
            return ""
        return self.tr("since {day}").format(day=_day(person.active_from))

    def _show_chip(self, details: PersonDetails) -> None:
        chip, person, now = self._form.chip, details.listed.person, datetime.now(UTC)
        inside = details.inside_since(now)
        latest = details.passages[0] if details.passages else None
        chip.setVisible(True)
        if not person.active_on(now.astimezone().date()):
            last = person.active_to if person.active_to and person.active_to < now.astimezone().date() else None
            words = self.tr("Not active since {day}").format(day=_day(last)) if last else self.tr("Not active yet")
            chip.show_state("neu", "user-x", words)
        elif inside is not None:
            chip.show_state("ok", "log-in", self.tr("Inside since {time}").format(time=clock_words(inside.local)))
        elif latest is not None and latest.same_day(now):
            chip.show_state("neu", "log-out", self.tr("Left at {time}").format(time=clock_words(latest.local)))
        else:
            chip.setVisible(False)

    def _show_photos(self, details: PersonDetails) -> None:
        form = self._form
        used = [photo for photo in details.photos if photo.set_aside is None]
        aside = [photo for photo in details.photos if photo.set_aside is not None]
        form.photos_count.setText(self.tr("{used} used of {all}").format(used=len(used), all=len(details.photos)))
        form.photos.show_photos(used)
        form.photos.setVisible(bool(used))
        form.no_photos.setVisible(not used)
        form.no_photos.setText(
            self.tr("No photo is in use, so no camera can know {name}. Add photos, or record punches by hand.").format(
                name=details.listed.person.name
            )
        )
        self._show_aside(aside)

    def _show_aside(self, photos: list[ShownPhoto]) -> None:
        box = self._form.aside.layout()
        if box is not None:
            _empty(box)
            for photo in photos:
                box.addWidget(self._aside_card(photo))
        self._form.aside.setVisible(bool(photos))

    def _aside_card(self, photo: ShownPhoto) -> QFrame:
        card = QFrame(self._form.aside)
        card.setProperty("kind", "card")
        face = SoftFace(card)
        face.setFixedSize(_ASIDE_PX, _ASIDE_PX)
        face.set_face(photo.thumbnail or None, self.tr("Photo set aside"))
        title, reason = label(self.tr("Photo set aside"), "problem"), label(photo.set_aside or "", "second", wraps=True)
        again = QPushButton(self.tr("Use it again"), card)
        again.setProperty("kind", "inline")
        again.setAccessibleDescription(photo.set_aside or "")
        again.clicked.connect(lambda: self.back_in_use_wanted.emit(photo))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(title)
        lines.addWidget(reason)
        lines.addWidget(again, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        return card

    def _show_passages(self, passages: tuple[Passage, ...]) -> None:
        grid, now = self._form.seen_grid, datetime.now(UTC)
        _empty(grid)
        for row, passage in enumerate(passages):
            inwards = passage.direction is Direction.IN
            sign = IconMark("log-in" if inwards else "log-out", parent=self._form.seen_side)
            words = (seen_words(passage, now), direction_words(passage), passage.place)
            grid.addWidget(sign, row, 0)
            for column, text in enumerate(words, start=1):
                tone = "text" if column == 1 else "text2"
                grid.addWidget(label(text, tone=tone, wraps=column == len(words)), row, column)
        grid.setColumnStretch(3, 1)
        self._form.never_seen.setVisible(not passages)


def _largest(details: PersonDetails) -> bytes | None:
    """Return the best photo, as large as it is at hand."""
    best = (photo.thumbnail for photo in details.photos if photo.id == details.listed.best_photo)
    return next(best, None) or details.listed.thumbnail


def _day(day: date) -> str:
    return day_words(QDate(day.year, day.month, day.day))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:  # pyright: ignore[reportUnnecessaryComparison] - the stub leaves None out
        widget = item.widget()
        if widget is not None:  # pyright: ignore[reportUnnecessaryComparison] - as above
            widget.hide()
            widget.deleteLater()
