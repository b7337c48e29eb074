"""The window: rail, pages, banners, status bar, and the keys that hold everywhere."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from faceattend.ui.banner_stack import BannerStack, BannerText
from faceattend.ui.desk import Desk
from faceattend.ui.key_sheet import KeySection, KeySheet, shell_keys
from faceattend.ui.keys import LetterKey, is_field
from faceattend.ui.machine_watch import Alarm, MachineWatch
from faceattend.ui.nav_rail import NavRail
from faceattend.ui.page_list import PageEntry
from faceattend.ui.pages.page import Page
from faceattend.ui.panes import next_pane
from faceattend.ui.status_bar import HEIGHT, StatusBar
from faceattend.ui.variants import align_labels
from faceattend.ui.widgets.toast import Toast
from faceattend.ui.window_place import open_in_view
from faceattend.ui.window_state import WindowState

CRAMPED_PX = 1200
"""Below this width the rail shows icons only."""

_SMALLEST = (880, 600)
_REMEMBERED = 8  # pages that Esc leads back to


class MainWindow(QMainWindow):
    """Shows one page at a time.

    Signals:
        painted: the first page was painted and input is accepted; emitted once.
        closing: the user closes the window; it stays open until :meth:`let_close`.
        opened(str): another page is shown; its key.

    Thread: the GUI thread.

    Args:
        desk: handed to every page.
        entries: the pages.
        state: how the window was left.
    """

    painted = Signal()
    closing = Signal()
    opened = Signal(str)

    def __init__(self, desk: Desk, entries: Sequence[PageEntry], state: WindowState) -> None:
        super().__init__()
        self._desk = desk
        self._entries = {entry.rail.key: entry for entry in entries}
        self._state = state
        self._pages: dict[str, Page] = {}
        self._roomy: set[QObject] = set()  # pages that need all the width there is
        self._current = ""
        self._before: list[str] = []
        self._may_close = self._was_painted = False
        self.rail = NavRail([entry.rail for entry in entries], desk.actor, self)
        self.banners = BannerStack(self)
        self.bar = StatusBar(self)
        self.watch = MachineWatch(desk, self.bar)
        self._stack = QStackedWidget(self)
        self.setWindowTitle("FaceAttend")
        self.setMinimumSize(*_SMALLEST)
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._restore()

    @property
    def page(self) -> Page | None:
        """The page that is shown; None before the first."""
        return self._pages.get(self._current)

    def open_page(self, key: str) -> None:
        """Show a page; it is built when it is opened for the first time."""
        if key not in self._entries or key == self._current:
            return
        new, old = self._built(key), self.page
        if old is not None:
            old.left()
            self._before = [*self._before, self._current][-_REMEMBERED:]
        self._current = key
        self._stack.setCurrentWidget(new)
        self.rail.select(key)
        self._fit_rail()
        new.entered()
        new.setFocus(Qt.FocusReason.OtherFocusReason)  # its letters act at once; Tab goes on from its first part
        self.opened.emit(key)

    def go_back(self) -> None:
        """Show the page that was shown before, if there was one."""
        if self._before:
            key = self._before.pop()
            kept = self._before
            self.open_page(key)
            self._before = kept

    def show_keys(self) -> None:
        """Show all keys, by page."""
        sections = [shell_keys()]
        for key, entry in self._entries.items():
            keys = self._built(key).keys()
            if keys:
                sections.append(KeySection(entry.rail.title, keys, open=key == self._current))
        KeySheet(sections, self).open()

    def keep_state(self) -> None:
        """Remember how the window is left; called before it closes for good."""
        self._state.geometry = self.saveGeometry()
        self._state.rail_narrow = self.rail.wish
        self._state.page = self._current
        for key, page in self._pages.items():
            self._state.keep_panes(key, page)

    def let_close(self) -> None:
        """Close for good."""
        self._may_close = True
        self.watch.end()
        self.close()

    def bring_to_front(self) -> None:
        """Show the window before all others, also when it was hidden or folded away."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first: work may be under way."""
        if self._may_close:
            event.accept()
        else:
            event.ignore()
            self.closing.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail where there is little room."""
        super().resizeEvent(event)
        self._fit_rail()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back, where nobody else had a use for it: out of a field first, then to the page before."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        focus = self.focusWidget()
        if is_field(focus):
            focus.clearFocus()
        else:
            self.go_back()

    def event(self, event: QEvent) -> bool:
        """Note the first paint."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)  # behind the input that waits already
        return done

    def on_alarmed(self, name: str, alarm: object) -> None:
        """A trouble with the machine began or is over: banner up, banner down."""
        if not isinstance(alarm, Alarm):
            self.banners.put(name, None)
            return
        error = alarm.error

        def explain() -> None:
            self._desk.notices.failed.emit(error)

        action = self.tr("Show more") if error is not None else ""
        said = BannerText(alarm.kind, alarm.title, alarm.text, action, explain if error is not None else None)
        self.banners.put(name, said)

    def _on_room_wanted(self, wanted: bool) -> None:
        """A page needs all the width there is, or no longer does."""
        page = self.sender()
        (self._roomy.add if wanted else self._roomy.discard)(page)
        self._fit_rail()

    def _on_task_wanted(self, key: str, task: str) -> None:
        """A page sends the user on to what another one does."""
        self.open_page(key)
        if self._current == key:
            self._pages[key].begin(task)

    def on_fact_asked(self, name: str) -> None:
        """A fact of the status bar was pressed."""
        if name == "keys":
            self.show_keys()
        elif name in {"cameras", "compute"}:
            self.open_page("live" if name == "cameras" else "settings")

    def _fit_rail(self) -> None:
        self.rail.fit(cramped=self.width() < CRAMPED_PX or self.page in self._roomy)

    def _built(self, key: str) -> Page:
        if key not in self._pages:
            page = self._entries[key].build(self._desk, self._stack)
            align_labels(page)
            self._pages[key] = page
            page.wanted_page.connect(self.open_page)
            page.wanted_task.connect(self._on_task_wanted)
            page.wanted_room.connect(self._on_room_wanted)
            self._stack.addWidget(page)
            self._state.restore_panes(key, page)
        return self._pages[key]

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.banners)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(right, 1)
        ground = QWidget(self)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)
        self.setCentralWidget(ground)
        self.toast = Toast(ground, above=HEIGHT)

    def _connect(self) -> None:
        self._desk.notices.said.connect(self.toast.say)
        self._desk.notices.warned.connect(self.toast.warn)
        self.rail.chosen.connect(self.open_page)
        self.watch.alarmed.connect(self.on_alarmed)
        self.watch.asked.connect(self.on_fact_asked)

    def _bind_keys(self) -> None:
        for number, key in enumerate(self._entries, start=1):
            self._bind(f"Ctrl+{number}", lambda key=key: self.open_page(key))
        self._bind(QKeySequence.StandardKey.Find, self._search)
        self._bind("F6", lambda: next_pane(self.focusWidget(), self._panes()))
        self._bind("Shift+F6", lambda: next_pane(self.focusWidget(), self._panes()[::-1]))
        LetterKey(self, "?", self.show_keys)

    def _bind(self, keys: str | QKeySequence.StandardKey, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(act)

    def _search(self) -> None:
        field = self.page.search_field() if self.page is not None else None
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _panes(self) -> list[QWidget]:
        inside = self.page.panes() if self.page is not None else ()
        return [self.rail, *inside, self.bar]

    def _restore(self) -> None:
        if self._state.geometry.isEmpty() or not self.restoreGeometry(self._state.geometry):
            open_in_view(self)
        self.rail.wish = self._state.rail_narrow
        first = next(iter(self._entries))
        self.open_page(self._state.page if self._state.page in self._entries else first)
