"""Adding a punch by hand: who, when, which way, where, and why."""

from dataclasses import replace
from datetime import date, datetime, time

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QWidget

from faceattend.domain.attendance import Direction, Punch
from faceattend.domain.cameras import Site
from faceattend.domain.clock import instants_of
from faceattend.domain.errors import CloseToAnother
from faceattend.domain.people import Person
from faceattend.domain.said import joined
from faceattend.services.punching import SHORTEST_REASON, ManualPunch
from faceattend.services.timecards import Choices
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_manual_punch import Ui_ManualPunch
from faceattend.ui.translation import spoken
from faceattend.ui.widgets.field import mark_error
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.question import Question
from faceattend.ui.widgets.sheet import Sheet


class ManualPunchDialog(Sheet):
    """Stores the punch itself, and is accepted when it is stored.

    Thread: the GUI thread.

    Args:
        desk: what it works with.
        parent: anything in the window that it lies over.
        person: whom it is for, if that is known.
        day: proposed.
    """

    def __init__(self, desk: Desk, parent: QWidget | None, person: Person | None, day: date) -> None:
        super().__init__(self.tr("Add a punch"), parent, width=560)
        self._desk = desk
        content = QWidget(self)
        self._form = Ui_ManualPunch()
        self._form.setupUi(content)  # pyright: ignore[reportUnknownMemberType] - generated code
        self.body.addWidget(content)
        self._fill(day)
        self._add_buttons()
        self._connect()
        if person is not None:
            self._form.person.choose(person)
        (self._form.time if person is not None else self._form.person).setFocus()
        desk.questions.run(
            self, lambda: desk.station.timecards.choices(desk.actor), done=self.on_choices, failed=self.on_failed
        )

    def on_choices(self, choices: Choices) -> None:
        """The sites are known."""
        self._form.site.clear()
        for site in choices.sites:
            self._form.site.addItem(f"{site.name} ({site.zone})", site)
        if not choices.sites:
            self.tell(self.tr("There is no site yet. Add a camera first: it stands at one."))
        self.on_edited()

    def on_edited(self) -> None:
        """Ask which of two times is meant, where there are two; say what is still missing."""
        form = self._form
        form.trouble.hide()
        site = self._site()
        instants = () if site is None else instants_of(self._local(), site.zone)
        form.twice.setVisible(len(instants) > 1)
        skipped = self.tr("On this night the clocks were set forward past this time: it never was.")
        self._say_time(skipped if site is not None and not instants else "")
        missing = self._still_missing()
        self.tell(missing)
        self._add.setEnabled(not missing)

    def on_add_clicked(self) -> None:
        """Store the punch."""
        wanted = self._wanted()
        if wanted is not None:
            self._store(wanted)

    def on_added(self, punch: Punch) -> None:
        """Close, and say what was added."""
        name = self._form.person.person.name if self._form.person.person is not None else ""
        words = self.tr("In {time} added for {name}") if _comes(punch) else self.tr("Out {time} added for {name}")
        self._desk.changes.attendance.emit()
        self._desk.notices.said.emit(words.format(time=f"{punch.local:%H:%M}", name=name), None)
        self.accept()

    def on_failed(self, error: Exception) -> None:
        """Say what is wrong; everything typed stays. A punch close by is asked about."""
        self.on_edited()
        if isinstance(error, CloseToAnother):
            self._ask_close(error)
            return
        self._form.trouble.tell_error(error)
        self._form.trouble.show()

    def _store(self, wanted: ManualPunch) -> None:
        self._add.setEnabled(False)
        self.tell(self.tr("Saving…"))
        punching, actor = self._desk.station.punching, self._desk.actor
        self._desk.jobs.run(self, lambda: punching.add(actor, wanted), done=self.on_added, failed=self.on_failed)

    def _ask_close(self, error: CloseToAnother) -> None:
        wanted = self._wanted()
        if wanted is None:
            return
        question = Question(
            self.tr("Did both happen?"),
            spoken(joined(error.what, error.means)),
            self,
            safe=self.tr("Go back"),
            act=self.tr("Add it all the same"),
        )
        question.accepted.connect(lambda: self._store(replace(wanted, although_close=True)))
        question.finished.connect(question.deleteLater)
        question.open()

    def _wanted(self) -> ManualPunch | None:
        form, site = self._form, self._site()
        if site is None or form.person.person is None:
            return None
        second = bool(form.second.value()) if not form.twice.isHidden() else None
        direction = Direction.OUT if form.direction.value() is Direction.OUT else Direction.IN
        return ManualPunch(form.person.person.id, site.id, self._local(), direction, form.reason.text(), second)

    def _local(self) -> datetime:
        day, clock = self._form.day.date(), self._form.time.time()
        return datetime.combine(date(day.year(), day.month(), day.day()), time(clock.hour(), clock.minute()))

    def _site(self) -> Site | None:
        site = self._form.site.currentData()
        return site if isinstance(site, Site) else None

    def _still_missing(self) -> str:
        if self._form.person.person is None:
            return self.tr("Choose the person.")
        if self._site() is None:
            return self.tr("There is no site yet. Add a camera first: it stands at one.")
        if self._form.time_error.text():
            return self.tr("Give a time that was.")
        if len(self._form.reason.text().strip()) < SHORTEST_REASON:
            return self.tr("A reason is needed; it stays with the punch.")
        return ""

    def _say_time(self, sentence: str) -> None:
        mark_error(self._form.time, sentence)
        self._form.time_error.tell(sentence)

    def _fill(self, day: date) -> None:
        form = self._form
        form.trouble.hide()
        form.twice.hide()
        form.person.attach(self._desk)
        form.day.setDate(QDate(day.year, day.month, day.day))
        form.day.setMaximumDate(QDate.currentDate().addDays(1))  # the site may be a day ahead
        form.time.setTime(QTime(8, 0))
        form.direction.set_options([(Direction.IN, self.tr("In")), (Direction.OUT, self.tr("Out"))])
        form.second.set_options([(False, self.tr("The first")), (True, self.tr("The second"))])
        form.reason.setAccessibleName(self.tr("Reason"))
        form.person.field.setAccessibleName(self.tr("Person"))

    def _connect(self) -> None:
        form = self._form
        form.person.chosen.connect(self.on_edited)
        form.day.dateChanged.connect(self.on_edited)
        form.time.timeChanged.connect(self.on_edited)
        form.site.currentIndexChanged.connect(self.on_edited)
        form.reason.textChanged.connect(self.on_edited)

    def _add_buttons(self) -> None:
        cancel = KeyButton(self.tr("Cancel"), key=self.tr("Esc"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._add = KeyButton(self.tr("Add punch"), kind="primary")
        self._add.setDefault(True)
        self._add.clicked.connect(self.on_add_clicked)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self._add)


def _comes(punch: Punch) -> bool:
    return punch.direction is Direction.IN
