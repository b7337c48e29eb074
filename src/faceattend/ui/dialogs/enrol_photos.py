"""The photos of the enrolment dialog: gathered from camera and files, held to each other and to everybody enrolled."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from faceattend.domain.coaching import FACING_DEG, WANTED
from faceattend.domain.people import Pose
from faceattend.services.enrolment import Examination, TakenPhoto, Twin
from faceattend.services.photos import PhotoCheck, PhotoInput, Picture
from faceattend.ui.desk import Desk
from faceattend.ui.models.people_words import pose_words
from faceattend.ui.translation import spoken
from faceattend.ui.widgets.photo_slots import Slot

if TYPE_CHECKING:
    from faceattend.workers.tasks import Task

MOST = len(WANTED)
"""So many photos are kept of somebody at a time: one of each pose is as good as it gets."""


@dataclass(frozen=True, slots=True, eq=False)
class KeptPhoto:
    """A photo that will do.

    Attributes:
        pose: which way it looks, or was asked to.
        picture: the whole of it.
        face: JPEG of the face. Biometric data.
        facing: whether it serves as a photo from the front.
        fault: why it will not do after all, such as that it shows somebody else; empty when it will.
    """

    pose: Pose
    picture: Picture
    face: bytes
    facing: bool
    fault: str = ""


class EnrolPhotos(QObject):
    """Keeps the photos until they are stored; in memory only.

    After every change all of them are examined anew in the background.

    Signals:
        changed(): photos came, went, or were found wanting.
        refused(str): a file will not do; why.
        read(int, int): so many files of so many were read; equal at the end.
        twin_found(Twin | None): who is enrolled already with this face.
        failed(Exception): photos could not be examined or read.

    Thread: the GUI thread.

    Args:
        desk: what it works with.
        number: of the person whose photos these are to join; empty for somebody new.
        parent: the dialog.
    """

    changed = Signal()
    refused = Signal(str)
    read = Signal(int, int)
    twin_found = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, number: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._number = number
        self._kept: list[KeptPhoto] = []
        self._stale = False
        self._examining: Sequence[KeptPhoto] = ()
        self._reading: Task | None = None
        self._files = (0, 0)

    @property
    def kept(self) -> tuple[KeptPhoto, ...]:
        """The photos, in the order they were taken."""
        return tuple(self._kept)

    @property
    def full(self) -> bool:
        """Whether there is no room for more."""
        return len(self._kept) >= MOST

    @property
    def busy(self) -> bool:
        """Whether files are being read or photos examined."""
        return bool(self._examining) or self._reading is not None

    def slots(self, on_record: frozenset[Pose] = frozenset()) -> list[Slot]:
        """Return the places to show: the photos, then the poses still to come, then those on record; MOST in all."""
        shown = [Slot(pose_words(each.pose), each.face, each.fault) for each in self._kept]
        there = {each.pose for each in self._kept} | on_record
        coming = [Slot(pose_words(pose)) for pose in WANTED if pose not in there]
        held = [Slot(pose_words(pose), held=True) for pose in WANTED if pose in on_record]
        return (shown + coming + held)[:MOST]

    def keep(self, pose: Pose, photo: TakenPhoto) -> None:
        """Take in a photo of the camera; it replaces the one of the same pose."""
        if photo.picture is None:
            return
        new = KeptPhoto(pose, photo.picture, photo.face, pose is Pose.FRONT)
        same = [index for index, each in enumerate(self._kept) if each.pose is pose]
        if same:
            self._kept[same[0]] = new
        elif not self.full:
            self._kept.append(new)
        self._examine()

    def remove(self, index: int) -> None:
        """Throw a photo away."""
        del self._kept[index]
        self._examine()

    def read_files(self, photos: Sequence[PhotoInput]) -> None:
        """Read photos; each that will do is kept while there is room, each other one is refused."""
        if self._reading is not None or not photos:
            return
        enrolment, actor = self._desk.station.enrolment, self._desk.actor
        self._files = (0, len(photos))
        self.read.emit(0, len(photos))
        self._reading = self._desk.jobs.follow(
            self,
            lambda: enrolment.read(actor, photos),
            stepped=self._on_read,
            done=self._on_all_read,
            failed=self._on_unreadable,
            title=self.tr("Photos are being read."),
        )

    def stop(self) -> None:
        """Read no more files."""
        if self._reading is not None:
            self._reading.cancel()

    def _on_read(self, photo: TakenPhoto) -> None:
        done, of = self._files
        self._files = (done + 1, of)
        check = photo.check
        if photo.picture is None or check.refusal or check.pose is None:
            self.refused.emit(spoken(check.refusal))
        elif self.full:
            words = self.tr("{name} was left out: {count} photos are enough. Remove one to take it instead.")
            self.refused.emit(words.format(name=check.name, count=MOST))
        else:
            self._kept.append(KeptPhoto(check.pose, photo.picture, photo.face, _facing(check)))
            self.changed.emit()
        self.read.emit(*self._files)

    def _on_all_read(self, _cancelled: bool) -> None:
        self._reading = None
        self.read.emit(self._files[1], self._files[1])
        self._examine()

    def _on_unreadable(self, error: Exception) -> None:
        self.failed.emit(error)
        self._on_all_read(True)

    def _examine(self) -> None:
        """Compare all photos with each other and with everybody enrolled; at most one comparison runs at a time."""
        if self._examining:
            self._stale = True
        elif self._kept:
            enrolment, actor, number = self._desk.station.enrolment, self._desk.actor, self._number
            self._examining = tuple(self._kept)
            pictures = [each.picture for each in self._kept]
            self._desk.jobs.run(
                self,
                lambda: enrolment.examine(actor, number, pictures),
                done=self._on_examined,
                failed=self._on_not_examined,
                title=self.tr("Photos are being compared with everybody enrolled."),
            )
        else:
            self.twin_found.emit(None)
        self.changed.emit()

    def _on_examined(self, found: Examination) -> None:
        """Mark the photos of somebody else; what was changed meanwhile is examined again."""
        examined, self._examining = self._examining, ()
        faults = {id(each.picture): spoken(check.refusal) for each, check in zip(examined, found.photos, strict=True)}
        if self._again():
            return
        self._kept = [replace(each, fault=faults.get(id(each.picture), "")) for each in self._kept]
        twin: Twin | None = found.twin
        self.twin_found.emit(twin)
        self.changed.emit()

    def _on_not_examined(self, error: Exception) -> None:
        self._examining = ()
        if not self._again():
            self.failed.emit(error)
            self.changed.emit()

    def _again(self) -> bool:
        stale, self._stale = self._stale, False
        if stale:
            self._examine()
        return stale


def _facing(check: PhotoCheck) -> bool:
    return check.quality is not None and max(abs(check.quality.yaw), abs(check.quality.pitch)) <= FACING_DEG
