"""Every page and every dialog of the real window, over a home with people, punches and cameras, one after the other."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import shiboken6
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget
from tests.facts import a_sighting
from tests.stations import STRANGER, add_camera, wait_until
from tests.ui.desks import desk_over
from tests.ui.painting import jpeg_of

from faceattend.config.images import encode_jpeg, read_image
from faceattend.domain.access import LOCAL_ADMINISTRATOR, STATION
from faceattend.domain.errors import StorageFull
from faceattend.domain.vision import Verdict
from faceattend.services.people import Newcomer
from faceattend.services.report_query import ReportQuery
from faceattend.services.station import Station
from faceattend.ui.closing import ClosingSheet
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.camera import CameraDialog
from faceattend.ui.dialogs.camera_help import CameraHelpDialog
from faceattend.ui.dialogs.compare_exports import CompareExportsDialog
from faceattend.ui.dialogs.decide import DecideDialog
from faceattend.ui.dialogs.edit_person import EditPersonDialog
from faceattend.ui.dialogs.enrol import AddPhotosDialog, EnrolDialog
from faceattend.ui.dialogs.import_people import ImportPeopleDialog
from faceattend.ui.dialogs.licence import LicenceDialog
from faceattend.ui.dialogs.manual_punch import ManualPunchDialog
from faceattend.ui.dialogs.register_visitor import RegisterVisitorDialog
from faceattend.ui.dialogs.set_aside import SetAsideDialog
from faceattend.ui.main_window import MainWindow
from faceattend.ui.messages import MessageSheet
from faceattend.ui.page_list import all_pages
from faceattend.ui.widgets.question import Question
from faceattend.ui.window_state import WindowState

ADMIN = LOCAL_ADMINISTRATOR
CAMERAS = ("Reception", "Loading bay")
PAGES = ("live", "attendance", "people", "reports", "settings")


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """The window, the desk that its pages work with, and two sightings that wait for an answer."""

    window: MainWindow
    desk: Desk
    unsure: UUID
    unknown: UUID

    def settle(self) -> None:
        """Until nothing is asked any more and everything is laid out."""
        for _ in range(3):
            wait_until(lambda: not self.desk.questions.busy and not self.desk.jobs.busy, 10)
            QApplication.processEvents()

    def open(self, key: str) -> QWidget:
        """Show a page, with something chosen in it."""
        self.window.open_page(key)
        self.settle()
        page = self.window.page
        assert page is not None
        for view in page.findChildren(QAbstractItemView):
            model = view.model()
            if view.isVisible() and model is not None and model.rowCount() and key in {"attendance", "people"}:
                view.setCurrentIndex(model.index(0, 0))
                break
        self.settle()
        return page


def furnish(station: Station) -> tuple[UUID, UUID]:
    """Two cameras that saw people on two days; somebody else waits to be named, and two visitors.

    Returns:
        The ids of the sighting of the one, and of one of the others.
    """
    people = station.people.list(ADMIN)
    station.people.update(ADMIN, replace(people[0], group="Sales"))
    station.people.enrol(ADMIN, Newcomer("0007", "فاطمة الزهراء"), [])
    cameras = [add_camera(station, name, f"rtsp://camera.lan/{name.split()[0]}") for name in CAMERAS]
    now = datetime.now(UTC)
    crop = jpeg_of("#808080", "#a0a0a0", width=48, height=48)
    for days in (0, 1):
        for number, person in enumerate(people[:4]):
            at = now - timedelta(days=days, minutes=30 + number)
            station.attendance.record(
                STATION, a_sighting(camera_id=cameras[0].id, person_id=person.id, seen_at=at, crop_jpeg=crop)
            )
    unsure = a_sighting(
        camera_id=cameras[0].id, person_id=people[4].id, runner_up_id=people[5].id, runner_up_score=0.4, score=0.41,
        seen_at=now - timedelta(minutes=3), verdict=Verdict.UNSURE, crop_jpeg=crop,
    )  # fmt: skip
    station.attendance.record(STATION, unsure)
    face = encode_jpeg(read_image(STRANGER))
    strangers = [
        a_sighting(camera_id=cameras[1].id, person_id=None, seen_at=now - timedelta(minutes=minute), crop_jpeg=face)
        for minute in (1, 2)
    ]
    for stranger in strangers:
        station.attendance.record(STATION, stranger)
    return unsure.id, strangers[0].id


@contextmanager
def staged(station: Station) -> Iterator[Stage]:
    """The window over a furnished station, 1440x900."""
    unsure, unknown = furnish(station)
    gc.collect()
    with desk_over(station) as desk:
        window = MainWindow(desk, all_pages(), WindowState(station.home))
        try:
            window.resize(1440, 900)
            window.show()
            window.activateWindow()
            stage = Stage(window, desk, unsure, unknown)
            stage.settle()
            yield stage
        finally:
            page = window.page
            if page is not None:
                page.left()
            window.let_close()
            shiboken6.delete(window)
            gc.collect()


def dialogs(stage: Stage) -> dict[str, Callable[[], QDialog]]:
    """How each dialog is made, by name."""
    desk, over = stage.desk, stage.window
    station = desk.station
    people, cameras = station.people.list(ADMIN), station.cameras.list(ADMIN)
    details = station.directory.details(ADMIN, people[0].id)
    today = datetime.now(UTC).astimezone().date()

    def comparison() -> QDialog:
        query = ReportQuery(today - timedelta(days=2), today)
        station.reports.export(ADMIN, query.first, query.last, station.home.root / "before.xlsx")
        station.people.update(ADMIN, replace(people[0], active_to=today - timedelta(days=1)))
        found = station.reports.compare(ADMIN, station.reports.preview(ADMIN, query))
        station.people.update(ADMIN, people[0])
        assert found is not None
        return CompareExportsDialog(desk, found, over)

    return {
        "edit person": lambda: EditPersonDialog(desk, people[0], ["Sales"], over),
        "set aside": lambda: SetAsideDialog(details, details.photos[0], over),
        "import": lambda: ImportPeopleDialog(desk, over),
        "enrol": lambda: EnrolDialog(desk, over),
        "add photos": lambda: AddPhotosDialog(desk, people[0], over),
        "manual punch": lambda: ManualPunchDialog(desk, over, people[0], today),
        "decide": lambda: DecideDialog(desk, stage.unsure, over),
        "register visitor": lambda: RegisterVisitorDialog(desk, stage.unknown, over),
        "camera help": lambda: CameraHelpDialog(desk, cameras[0], over),
        "compare": comparison,
        "camera": lambda: CameraDialog(desk, cameras, cameras[0], parent=over),
        "licence": lambda: LicenceDialog("Licence of buffalo-l", "For research only.", over),
        "closing": lambda: ClosingSheet(("", ""), over),
        "message": lambda: MessageSheet(StorageFull("data/attendance.db"), station.home.logs, over),
        "question": lambda: Question("Sure?", "It cannot be undone.", over, safe="Leave it", act="Do it"),
    }


@contextmanager
def opened(stage: Stage, make: Callable[[], QDialog]) -> Iterator[QDialog]:
    """A dialog, open and at rest; closed behind it."""
    dialog = make()
    dialog.open()
    stage.settle()
    try:
        yield dialog
    finally:
        dialog.done(0)
        stage.settle()


def place_in(widget: QWidget, root: QWidget) -> QPoint:
    """Where a widget begins in another."""
    return widget.mapTo(root, QPoint(0, 0))
