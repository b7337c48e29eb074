"""Where it is kept which reports were written, and what they said."""

import json
from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from faceattend.domain.exports import ControlTotals, Export, PersonFigures
from faceattend.storage.tables import ExportRow


class ExportsRepository:
    """The reports that were written, within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, export: Export) -> None:
        """Store what a report said."""
        self._session.add(
            ExportRow(
                id=export.id,
                made_at=export.made_at,
                made_by=export.made_by,
                first=export.first,
                last=export.last,
                scope=export.scope,
                file=export.file,
                people=export.totals.people,
                days=export.totals.days,
                punches=export.totals.punches,
                worked_s=export.totals.worked.total_seconds(),
                rows=_json_of(export.figures),
            )
        )
        self._session.flush()

    def latest(self, first: date, last: date, scope: str | None = None) -> Export | None:
        """Return the latest report of these very days, if one was written.

        Args:
            first: first local day.
            last: last local day.
            scope: whom it must report on; None for whomever.
        """
        chosen = select(ExportRow).where(ExportRow.first == first, ExportRow.last == last)
        if scope is not None:
            chosen = chosen.where(ExportRow.scope == scope)
        row = self._session.scalar(chosen.order_by(ExportRow.made_at.desc(), ExportRow.id.desc()).limit(1))
        return None if row is None else _export_of(row)


def _json_of(figures: Iterable[PersonFigures]) -> str:
    """Write the figures as {number: [days, seconds]}; names are not kept a second time."""
    return json.dumps({each.number: [each.days, each.worked.total_seconds()] for each in figures})


def _figures_of(text: str) -> tuple[PersonFigures, ...]:
    found: dict[str, tuple[int, float]] = json.loads(text)
    return tuple(PersonFigures(number, days, timedelta(seconds=worked)) for number, (days, worked) in found.items())


def _export_of(row: ExportRow) -> Export:
    return Export(
        id=row.id,
        made_at=row.made_at,
        made_by=row.made_by,
        first=row.first,
        last=row.last,
        scope=row.scope,
        file=row.file,
        totals=ControlTotals(row.people, row.days, row.punches, timedelta(seconds=row.worked_s)),
        figures=_figures_of(row.rows),
    )
