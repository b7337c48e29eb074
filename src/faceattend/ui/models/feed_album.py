"""The pictures beside the rows of the feed: few of them are ever painted, so only those are fetched and kept."""

from collections import OrderedDict
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from faceattend.domain.feed import FeedItem
from faceattend.services.feed import FeedPictures

_KEPT = 160
_AT_ONCE = 24

_Key = tuple[UUID, UUID | None]


class FeedAlbum(QObject):
    """Holds the pictures of the sightings that were painted last, and has those that it lacks fetched.

    Signals:
        wanted(dict): pictures of these sightings, with whose reference each.
        changed(set): the pictures of these sightings are here.

    Thread: the GUI thread.

    Args:
        parent: the model of the rows.
    """

    wanted = Signal(object)
    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: OrderedDict[_Key, FeedPictures] = OrderedDict()
        self._wishes: dict[UUID, UUID | None] = {}
        self._asked: set[_Key] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)

    def of(self, item: FeedItem) -> FeedPictures | None:
        """Return the pictures of a sighting; None while they are not here."""
        return self._held.get((item.id, item.person_id))

    def look_at(self, item: FeedItem) -> None:
        """A sighting is painted: have its pictures fetched, unless they are here or on their way."""
        key = (item.id, item.person_id)
        if key in self._held:
            self._held.move_to_end(key)
        elif key not in self._asked and item.id not in self._wishes:
            self._wishes[item.id] = item.person_id
            self._soon.start()

    def take(self, pictures: dict[UUID, FeedPictures], asked: dict[UUID, UUID | None]) -> None:
        """Take in pictures that were asked for; what did not come stays a blank."""
        for sighting_id, person_id in asked.items():
            self._asked.discard((sighting_id, person_id))
            self._held[sighting_id, person_id] = pictures.get(sighting_id, FeedPictures(None, None))
        while len(self._held) > _KEPT:
            self._held.popitem(last=False)
        self.changed.emit(set(asked))

    def forget_wishes(self) -> None:
        """Other rows are shown: wait for no pictures any more."""
        self._wishes.clear()
        self._asked.clear()

    def _ask(self) -> None:
        """Ask for the pictures of the rows painted last; whoever scrolls fast passes over the others."""
        wanted = dict(list(self._wishes.items())[-_AT_ONCE:])
        self._wishes.clear()
        self._asked.update(wanted.items())
        if wanted:
            self.wanted.emit(wanted)
