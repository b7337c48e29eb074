"""People: the list, and the chosen person beside it or, in a narrow window, over it."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from faceattend.domain.directory import PersonDetails, ShownPhoto
from faceattend.domain.people import Person
from faceattend.services.people import Enrolment
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_people import Ui_PeoplePage
from faceattend.ui.keys import LetterKey
from faceattend.ui.pages.page import Page
from faceattend.ui.pages.people_actions import PeopleActions
from faceattend.ui.pages.people_finder import PeopleFinder

if TYPE_CHECKING:
    from faceattend.ui.dialogs.enrol import EnrolDialog

_BESIDE_FROM_PX = 1200
_DETAIL_PX = 400
_WIDEST_PX = 16777215  # Qt's own "no limit"


class PeoplePage(Page):
    """The list of people and the chosen one.

    Thread: the GUI thread.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._form = Ui_PeoplePage()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._chosen: UUID | None = None
        self._beside = True
        self._finder = PeopleFinder(desk, self._form.list.model, self)
        self._actions = PeopleActions(desk, self)
        self._form.list.attach(self._finder)
        self._connect_list()
        self._connect_detail()
        desk.changes.people.connect(self.refresh)
        desk.changes.attendance.connect(self.refresh)
        desk.pipeline.recorded.connect(self._on_recorded)
        LetterKey(self, "N", self.on_enrol_wanted)

    def entered(self) -> None:
        """Look up everything again."""
        self.refresh()

    def begin(self, task: str) -> None:
        """Enrol somebody ("enrol")."""
        if task == "enrol":
            self.on_enrol_wanted()

    def search_field(self) -> QWidget:
        """Return the field that searches people."""
        return self._form.list.search

    def panes(self) -> tuple[QWidget, ...]:
        """Return the list and the person, as far as they are in view."""
        parts = (self._form.list.table, self._form.detail.first)
        return tuple(part for part in parts if part.isVisibleTo(self))

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's own keys."""
        return (
            ("N", self.tr("Enrol a person")),
            ("Enter", self.tr("Go to the chosen person")),
            ("Delete", self.tr("Deactivate the chosen person, or set the chosen photo aside")),
            ("Ctrl+C", self.tr("Copy the selected people as text")),
        )

    def refresh(self) -> None:
        """Look up everything again, and keep who is chosen."""
        self._form.list.refresh()
        if self._chosen is not None:
            self._finder.ask_person(self._chosen)

    def show_person(self, person_id: UUID) -> None:
        """Show a person, whether the list is filtered to them or not."""
        self._form.list.choose(person_id)
        self._on_chosen(person_id)
        self._on_opened()

    def _on_chosen(self, person_id: object) -> None:
        """Look up whom the list stopped at."""
        if isinstance(person_id, UUID):
            self._chosen = person_id
            self._finder.ask_person(person_id)

    def _on_opened(self) -> None:
        """Go to the chosen person: over the list where there is no room beside it."""
        if self._chosen is not None:
            self._arrange(opened=True)
            self._form.detail.first.setFocus(Qt.FocusReason.TabFocusReason)

    def on_enrol_wanted(self) -> None:
        """Open the dialog that enrols somebody."""
        from faceattend.ui.dialogs.enrol import EnrolDialog  # noqa: PLC0415 - with all its parts, and not always wanted

        self._open(EnrolDialog(self.desk, self))

    def on_import_wanted(self) -> None:
        """Open the dialog that imports a list."""
        from faceattend.ui.dialogs.import_people import ImportPeopleDialog  # noqa: PLC0415 - as in on_enrol_wanted

        dialog = ImportPeopleDialog(self.desk, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_recorded(self, recorded: object) -> None:
        """Renew what is shown of somebody who was seen just now."""
        punch = getattr(recorded, "punch", None)
        if punch is not None and self.isVisible():
            self._form.list.model.renew(punch.person_id)
            if punch.person_id == self._chosen:
                self._finder.ask_person(punch.person_id)

    def minimumSizeHint(self) -> QSize:
        """As small as the list alone: there is always a way to show the person over it."""
        return self._form.list.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the person beside the list, or over it where there is no room."""
        super().resizeEvent(event)
        beside = self.window().width() >= _BESIDE_FROM_PX
        if beside != self._beside:
            self._beside = beside
            self._arrange(opened=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list where the person covers it."""
        if event.key() == Qt.Key.Key_Escape and self._form.list.isHidden():
            self._on_back()
        else:
            super().keyPressEvent(event)

    def _arrange(self, *, opened: bool) -> None:
        form, over = self._form, opened and not self._beside
        form.list.setVisible(not over)
        form.detail.setVisible(self._beside or over)
        form.detail.setMaximumWidth(_DETAIL_PX if self._beside else _WIDEST_PX)
        form.detail.set_covering(over)

    def _connect_list(self) -> None:
        people = self._form.list
        people.chosen.connect(self._on_chosen)
        people.opened.connect(self._on_opened)
        people.enrol_wanted.connect(self.on_enrol_wanted)
        people.import_wanted.connect(self.on_import_wanted)
        people.deactivate_wanted.connect(self._on_deactivate)
        people.copied.connect(self._on_copied)

    def _connect_detail(self) -> None:
        detail, actions, finder = self._form.detail, self._actions, self._finder
        finder.person_known.connect(detail.show_person)
        finder.person_gone.connect(self._on_person_gone)
        finder.lookalike_known.connect(detail.show_lookalike)
        finder.lookalike_failed.connect(detail.show_no_lookalike)
        detail.back_wanted.connect(self._on_back)
        detail.edit_wanted.connect(self._on_edit)
        detail.photos_wanted.connect(self._on_photos)
        detail.camera_wanted.connect(self._on_camera)
        detail.deactivate_wanted.connect(self._on_deactivate)
        detail.reactivate_wanted.connect(self._on_reactivate)
        detail.aside_wanted.connect(self._on_aside)
        detail.back_in_use_wanted.connect(self._on_back_in_use)
        detail.person_wanted.connect(self.show_person)
        actions.photos_read.connect(self._on_photos_read)
        actions.photos_added.connect(self._on_photos_added)

    @property
    def _person(self) -> Person | None:
        """Who is shown, if they are the one who is chosen: between two people nobody is meant."""
        details = self._form.detail.details
        return details.listed.person if details and details.listed.person.id == self._chosen else None

    def _on_back(self) -> None:
        self._arrange(opened=False)
        self._form.list.table.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _on_person_gone(self) -> None:
        self._chosen = None
        self._form.detail.clear()
        self._arrange(opened=False)

    def _on_edit(self) -> None:
        if self._person is not None:
            self._actions.edit(self._person, self._form.list.groups)

    def _on_photos(self) -> None:
        if self._person is not None:
            self._actions.add_photos(self._person)

    def _on_camera(self) -> None:
        from faceattend.ui.dialogs.enrol import AddPhotosDialog  # noqa: PLC0415 - as in on_enrol_wanted

        if self._person is not None:
            self._open(AddPhotosDialog(self.desk, self._person, self))

    def _open(self, dialog: "EnrolDialog") -> None:
        """Open it, and show whom it was about in the end."""
        dialog.enrolled.connect(self._on_enrolled)
        dialog.person_wanted.connect(self.show_person)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_enrolled(self, person: Person) -> None:
        self.show_person(person.id)

    def _on_deactivate(self) -> None:
        person = self._person
        if person is not None and person.active_to is None:
            self._actions.deactivate(person)

    def _on_reactivate(self) -> None:
        if self._person is not None:
            self._actions.reactivate(self._person)

    def _on_aside(self, photo: ShownPhoto) -> None:
        details: PersonDetails | None = self._form.detail.details
        if details is not None:
            self._actions.set_aside(details, photo)

    def _on_back_in_use(self, photo: ShownPhoto) -> None:
        if self._person is not None:
            self._actions.bring_back(self._person, photo)

    def _on_photos_read(self, person: Person, words: str) -> None:
        if person.id == self._chosen:
            self._form.detail.set_busy(words)

    def _on_photos_added(self, outcome: Enrolment) -> None:
        if outcome.person.id == self._chosen:
            self._form.detail.show_refused(outcome.refused, outcome.person.name)

    def _on_copied(self, count: int) -> None:
        self.desk.notices.said.emit(self.tr("People copied: {count}").format(count=count), None)
