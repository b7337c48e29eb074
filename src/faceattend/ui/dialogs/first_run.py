"""The first-run assistant: a window of its own that sets a new data folder up, each step verified before the next."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout

from faceattend.config.paths import Home
from faceattend.domain.access import Actor
from faceattend.services.speed_trial import Speed
from faceattend.services.station import Station
from faceattend.ui.dialogs.first_run_frame import FirstRunFrame
from faceattend.ui.dialogs.first_run_walk import FirstRunWalk, Leaving
from faceattend.ui.dialogs.first_run_work import Claim, FirstRunWork
from faceattend.ui.explanation import told
from faceattend.ui.key_sheet import KeySection, KeySheet
from faceattend.ui.keys import LetterKey
from faceattend.ui.status_bar import Fact, StatusBar, StatusItem, Tone
from faceattend.ui.window_place import open_in_view

__all__ = ["FirstRun", "Leaving"]

_SMALLEST = (880, 600)


class FirstRun(QDialog):
    """The window of the assistant.

    Attributes:
        leaving: how it was left.

    Thread: the GUI thread.

    Args:
        actor: on whose behalf.
        home: the folder; claimed by this process.
        station: opened over it; None while it is new.
        claim: takes another folder for this process.
    """

    def __init__(self, actor: Actor, home: Home, station: Station | None, claim: Claim) -> None:
        super().__init__()
        self.leaving = Leaving.CLOSED
        self._work = FirstRunWork(actor, home, station, claim)
        self._frame = FirstRunFrame(self)
        self._bar = StatusBar(self)
        self._walk = FirstRunWalk(self._work, self._frame, self)
        self._wants_to_close = False
        self._lay_out()
        self._say_facts(None)
        self._walk.ended.connect(self.on_ended)
        self._walk.changed.connect(self.on_changed)
        self._walk.measured.connect(self.on_measured)
        self._frame.alone.connect(self.on_alone)
        self._bar.asked.connect(self.on_keys_asked)
        LetterKey(self, "?", self.on_keys_asked)
        self._walk.begin()
        self._frame.order(self._bar.findChildren(StatusItem)[-1])

    @property
    def home(self) -> Home:
        """The folder that was chosen."""
        return self._work.home

    @property
    def station(self) -> Station | None:
        """What was opened; whoever ran the assistant goes on with it, or closes it."""
        return self._work.station

    def call_to_front(self) -> None:
        """Somebody started the program again: show the assistant before all other windows."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def reject(self) -> None:
        """Esc goes one step back; it never ends the assistant."""
        self._walk.on_back()

    def done(self, result: int) -> None:
        """End: what runs is stopped, what was opened stays open."""
        self._walk.stop()
        self._work.close()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, at once or as soon as what is being made is made."""
        if self._walk.busy:
            self._wants_to_close = True
            event.ignore()
            return
        event.accept()
        if self.isVisible():
            self.on_ended(Leaving.CLOSED)

    def on_ended(self, leaving: object) -> None:
        """Leave."""
        if isinstance(leaving, Leaving):
            self.leaving = leaving
            self.done(QDialog.DialogCode.Accepted)

    def on_alone(self) -> None:
        """Do without the assistant, here and at later starts."""
        self.on_ended(Leaving.ALONE)

    def on_changed(self) -> None:
        """Close now, if that was wanted while something was being made."""
        if self._wants_to_close and not self._walk.busy:
            self.on_ended(Leaving.CLOSED)

    def on_measured(self, speed: Speed) -> None:
        """Say in the status bar what this computer can do."""
        self._say_facts(speed)

    def on_keys_asked(self) -> None:
        """Show the keys."""
        keys = (
            (self.tr("Enter"), self.tr("Continue, or what the blue button says")),
            ("Esc", self.tr("One step back")),
            ("Tab", self.tr("To the next field or button")),
            ("↑  ↓", self.tr("Another choice")),
            ("?", self.tr("These keys")),
        )
        KeySheet([KeySection(self.tr("Setting up"), keys)], self).open()

    def _say_facts(self, speed: Speed | None) -> None:
        if speed is not None:  # else it may have been measured before: nothing is said of it
            cuda = speed.provider == "cuda"
            words = self.tr("Graphics card in use (CUDA)") if cuda else self.tr("Processor in use")
            tone = Tone.GOOD if speed.doubt is None else Tone.WARN
            self._bar.say("compute", Fact(words, "cpu", tone, told(speed.doubt) if speed.doubt else ""))
        self._bar.say("storage", Fact(self.tr("No server, data stay on this computer"), "cloud-off"))

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Set up FaceAttend"))
        self.setWindowFlags(Qt.WindowType.Window)
        self.setMinimumSize(*_SMALLEST)
        open_in_view(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._frame, 1)
        column.addWidget(self._bar)
