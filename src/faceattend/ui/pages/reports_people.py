"""Choosing the people a report is about, by searching for them."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from faceattend.services.reports import Found
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_report_people import Ui_ReportPeople
from faceattend.ui.models.people_choice import PeopleChoiceModel
from faceattend.workers.tasks import Task

_MOST = 50


class PeoplePicker(QWidget):
    """A search field over a list with ticks.

    Signals:
        changed: other people are chosen.

    Thread: the GUI thread.
    """

    changed = Signal()

    _task: Task | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._found: Found | None = None
        self._form = Ui_ReportPeople()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self.setFocusProxy(self._form.search)
        self._model = PeopleChoiceModel(self)
        self._form.list.setModel(self._model)
        self._model.chosen_changed.connect(self.on_chosen_changed)
        self._form.search.searched.connect(self.on_searched)
        self._form.clear.clicked.connect(self._model.clear)
        self._tell()

    @property
    def chosen(self) -> frozenset[UUID]:
        """Ids of the people who are chosen."""
        return self._model.chosen

    def open(self, desk: Desk) -> None:
        """Look people up from now on, and list them anew."""
        self._desk = desk
        self.on_searched(self._form.search.text().strip())

    def on_searched(self, text: str) -> None:
        """Look up who is called so."""
        desk = self._desk
        if desk is None:
            return
        if self._task is not None:
            self._task.cancel()
        self._task = desk.questions.run(
            self,
            lambda: desk.station.reports.find_people(desk.actor, text, _MOST),
            done=partial(self._show, text),
            failed=desk.notices.failed.emit,
        )

    def on_chosen_changed(self) -> None:
        """Tell how many are chosen now."""
        self._tell()
        self.changed.emit()

    def _show(self, text: str, found: Found) -> None:
        self._found = found
        self._model.show(found.people, with_chosen=not text)
        self._tell()

    def _tell(self) -> None:
        count = len(self._model.chosen)
        self._form.clear.setVisible(count > 0)
        found = self._found
        if count:
            words = self.tr("1 person chosen") if count == 1 else self.tr("{count} people chosen").format(count=count)
        elif found is None or found.total:
            words = self.tr("Nobody is chosen yet. Space chooses.")
        else:
            words = self.tr("Nobody is called so.")
        if found is not None and found.total > len(found.people):
            more = self.tr("{shown} of {total} listed: type to narrow them down.")
            words += "\n" + more.format(shown=len(found.people), total=found.total)
        self._form.chosen.setText(words)
