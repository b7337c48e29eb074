"""The components that need people, rooms or sentences to be shown: tables, tiles, banners, empty states."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from components import section
from drawn import Standing, bgr_of, draw_room, face_jpeg
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout

from faceattend.domain.cameras import CameraRole
from faceattend.domain.vision import Box, Frame
from faceattend.ui.variants import frame, label
from faceattend.ui.widgets.avatar import RoundFace
from faceattend.ui.widgets.banner import Banner
from faceattend.ui.widgets.camera_tile import CameraTile
from faceattend.ui.widgets.chip import Chip
from faceattend.ui.widgets.empty_state import EmptyState
from faceattend.ui.widgets.person_cell import PersonCell, PersonCellDelegate
from faceattend.ui.widgets.rounded import Rounded
from faceattend.ui.widgets.table_looks import HEADER_PX, ROW_PX, VALUE_ROLE, TableLooks, install_table
from faceattend.ui.widgets.tile_view import FaceKind, TileFace, TileNotice, TileState, TileStatus, TileView

ANNA, OMAR, DANIEL, FATIMA, LEILA = 76, 320, 88, 86, 62
HOURS = (
    ("Анна Ковальчук", ANNA, "40:24"),
    ("Omar Farouk", OMAR, "24:18"),
    ("Daniel Osei", DANIEL, "32:06"),
    ("فاطمة الزهراء", FATIMA, "40:31"),
)
Index = QModelIndex | QPersistentModelIndex


class Hours(QAbstractTableModel):
    """Four people and their hours."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Four."""
        return 0 if parent.isValid() else len(HOURS)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Person and hours."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return names with faces, and hours on the right."""
        name, seed, hours = HOURS[index.row()]
        values = (
            {Qt.ItemDataRole.DisplayRole: name, VALUE_ROLE: PersonCell(name, "", face_jpeg(seed, 64))}
            if index.column() == 0
            else {Qt.ItemDataRole.DisplayRole: hours, Qt.ItemDataRole.TextAlignmentRole: TRAILING}
        )
        return values.get(role)

    def headerData(self, number: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the headings."""
        if way == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and number == 1:
            return TRAILING
        return ("Person", "Hours")[number] if role == Qt.ItemDataRole.DisplayRole else None


TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class StatesTable(QTableView):
    """A table whose rows are at rest, under the pointer, selected, and where the keyboard is."""

    def __init__(self) -> None:
        super().__init__()
        self.setModel(Hours(self))
        install_table(self)
        Rounded(self)
        self.setItemDelegateForColumn(0, PersonCellDelegate(self))
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        looks = self.findChild(TableLooks)
        looks.hovered = QPersistentModelIndex(self.model().index(1, 0))
        looks.keys_in_use = True
        self.selectRow(2)
        self.selectionModel().setCurrentIndex(self.model().index(3, 0), self.selectionModel().SelectionFlag.NoUpdate)
        self.setFixedHeight(HEADER_PX + len(HOURS) * ROW_PX)

    def hasFocus(self) -> bool:
        """Say so without taking it from the field that has it."""
        return True


def table() -> QVBoxLayout:
    """Show rows in their four states, on a card."""
    card = frame("card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(StatesTable())
    return section("Table row: rest, hover, selected, keyboard focus", card)


def tile(view: TileView) -> CameraTile:
    """Return a camera tile in a state."""
    made = CameraTile()
    made.show_view(view)
    return made


def seeing() -> TileView:
    """Return a camera that recognises somebody."""
    people = (Standing(LEILA, 0.3, 0.16, 0.042),)
    picture = draw_room("entrance", people, 880, 288)
    box = people[0].box(880)
    face = TileFace(Box(box.x(), box.y(), box.width(), box.height()), FaceKind.KNOWN, "Leïla Haddad")
    now = Frame(UUID(int=1), 1, datetime(2026, 11, 23, 8, 2, tzinfo=UTC), bgr_of(picture))
    facts = (TileStatus("shield-check", "Liveness on"),)
    return TileView("Main entrance", CameraRole.ENTRY, TileState.LIVE, now, 0.1, (face,), facts)


def blind() -> TileView:
    """Return a camera that gives no picture any more."""
    last = Frame(
        UUID(int=2), 1, datetime(2026, 11, 23, 8, 1, 27, tzinfo=UTC), bgr_of(draw_room("loading bay", (), 880, 376))
    )
    lines = ("Last frame 08:01:27. Trying again, attempt 4.", "Nobody is marked absent for it.")
    notice = TileNotice("No picture for 47 seconds", lines, "Show what to check")
    return TileView("Loading bay", CameraRole.BOTH, TileState.STALE, last, 47.0, notice=notice)


def mirrored() -> QVBoxLayout:
    """Show a line that reads from right to left."""
    card = frame("card")
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    card.setFixedHeight(64)
    line = QHBoxLayout(card)
    line.setContentsMargins(16, 0, 16, 0)
    line.setSpacing(12)
    face = RoundFace(card)
    face.setFixedSize(40, 40)
    face.set_face(face_jpeg(FATIMA, 80), "فاطمة الزهراء")
    words = QVBoxLayout()
    words.setSpacing(0)
    words.setContentsMargins(0, 11, 0, 11)
    words.addWidget(label("فاطمة الزهراء", role="problem"))
    words.addWidget(label("المبيعات · دخول 07:49", role="second"))
    line.addWidget(face)
    line.addLayout(words)
    line.addStretch()
    line.addWidget(Chip("ok", "circle-check", "حضور"))
    return section("Right to left: everything mirrors but clocks and pictures", card)


def banner() -> QVBoxLayout:
    """Show a banner."""
    made = Banner(
        "bad",
        "The graphics card is not used",
        "CUDA was asked for but did not start, so the processor does the work and only 3 cameras fit.",
        "Show how to fix it",
    )
    return section("Banner: stays until it is true no more", made)


def empty() -> QVBoxLayout:
    """Show an empty state on a card."""
    card = frame("card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(
        EmptyState("inbox", "Nothing waits for you", "November can be locked from 1 December.", "See what was done")
    )
    card.setFixedHeight(172)
    return section("Empty state", card)
