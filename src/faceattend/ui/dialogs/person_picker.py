"""Finding one person by a few letters, within a dialog."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from faceattend.domain.directory import ListedPerson, PeopleQuery, PeopleState
from faceattend.domain.people import Person
from faceattend.ui.desk import Desk
from faceattend.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from faceattend.workers.tasks import Task

_OFFERED = 5
_ROW_PX = 32
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class PersonPicker(QWidget):
    """A search field; those who fit are offered below it. Down goes to them, Enter takes the first.

    Signals:
        chosen(object): the Person; None when what was chosen is typed over.

    Thread: the GUI thread.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._task: Task | None = None
        self._person: Person | None = None
        self.field = SearchField(self)
        self.field.setPlaceholderText(self.tr("Name or number"))
        self._list = QListWidget(self)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("People found"))
        self._list.hide()
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._list)
        self.field.installEventFilter(self)
        self.field.searched.connect(self.on_searched)
        self._list.itemActivated.connect(self.on_taken)
        self._list.itemClicked.connect(self.on_taken)

    @property
    def person(self) -> Person | None:
        """Who is chosen."""
        return self._person

    def attach(self, desk: Desk) -> None:
        """Take over where people are looked up."""
        self._desk = desk

    def choose(self, person: Person) -> None:
        """Have somebody chosen."""
        self._person = person
        self.field.setText(f"{person.name}, {person.number}")
        self.field.on_pause()  # so that the field does not search for it
        self._list.hide()
        self.chosen.emit(person)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the field into the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._list.isVisible():
            if event.key() == Qt.Key.Key_Down:
                self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._list.setCurrentRow(0)
                return True
            if event.key() in _ENTER and self._list.count():
                self.on_taken(self._list.item(0))
                return True
        return super().eventFilter(watched, event)

    def on_searched(self, text: str) -> None:
        """Look for whom the text fits."""
        if self._person is not None and text == f"{self._person.name}, {self._person.number}":
            return
        if self._person is not None:
            self._person = None
            self.chosen.emit(None)
        if self._task is not None:
            self._task.cancel()
        self._list.hide()
        if self._desk is None or not text:
            return
        desk, query = self._desk, PeopleQuery(text, state=PeopleState.ALL)

        def find() -> Sequence[ListedPerson]:
            ids = desk.station.directory.ids(desk.actor, query)
            return desk.station.directory.rows(desk.actor, ids[:_OFFERED])

        self._task = desk.questions.run(self, find, done=self.on_found, failed=desk.notices.failed.emit)

    def on_found(self, found: Sequence[ListedPerson]) -> None:
        """Offer them."""
        self._list.clear()
        for each in found:
            words = [each.person.name, each.person.number, each.person.group or ""]
            item = QListWidgetItem(" · ".join(word for word in words if word), self._list)
            item.setData(Qt.ItemDataRole.UserRole, each.person)
        if not found:
            nobody = QListWidgetItem(self.tr("Nobody matches"), self._list)
            nobody.setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.setFixedHeight(_ROW_PX * self._list.count() + 2)
        self._list.show()

    def on_taken(self, item: QListWidgetItem) -> None:
        """Choose one of them."""
        person = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(person, Person):
            self.choose(person)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
