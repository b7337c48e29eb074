"""The studio in which screenshots are taken: a home of invented people, a hub of drawn rooms, the real window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import passages
from asked import (
    add_punch,
    by_button,
    by_key,
    camera_added,
    camera_tested,
    compare,
    deactivate,
    import_done,
    import_list,
    keys,
    licence,
    message,
    set_photo_aside,
    what_to_check,
)
from beginning import (
    begin_with_camera,
    begin_with_data,
    begin_with_dead_camera,
    begin_with_key_file,
    begin_with_person,
    begin_with_place,
    begin_with_speed,
)
from drawn import ROOMS, Standing, bgr_of, draw_room
from enrolment import add_photos, enrol_from_files, enrol_with_camera, enrol_with_double, enrol_without_camera
from poses import days_sheet, enlarged, last_week, nobody, person_called, section, stretched
from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QWidget
from synthetic import Plan, populate
from troubles import closing, database_held, disk_full, key_missing, model_altered

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.cameras import Camera, CameraState
from faceattend.domain.vision import Box, Frame, Overlay, TrackedFace, Verdict
from faceattend.services.station import open_station
from faceattend.ui import theme
from faceattend.ui.desk import Changes, Desk, Notices
from faceattend.ui.main_window import MainWindow
from faceattend.ui.models.attendance_days import Stretch
from faceattend.ui.page_list import all_pages
from faceattend.ui.window_state import WindowState
from faceattend.workers.pipeline import Pipeline
from faceattend.workers.tasks import TaskPool

_BLIND_S = 47
_SETTLED_MS = 250
_LONGEST_MS = 8000

_Widget = TypeVar("_Widget", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture.

    Attributes:
        name: of the file.
        page: key of the page that is open.
        pose: brings the page, or a dialog over it, into the state; None for the page as it opens.
        cameras: how many cameras see something.
        people: how many are enrolled.
        couriers: how many unknown faces wait, besides the visitor.
    """

    name: str
    page: str
    pose: Callable[["Studio"], None] | None = None
    cameras: int = 6
    people: int = 60
    couriers: int = 0


