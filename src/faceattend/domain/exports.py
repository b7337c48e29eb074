"""Reports that were written: what they held, and what has changed since."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ControlTotals:
    """The sums of a report, to compare after an import.

    Attributes:
        people: how many it reports on.
        days: their work days.
        punches: that the days rest on.
        worked: of all days together.
    """

    people: int
    days: int
    punches: int
    worked: timedelta


@dataclass(frozen=True, slots=True)
class PersonFigures:
    """What a report says of one person.

    Attributes:
        number: theirs, as payroll knows it.
        days: on which they were present.
        worked: on all of them together.
    """

    number: str
    days: int
    worked: timedelta


@dataclass(frozen=True, slots=True)
class Export:
    """A report that was written to a file.

    Attributes:
        id: UUIDv7.
        made_at: aware UTC.
        made_by: the user's name.
        first: first local day.
        last: last local day, included.
        scope: whom it reports on; see :class:`faceattend.services.report_query.ReportQuery`.
        file: the name of the file, without its folder.
        totals: its sums.
        figures: what it said of each person, by number as the report orders them.
    """

    id: UUID
    made_at: datetime
    made_by: str
    first: date
    last: date
    scope: str
    file: str
    totals: ControlTotals
    figures: tuple[PersonFigures, ...]


class Change(StrEnum):
    """How a person's figures differ from those of an earlier report."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Difference:
    """One person whose figures are no longer those of an earlier report.

    Attributes:
        number: theirs.
        before: what the earlier report says; None where it does not know them.
        after: what the report says now; None where it no longer knows them.
    """

    number: str
    before: PersonFigures | None
    after: PersonFigures | None

    @property
    def change(self) -> Change:
        """What happened to them."""
        if self.before is None:
            return Change.NEW
        return Change.GONE if self.after is None else Change.CHANGED

    @property
    def days(self) -> int:
        """How many days more they have now."""
        return (self.after.days if self.after else 0) - (self.before.days if self.before else 0)

    @property
    def worked(self) -> timedelta:
        """How much more time they have now."""
        zero = timedelta(0)
        return (self.after.worked if self.after else zero) - (self.before.worked if self.before else zero)


def differences(before: Iterable[PersonFigures], after: Iterable[PersonFigures]) -> tuple[Difference, ...]:
    """Return who differs: first those that the later report holds, in its order, then those that it lost."""
    old = {figures.number: figures for figures in before}
    new = {figures.number: figures for figures in after}
    kept = [Difference(number, old.get(number), figures) for number, figures in new.items()]
    lost = [Difference(number, figures, None) for number, figures in old.items() if number not in new]
    return tuple(each for each in (*kept, *lost) if each.before != each.after)
