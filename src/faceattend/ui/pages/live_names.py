"""The names that go with the boxes: a small book, filled beside the GUI thread."""

from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from faceattend.ui.desk import Desk

_MOST_NAMES = 2000
_SOON_MS = 50
_AGAIN_MS = 5000


class NameBook(QObject):
    """Knows people by name; asks once for those it does not know, many at a time.

    Signals:
        told: names that were asked for are here.

    Thread: the GUI thread.

    Args:
        desk: what it asks through.
        parent: the page.
    """

    told = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._names: dict[UUID, str | None] = {}
        self._wanted: set[UUID] = set()
        self._asking: set[UUID] = set()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._ask)
        desk.changes.people.connect(self.forget)

    def name(self, person_id: UUID) -> str | None:
        """Return a person's name; None while it is being read, and for somebody who is not stored any more."""
        if person_id not in self._names and person_id not in self._asking:
            self._wanted.add(person_id)
            if not self._soon.isActive():
                self._soon.start()
        return self._names.get(person_id)

    def forget(self) -> None:
        """People were changed: read their names again when they are needed."""
        self._names.clear()

    def _ask(self) -> None:
        wanted, self._wanted = self._wanted, set()
        if not wanted:
            return
        self._asking |= wanted

        def done(names: dict[UUID, str]) -> None:
            if len(self._names) + len(wanted) > _MOST_NAMES:
                self._names.clear()
            self._names.update({each: names.get(each) for each in wanted})
            self._asking -= wanted
            self.told.emit()

        def failed(_: Exception) -> None:
            # The feed beside the wall shows what is wrong with the database; here the names come when it is mended.
            QTimer.singleShot(_AGAIN_MS, self, lambda: self._asking.difference_update(wanted))

        feed, actor = self._desk.station.feed, self._desk.actor
        self._desk.questions.run(self, lambda: feed.names(actor, wanted), done=done, failed=failed)
