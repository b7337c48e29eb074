"""The page of the front desk: the wall of cameras for the eyes, the feed for the hands."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from faceattend.domain.cameras import Camera
from faceattend.domain.clock import morning_here
from faceattend.domain.feed import FeedItem
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.camera_help import CameraHelpDialog
from faceattend.ui.forms.ui_live import Ui_Live
from faceattend.ui.icons import icon
from faceattend.ui.keys import LetterKey
from faceattend.ui.pages.live_layout import cells_for
from faceattend.ui.pages.live_times import day_and_time
from faceattend.ui.pages.live_wall import LAYOUTS
from faceattend.ui.pages.page import Page

_CLOCK_MS = 1000
_COMPACT_FEED_FROM = 16
_BESIDE_FROM_PX = 1200  # LOOK.md: in a narrower window the feed covers the wall
_CLOCK_FROM_PX = 940


class LivePage(Page):
    """Shows what the cameras see and who was seen.

    Thread: the GUI thread.

    Args:
        desk: what it works with.
        parent: the window's stack.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._form = Ui_Live()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._chosen_cells: int | None = None
        self._cameras: tuple[Camera, ...] = ()
        self._full_screen: FullScreenWall | None = None
        self._feed_open = False  # whether it covers the wall, where there is no room for both
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self._on_second)
        self._prepare()
        self._form.wall.serve(desk)
        self._form.feed.serve(desk)
        self._connect()
        self._letters()
        self._on_waits(0)
        self._show_cameras()

    def entered(self) -> None:
        """Bring wall and feed up to date, and begin to paint."""
        self._show_cameras()
        self._on_second()
        self._clock.start()
        self._form.feed.refresh()
        self._read_captions()
        self._form.wall.start()
        focus = QApplication.focusWidget()
        if focus is None or self._form.head.isAncestorOf(focus):
            self.setFocus()  # the letters act at once; a field would take them

    def left(self) -> None:
        """Paint no more; sightings are still taken in, so that the feed is there at once."""
        self._form.wall.stop()
        self._clock.stop()

    def search_field(self) -> QWidget:
        """Return the field over the feed, which comes into view for it."""
        self._show_feed(True)
        return self._form.feed.search_field

    def panes(self) -> tuple[QWidget, ...]:
        """Return the wall's first tile and the rows of the feed, as far as they are in view."""
        parts = (*self._form.wall.tiles[:1], self._form.feed.first_stop)
        return tuple(part for part in parts if part.isVisible())

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the front desk."""
        return (
            ("V", self.tr("Register the visitor who waits")),
            ("D", self.tr("Decide who it was")),
            ("X", self.tr("Dismiss, with undo")),
            ("Shift+X", self.tr("Dismiss all unknown faces that wait")),
            ("Ctrl+Z", self.tr("Bring back what was dismissed last")),
            (self.tr("Space"), self.tr("Choose a row that waits; Esc ends choosing")),
            ("Ctrl+A", self.tr("Choose all rows that wait")),
            ("→  ←", self.tr("Open and close what is folded into a row")),
            ("S", self.tr("Go to who was seen today")),
            ("1 to 9", self.tr("Enlarge a camera")),
            ("F", self.tr("Full screen")),
            ("Esc", self.tr("Back to all cameras")),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends choosing rows, else goes back to the wall, else to all cameras."""
        if event.key() != Qt.Key.Key_Escape or not self._go_back():
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the feed beside the wall, or over it where there is no room."""
        super().resizeEvent(event)
        self._fit_feed()
        self._form.clock.setVisible(self.width() >= _CLOCK_FROM_PX)

    @property
    def tiles(self) -> tuple[QWidget, ...]:
        """The camera tiles that are shown, for measuring."""
        return self._form.wall.tiles

    def _prepare(self) -> None:
        form = self._form
        form.layouts.set_options([(cells, str(cells)) for cells in LAYOUTS])
        form.previous_button.setIcon(icon("chevron-left", "text"))
        form.next_button.setIcon(icon("chevron-right", "text"))
        form.no_cameras.tell(
            "video",
            self.tr("No cameras yet"),
            self.tr("Add one, and whoever passes it is seen here and recorded by name."),
            self.tr("Add a camera"),
        )
        form.elsewhere.tell(
            "fullscreen",
            self.tr("The wall fills a screen of its own"),
            self.tr("Press Esc or F there to bring it back."),
            self.tr("Bring it back"),
        )

    def _connect(self) -> None:
        form = self._form
        form.layouts.chosen.connect(self._on_layout)
        form.sort_button.toggled.connect(self._on_sorted)
        form.previous_button.clicked.connect(partial(self._turn, -1))
        form.next_button.clicked.connect(partial(self._turn, 1))
        form.back_button.clicked.connect(partial(form.wall.enlarge, None))
        form.feed_button.clicked.connect(self._go_to_feed)
        form.no_cameras.acted.connect(partial(self.wanted_task.emit, "settings", "add camera"))
        form.elsewhere.acted.connect(self._leave_full_screen)
        form.wall.arranged.connect(self._on_arranged)
        form.wall.help_wanted.connect(self._on_help)
        form.feed.back_wanted.connect(self._leave_feed)
        form.feed.waits.connect(self._on_waits)
        form.feed.seen.connect(form.wall.note)
        form.feed.limited.connect(form.wall.rest_on)
        form.feed.enrol_wanted.connect(partial(self.wanted_task.emit, "people", "enrol"))

    def _letters(self) -> None:
        feed = self._form.feed
        LetterKey(self, "V", partial(self._answer, partial(feed.answer, "visitor")))
        LetterKey(self, "D", partial(self._answer, partial(feed.answer, "decide")))
        LetterKey(self, "X", partial(self._answer, partial(feed.answer, "dismiss")))
        LetterKey(self, "Shift+X", partial(self._answer, feed.dismiss_unknown))
        LetterKey(self, "Ctrl+Z", feed.undo)
        LetterKey(self, "S", self._go_to_feed)
        LetterKey(self, "F", self._enter_full_screen)
        for number in range(9):
            LetterKey(self, str(number + 1), partial(self._enlarge, number))

    def _answer(self, act: Callable[[], object]) -> None:
        """Answer a passage; where the feed is out of view show it instead: nobody is dismissed unseen."""
        if self._form.feed.isHidden():
            self._go_to_feed()
        else:
            act()

    def _enlarge(self, number: int) -> None:
        if self._feed_open:
            self._leave_feed()
        self._form.wall.enlarge(number)

    def _show_cameras(self) -> None:
        """Follow the cameras that are read; asked every second, since they are changed elsewhere."""
        cameras = tuple(sorted(self.desk.pipeline.cameras, key=lambda camera: camera.id))  # as they were added
        if cameras == self._cameras and cameras:
            return
        self._cameras = cameras
        form = self._form
        form.wall.watch(cameras, {})
        cells = self._chosen_cells or cells_for(len(cameras), LAYOUTS)
        form.layouts.choose(cells)
        form.wall.divide(cells)
        form.layouts.setVisible(bool(cameras))
        if self._full_screen is None:
            form.wall_stack.setCurrentWidget(form.wall_page if cameras else form.no_cameras_page)

    def _read_captions(self) -> None:
        feed, actor = self.desk.station.feed, self.desk.actor
        since = morning_here()

        def done(last: Mapping[UUID, FeedItem]) -> None:
            self._form.wall.watch(self._cameras, last)

        def failed(_: Exception) -> None:
            """The feed beside it asks the same database and says what is wrong."""

        self.desk.questions.run(self, lambda: feed.last_by_camera(actor, since), done=done, failed=failed)

    def _on_second(self) -> None:
        now = datetime.now().astimezone()
        self._form.clock.setText(day_and_time(now))
        self._show_cameras()
        if now.second == 0:
            self._form.feed.refresh()

    def _on_layout(self, cells: int) -> None:
        self._chosen_cells = cells
        self._form.wall.divide(cells)

    def _on_sorted(self, problems_first: bool) -> None:
        cells = self._chosen_cells or cells_for(len(self._cameras), LAYOUTS)
        self._form.wall.divide(cells, problems_first=problems_first)

    def _turn(self, step: int) -> None:
        cells = self._chosen_cells or cells_for(len(self._cameras), LAYOUTS)
        self._form.wall.divide(cells, page=self._form.wall.pages[0] + step)

    def _on_arranged(self) -> None:
        form = self._form
        page, pages = form.wall.pages
        form.pager.setVisible(pages > 1)
        form.page_label.setText(self.tr("{page} of {pages}").format(page=page + 1, pages=pages))
        form.previous_button.setEnabled(page > 0)
        form.next_button.setEnabled(page + 1 < pages)
        form.back_button.setVisible(form.wall.alone)
        form.sort_button.setVisible(form.wall.compact)
        self.wanted_room.emit(form.wall.many)  # also while one is enlarged: the rail must not jump in and out
        self._fit_feed()

    def _fit_feed(self) -> None:
        form, beside = self._form, self.window().width() >= _BESIDE_FROM_PX
        self._feed_open = self._feed_open and not beside
        many = (self._chosen_cells or cells_for(len(self._cameras), LAYOUTS)) >= _COMPACT_FEED_FROM
        form.side.setVisible(not self._feed_open)
        form.feed.setVisible(beside or self._feed_open)
        form.feed.fit(compact=beside and many, covering=self._feed_open)
        form.feed_button.setVisible(not beside)

    def _show_feed(self, wanted: bool) -> None:
        self._feed_open = wanted
        self._fit_feed()

    def _go_to_feed(self) -> None:
        self._show_feed(True)
        self._form.feed.first_stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_back(self) -> bool:
        """Do what Esc does; return whether there was anything to go back from."""
        if self._form.feed.end_choice():
            return True
        if not self._feed_open:
            return self._form.wall.enlarge(None)
        self._leave_feed()
        return True

    def _leave_feed(self) -> None:
        self._form.feed.end_choice()
        self._show_feed(False)
        self.setFocus()

    def _on_waits(self, count: int) -> None:
        """Say on the button to the feed, which may be out of view, that somebody waits."""
        button = self._form.feed_button
        words = self.tr("Waiting for you: {count}").format(count=self.locale().toString(count))
        button.setText(words if count else self.tr("Seen today"))
        button.set_kind("primary" if count else "secondary")

    def _on_help(self, camera: Camera) -> None:
        dialog = CameraHelpDialog(self.desk, camera, self)
        dialog.settings_wanted.connect(partial(self.wanted_task.emit, "settings", "cameras"))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _enter_full_screen(self) -> None:
        if self._full_screen is not None or not self._cameras:
            return
        self._full_screen = FullScreenWall(self)
        self._full_screen.take(self._form.wall)
        self._full_screen.left.connect(self._leave_full_screen)
        self._form.wall_stack.setCurrentWidget(self._form.elsewhere_page)
        self._full_screen.showFullScreen()

    def _leave_full_screen(self) -> None:
        if self._full_screen is None:
            return
        form, screen = self._form, self._full_screen
        self._full_screen = None
        form.wall_page_layout.addWidget(form.wall)
        form.wall_stack.setCurrentWidget(form.wall_page)
        form.wall.show()
        screen.close()
        screen.deleteLater()


class FullScreenWall(QWidget):
    """The wall alone on a screen.

    Signals:
        left(): Esc or F was pressed, or the window closed.

    Thread: the GUI thread.

    Args:
        page: which lends its wall.
    """

    left = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Cameras"))
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(7, 7, 7, 7)
        self._wall: QWidget | None = None
        self.setAutoFillBackground(True)
        LetterKey(self, "F", self.left.emit)

    def take(self, wall: QWidget) -> None:
        """Show the wall."""
        self._room.addWidget(wall)
        wall.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """However it is closed, the wall goes back first."""
        if event.type() == QEvent.Type.Close:
            self.left.emit()
        return super().event(event)
