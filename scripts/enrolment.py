"""Enrolling somebody drawn: a desk camera with a drawn person before it, whom a drawn judge looks at."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

from drawn import Standing, bgr_of, draw_face, draw_room, face_jpeg
from PySide6.QtWidgets import QComboBox, QLineEdit

from faceattend.domain.errors import CameraUnreachable
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person, Pose
from faceattend.domain.vision import Box, Frame, Quality, QualityReason
from faceattend.services.cameras import PluggedIn
from faceattend.services.enrolment import EnrolmentService, Examination, TakenPhoto, Twin, taken
from faceattend.services.photos import PhotoCheck, PhotoInput, Picture
from faceattend.ui.dialogs.enrol import AddPhotosDialog, EnrolDialog

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shots import Studio

    from faceattend.domain.access import Actor
    from faceattend.ui.desk import Desk

_NEW, _LIKE = 996, 6  # the same look in other clothes
_TURNS = {Pose.FRONT: (0.0, 0.0), Pose.RIGHT: (-25.0, 0.0), Pose.LEFT: (25.0, 0.0), Pose.UP: (0.0, -18.0)}
_EACH_S = 1.3


class DrawnEnrolment(EnrolmentService):
    """Looks at drawings: the person before the camera turns to each pose for a while, and stays before the last.

    Args:
        real: answers what needs no faces.
        poses: in their order.
        twin: who the photos are like; None for nobody.
        reasons: what stands against the picture.
        unplugged: whether the camera cannot be opened.
    """

    def __init__(
        self,
        real: EnrolmentService,
        poses: Sequence[Pose] = (Pose.FRONT,),
        *,
        twin: Person | None = None,
        reasons: tuple[QualityReason, ...] = (),
        unplugged: bool = False,
    ) -> None:
        self.next_number = real.next_number  # ty: ignore
        self.owner_of = real.owner_of
        self._poses, self._twin, self._reasons, self._unplugged = poses, twin, reasons, unplugged
        self._began_s = 0.0

    def devices(self, _actor: Actor) -> list[PluggedIn]:
        """One camera."""
        return [PluggedIn("device:0", "Desk camera")]

    def open_device(self, _actor: Actor, _device: PluggedIn) -> _DrawnCamera:
        """Open it, if it is plugged in."""
        if self._unplugged:
            raise CameraUnreachable(
                "The camera Desk camera is used by another program.",
                means="It gives no picture.",
                remedy="Close the other program. FaceAttend keeps trying.",
            )
        self._began_s = time.monotonic()
        return _DrawnCamera()

    def look(self, _actor: Actor, frame: Frame) -> PhotoCheck:
        """Find the drawn face."""
        turn = min(int((time.monotonic() - self._began_s) / _EACH_S), len(self._poses) - 1)
        pose = self._poses[turn]
        height, width = frame.bgr.shape[:2]
        box = Box(width / 2 - height * 0.19, height * 0.26, height * 0.38, height * 0.48)
        yaw, pitch = _TURNS[pose]
        quality = Quality(260, 120, yaw, pitch, 0, 130, 0.8, self._reasons)
        return PhotoCheck("The picture", "", box, pose, quality, faces=1)

    def read(self, _actor: Actor, photos: Sequence[PhotoInput]) -> Iterator[TakenPhoto]:
        """Take every other file for a portrait."""
        for number, photo in enumerate(photos):
            name = photo.name
            if number % 2:
                yield TakenPhoto(None, PhotoCheck(name, f"No face was found in {name}."))
                continue
            bgr = bgr_of(draw_face(_NEW, 400))
            quality = Quality(160, 120, 0, 0, 0, 130, 0.8, ())
            check = PhotoCheck(name, "", Box(120, 90, 160, 210), Pose.FRONT, quality, faces=1)
            yield taken(Picture(name, bgr), check)

    def examine(self, _actor: Actor, _number: str, photos: Sequence[Picture]) -> Examination:
        """Find the double, if there is to be one."""
        checks = tuple(PhotoCheck(each.name, faces=1) for each in photos)
        if self._twin is None:
            return Examination(checks)
        since = datetime.now(UTC) - timedelta(days=900)
        return Examination(checks, Twin(self._twin, 0.62, 0.46, face_jpeg(_LIKE), since))


class _DrawnCamera:
    def __init__(self) -> None:
        self._seq = 0
        room = draw_room("reception", [Standing(_NEW, 0.5, 0.28, 0.085)], 1280, 720)
        self._bgr = bgr_of(room)

    def read(self) -> Frame:
        time.sleep(0.05)
        self._seq += 1
        return Frame(new_id(), self._seq, datetime.now(UTC), self._bgr)

    def close(self) -> None:
        pass


def _desk(studio: Studio, **drawn: object) -> Desk:
    desk = studio.desk
    service = DrawnEnrolment(desk.station.enrolment, **drawn)  # type: ignore[arg-type]
    return replace(desk, station=replace(desk.station, enrolment=service))


def _fill(dialog: EnrolDialog, name: str, group: str) -> None:
    cast("QLineEdit", dialog.findChild(QLineEdit, "name")).setText(name)
    cast("QComboBox", dialog.findChild(QComboBox, "group")).setEditText(group)


def enrol_with_camera(studio: Studio) -> None:
    """Two photos are taken, the third is asked for."""
    dialog = EnrolDialog(_desk(studio, poses=(Pose.FRONT, Pose.RIGHT, Pose.FRONT)), studio.window)
    dialog.open()
    studio.settle()
    _fill(dialog, "Layla Haddad", "Sales")
    studio.wait(3500)


def enrol_with_double(studio: Studio) -> None:
    """Somebody alike is enrolled already."""
    twin = next(each for each in studio.desk.station.people.list(studio.desk.actor) if each.name == "Leïla Haddad")
    desk = _desk(studio, poses=(Pose.FRONT, Pose.RIGHT, Pose.LEFT, Pose.FRONT), twin=twin)
    dialog = EnrolDialog(desk, studio.window)
    dialog.open()
    studio.settle()
    _fill(dialog, "Layla Haddad", "Sales")
    studio.wait(5000)


def enrol_without_camera(studio: Studio) -> None:
    """The camera is used by another program."""
    dialog = EnrolDialog(_desk(studio, unplugged=True), studio.window)
    dialog.open()
    studio.settle()
    studio.wait(400)


def enrol_from_files(studio: Studio) -> None:
    """Three photos, of which one shows no face."""
    pictures = [Picture(f"IMG_{number}.jpg", bgr_of(draw_face(_NEW, 40))) for number in (4711, 4712, 4713)]
    dialog = EnrolDialog(_desk(studio), studio.window, name="Layla Haddad", pictures=pictures)
    dialog.open()
    studio.settle()
    studio.wait(300)


def add_photos(studio: Studio) -> None:
    """More photos of somebody who is enrolled, in poor light."""
    person = studio.desk.station.people.list(studio.desk.actor)[2]
    dialog = AddPhotosDialog(_desk(studio, reasons=(QualityReason.TOO_DARK,)), person, studio.window)
    dialog.open()
    studio.settle()
    studio.wait(700)
