"""The proof of a punch: both faces, and in sentences why they were taken for the same person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from faceattend.ui.variants import label, vary
from faceattend.ui.widgets.avatar import FaceShape, FaceView
from faceattend.ui.widgets.evidence_parts import Evidence, EvidenceFace, EvidenceHead, EvidenceLine, EvidenceRow

__all__ = ["Evidence", "EvidenceCard", "EvidenceFace", "EvidenceLine"]

_FACE_WIDTH, _FACE_HEIGHT, _NARROWEST = 152, 120, 88


class EvidenceCard(QFrame):
    """One punch: folded a row of 44 px, unfolded faces and facts.

    Signals:
        toggled(bool): folded or unfolded, by whoever; True: unfolded.

    Thread: the GUI thread.

    Args:
        parent: the pane.
        evidence: what to show; may come later by :meth:`show_evidence`.
    """

    toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None, evidence: Evidence | None = None) -> None:
        super().__init__(parent)
        self._head = EvidenceHead(self)
        self._body: QWidget | None = None
        self._evidence: Evidence | None = None
        # Not fixed: in a narrow pane it is higher than its hint. A stretch below the cards keeps them together.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)  # the style sheet keeps room for the border
        stack.setSpacing(0)
        stack.addWidget(self._head)
        self.setFocusProxy(self._head)
        self._head.toggled.connect(self.on_toggled)
        self.setProperty("kind", "card")
        if evidence is not None:
            self.show_evidence(evidence)

    @property
    def evidence(self) -> Evidence | None:
        """What it shows."""
        return self._evidence

    @property
    def unfolded(self) -> bool:
        """Whether faces and facts are shown."""
        return self._head.isChecked()

    def show_evidence(self, evidence: Evidence) -> None:
        """Show another punch, folded or not as before."""
        self._evidence = evidence
        self._head.show_evidence(evidence)
        self._drop_body()
        if self.unfolded:
            self._build_body()

    def set_unfolded(self, unfolded: bool) -> None:
        """Fold or unfold."""
        self._head.setChecked(unfolded)

    def on_toggled(self, unfolded: bool) -> None:
        """Build the inside when it is first wanted: of a day's punches one is looked at."""
        vary(self, kind="card-chosen" if unfolded else "card")
        if unfolded and self._body is None:
            self._build_body()
        if self._body is not None:
            self._body.setVisible(unfolded)
        self.toggled.emit(unfolded)

    def _drop_body(self) -> None:
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = None

    def _build_body(self) -> None:
        if self._evidence is None:
            return
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(15, 0, 15, 15)
        column.setSpacing(8)
        if self._evidence.probe is not None or self._evidence.reference is not None:
            column.addLayout(_faces(self._evidence, body))
        for line in self._evidence.lines:
            column.addWidget(EvidenceRow(line, body))
        self._body = body
        stack = self.layout()
        if stack is not None:
            stack.addWidget(body)


def _faces(evidence: Evidence, parent: QWidget) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 4)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    pair = ((evidence.probe, "image-off"), (evidence.reference, "user-x"))
    for column, (face, icon) in enumerate((face, icon) for face, icon in pair if face is not None):
        caption = label(face.caption, "second", wraps=True)
        caption.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(_face(face, icon, parent), 0, column)
        grid.addWidget(caption, 1, column, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(column, 1)
    return grid


def _face(face: EvidenceFace, icon: str, parent: QWidget) -> FaceView:
    view = FaceView(parent, FaceShape.SOFT, icon)
    view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    view.setFixedHeight(_FACE_HEIGHT)
    view.setMinimumWidth(_NARROWEST)
    view.setMaximumWidth(_FACE_WIDTH)
    view.set_face(face.jpeg, face.caption)
    return view
