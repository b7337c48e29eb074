"""What is written about somebody who is enrolled: name, number, group, kind, and the first day that counts."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QObject, QTimer, Signal

from faceattend.domain.directory import GroupSize
from faceattend.domain.people import Person, PersonKind
from faceattend.services.people import Newcomer
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_enrol import Ui_Enrol
from faceattend.ui.models.people_words import kind_words
from faceattend.ui.widgets.field import mark_error

_TYPED_MS = 300
_LONGEST_GROUP = 200


class EnrolFacts(QObject):
    """Fills the fields, proposes a number, and says at once whose number one is already.

    Signals:
        changed(): something was typed or found out.

    Thread: the GUI thread; what is asked runs in the desk's pool of questions.

    Args:
        desk: what it works with.
        form: the dialog's fields.
        parent: the dialog.
    """

    changed = Signal()

    def __init__(self, desk: Desk, form: Ui_Enrol, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._form = desk, form
        self._proposed = ""
        self._owned = ("", "")
        self._typed = QTimer(self, interval=_TYPED_MS, singleShot=True)
        self._typed.timeout.connect(self._ask_owner)
        for kind in PersonKind:
            form.kind_of.addItem(kind_words(kind), kind)
        line = form.group.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("No group"))
            line.setMaxLength(_LONGEST_GROUP)
        form.group.setAccessibleName(form.group_label.text())
        form.group.setEditText("")
        form.active_from.setDate(QDate.currentDate())
        form.active_from.setEnabled(False)

    def begin(self, kind: PersonKind, name: str) -> None:
        """Ask for somebody new; a number is proposed."""
        form = self._form
        form.kind_of.setCurrentIndex(list(PersonKind).index(kind))
        form.name.setText(name)
        form.name.textChanged.connect(self.changed)
        form.number.textEdited.connect(self.on_number_edited)
        form.kind_of.currentIndexChanged.connect(self._propose)
        form.from_set.toggled.connect(form.active_from.setEnabled)
        self._propose()
        directory, actor = self._desk.station.directory, self._desk.actor
        self._desk.questions.run(
            self, lambda: directory.groups(actor), done=self._on_groups, failed=self._desk.notices.failed.emit
        )

    def show_person(self, person: Person) -> None:
        """Show somebody who is enrolled; nothing of it can be changed here."""
        form = self._form
        form.name.setText(person.name)
        form.number.setText(person.number)
        form.group.setEditText(person.group or "")
        form.kind_of.setCurrentIndex(list(PersonKind).index(person.kind))
        form.from_set.setChecked(person.active_from is not None)
        day = person.active_from
        if day is not None:
            form.active_from.setDate(QDate(day.year, day.month, day.day))
        for line in (form.name, form.number):
            line.setReadOnly(True)
        self.set_enabled(False)
        form.name.setEnabled(True)
        form.number.setEnabled(True)

    def set_enabled(self, enabled: bool) -> None:
        """Let the fields be edited, or not while something is stored."""
        form = self._form
        for field in (form.name, form.number, form.group, form.kind_of, form.from_set):
            field.setEnabled(enabled)
        form.active_from.setEnabled(enabled and form.from_set.isChecked())

    def newcomer(self) -> Newcomer:
        """Return who is to be enrolled.

        Raises:
            BadInput: there is no name or no number.
        """
        form = self._form
        return Newcomer(
            number=form.number.text().strip(),
            name=form.name.text().strip(),
            kind=form.kind_of.currentData(),
            group=form.group.currentText().strip() or None,
            active_from=_day(form.active_from.date()) if form.from_set.isChecked() else None,
        )

    def missing(self) -> list[str]:
        """Return what is still to be filled in, in words."""
        form = self._form
        missing = [] if form.name.text().strip() else [self.tr("a name")]
        if not form.number.text().strip():
            missing.append(self.tr("a number"))
        elif self._owned[0] == form.number.text().strip():
            missing.append(self.tr("another number"))
        return missing

    @property
    def edited(self) -> bool:
        """Whether somebody typed something that would be lost."""
        form = self._form
        return bool(form.name.text().strip()) or form.number.text() != self._proposed

    def blame_number(self, number: str, sentence: str) -> None:
        """Say at the field whose number it is already."""
        self._owned = (number, sentence)
        self._show_owner()
        self._form.number.setFocus()
        self.changed.emit()

    def on_number_edited(self) -> None:
        """Forget whose number the one before was, and ask about this one in a moment."""
        self._typed.start()
        self._show_owner()
        self.changed.emit()

    def _propose(self) -> None:
        """Propose a number, unless somebody wrote one."""
        if self._form.number.text() != self._proposed:
            return
        enrolment, actor, kind = self._desk.station.enrolment, self._desk.actor, self._form.kind_of.currentData()
        self._desk.questions.run(
            self,
            lambda: enrolment.next_number(actor, kind),
            done=self._on_proposed,
            failed=self._desk.notices.failed.emit,
        )

    def _on_proposed(self, number: str) -> None:
        if self._form.number.text() == self._proposed:
            self._proposed = number
            self._form.number.setText(number)
            self.changed.emit()

    def _ask_owner(self) -> None:
        number = self._form.number.text().strip()
        enrolment, actor = self._desk.station.enrolment, self._desk.actor

        def found(owner: Person | None) -> None:
            self._on_owner(number, owner)

        if number:
            self._desk.questions.run(
                self, lambda: enrolment.owner_of(actor, number), done=found, failed=self._desk.notices.failed.emit
            )

    def _on_owner(self, number: str, owner: Person | None) -> None:
        if owner is None:
            self._owned = ("", "")
        else:
            words = self.tr("{number} belongs to {name} already. Take another one.")
            self._owned = (number, words.format(number=number, name=owner.name))
        self._show_owner()
        self.changed.emit()

    def _show_owner(self) -> None:
        number, sentence = self._owned
        told = sentence if number and number == self._form.number.text().strip() else ""
        mark_error(self._form.number, told)
        self._form.number_error.tell(told)

    def _on_groups(self, groups: Sequence[GroupSize]) -> None:
        written = self._form.group.currentText()
        self._form.group.addItems([group.name for group in groups])
        self._form.group.setEditText(written)


def _day(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())
