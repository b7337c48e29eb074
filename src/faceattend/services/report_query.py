"""What a report is asked for: which days, whose."""

import json
import re
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from faceattend.domain.errors import BadInput
from faceattend.domain.people import Person
from faceattend.domain.said import said

LONGEST_RANGE = timedelta(days=400)
"""A year and a month: a longer report is asked for by mistake, and would be slow to open."""

_EARLIEST, _LATEST = date(1970, 1, 1), date(9998, 12, 31)
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class ReportQuery:
    """Which days of which people a report is about; everybody's, unless it names a group or people.

    Attributes:
        first: first local day.
        last: last local day, included.
        group: name of the group whose members it is about; None for any.
        people: ids of the people it is about; None for any.
    """

    first: date
    last: date
    group: str | None = None
    people: frozenset[UUID] | None = None

    def wants(self, person: Person) -> bool:
        """Whether the report is about this person."""
        return (self.group is None or person.group == self.group) and (self.people is None or person.id in self.people)

    @property
    def scope(self) -> str:
        """Whom it is about, as JSON: equal for equal choices, so that exports can be found again by it."""
        if self.people is not None:
            return json.dumps({"people": sorted(each.hex for each in self.people)})
        return json.dumps({} if self.group is None else {"group": self.group}, ensure_ascii=False)

    @property
    def words(self) -> str:
        """Whom it is about, as the report says it."""
        if self.people is not None:
            return "1 chosen person" if len(self.people) == 1 else f"{len(self.people)} chosen people"
        return "everyone" if self.group is None else f"group {self.group}"

    def file_name(self, suffix: str) -> str:
        """Propose a name for the file, such as FaceAttend-attendance-2026-10.xlsx.

        Args:
            suffix: with its dot.
        """
        part = "chosen" if self.people is not None else _plain(self.group or "")
        return "-".join(each for each in ("FaceAttend-attendance", part, self._days()) if each) + suffix

    def _days(self) -> str:
        after = self.last + timedelta(days=1)
        if self.first.day == 1 and after.day == 1 and self.first.month == self.last.month:
            return f"{self.first:%Y-%m}"
        return f"{self.first}" if self.first == self.last else f"{self.first}-to-{self.last}"


def check_query(query: ReportQuery) -> None:
    """Refuse what no report can be made of.

    Raises:
        BadInput: the range ends before it begins, or is longer than LONGEST_RANGE; or nobody is chosen.
    """
    first, last = query.first, query.last
    if last < first:
        raise BadInput(
            said("Reports", "The range ends ({last}) before it begins ({first}).").format(last=last, first=first),
            remedy=said("Reports", "Give the earlier day first."),
        )
    if last - first >= LONGEST_RANGE:
        raise BadInput(
            said("Reports", "The range from {first} to {last} is longer than {days} days.").format(
                first=first, last=last, days=LONGEST_RANGE.days
            ),
            remedy=said("Reports", "Make several reports, one per year say."),
        )
    if first < _EARLIEST or last > _LATEST:
        raise BadInput(
            said("Reports", "There is no attendance from {first} to {last}.").format(first=first, last=last),
            remedy=said("Reports", "Check the years."),
        )
    if query.people is not None and not query.people:
        raise BadInput(
            said("Reports", "Nobody is chosen."), remedy=said("Reports", "Choose somebody, or report on everyone.")
        )


def _plain(name: str) -> str:
    """Leave out of a name what a file's name may not hold on some system."""
    return re.sub(r'[\s<>:"/\\|?*\x00-\x1f-]+', "-", name).strip("-.")[:_LONGEST_NAME]
