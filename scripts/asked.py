"""The dialogs that ask or tell something, each over the page it is opened from."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from beginning import tried_camera
from drawn import face_jpeg
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTableView

from faceattend.domain.attendance import Direction
from faceattend.domain.errors import StorageReadOnly
from faceattend.services.cameras import CameraService, PluggedIn
from faceattend.services.punching import ManualPunch
from faceattend.ui.dialogs.camera import CameraDialog
from faceattend.ui.dialogs.camera_help import CameraHelpDialog
from faceattend.ui.dialogs.import_people import ImportPeopleDialog
from faceattend.ui.dialogs.licence import LicenceDialog
from faceattend.ui.messages import MessageSheet
from faceattend.ui.pages.people_photos import PhotoGrid
from faceattend.ui.pages.people_table import PeopleTable
from faceattend.ui.widgets.table_looks import VALUE_ROLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from shots import Studio

_DAYS_AGO = count(4)  # another day for each theme: the home stays the same
_LIST = """number,name,group,kind
E-2001,Ingrid Sørensen,Finance,employee
E-2002,中村 健,IT,employee
E-2003,Maximiliane Alexandra Wolfeschlegelsteinhausen-Bergerdorff,Logistics,employee
E-1002,Noor Haddad,Sales,employee
S-2005,Tariq Saleh,Class 10B,student
"""
_LICENCE = """The pretrained models of this pack are available for non-commercial research purposes only.

Ask the publisher before they are used in a company, a school or any other organisation."""


def by_key(key: str) -> Callable[[Studio], None]:
    """Any page: what a key opens; in a narrow window it first shows what it is about."""

    def pose(studio: Studio) -> None:
        QTest.keyClicks(studio.window.page, key)
        studio.settle()
        if QApplication.activeModalWidget() is None:
            QTest.keyClicks(studio.window.page, key)

    return pose


def by_button(name: str) -> Callable[[Studio], None]:
    """Any page: what a button opens."""

    def pose(studio: Studio) -> None:
        studio.settle()
        studio.in_pane(QAbstractButton, name).click()

    return pose


def what_to_check(studio: Studio) -> None:
    """Live: a camera that gives no picture."""
    desk = studio.desk
    camera = next(each for each in desk.station.cameras.list(desk.actor) if each.name == "Loading bay")
    CameraHelpDialog(desk, camera, studio.window).open()


def message(studio: Studio) -> None:
    """Any page: the disk refused."""
    error = StorageReadOnly(
        "The data folder cannot be written.",
        means="The punch of Daniel Osei at 08:51 was not stored.",
        remedy="Make room on the disk, or give this user the right to write to the folder. Then do it once more.",
    )
    MessageSheet(error, studio.desk.station.home.root, studio.window).open()


def keys(studio: Studio) -> None:
    """Any page: all keys."""
    studio.window.show_keys()


def set_photo_aside(studio: Studio) -> None:
    """People: a photo is to be used no more."""
    studio.settle()
    grid = studio.in_pane(PhotoGrid)
    grid.setCurrentIndex(grid.model().index(1, 0))
    grid.aside_wanted.emit(grid.currentIndex().data(VALUE_ROLE))


def deactivate(studio: Studio) -> None:
    """People: somebody is to be punched no more."""
    studio.settle()
    QTest.keyClick(studio.child(PeopleTable), Qt.Key.Key_Delete)


def import_list(studio: Studio) -> None:
    """People: a list was chosen, and what is in it is shown."""
    _import(studio)


def import_done(studio: Studio) -> None:
    """People: some were refused."""
    dialog = _import(studio)
    studio.settle()
    dialog.on_import_clicked()
    studio.wait(1500)


def _import(studio: Studio) -> ImportPeopleDialog:
    folder = tempfile.TemporaryDirectory(prefix="faceattend-import-")
    photos = Path(folder.name) / "photos"
    photos.mkdir()
    for number, name in enumerate(("E-2001", "E-2002", "E-2003", "S-2005")):
        (photos / f"{name}.jpg").write_bytes(face_jpeg(200 + number))
    listed = Path(folder.name) / "new-people.csv"
    listed.write_text(_LIST, encoding="utf-8")
    dialog = ImportPeopleDialog(studio.desk, studio.window)
    dialog.finished.connect(lambda _code: folder.cleanup())
    dialog.open()
    dialog.take([listed, photos])
    return dialog


def add_punch(studio: Studio) -> None:
    """Attendance: a punch for the chosen day."""
    studio.settle()
    studio.in_pane(QAbstractButton, "add").click()


def compare(studio: Studio) -> None:
    """Reports: two people have other hours since the last export."""
    desk = studio.desk
    today = datetime.now(UTC).astimezone().date()
    first = today.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    with tempfile.TemporaryDirectory(prefix="faceattend-export-") as folder:
        desk.station.reports.export(desk.actor, first, last, Path(folder) / "november.xlsx")
    site = desk.station.cameras.list(desk.actor)[0].site
    day = today - timedelta(days=next(_DAYS_AGO))
    for person in desk.station.people.list(desk.actor)[:2]:
        for hour, direction in ((18, Direction.IN), (20, Direction.OUT)):
            at = datetime.combine(day, datetime.min.time()).replace(hour=hour)
            punch = ManualPunch(person.id, site.id, at, direction, "Stayed for the audit")
            desk.station.punching.add(desk.actor, punch)
    desk.changes.attendance.emit()
    studio.wait(600)  # choices rest before a preview is built
    studio.settle()
    studio.child(QAbstractButton, "compare").click()


def camera_added(studio: Studio) -> None:
    """Settings: a new camera, tested."""
    desk = studio.desk
    with mock.patch.object(CameraService, "devices", return_value=[PluggedIn("device:0", "FHD Webcam")]):
        dialog = CameraDialog(desk, desk.station.cameras.list(desk.actor), parent=studio.window)
        dialog.open()
        studio.settle()
    QTest.keyClicks(dialog.findChild(QLineEdit, "name"), "Side entrance")
    with mock.patch.object(CameraService, "trial", return_value=iter([tried_camera()])):
        dialog.findChild(QAbstractButton, "test").click()
        studio.settle()


def camera_tested(studio: Studio) -> None:
    """Settings: a camera that was tested where it hangs."""
    studio.settle()
    with mock.patch.object(CameraService, "trial", return_value=iter([tried_camera()])):
        studio.child(QTableView, "table").setFocus()
        studio.in_pane(QAbstractButton, "test").click()
        studio.settle()


def licence(studio: Studio) -> None:
    """Settings: other models, and what their licence allows."""
    dialog = LicenceDialog("Licence of insightface_l", _LICENCE, studio.window)
    dialog.open()
