"""The table of what a test measured: measured, seen, needed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from faceattend.domain.camera_sight import Finding
from faceattend.ui.models.camera_words import aspect_word, needed_words, seen_words
from faceattend.ui.widgets.table_looks import VALUE_ROLE

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class FindingTable(QAbstractTableModel):
    """Findings, a row each; ``VALUE_ROLE`` is the :class:`Finding`.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()

    def show(self, findings: Sequence[Finding]) -> None:
        """Show these."""
        self.beginResetModel()
        self._findings = tuple(findings)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return three."""
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return the words of a header."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return _END
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Measured"), self.tr("Seen"), self.tr("Needed"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return what a cell shows; the first also speaks for its row."""
        if not index.isValid() or index.row() >= len(self._findings):
            return None
        finding = self._findings[index.row()]
        words = aspect_word(finding.aspect), seen_words(finding), needed_words(finding)
        if role == Qt.ItemDataRole.DisplayRole:
            return words[index.column()]
        if role == VALUE_ROLE:
            return finding
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return _END
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self.tr("{what}: {seen}, needed: {needed}").format(what=words[0], seen=words[1], needed=words[2])
        return None
