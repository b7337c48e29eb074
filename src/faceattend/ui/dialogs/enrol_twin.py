"""The question whether somebody who is being enrolled is enrolled already."""

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from faceattend.services.enrolment import Twin
from faceattend.ui.dialogs.enrol_words import closeness_words
from faceattend.ui.forms.ui_enrol_twin import Ui_EnrolTwin
from faceattend.ui.models.people_words import day_words
from faceattend.ui.widgets.icon_mark import IconMark


class TwinCard(QFrame):
    """Shows the new face beside the one on file; nobody is enrolled before one of its buttons is pressed.

    Signals:
        two_people(): they are not the same.
        same_person(): they are.

    Thread: the GUI thread.
    """

    two_people = Signal()
    same_person = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner-warn")
        self._form = Ui_EnrolTwin()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._form.mark_side.addWidget(IconMark("triangle-alert", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        self._form.mark_side.addStretch()
        for button in (self._form.two_people, self._form.same_person):
            button.setAutoDefault(False)
        self._form.two_people.clicked.connect(self.two_people)
        self._form.same_person.clicked.connect(self.same_person)

    def show_twin(self, twin: Twin, face: bytes, new: str) -> None:
        """Ask about somebody.

        Args:
            twin: who is enrolled already.
            face: the new one, JPEG.
            new: what the new one is called.
        """
        form, person = self._form, twin.person
        name = person.name
        words = self.tr("The photos are close to {name}, {number}. Two entries for one person would split the hours.")
        form.words.setText(words.format(name=name, number=person.number))
        form.new_face.set_face(face or None, self.tr("The new photo"))
        form.new_face_name.setText(new)
        form.known_face.set_face(twin.face or None, self.tr("{name}, reference photo").format(name=name))
        form.known_face_name.setText(form.known_face_name.fontMetrics().elidedText(name, _ELIDED, 92))
        form.known_title.setText(name)
        form.known_facts.setText(f"{person.number} · {person.group}" if person.group else person.number)
        form.known_since.setVisible(twin.since is not None)
        if twin.since is not None:
            day = twin.since.astimezone().date()
            since = day_words(QDate(day.year, day.month, day.day))
            form.known_since.setText(self.tr("Photos since {day}").format(day=since))
        form.closeness.setText(closeness_words(twin))
        form.same_person.setText(self.tr("Same person, open {name}").format(name=_first_name(name)))
        self.setAccessibleName(form.title.text())
        self.setAccessibleDescription(form.words.plain())

    def ask(self) -> None:
        """Take the focus to the first answer."""
        self._form.two_people.setFocus(Qt.FocusReason.OtherFocusReason)


_ELIDED = Qt.TextElideMode.ElideRight
_SHORT = 24


def _first_name(name: str) -> str:
    """Return what fits on a button: the whole name where it is short, else its first word, cut if it must be."""
    first = name if len(name) <= _SHORT else name.split(maxsplit=1)[0]
    return first if len(first) <= _SHORT else f"{first[: _SHORT - 1]}…"
