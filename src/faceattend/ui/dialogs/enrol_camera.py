"""The camera of the enrolment dialog: its picture, what to say over it, and when a photo is taken."""

import time
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from faceattend.domain.coaching import (
    Glance,
    Hint,
    Session,
    Speech,
    fault,
    pose_seen,
    see,
    speak,
)
from faceattend.domain.coaching import taken as noted
from faceattend.domain.people import Pose
from faceattend.services.enrolment import TakenPhoto, taken
from faceattend.services.photos import PhotoCheck, Picture
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.enrol_sources import PhotoSource
from faceattend.ui.dialogs.enrol_words import hint_words
from faceattend.ui.explanation import explain
from faceattend.ui.models.people_words import pose_words
from faceattend.ui.widgets.capture_view import CaptureScene
from faceattend.ui.widgets.pose_ring import PoseRing
from faceattend.workers.capture import CaptureThread, Sight

_PAINT_MS = 66
_SAID_S = 1.5


class EnrolCamera(QObject):
    """Follows one source, coaches whoever stands before it, and takes photos: by itself when they will do, or by hand.

    Signals:
        scene_changed(CaptureScene): what to show now.
        looked(PhotoCheck | None): what was found in the newest frame; None while there is none.
        photo_taken(Pose, TakenPhoto): a photo that will do.
        size_known(int, int): width and height of the picture, pixels.

    Thread: the GUI thread; the camera has one of its own.

    Args:
        desk: what it works with.
        parent: the dialog.
    """

    scene_changed = Signal(object)
    looked = Signal(object)
    photo_taken = Signal(object, object)
    size_known = Signal(int, int)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._thread: CaptureThread | None = None
        self._session = Session()
        self._speech = Speech(Hint.NOBODY, Hint.NOBODY)
        self._full = False
        self._resting = False
        self._said = ("", 0.0)
        self._failure: Exception | None = None
        self._last: Sight | None = None
        self._timer = QTimer(self, interval=_PAINT_MS)
        self._timer.timeout.connect(self.on_tick)

    @property
    def running(self) -> bool:
        """Whether a camera is followed."""
        return self._thread is not None

    def follow(self, source: PhotoSource) -> None:
        """Look through this camera from now on."""
        self.stop()
        desk = self._desk
        service, actor = desk.station.enrolment, desk.actor
        self._thread = CaptureThread(lambda: source.open(desk), lambda frame: service.look(actor, frame))
        self._thread.troubled.connect(self.on_troubled)
        self.destroyed.connect(self._thread.request_stop)
        self._thread.set_out()
        self._timer.start()
        self.on_tick()

    def stop(self) -> None:
        """Let go of the camera."""
        self._timer.stop()
        thread, self._thread = self._thread, None
        self._last, self._failure = None, None
        self._session = replace(self._session, steady=0)
        self._speech = Speech(Hint.NOBODY, Hint.NOBODY)
        if thread is not None:
            thread.troubled.disconnect(self.on_troubled)
            self.destroyed.disconnect(thread.request_stop)
            thread.leave()

    def set_taken(self, poses: frozenset[Pose], *, full: bool) -> None:
        """Say of which poses there are photos, and whether there is room for more."""
        self._session = replace(self._session, taken=poses, steady=0)
        self._full = full

    def rest(self, resting: bool) -> None:
        """Take no photos for a while, as when something is asked or stored."""
        self._resting = resting

    def shoot(self) -> None:
        """Take a photo now, if the newest picture will do; else say why not."""
        sight = self._last
        if sight is None or sight.looked is None or sight.check is None or self._resting:
            return
        glance = _glance(sight.check)
        obstacle = fault(glance)
        if obstacle is not None:
            self._said = (self.tr("Not taken. {why}").format(why=hint_words(obstacle)[1]), time.monotonic())
            return
        self._take(pose_seen(self._session, glance), sight)

    def on_tick(self) -> None:
        """Show the newest picture; judge it where it is new."""
        if self._thread is None:
            return
        sight, before = self._thread.sight, self._last
        self._last = sight
        if sight.size is not None and (before is None or before.size != sight.size):
            self.size_known.emit(*sight.size)
        if sight.looked is not None and (before is None or sight.looked is not before.looked):
            self._judge(sight)
        elif sight.looked is None and before is not None and before.looked is not None:
            self.looked.emit(None)
        self.scene_changed.emit(self._scene(sight))

    def on_troubled(self, error: Exception) -> None:
        """Keep what went wrong inside the program, to be shown in the picture's place."""
        self._failure = error

    def _judge(self, sight: Sight) -> None:
        if sight.check is None:
            return
        self._failure = None
        self.looked.emit(sight.check)
        if self._full or self._resting:
            return
        advice = see(self._session, _glance(sight.check), time.monotonic())
        self._session, self._speech = advice.session, speak(self._speech, advice)
        if advice.release is not None:
            self._take(advice.release, sight)

    def _take(self, pose: Pose, sight: Sight) -> None:
        if sight.looked is None or sight.check is None:
            return
        self._session = noted(self._session, pose, time.monotonic(), _glance(sight.check))
        name = self.tr("The photo “{pose}”").format(pose=pose_words(pose))
        photo: TakenPhoto = taken(Picture(name, sight.looked.bgr, pose), sight.check)
        self.photo_taken.emit(pose, photo)

    def _scene(self, sight: Sight) -> CaptureScene:
        trouble = sight.error or self._failure
        if trouble is not None:
            return _trouble(trouble)
        if sight.frame is None:
            return CaptureScene(words=self.tr("Opening the camera…"))
        if sight.looked is None:
            return CaptureScene(sight.frame, icon="hourglass", words=self.tr("Getting ready to look for faces…"))
        wanted = None if self._full else self._session.wanted
        icon, words = self._words()
        return CaptureScene(sight.frame, PoseRing(self._session.taken, wanted), icon, words)

    def _words(self) -> tuple[str, str]:
        said, at = self._said
        if said and time.monotonic() < at + _SAID_S:
            return "circle-alert", said
        return hint_words(Hint.DONE if self._full or self._session.wanted is None else self._speech.hint)


def _glance(check: PhotoCheck) -> Glance:
    quality = check.quality
    if quality is None:
        return Glance(check.faces)
    return Glance(check.faces, quality.yaw, quality.pitch, quality.reasons)


def _trouble(error: Exception) -> CaptureScene:
    said = explain(error)
    return CaptureScene(trouble=said.what, remedy=said.rest)
