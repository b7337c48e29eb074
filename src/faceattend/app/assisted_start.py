"""A start with the assistant: it sets a data folder up, and hands over what it opened."""

import logging

from faceattend.app.first_start import Open, SetUp
from faceattend.app.interruption import Interruption, close_dialogs
from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.errors import FaceAttendError
from faceattend.services import new_home, setup
from faceattend.services.station import Station
from faceattend.ui.dialogs.first_run import FirstRun, Leaving
from faceattend.ui.single_instance import SingleInstance

_log = logging.getLogger(__name__)


class AssistedStart:
    """One run of the assistant.

    Thread: the GUI thread.

    Args:
        home: claimed by ``instance``.
        instance: the claim to it; let go of where another folder is chosen.
        open_home: opens a folder, beside the GUI thread.
        interruption: closes the assistant.
    """

    def __init__(self, home: Home, instance: SingleInstance, open_home: Open, interruption: Interruption) -> None:
        self._home = home
        self._instance = instance
        self._open = open_home
        self._interruption = interruption

    def run(self, station: Station | None) -> SetUp:
        """Let the user set a folder up.

        Args:
            station: opened over the folder; None where it is new.

        Raises:
            FaceAttendError: the folder that was set up cannot be opened.
        """
        assistant = FirstRun(LOCAL_ADMINISTRATOR, self._home, station, self._claim)
        self._assistant = assistant
        self._instance.called.connect(assistant.call_to_front)
        self._interruption.asked.connect(self._interrupt)
        assistant.exec()
        self._interruption.asked.disconnect(self._interrupt)
        opened, leaving = assistant.station, assistant.leaving
        assistant.deleteLater()
        if leaving is Leaving.CLOSED:
            return self._closed(opened)
        self._instance.called.disconnect(assistant.call_to_front)
        if opened is None:
            opened = self._opened()
        if leaving is Leaving.ALONE:
            self._finish()
        return SetUp(self._instance, opened)

    def _interrupt(self) -> None:
        """Close the assistant; what is being made is made first."""
        close_dialogs(self._assistant)
        self._assistant.close()

    def _opened(self) -> Station:
        try:
            return self._open(self._home)
        except BaseException:
            self._let_go()
            raise

    def _finish(self) -> None:
        try:
            setup.note(LOCAL_ADMINISTRATOR, self._home, finished=True)
        except FaceAttendError as error:  # it costs no more than being asked once again
            _log.warning("that the assistant is not wanted could not be noted: %s", error)

    def _claim(self, home: Home) -> bool:
        """Take another folder in place of the one before."""
        other, existed = SingleInstance(home), home.root.exists()
        try:
            mine = other.claim()
        except BaseException:
            if not existed:
                new_home.clear(home)
            raise
        if mine:
            self._let_go()
            self._home, self._instance = home, other
            other.called.connect(self._assistant.call_to_front)
        return mine

    def _closed(self, opened: Station | None) -> SetUp:
        if opened is not None:
            opened.close()
        self._let_go()
        return SetUp(self._instance, None)

    def _let_go(self) -> None:
        self._instance.release()
        new_home.clear(self._home)  # a folder that was only looked at leaves nothing behind
