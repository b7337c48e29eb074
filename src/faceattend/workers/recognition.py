"""The one thread that looks at frames."""

import logging
import queue
import time
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtCore import Signal

from faceattend.cameras.hub import FrameHub
from faceattend.config.memory import give_back
from faceattend.domain.cameras import Camera
from faceattend.domain.vision import Sighting
from faceattend.engine.recogniser import Recogniser
from faceattend.workers.busyness import Busyness, Load
from faceattend.workers.loop import LoopThread

_WAIT_S = 0.2
_GIVE_BACK_EVERY_S = 60.0
_log = logging.getLogger(__name__)


class RecognitionThread(LoopThread):
    """Analyses the newest frames of all cameras together and hands the sightings on.

    Signals:
        ready(str): the models are loaded; the provider they really run on.

    Thread: the recogniser is built and used in this thread only; ``watch`` and ``unwatch`` may be called by any, and
    are followed before the next frames are analysed.
    """

    ready = Signal(object)

    def __init__(self, hub: FrameHub, build: Callable[[], Recogniser], submit: Callable[[Sighting], None]) -> None:
        super().__init__("recognition")
        self._hub = hub
        self._build = build
        self._submit = submit
        self._recogniser: Recogniser | None = None
        self._changes: queue.SimpleQueue[Camera | UUID] = queue.SimpleQueue()
        self._busyness = Busyness()
        self._give_back_at = time.monotonic() + _GIVE_BACK_EVERY_S

    @property
    def load(self) -> Load | None:
        """How busy it was of late; None until it can be told. May be asked by any thread."""
        return self._busyness.load

    def watch(self, camera: Camera) -> None:
        """Look at this camera's frames too, or by its new settings; ask before the hub hands its frames out."""
        self._changes.put(camera)

    def unwatch(self, camera_id: UUID) -> None:
        """Look at this camera's frames no more."""
        self._changes.put(camera_id)

    def begin(self) -> None:
        """Load the models and the gallery."""
        self._recogniser = self._build()
        _log.info("recognition runs on %s", self._recogniser.provider)
        self.ready.emit(self._recogniser.provider)

    def step(self) -> None:
        """Analyse what is due."""
        recogniser = self._loaded()
        taken = self._hub.take(_WAIT_S)
        asked_at, began = datetime.now(UTC), time.monotonic()
        self._follow_changes(recogniser)
        frames = [frame for frame in taken if recogniser.watches(frame.camera_id)]
        if frames:
            analysis = recogniser.analyse(frames)
            for overlay in analysis.overlays:
                self._hub.put_overlay(overlay)
            self._busyness.worked(began, time.monotonic(), len(frames))
            self._hand_on(analysis.sightings)
        self._hand_on(recogniser.expire(asked_at))
        if began >= self._give_back_at:
            give_back()
            self._give_back_at = began + _GIVE_BACK_EVERY_S

    def finish(self) -> None:
        """Give an answer for every face that has none yet."""
        self._hand_on(self._loaded().finish())

    def _follow_changes(self, recogniser: Recogniser) -> None:
        while not self._changes.empty():
            change = self._changes.get_nowait()
            if isinstance(change, Camera):
                recogniser.watch(change)
            else:
                self._hand_on(recogniser.unwatch(change))

    def _loaded(self) -> Recogniser:
        if self._recogniser is None:
            message = "the recognition thread steps only after it has begun"
            raise RuntimeError(message)
        return self._recogniser

    def _hand_on(self, sightings: tuple[Sighting, ...]) -> None:
        for sighting in sightings:
            self._submit(sighting)
