"""Where reference photos and templates are kept, sealed."""

from collections.abc import Iterator
from uuid import UUID

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from faceattend.domain.people import Photo, Template
from faceattend.storage.tables import PhotoRow, TemplateRow

_STORED_FLOAT = np.dtype("<f4")
_ROWS_AT_ONCE = 1000

_SET_ASIDE = select(PhotoRow.id).where(PhotoRow.set_aside.is_not(None))


class FacesRepository:
    """The reference photos and templates, within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_photo(self, photo: Photo) -> None:
        """Store a reference photo of a stored person.

        Raises:
            NotFound: the person is not stored.
        """
        self._session.add(
            PhotoRow(
                id=photo.id,
                person_id=photo.person_id,
                added_at=photo.added_at,
                set_aside=photo.set_aside,
                pose=photo.pose,
                score=photo.score,
                jpeg=photo.jpeg,
            )
        )
        self._session.flush()

    def add_template(self, template: Template) -> None:
        """Store what a pack made of a stored photo; one template for each photo and contract.

        Raises:
            AlreadyExists: the photo has a template of that contract.
            NotFound: the photo or the person is not stored.
        """
        self._session.add(
            TemplateRow(
                id=template.id,
                person_id=template.person_id,
                photo_id=template.photo_id,
                contract_id=template.contract_id,
                vector=template.vector.astype(_STORED_FLOAT).tobytes(),
            )
        )
        self._session.flush()

    def photos(self, person_id: UUID) -> list[Photo]:
        """Return a person's photos, oldest first, those set aside too."""
        rows = self._session.scalars(select(PhotoRow).where(PhotoRow.person_id == person_id).order_by(PhotoRow.id))
        return [_photo_of(row) for row in rows]

    def templates(self, contract_id: str) -> Iterator[Template]:
        """Stream the templates of one contract whose photo is not set aside, in no particular order.

        The vectors are float32 (D,), read-only. To be read within the transaction.
        """
        chosen = select(TemplateRow.id, TemplateRow.person_id, TemplateRow.photo_id, TemplateRow.vector).where(
            TemplateRow.contract_id == contract_id, TemplateRow.photo_id.not_in(_SET_ASIDE)
        )
        for template_id, person_id, photo_id, vector in self._session.execute(
            chosen, execution_options={"yield_per": _ROWS_AT_ONCE}
        ):
            values = np.frombuffer(vector, dtype=_STORED_FLOAT).astype(np.float32, copy=False)
            yield Template(template_id, person_id, photo_id, contract_id, values)

    def template_count(self, contract_id: str) -> int:
        """Return how many templates :meth:`templates` streams."""
        counted = (
            select(func.count())
            .select_from(TemplateRow)
            .where(TemplateRow.contract_id == contract_id, TemplateRow.photo_id.not_in(_SET_ASIDE))
        )
        return self._session.scalar(counted) or 0


def _photo_of(row: PhotoRow) -> Photo:
    return Photo(
        id=row.id,
        person_id=row.person_id,
        added_at=row.added_at,
        jpeg=row.jpeg,
        set_aside=row.set_aside,
        pose=row.pose,
        score=row.score,
    )
