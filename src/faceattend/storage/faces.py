"""Where reference photos and templates are kept, sealed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import numpy as np
from sqlalchemy import ColumnElement, Row, func, select, update
from sqlalchemy.orm import Session

from faceattend.domain.errors import NotFound
from faceattend.domain.people import Photo
from faceattend.domain.said import said
from faceattend.domain.templates import Template
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

    def photo(self, photo_id: UUID) -> Photo | None:
        """Return the photo of that id, if stored."""
        row = self._session.get(PhotoRow, photo_id)
        return None if row is None else _photo_of(row)

    def photos_in_use(self, person_id: UUID) -> int:
        """Return how many of a person's photos are not set aside."""
        used = select(func.count()).where(PhotoRow.person_id == person_id, PhotoRow.set_aside.is_(None))
        return self._session.scalar(used) or 0

    def jpegs(self, photo_ids: Sequence[UUID]) -> dict[UUID, bytes]:
        """Return the pictures of these photos, as far as they are stored; at most some thousand at once."""
        found = self._session.execute(select(PhotoRow.id, PhotoRow.jpeg).where(PhotoRow.id.in_(photo_ids)))
        return {row.id: row.jpeg for row in found}

    def set_aside(self, photo_id: UUID, reason: str | None) -> None:
        """Note why a photo is not used at present, or with None that it is used again.

        Raises:
            NotFound: the photo is not stored.
        """
        change = update(PhotoRow).where(PhotoRow.id == photo_id).values(set_aside=reason).returning(PhotoRow.id)
        if self._session.execute(change).one_or_none() is None:
            raise NotFound(said("Storage", "This photo is not stored any more."))

    def templates_of_photo(self, photo_id: UUID, contract_id: str) -> list[Template]:
        """Return what the pack of a contract made of a photo, set aside or not: one template, or none."""
        return [
            _template_of(row, contract_id) for row in self._templates(contract_id, TemplateRow.photo_id == photo_id)
        ]

    def templates_of(self, person_id: UUID, contract_id: str) -> list[Template]:
        """Return a person's templates of one contract whose photo is not set aside."""
        own = self._templates(contract_id, TemplateRow.person_id == person_id, TemplateRow.photo_id.not_in(_SET_ASIDE))
        return [_template_of(row, contract_id) for row in own]

    def templates(self, contract_id: str) -> Iterator[Template]:
        """Stream the templates of one contract whose photo is not set aside, in no particular order.

        The vectors are float32 (D,), read-only. To be read within the transaction.
        """
        streamed = {"yield_per": _ROWS_AT_ONCE}
        for row in self._templates(contract_id, TemplateRow.photo_id.not_in(_SET_ASIDE), options=streamed):
            yield _template_of(row, contract_id)

    def template_count(self, contract_id: str) -> int:
        """Return how many templates :meth:`templates` streams."""
        counted = (
            select(func.count())
            .select_from(TemplateRow)
            .where(TemplateRow.contract_id == contract_id, TemplateRow.photo_id.not_in(_SET_ASIDE))
        )
        return self._session.scalar(counted) or 0

    def _templates(
        self, contract_id: str, *conditions: ColumnElement[bool], options: Mapping[str, Any] | None = None
    ) -> Iterable[Row[*tuple[Any, ...]]]:
        columns = (TemplateRow.id, TemplateRow.person_id, TemplateRow.photo_id, TemplateRow.vector)
        chosen = select(*columns).where(TemplateRow.contract_id == contract_id, *conditions)
        return self._session.execute(chosen, execution_options=options or {})


def _template_of(row: Row[*tuple[Any, ...]], contract_id: str) -> Template:
    values = np.frombuffer(row.vector, dtype=_STORED_FLOAT).astype(np.float32, copy=False)
    return Template(row.id, row.person_id, row.photo_id, contract_id, values)


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
