"""The wall of cameras: as many tiles as are looked at, fed by one timer with the newest there is."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from faceattend.domain.cameras import Camera
from faceattend.domain.evidence import MatchLimits
from faceattend.domain.feed import FeedItem
from faceattend.ui.desk import Desk
from faceattend.ui.pages.live_faces import Labelling
from faceattend.ui.pages.live_layout import WallLayout, cells_for
from faceattend.ui.pages.live_names import NameBook
from faceattend.ui.pages.live_watch import CameraWatch, Tick
from faceattend.ui.widgets.camera_tile import BAR_PX, COMPACT_BAR_PX, CameraTile

LAYOUTS = (4, 6, 9, 16)
TICK_MS = 50
"""How often each tile is asked about. Cameras hand out fifteen pictures a second at most, which is all that LOOK.md
allows; asked only as often, a tile would miss every sixth of a camera that is not quite even."""

_AT_ONCE = 4
"""Tiles painted in one go: a click that comes meanwhile waits for no more than these, however many there are."""

_ALL_LAYOUTS = (1, 2, *LAYOUTS)
_COMPACT_FROM = 9
_SORT_EVERY = 15  # rounds: order may change once a second


class LiveWall(QWidget):
    """Shows the cameras of the pipeline, a page of them or one alone.

    Signals:
        help_wanted(Camera): somebody asks what to check at a camera that gives no picture.
        arranged(): other cameras are shown, or in another way.

    Thread: the GUI thread. The timer runs only while :meth:`start` was called and the wall can be seen.

    Args:
        parent: the page.
    """

    help_wanted = Signal(object)
    arranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._names: NameBook | None = None
        self._limits: MatchLimits | None = None
        self._watches: list[CameraWatch] = []
        self._tiles: list[CameraTile] = []
        self._shown: list[CameraWatch] = []
        self._cells, self._page = LAYOUTS[0], 0
        self._alone: UUID | None = None
        self._problems_first = False
        self._turn, self._rounds = 0, 0
        self._layout = WallLayout(self)
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._running = False

    def serve(self, desk: Desk) -> None:
        """Take the desk to work at; once, before anything else."""
        self._desk = desk
        self._names = NameBook(desk, self)
        self._names.told.connect(self._tell_anew)

    def rest_on(self, limits: MatchLimits) -> None:
        """Take what the words for a match rest on."""
        self._limits = limits
        self._tell_anew()

    def watch(self, cameras: Sequence[Camera], last: Mapping[UUID, FeedItem]) -> None:
        """Show these cameras, in this order.

        Args:
            cameras: those that are read.
            last: whom each saw last; what is known already stays.
        """
        before = {each.camera.id: each for each in self._watches}
        self._watches = []
        for camera in cameras:
            watch = before.get(camera.id) or CameraWatch(camera)
            watch.camera = camera
            watch.last = last.get(camera.id, watch.last)
            self._watches.append(watch)
        self._arrange()

    def note(self, items: Sequence[FeedItem]) -> None:
        """Take in who was seen, for the captions."""
        watches = {watch.camera.id: watch for watch in self._watches}
        for item in items:
            watch = watches.get(item.camera_id)
            if watch is not None and (watch.last is None or watch.last.seen_at <= item.seen_at):
                watch.last = item

    def divide(self, cells: int, *, page: int = 0, problems_first: bool | None = None) -> None:
        """Show so many cameras at once.

        Args:
            cells: one of LAYOUTS.
            page: which of the pages of so many, from 0.
            problems_first: blind cameras and unknown visitors before the others; None leaves it as it is.
        """
        self._cells, self._alone = cells, None
        self._page = min(max(page, 0), max(0, -(-len(self._watches) // cells) - 1))
        if problems_first is not None:
            self._problems_first = problems_first
        self._arrange()

    def enlarge(self, place: int | None) -> bool:
        """Show one tile alone, or with None all of them again.

        Args:
            place: of the tile on the wall, from 0, in reading order.

        Returns:
            Whether anything changed.
        """
        if place is None:
            alone = None
        elif self._alone is None and place < len(self._shown):
            alone = self._shown[place].camera.id
        else:
            return False
        changed, self._alone = alone != self._alone, alone
        self._arrange()
        return changed

    def start(self) -> None:
        """Go on painting."""
        self._running = True
        self._timer.start()
        self._tell(self._pairs)

    def stop(self) -> None:
        """Nobody looks: paint no more."""
        self._running = False
        self._timer.stop()
        for watch in self._watches:
            self._want_preview(watch, None)

    def tick(self) -> None:
        """Tell the tiles whose turn it is what is newest; the only work of the timer."""
        turns = self._turns
        self._turn = (self._turn + 1) % turns
        self._rounds += self._turn == 0
        if self._problems_first and self._turn == 0 and self._rounds % _SORT_EVERY == 0:
            self._sort()
        now = datetime.now(UTC)
        self._tell([(watch, tile) for watch, tile in self._pairs[self._turn :: turns] if self._is_news(watch, now)])

    @property
    def _turns(self) -> int:
        """Ticks until every tile was told once."""
        return max(1, -(-len(self._shown) // _AT_ONCE))

    @property
    def tiles(self) -> tuple[CameraTile, ...]:
        """Those shown now, in reading order."""
        return tuple(self._tiles[: len(self._shown)])

    @property
    def many(self) -> bool:
        """Whether the wall is one of many tiles, also while one of them is enlarged."""
        return self._cells >= _COMPACT_FROM

    @property
    def compact(self) -> bool:
        """Whether tiles have narrow bars and captions."""
        return self.many and self._alone is None

    @property
    def pages(self) -> tuple[int, int]:
        """Which page is shown, from 0, and how many there are; one while a tile is alone."""
        return (0, 1) if self._alone else (self._page, max(1, -(-len(self._watches) // self._cells)))

    @property
    def alone(self) -> bool:
        """Whether one tile is enlarged."""
        return self._alone is not None

    def changeEvent(self, event: QEvent) -> None:
        """Place the tiles anew when the direction of reading changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._layout.invalidate()

    def _arrange(self) -> None:
        self._shown = self._chosen()
        for watch in self._watches:
            if watch not in self._shown:
                self._want_preview(watch, None)
        while len(self._tiles) < len(self._shown):
            self._add_tile()
        for number, tile in enumerate(self._tiles):
            tile.setVisible(number < len(self._shown))
        cells = 1 if self._alone else cells_for(min(len(self._watches), self._cells), _ALL_LAYOUTS)
        self._layout.divide(cells, 2 * COMPACT_BAR_PX if self.compact else BAR_PX)
        self._timer.setInterval(TICK_MS // self._turns)
        if self._running:
            self._tell(self._pairs)  # at once: no tile may go on showing the camera it showed before
        self.arranged.emit()

    @property
    def _pairs(self) -> list[tuple[CameraWatch, CameraTile]]:
        return list(zip(self._shown, self._tiles, strict=False))

    def _is_news(self, watch: CameraWatch, now: datetime) -> bool:
        return self._desk is None or not watch.shows(self._desk.pipeline.hub.newest(watch.camera.id), now)

    def _tell_anew(self) -> None:
        """Other words belong to the pictures that are shown."""
        if self._running:
            self._tell(self._pairs)

    def _tell(self, pairs: Sequence[tuple[CameraWatch, CameraTile]]) -> None:
        if self._desk is None or self._names is None or not self.isVisible():
            return
        now, labelling = datetime.now(UTC), Labelling(self._names.name, self._limits, self.compact)
        for watch, tile in pairs:
            self._want_preview(watch, tile.picture_px)
            tile.show_view(watch.look(self._asked(watch, now), labelling))

    def _sort(self) -> None:
        """Look at the cameras of the other pages too, and let the loud ones come forward."""
        if self._names is None:
            return
        now, labelling = datetime.now(UTC), Labelling(self._names.name, self._limits, compact=True)
        for watch in self._watches:
            if watch not in self._shown:
                watch.look(self._asked(watch, now), labelling)
        if self._chosen() != self._shown:
            self._arrange()

    def _asked(self, watch: CameraWatch, now: datetime) -> Tick:
        if self._desk is None:
            message = "the wall ticks only after it was given its desk"
            raise RuntimeError(message)
        hub, camera_id = self._desk.pipeline.hub, watch.camera.id
        return Tick(now, hub.status(camera_id, now), hub.newest(camera_id), hub.overlay(camera_id))

    def _want_preview(self, watch: CameraWatch, width_px: int | None) -> None:
        if self._desk is not None:
            self._desk.pipeline.hub.previews.want(watch.camera.id, width_px)

    def _chosen(self) -> list[CameraWatch]:
        if self._alone is not None:
            return [each for each in self._watches if each.camera.id == self._alone]
        ordered = sorted(self._watches, key=_loudness) if self._problems_first else self._watches
        return ordered[self._page * self._cells : (self._page + 1) * self._cells]

    def _add_tile(self) -> None:
        tile, number = CameraTile(self), len(self._tiles)
        tile.activated.connect(partial(self._on_activated, number))
        tile.help_wanted.connect(partial(self._on_help, number))
        self._tiles.append(tile)
        self._layout.addWidget(tile)

    def _on_activated(self, number: int) -> None:
        self.enlarge(None if self._alone else number)

    def _on_help(self, number: int) -> None:
        self.help_wanted.emit(self._shown[number].camera)


def _loudness(watch: CameraWatch) -> int:
    return 0 if watch.attention else 1 if watch.blind else 2