class Studio:
    """Holds the window while pictures are taken.

    Args:
        folder: empty; the home is made in it.
        zone: IANA name of the site's zone.
        size: of the window, logical pixels.
        right_to_left: lay everything out so.
    """

    def __init__(self, folder: Path, zone: str, size: tuple[int, int], *, right_to_left: bool) -> None:
        application = QApplication.instance() or QApplication([])
        if not isinstance(application, QApplication):
            message = "screenshots need an application with widgets"
            raise TypeError(message)
        self.application = application
        if right_to_left:
            application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.theme = theme.install(application)
        self._folder, self._zone, self._size = folder, zone, size
        self._sets: dict[Plan, _Set] = {}
        self.window: MainWindow
        self.desk: Desk

    def take(self, shot: Shot, scheme: str, path: Path) -> None:
        """Bring the window into a state and keep its picture."""
        self.theme.choose(theme.Scheme.DARK if scheme == "dark" else theme.Scheme.LIGHT)
        plan = Plan(people=shot.people, cameras=shot.cameras, couriers=shot.couriers)
        stage = self._sets.get(plan)
        if stage is None:
            stage = self._sets[plan] = _Set(self._folder / str(len(self._sets)), self._zone, plan)
        self.desk = stage.desk
        stage.refresh()
        state = WindowState(stage.home)
        state.page = shot.page
        self.window = MainWindow(stage.desk, all_pages(), state)
        self.window.resize(*self._size)
        self.window.show()
        stage.desk.pipeline.ready.emit("cpu")
        self.settle()
        if shot.pose is not None:
            shot.pose(self)
            stage.refresh()
            self.settle()
        self._grab().save(str(path))
        for dialog in self._dialogs():
            dialog.done(0)  # without the question what becomes of what was typed
        self.window.let_close()
        self.window.deleteLater()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is asked any more and everything is painted."""
        waited, quiet = 0, 0
        while quiet < _SETTLED_MS and waited < _LONGEST_MS:
            _pass(50)
            waited += 50
            quiet = 0 if self.desk.questions.busy or self.desk.jobs.busy else quiet + 50

    def wait(self, milliseconds: int) -> None:
        """Let time pass."""
        _pass(milliseconds)

    def child(self, kind: type[_Widget], name: str = "") -> _Widget:
        """Return a visible widget of the page or of the topmost dialog, by type and object name."""
        roots: Sequence[QWidget] = [*reversed(self._dialogs()), self.window]
        for root in roots:
            for found in root.findChildren(kind, name) if name else root.findChildren(kind):
                if found.isVisible():
                    return found
        message = f"no visible {kind.__name__} {name!r}"
        raise LookupError(message)

    def in_pane(self, kind: type[_Widget], name: str = "") -> _Widget:
        """As :meth:`child`; opens the pane of the chosen row first, where the window has no room for it beside."""
        try:
            return self.child(kind, name)
        except LookupError:
            table = self.child(QTableView)
            table.setFocus()
            QTest.keyClick(table, Qt.Key.Key_Return)
            self.settle()
            return self.child(kind, name)

    def close(self) -> None:
        """Let go of everything."""
        for stage in self._sets.values():
            stage.close()

    def _dialogs(self) -> list[QDialog]:
        tops = self.application.topLevelWidgets()
        return [top for top in tops if isinstance(top, QDialog) and top.isVisible()]

    def _grab(self) -> QImage:
        """Return the window with its dialogs over it, as they lie on a screen."""
        image = self.window.grab().toImage()
        painter = QPainter(image)
        for dialog in self._dialogs():
            if dialog.parentWidget() is not None and not dialog.isWindow():
                continue  # drawn with the window already
            at = QPoint((self.window.width() - dialog.width()) // 2, (self.window.height() - dialog.height()) // 2)
            painter.drawPixmap(QRect(at, dialog.size()), dialog.grab())
        painter.end()
        flat = QImage(image.size(), QImage.Format.Format_RGB32)  # no see-through corners
        flat.setDevicePixelRatio(image.devicePixelRatio())
        flat.fill(QColor(0, 0, 0))
        painter = QPainter(flat)
        painter.drawImage(0, 0, image)
        painter.end()
        return flat


class _Set:
    """One home with its desk, and what its cameras see."""

    def __init__(self, folder: Path, zone: str, plan: Plan) -> None:
        self.home = Home(folder, demo=True)
        station = open_station(self.home)
        populate(station, plan, datetime.now(UTC), zone)
        found = station.cameras.list(LOCAL_ADMINISTRATOR)
        self.desk = Desk(
            actor=LOCAL_ADMINISTRATOR,
            station=station,
            pipeline=Pipeline(station, found),
            questions=TaskPool("questions"),
            jobs=TaskPool("jobs"),
            changes=Changes(),
            notices=Notices(),
        )
        self._cameras = found
        self._numbers = {person.number: person.id for person in station.people.list(LOCAL_ADMINISTRATOR)}
        self._seq = 0

    def refresh(self) -> None:
        """Let every camera see something now."""
        self._seq += 1
        for index, camera in enumerate(self._cameras):
            if camera.name == "Loading bay":
                self._go_blind(camera, index)
            else:
                self._see(camera, index, datetime.now(UTC) + timedelta(seconds=1.6))

    def close(self) -> None:
        """Let go of the database and the pools."""
        self.desk.questions.stop()
        self.desk.jobs.stop()
        self.desk.station.close()

    def _go_blind(self, camera: Camera, index: int) -> None:
        hub = self.desk.pipeline.hub
        if hub.newest(camera.id) is None:
            self._see(camera, index, datetime.now(UTC) - timedelta(seconds=_BLIND_S))
        hub.report(camera.id, CameraState.FAILED, "The camera does not answer (timed out after 3 s).")

    def _see(self, camera: Camera, index: int, at: datetime) -> None:
        people = _SCENES.get(camera.name, ())
        width, height = 960, 540
        room = ROOMS[_ROOM_OF.get(camera.name, index % len(ROOMS))]
        picture = draw_room(room, [standing for standing, _ in people], width, height)
        hub = self.desk.pipeline.hub
        hub.put(Frame(camera.id, self._seq, at, bgr_of(picture)))
        hub.put_overlay(Overlay(camera.id, self._seq, tuple(self._faces(people, width))))
        hub.report(camera.id, CameraState.LIVE, "Live")

    def _faces(self, people: Sequence[tuple[Standing, Verdict]], width: int) -> list[TrackedFace]:
        faces: list[TrackedFace] = []
        for track, (standing, verdict) in enumerate(people):
            box = standing.box(width)
            number = next((each for each in self._numbers if each.endswith(f"-{1000 + standing.seed:04d}")), None)
            person = None if verdict is Verdict.UNKNOWN or number is None else self._numbers[number]
            close = 0.44 if verdict is Verdict.UNSURE else -1.0  # as close as in the feed's row for the same pass
            at = Box(box.x(), box.y(), box.width(), box.height())
            faces.append(TrackedFace(track, at, verdict, person, runner_up_score=close))
        return faces


_ROOM_OF = {"Main entrance": 0, "Reception": 1, "Car park door": 2, "Loading bay": 3, "North stairs": 4}
_SCENES = {
    "Main entrance": (
        (Standing(6, 0.31, 0.33, 0.055), Verdict.KNOWN),
        (Standing(12, 0.68, 0.28, 0.05), Verdict.KNOWN),
    ),
    "Reception": ((Standing(1234, 0.36, 0.33, 0.06), Verdict.UNKNOWN),),
    "Car park door": ((Standing(1, 0.5, 0.34, 0.05), Verdict.KNOWN),),
    "Canteen door": ((Standing(4, 0.5, 0.38, 0.045), Verdict.UNSURE),),
    "Block B, east": ((Standing(8, 0.45, 0.36, 0.055), Verdict.KNOWN),),
    "Library": ((Standing(9, 0.3, 0.35, 0.06), Verdict.KNOWN),),
}


def _pass(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def all_shots() -> list[Shot]:
    """Return every picture, in the order of the targets: pages, their states, and the dialogs they open."""
    pages = [Shot(name, name) for name in ("live", "people", "attendance", "reports", "settings")]
    return [*pages, *_states(), *_dialogs(), *_enrolling(), *_beginning(), *_nothing_yet(), *_troubles(), *_changing()]


def _states() -> list[Shot]:
    sections = ("recognition", "attendance", "appearance", "data", "about")
    return [
        Shot("live-enlarged", "live", enlarged),
        Shot("live-16", "live", cameras=16),
        Shot("live-folded", "live", couriers=18),
        Shot("live-opened", "live", passages.opened, couriers=18),
        Shot("live-chosen", "live", passages.chosen, couriers=18),
        Shot("live-dismissed", "live", passages.dismissed, couriers=24),
        Shot("people-long-name", "people", person_called("Wolfe")),
        Shot("people-set-aside", "people", person_called("Daniel")),
        Shot("people-nobody", "people", nobody),
        Shot("attendance-week", "attendance", last_week),
        Shot("attendance-day", "attendance", stretched(Stretch.DAY)),
        Shot("attendance-month", "attendance", stretched(Stretch.MONTH)),
        Shot("attendance-nobody", "attendance", nobody),
        Shot("reports-days", "reports", days_sheet),
        *(Shot(f"settings-{name}", "settings", section(name)) for name in sections),
        Shot("settings-tested", "settings", camera_tested),
    ]


def _dialogs() -> list[Shot]:
    return [
        Shot("ask-visitor", "live", by_key("v")),
        Shot("ask-who", "live", by_key("d")),
        Shot("ask-camera-help", "live", what_to_check),
        Shot("ask-message", "live", message),
        Shot("ask-keys", "people", keys),
        Shot("ask-edit", "people", by_button("edit_button")),
        Shot("ask-set-aside", "people", set_photo_aside),
        Shot("ask-deactivate", "people", deactivate),
        Shot("ask-import", "people", import_list),
        Shot("ask-punch", "attendance", add_punch),
        Shot("ask-camera", "settings", by_button("add")),
        Shot("ask-camera-tested", "settings", camera_added),
        Shot("ask-licence", "settings", licence),
    ]


def _enrolling() -> list[Shot]:
    return [
        Shot("enrol", "people", enrol_with_camera),
        Shot("enrol-double", "people", enrol_with_double),
        Shot("enrol-files", "people", enrol_from_files),
        Shot("enrol-no-camera", "people", enrol_without_camera),
        Shot("enrol-more-photos", "people", add_photos),
    ]


def _beginning() -> list[Shot]:
    return [
        Shot("first-run-data", "live", begin_with_data),
        Shot("first-run-key-file", "live", begin_with_key_file),
        Shot("first-run-place", "live", begin_with_place),
        Shot("first-run-camera", "live", begin_with_camera),
        Shot("first-run-dead-camera", "live", begin_with_dead_camera),
        Shot("first-run-speed", "live", begin_with_speed),
        Shot("first-run-person", "live", begin_with_person),
    ]


def _nothing_yet() -> list[Shot]:
    pages = ("live", "people", "attendance", "reports", "settings")
    return [Shot(f"empty-{name}", name, cameras=0, people=0) for name in pages]


def _troubles() -> list[Shot]:
    return [
        Shot("trouble-disk-full", "live", disk_full),
        Shot("trouble-database-held", "people", database_held),
        Shot("trouble-model-altered", "live", model_altered),
        Shot("trouble-key-missing", "live", key_missing),
        Shot("ask-closing", "reports", closing),
    ]


def _changing() -> list[Shot]:
    """Last: they leave the home other than it was."""
    return [Shot("ask-compare", "reports", compare), Shot("ask-import-done", "people", import_done)]
