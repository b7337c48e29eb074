"""Where answers to sightings are kept. They are added and read, never changed."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from faceattend.domain.attendance import Answer
from faceattend.storage.tables import AnswerRow


class AnswersRepository:
    """The answers, within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, *answers: Answer) -> None:
        """Store answers to stored sightings.

        Raises:
            NotFound: a sighting or a person is not stored.
        """
        self._session.add_all(
            AnswerRow(
                id=answer.id,
                sighting_id=answer.sighting_id,
                answered_at=answer.answered_at,
                answered_by=answer.answered_by,
                kind=answer.kind,
                person_id=answer.person_id,
            )
            for answer in answers
        )
        self._session.flush()

    def latest(self, sighting_ids: Collection[UUID]) -> dict[UUID, Answer]:
        """Return the answer that holds of each of those sightings that was answered. For some hundred."""
        rows = select(AnswerRow).where(AnswerRow.sighting_id.in_(sighting_ids)).order_by(AnswerRow.id)
        return {row.sighting_id: _answer_of(row) for row in self._session.scalars(rows)}

    def history(self, sighting_id: UUID) -> list[Answer]:
        """Return all answers to a sighting, oldest first."""
        rows = select(AnswerRow).where(AnswerRow.sighting_id == sighting_id).order_by(AnswerRow.id)
        return [_answer_of(row) for row in self._session.scalars(rows)]


def _answer_of(row: AnswerRow) -> Answer:
    return Answer(
        id=row.id,
        sighting_id=row.sighting_id,
        answered_at=row.answered_at,
        answered_by=row.answered_by,
        kind=row.kind,
        person_id=row.person_id,
    )
