from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.painting import count, grabbed, jpeg_of, near

from faceattend.domain.attendance import Direction
from faceattend.ui.widgets.avatar import FaceView
from faceattend.ui.widgets.evidence_card import Evidence, EvidenceCard, EvidenceFace, EvidenceLine
from faceattend.ui.widgets.evidence_parts import EvidenceHead, EvidenceRow

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

RED, BLUE = "#d02020", "#2040d0"
CLEAR = EvidenceLine("circle-check", "ok", "Clear match", "0.74, needed 0.46")
NEXT = EvidenceLine("circle-check", "ok", "Nobody else close", "next: Peter Osei 0.41")
SEEN = Evidence(
    Direction.IN,
    "08:12:04",
    "Car park door",
    (CLEAR, NEXT),
    EvidenceFace(jpeg_of(RED), "Seen at the door"),
    EvidenceFace(jpeg_of(BLUE), "Reference, front"),
)
BY_HAND = Evidence(
    Direction.OUT,
    "16:30:00",
    "Added by hand",
    (
        EvidenceLine("pencil", "neu", "Forgot to look up"),
        EvidenceLine("user", "neu", "Amara Okafor", "Wed 18 Nov, 09:12"),
    ),
)


class Pane(QWidget):
    """Cards one below the other, as in the pane of attendance."""

    def __init__(self, qtbot: QtBot, *cards: EvidenceCard, width: int = 400) -> None:
        super().__init__()
        qtbot.addWidget(self)
        column = QVBoxLayout(self)
        for card in cards:
            column.addWidget(card)
        column.addStretch()
        self.resize(width, 900)
        self.show()
        qtbot.waitUntil(self.isVisible)


@pytest.fixture
def card(qtbot: QtBot) -> EvidenceCard:
    made = EvidenceCard(None, SEEN)
    made.pane = Pane(qtbot, made)
    return made


def test_folded_it_is_one_row(card: EvidenceCard):
    assert card.height() == 44
    assert not card.unfolded
    assert card.findChildren(FaceView) == []  # nothing is built that is not looked at


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_unfold_and_fold(card: EvidenceCard, qtbot: QtBot, key: Qt.Key):
    told: list[bool] = []
    card.toggled.connect(told.append)
    card.setFocus()
    head = card.focusProxy()

    qtbot.keyClick(head, key)
    assert card.unfolded
    qtbot.waitUntil(lambda: card.height() > 200)
    qtbot.keyClick(head, key)

    qtbot.waitUntil(lambda: card.height() == 44)
    assert told == [True, False]


def test_a_click_on_the_head_unfolds(card: EvidenceCard, qtbot: QtBot):
    qtbot.mouseClick(card.findChild(EvidenceHead), Qt.MouseButton.LeftButton, pos=QPoint(100, 20))

    assert card.unfolded


def test_unfolded_it_shows_both_faces_and_every_fact(card: EvidenceCard, qtbot: QtBot):
    card.set_unfolded(True)
    qtbot.waitUntil(lambda: card.height() > 200)

    faces = card.findChildren(FaceView)
    assert [face.accessibleName() for face in faces] == ["Seen at the door", "Reference, front"]
    assert [(face.width(), face.height()) for face in faces] == [(152, 120), (152, 120)]
    image = grabbed(card)
    for face, tint in zip(faces, (RED, BLUE), strict=True):
        middle = face.mapTo(card, face.rect().center())
        assert near(image, middle.x(), middle.y(), tint)
    said = [row.accessibleName() for row in card.findChildren(EvidenceRow)]
    assert said == ["Clear match, 0.74, needed 0.46", "Nobody else close, next: Peter Osei 0.41"]


def test_a_punch_made_by_hand_has_no_faces_but_a_reason(qtbot: QtBot):
    card = EvidenceCard(None, BY_HAND)
    card.pane = Pane(qtbot, card)
    card.set_unfolded(True)

    assert card.findChildren(FaceView) == []
    assert card.findChildren(EvidenceRow)[0].accessibleName() == "Forgot to look up"


def test_an_erased_face_keeps_its_place(card: EvidenceCard, qtbot: QtBot):
    card.show_evidence(replace(SEEN, probe=EvidenceFace(None, "Erased after 30 days")))
    card.set_unfolded(True)
    qtbot.waitUntil(lambda: card.height() > 200)

    place, _ = card.findChildren(FaceView)
    middle = place.mapTo(card, QPoint(20, 20))
    assert near(grabbed(card), middle.x(), middle.y(), "sunken")


def test_another_punch_replaces_what_was_shown(card: EvidenceCard, qtbot: QtBot):
    card.set_unfolded(True)
    for _ in range(3):
        card.show_evidence(BY_HAND)
        card.show_evidence(SEEN)
    qtbot.waitUntil(lambda: len(card.findChildren(FaceView)) == 2)

    card.show_evidence(BY_HAND)

    qtbot.waitUntil(lambda: card.findChildren(FaceView) == [])
    assert card.unfolded
    assert card.evidence is BY_HAND
    assert card.findChild(EvidenceHead).accessibleName() == "Out 16:30:00, Added by hand"


@pytest.mark.parametrize("width", [260, 340, 400, 700])
def test_long_sentences_take_the_lines_they_need_at_any_width(qtbot: QtBot, width: int):
    reason = "Forgot to look at the camera when leaving, since the door stood open for the delivery of the new shelves"
    long = EvidenceLine("circle-check", "ok", "Nobody else close", "next: Aleksandra-Maria Konstantinopolskaya 0.41")
    card = EvidenceCard(None, replace(BY_HAND, lines=(EvidenceLine("pencil", "neu", reason), long)))
    card.pane = Pane(qtbot, card, width=width)
    card.set_unfolded(True)

    first, second = card.findChildren(EvidenceRow)
    qtbot.waitUntil(lambda: first.height() >= first.heightForWidth(first.width()))
    below_first_line = grabbed(first).copy(0, 22, first.width(), first.height() - 22)
    assert width > 400 or count(below_first_line, "text", 60) > 40  # written, not only reserved
    assert second.height() >= second.heightForWidth(second.width())
    assert card.width() <= width  # nothing pushes the pane open
    assert card.rect().contains(second.mapTo(card, second.rect().bottomRight()))


def test_it_can_be_heard_without_being_seen():
    assert SEEN.speak() == (
        "In 08:12:04, Car park door. Clear match, 0.74, needed 0.46. Nobody else close, next: Peter Osei 0.41"
    )
