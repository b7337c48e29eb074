"""How the window was left: size, rail, page, widths of panes. Remembered beside the settings of the data folder."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter, QWidget

from faceattend.config.paths import Home

FILE = "window.ini"


class WindowState:
    """Reads and keeps how the window was left; what cannot be read is as if it was never kept.

    Args:
        home: the data folder; each has its own window.
    """

    def __init__(self, home: Home) -> None:
        self._path = Path(home.root) / FILE
        self._kept = QSettings(str(self._path), QSettings.Format.IniFormat)

    @property
    def page(self) -> str:
        """Key of the page that was open; empty when none is known."""
        return str(self._kept.value("window/page", ""))

    @page.setter
    def page(self, key: str) -> None:
        self._kept.setValue("window/page", key)

    @property
    def rail_narrow(self) -> bool:
        """Whether the user folded the rail in."""
        return str(self._kept.value("window/rail_narrow", "false")) == "true"

    @rail_narrow.setter
    def rail_narrow(self, narrow: bool) -> None:
        self._kept.setValue("window/rail_narrow", "true" if narrow else "false")

    @property
    def geometry(self) -> QByteArray:
        """For ``QWidget.restoreGeometry``; empty when none is known."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._kept.setValue("window/geometry", geometry)

    def keep_panes(self, key: str, page: QWidget) -> None:
        """Remember the widths of a page's panes; each splitter goes by its object name."""
        for splitter in _splitters(page):
            self._kept.setValue(f"panes/{key}.{splitter.objectName()}", splitter.saveState())

    def restore_panes(self, key: str, page: QWidget) -> None:
        """Give a page's panes the widths they had."""
        for splitter in _splitters(page):
            kept = self._bytes(f"panes/{key}.{splitter.objectName()}")
            if not kept.isEmpty():
                splitter.restoreState(kept)

    def write(self) -> bool:
        """Bring it to the disk.

        Returns:
            Whether it could be written; the window then starts as new next time, which costs nobody anything.
        """
        self._kept.sync()
        return self._kept.status() is QSettings.Status.NoError

    def _bytes(self, key: str) -> QByteArray:
        kept = self._kept.value(key)
        return kept if isinstance(kept, QByteArray) else QByteArray()


def _splitters(page: QWidget) -> list[QSplitter]:
    return [splitter for splitter in page.findChildren(QSplitter) if splitter.objectName()]
