"""Keeps the status bar true, and raises a banner for as long as something is wrong with the machine."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from faceattend.domain.directory import PeopleCounts
from faceattend.domain.errors import FaceAttendError, StorageFull
from faceattend.ui.desk import Desk
from faceattend.ui.machine_facts import (
    cameras_fact,
    capacity_fact,
    compute_fact,
    loading_fact,
    stopped_fact,
    storage_fact,
)
from faceattend.ui.status_bar import Fact, StatusBar, Tone
from faceattend.ui.translation import spoken

_EVERY_MS = 1000
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that is wrong with the machine now.

    Attributes:
        kind: how bad it is.
        title: what happened.
        text: what it means and what to do.
        error: the whole of it, for the message behind the banner; None where title and text are all.
    """

    kind: Literal["bad", "warn"]
    title: str
    text: str
    error: Exception | None = None


class MachineWatch(QObject):
    """Looks at cameras, recognition and storage once a second.

    Signals:
        alarmed(str, Alarm | None): a lasting trouble began (by its lasting name) or is over.
        asked(str): somebody wants to know more of a fact: "cameras", "keys".

    Thread: the GUI thread.

    Args:
        desk: what it watches.
        bar: where the facts are shown.
    """

    alarmed = Signal(str, object)
    asked = Signal(str)

    def __init__(self, desk: Desk, bar: StatusBar) -> None:
        super().__init__()
        self._desk = desk
        self._bar = bar
        self._alarms: dict[str, Alarm] = {}
        self._running = False
        self._ready = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.on_tick)
        bar.asked.connect(self.on_asked)
        desk.pipeline.ready.connect(self.on_ready)
        desk.pipeline.storage_changed.connect(self.on_storage_changed)
        bar.say("storage", storage_fact(None))
        self.on_tick()

    def begin(self) -> None:
        """The threads were started: say what is being loaded, and watch."""
        self._running = True
        self._bar.say("compute", loading_fact(None))
        station, actor = self._desk.station, self._desk.actor
        self._desk.questions.run(
            self, lambda: station.directory.counts(actor), done=self._say_loading, failed=self._log_failure
        )
        self._timer.start()

    def say_preparing(self, words: str) -> None:
        """Say what is done before recognition starts."""
        self._bar.say("compute", Fact(words, "hourglass"))

    def end(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def on_tick(self) -> None:
        """Look at cameras and recognition."""
        pipeline = self._desk.pipeline
        cameras, statuses = pipeline.cameras, pipeline.statuses()
        fact = cameras_fact(cameras, statuses)
        self._bar.say("cameras", fact, leads=True)
        self._bar.say("capacity", capacity_fact(pipeline.load, cameras, statuses))
        if self._running and pipeline.recognition_failed and "recognition" not in self._alarms:
            self._tell_of_failure(pipeline.failure)

    def on_ready(self, provider: object) -> None:
        """Recognition runs: say on what, then ask whether that is as it should be."""
        self._ready = True
        proved_at = f"{datetime.now(UTC).astimezone():%H:%M}"
        name = str(provider)
        self._bar.say("compute", compute_fact(name, proved_at, None))
        station = self._desk.station

        def show(doubt: FaceAttendError | None) -> None:
            self._show_doubt(name, proved_at, doubt)

        self._desk.questions.run(self, lambda: station.models.doubt_about(name), done=show, failed=self._log_failure)

    def on_storage_changed(self, trouble: object) -> None:
        """Storing began to fail, or works again."""
        error = trouble if isinstance(trouble, FaceAttendError) else None
        self._bar.say("storage", storage_fact(error), leads=error is not None)
        if error is None:
            self._raise("storage", None)
            return
        means = self.tr("Every passage is kept safe on this disk meanwhile and stored as soon as that works again.")
        if isinstance(error, StorageFull):
            means = self.tr("Passages wait in memory until there is room. Leave FaceAttend running until then.")
        text = _text(error, means)
        self._raise("storage", Alarm("bad", spoken(error.what), text, error))

    def on_asked(self, name: str) -> None:
        """A fact was pressed: show the trouble behind it, or pass the question on."""
        alarm = self._alarms.get({"compute": "recognition", "storage": "storage"}.get(name, ""))
        if alarm is None or alarm.error is None:
            self.asked.emit(name)
        else:
            self._desk.notices.failed.emit(alarm.error)

    def _say_loading(self, counts: PeopleCounts) -> None:
        if not self._ready and "recognition" not in self._alarms:
            self._bar.say("compute", loading_fact(counts.active + counts.inactive - counts.faceless))

    def _show_doubt(self, provider: str, proved_at: str, doubt: FaceAttendError | None) -> None:
        fact = compute_fact(provider, proved_at, doubt)
        self._bar.say("compute", fact, leads=fact.tone is Tone.WARN)
        if doubt is None:
            self._raise("recognition", None)
            return
        self._raise("recognition", Alarm("warn", spoken(doubt.what), _text(doubt)))

    def _tell_of_failure(self, failure: Exception | None) -> None:
        fact = stopped_fact(failure)
        self._bar.say("compute", fact, leads=True)
        works = self.tr("Pictures, people, attendance and reports still work; nobody is recorded.")
        if isinstance(failure, FaceAttendError):
            text = _text(failure, works) + " " + self.tr("Then start FaceAttend again.")
            alarm = Alarm("bad", spoken(failure.what), text, failure)
        else:
            title = self.tr("Recognition did not start.")
            alarm = Alarm("bad", title, works + " " + self.tr("The log says why."), failure)
        self._raise("recognition", alarm)

    def _raise(self, name: str, alarm: Alarm | None) -> None:
        if alarm is None:
            self._alarms.pop(name, None)
        else:
            self._alarms[name] = alarm
        self.alarmed.emit(name, alarm)

    def _log_failure(self, error: Exception) -> None:
        _log.warning("the state of the machine cannot be asked for: %s", error)


def _text(error: FaceAttendError, meanwhile: str = "") -> str:
    return " ".join(part for part in (spoken(error.means), meanwhile, spoken(error.remedy)) if part)
