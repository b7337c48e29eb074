"""Changing what is known of a person: number, name, kind, group, and the days on which their punches count."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from faceattend.domain.errors import AlreadyExists
from faceattend.domain.people import Person, PersonKind
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_edit_person import Ui_EditPerson
from faceattend.ui.models.people_words import kind_words
from faceattend.ui.translation import spoken
from faceattend.ui.widgets.field import ErrorLine, mark_error
from faceattend.ui.widgets.inputs import DateField
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.question import Question
from faceattend.ui.widgets.sheet import Sheet

_LONGEST_GROUP = 200


class EditPersonDialog(Sheet):
    """Stores the changes itself and is accepted when they are stored; asks before it throws them away.

    Thread: the GUI thread.

    Args:
        desk: what it works with.
        person: as stored.
        groups: names of those there are.
        parent: anything in the window that it lies over.
    """

    def __init__(self, desk: Desk, person: Person, groups: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(self.tr("Edit {name}").format(name=person.name), parent, width=520)
        self._desk = desk
        self._person = person
        content = QWidget(self)
        self._form = Ui_EditPerson()
        self._form.setupUi(content)  # pyright: ignore[reportUnknownMemberType] - generated code
        self.body.addWidget(content)
        self._form.trouble.hide()
        self._fill(groups)
        self._add_buttons()
        self._form.name.setFocus()

    def edited(self) -> Person:
        """Return the person as the fields say."""
        form = self._form
        return replace(
            self._person,
            number=form.number.text().strip(),
            name=form.name.text().strip(),
            kind=PersonKind(form.kind_of.currentData()),
            group=form.group.currentText().strip() or None,
            active_from=_day(form.from_set, form.active_from),
            active_to=_day(form.to_set, form.active_to),
        )

    def on_save_clicked(self) -> None:
        """Store the changes, if the fields allow it."""
        person = self.edited()
        if not self._check(person):
            return
        if person == self._person:
            self.accept()
            return
        self._save.setEnabled(False)
        self.tell(self.tr("Saving…"))
        people, actor = self._desk.station.people, self._desk.actor
        self._desk.jobs.run(self, lambda: people.update(actor, person), done=self.on_saved, failed=self.on_failed)

    def on_saved(self, person: Person) -> None:
        """Close, and say so."""
        self._person = person
        self._desk.changes.people.emit()
        self._desk.notices.said.emit(self.tr("{name} saved").format(name=person.name), None)
        self.accept()

    def on_failed(self, error: Exception) -> None:
        """Say what is wrong where it can be mended; everything typed stays."""
        self._save.setEnabled(True)
        self.tell("")
        if isinstance(error, AlreadyExists):
            words = self.tr("{what} Take another.").format(what=spoken(error.what))
            _say(self._form.number, self._form.number_error, words)
            self._form.number.setFocus()
        else:
            self._form.trouble.tell_error(error)
            self._form.trouble.show()
        self.adjust()

    def on_days_toggled(self) -> None:
        """A day can be chosen where there is to be one."""
        form = self._form
        form.active_from.setEnabled(form.from_set.isChecked())
        form.active_to.setEnabled(form.to_set.isChecked())

    def reject(self) -> None:
        """Close; ask first where something would be lost."""
        if self.edited() == self._person:
            super().reject()
            return
        question = Question(
            self.tr("Leave without saving?"),
            self.tr("What you changed about {name} is not stored yet.").format(name=self._person.name),
            self,
            safe=self.tr("Go on editing"),
            act=self.tr("Throw changes away"),
            danger=True,
        )
        question.accepted.connect(self._throw_away)
        question.finished.connect(question.deleteLater)
        question.open()

    def _throw_away(self) -> None:
        self.done(QDialog.DialogCode.Rejected)

    def _fill(self, groups: Sequence[str]) -> None:
        form, person = self._form, self._person
        form.name.setText(person.name)
        form.number.setText(person.number)
        for kind in PersonKind:
            form.kind_of.addItem(kind_words(kind), kind)
        form.kind_of.setCurrentIndex(list(PersonKind).index(person.kind))
        form.group.addItems(list(groups))
        form.group.setCurrentText(person.group or "")
        line = form.group.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("No group"))
            line.setMaxLength(_LONGEST_GROUP)
        for tick, field, day in (
            (form.from_set, form.active_from, person.active_from),
            (form.to_set, form.active_to, person.active_to),
        ):
            tick.setChecked(day is not None)
            field.setDate(QDate.currentDate() if day is None else QDate(day.year, day.month, day.day))
            tick.toggled.connect(self.on_days_toggled)
        self.on_days_toggled()

    def _check(self, person: Person) -> bool:
        """Say at each field what is wrong with it; return whether all are right."""
        form = self._form
        wrong_days = person.active_from and person.active_to and person.active_from > person.active_to
        faults = (
            (form.name, form.name_error, "" if person.name else self.tr("A person needs a name.")),
            (form.number, form.number_error, "" if person.number else self.tr("A person needs a number.")),
            (
                form.active_to,
                form.active_to_error,
                self.tr("The last day lies before the first.") if wrong_days else "",
            ),
        )
        for control, line, sentence in faults:
            _say(control, line, sentence)
        self.adjust()
        first = next((control for control, _, sentence in faults if sentence), None)
        if first is not None:
            first.setFocus()
        return first is None

    def _add_buttons(self) -> None:
        cancel = KeyButton(self.tr("Cancel"), key=self.tr("Esc"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._save = KeyButton(self.tr("Save"), kind="primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self.on_save_clicked)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self._save)


def _say(control: QWidget, line: ErrorLine, sentence: str) -> None:
    mark_error(control, sentence)
    line.tell(sentence)


def _day(tick: QCheckBox, field: DateField) -> date | None:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day()) if tick.isChecked() else None
