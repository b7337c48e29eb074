"""Asks for what the page of people shows; only the latest question of a kind is answered."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from faceattend.domain.directory import GroupSize, ListedPerson, PeopleCounts, PeopleQuery, PersonIds
from faceattend.domain.errors import NotFound
from faceattend.ui.desk import Desk
from faceattend.ui.models.people import PeopleModel, line_of

if TYPE_CHECKING:
    from faceattend.workers.tasks import Task

_T = TypeVar("_T")


class PeopleFinder(QObject):
    """Fills the model, and looks up the person who is chosen.

    Signals:
        found(int): a search is over: so many people.
        filters_known(list[GroupSize], PeopleCounts): what there is to choose from.
        person_known(PersonDetails): the person asked for.
        person_gone(): they are not stored any more.
        lookalike_known(Lookalike | None), lookalike_failed(Exception): who looks like them.
        copied(str): the text asked for.

    Thread: the GUI thread.

    Args:
        desk: whom to ask.
        model: filled with what is found.
        parent: owns this object.
    """

    found = Signal(int)
    filters_known = Signal(object, object)
    person_known = Signal(object)
    person_gone = Signal()
    lookalike_known = Signal(object)
    lookalike_failed = Signal(object)
    copied = Signal(str)

    def __init__(self, desk: Desk, model: PeopleModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = model
        self._person: UUID | None = None
        self._asked: dict[str, Task] = {}
        model.wanted.connect(self.on_rows_wanted)

    def search(self, query: PeopleQuery) -> None:
        """Look for people; an earlier search that is not answered yet is given up."""
        directory, actor = self._desk.station.directory, self._desk.actor
        self._replace("search", lambda: directory.ids(actor, query), self.on_found)

    def ask_filters(self) -> None:
        """Look up the groups, and how many people there are."""
        directory, actor = self._desk.station.directory, self._desk.actor

        def both() -> tuple[list[GroupSize], PeopleCounts]:
            return directory.groups(actor), directory.counts(actor)

        self._replace("filters", both, self.on_filters_known)

    def ask_person(self, person_id: UUID) -> None:
        """Look up everything about a person, then who looks like them."""
        directory, actor = self._desk.station.directory, self._desk.actor
        self._person = person_id
        self._replace(
            "person", lambda: directory.details(actor, person_id), self.person_known.emit, self.on_person_failed
        )
        self._replace(
            "alike",
            lambda: directory.lookalike(actor, person_id),
            self.lookalike_known.emit,
            self.lookalike_failed.emit,
        )

    def forget_person(self) -> None:
        """Await no answer about a person any more."""
        self._person = None
        for kind in ("person", "alike"):
            if (task := self._asked.pop(kind, None)) is not None:
                task.cancel()

    def ask_text(self, ids: Sequence[UUID]) -> None:
        """Write people down as text, a line each."""
        directory, actor = self._desk.station.directory, self._desk.actor

        def lines() -> str:
            return "\n".join(line_of(each) for each in directory.rows(actor, ids, thumbnails=False))

        self._replace("text", lines, self.copied.emit)

    def on_rows_wanted(self, ids: tuple[UUID, ...]) -> None:
        """Look up rows that are looked at."""
        directory, actor = self._desk.station.directory, self._desk.actor

        def filled(rows: list[ListedPerson]) -> None:
            self._model.fill(ids, rows)

        def failed(error: Exception) -> None:
            self._model.give_up(ids)
            self._desk.notices.failed.emit(error)

        self._desk.questions.run(self, lambda: directory.rows(actor, ids), done=filled, failed=failed)

    def on_found(self, ids: PersonIds) -> None:
        """Show who was found."""
        self._model.show_ids(ids)
        self.found.emit(len(ids))

    def on_filters_known(self, answer: tuple[list[GroupSize], PeopleCounts]) -> None:
        """Hand on what there is to choose from."""
        self.filters_known.emit(*answer)

    def on_person_failed(self, error: Exception) -> None:
        """Tell that the person is gone, or what else went wrong."""
        if isinstance(error, NotFound):
            self.person_gone.emit()
        else:
            self._desk.notices.failed.emit(error)

    def _replace(
        self,
        kind: str,
        work: Callable[[], _T],
        done: Callable[[_T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        if (before := self._asked.get(kind)) is not None:
            before.cancel()
        report = failed or self._desk.notices.failed.emit
        self._asked[kind] = self._desk.questions.run(self, work, done=done, failed=report)
