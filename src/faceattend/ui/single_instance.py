"""One window for each data folder: a second start brings the first window to the front."""

import hashlib
import logging
import time

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from faceattend.config.paths import Home
from faceattend.domain.errors import StorageBusy
from faceattend.domain.said import said
from faceattend.workers.run_lock import lock_home

_CONNECT_MS = 300
_PATIENCE_S = 2.0  # the first one may have taken the lock a moment ago and not listen yet
_SHOW = b"show\n"

_log = logging.getLogger(__name__)


class SingleInstance(QObject):
    """The claim of this process to a data folder.

    Signals:
        called: somebody started FaceAttend again with this folder; bring the window to the front.

    Thread: the GUI thread.
    """

    called = Signal()

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home
        self._lock: QLockFile | None = None
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self.on_called)

    def claim(self) -> bool:
        """Take the folder for this process, or call the window that has it to the front.

        Returns:
            Whether the folder is this process's now; False: another window has it, and was called.

        Raises:
            StorageBusy: a process without a window runs it, such as ``faceattend agent``.
            StorageReadOnly: the folder cannot be written.
        """
        self._home.create()
        deadline = time.monotonic() + _PATIENCE_S
        while True:
            try:
                self._lock = lock_home(self._home)
            except StorageBusy as busy:
                if self._call():
                    return False
                if time.monotonic() > deadline:
                    raise StorageBusy(
                        said(
                            "DataFolder", "The data folder {folder} is run by a FaceAttend without a window already."
                        ).format(folder=self._home.root),
                        means=said("DataFolder", "Nothing was started, so that nobody is recorded twice."),
                        remedy=said(
                            "DataFolder",
                            "Stop it, in its terminal or as a service of this computer, or choose another folder.",
                        ),
                    ) from busy
                time.sleep(0.1)
            else:
                self._listen()
                return True

    def release(self) -> None:
        """Give the folder free; may be called twice."""
        self._server.close()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def on_called(self) -> None:
        """Somebody else was started."""
        while self._server.hasPendingConnections():
            peer = self._server.nextPendingConnection()
            peer.disconnected.connect(peer.deleteLater)
            peer.disconnectFromServer()
            self.called.emit()

    def _call(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(_name(self._home))
        if not socket.waitForConnected(_CONNECT_MS):
            return False
        socket.write(_SHOW)
        socket.waitForBytesWritten(_CONNECT_MS)
        socket.disconnectFromServer()
        return True

    def _listen(self) -> None:
        name = _name(self._home)
        QLocalServer.removeServer(name)  # what a process that was killed has left; the lock says that none lives
        if not self._server.listen(name):
            _log.warning("a second start cannot find this window: %s", self._server.errorString())


def _name(home: Home) -> str:
    """Return the name of the local socket: of this user's folder, short enough for every system."""
    return f"faceattend-{hashlib.sha256(str(home.root.resolve()).encode()).hexdigest()[:24]}"
