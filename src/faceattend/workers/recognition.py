"""The one thread that looks at frames."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Signal

from faceattend.cameras.hub import FrameHub
from faceattend.domain.vision import Sighting
from faceattend.engine.recogniser import Recogniser
from faceattend.workers.loop import LoopThread

_WAIT_S = 0.2
_log = logging.getLogger(__name__)


class RecognitionThread(LoopThread):
    """Analyses the newest frames of all cameras together and hands the sightings on.

    Signals:
        ready(str): the models are loaded; the provider they really run on.

    Thread: the recogniser is built and used in this thread only.
    """

    ready = Signal(object)

    def __init__(self, hub: FrameHub, build: Callable[[], Recogniser], submit: Callable[[Sighting], None]) -> None:
        super().__init__("recognition")
        self._hub = hub
        self._build = build
        self._submit = submit
        self._recogniser: Recogniser | None = None

    def begin(self) -> None:
        """Load the models and the gallery."""
        self._recogniser = self._build()
        _log.info("recognition runs on %s", self._recogniser.provider)
        self.ready.emit(self._recogniser.provider)

    def step(self) -> None:
        """Analyse what is due."""
        recogniser = self._loaded()
        frames = self._hub.take(_WAIT_S)
        if frames:
            analysis = recogniser.analyse(frames)
            for overlay in analysis.overlays:
                self._hub.put_overlay(overlay)
            self._hand_on(analysis.sightings)
        self._hand_on(recogniser.expire(datetime.now(UTC)))

    def finish(self) -> None:
        """Give an answer for every face that has none yet."""
        self._hand_on(self._loaded().finish())

    def _loaded(self) -> Recogniser:
        if self._recogniser is None:
            message = "the recognition thread steps only after it has begun"
            raise RuntimeError(message)
        return self._recogniser

    def _hand_on(self, sightings: tuple[Sighting, ...]) -> None:
        for sighting in sightings:
            self._submit(sighting)
