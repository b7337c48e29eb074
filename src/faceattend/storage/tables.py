"""The tables. Rows live and die inside storage: repositories turn them into the domain's own data.

Large sealed values stand last in their table, since SQLite walks over all of a large value to reach what is behind it.
The migrations make the tables; a test holds the two to each other.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Double, Enum, ForeignKey, Index, MetaData, UniqueConstraint, false
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeEngine

from faceattend.domain.attendance import AnswerKind, Direction, PunchSource
from faceattend.domain.cameras import CameraRole
from faceattend.domain.people import PersonKind, Pose
from faceattend.domain.vision import Verdict
from faceattend.storage.types import CompactUuid, Encrypted, EncryptedText, UtcDateTime

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, so that a later migration can find it."""


def _words(kind: type[StrEnum]) -> Enum:
    """Store a member's value; without a check constraint, so that a new member needs no migration."""
    return Enum(kind, native_enum=False, length=16, values_callable=_values)


def _values(kind: type[StrEnum]) -> list[str]:
    return [member.value for member in kind]


class Row(DeclarativeBase):
    """Base of all rows."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map: ClassVar[dict[type, TypeEngine[Any]]] = {
        UUID: CompactUuid(),
        datetime: UtcDateTime(),
        float: Double(),
        PersonKind: _words(PersonKind),
        CameraRole: _words(CameraRole),
        Verdict: _words(Verdict),
        Direction: _words(Direction),
        PunchSource: _words(PunchSource),
        AnswerKind: _words(AnswerKind),
        Pose: _words(Pose),
    }


class MetaRow(Row):
    """A fact about the database itself, such as the value that tells a wrong key."""

    __tablename__ = "meta"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[bytes] = mapped_column(Encrypted("meta.value"))


class SiteRow(Row):
    """See :class:`faceattend.domain.cameras.Site`."""

    __tablename__ = "sites"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    zone: Mapped[str]


class GroupRow(Row):
    """A class or department; a tree."""

    __tablename__ = "groups"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    name_key: Mapped[str] = mapped_column(server_default="")
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("groups.id"))


class PersonRow(Row):
    """See :class:`faceattend.domain.people.Person`; ``name_key`` is what names are searched and sorted by."""

    __tablename__ = "people"
    __table_args__ = (Index(None, "name_key", "id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(server_default="")
    kind: Mapped[PersonKind]
    group_id: Mapped[UUID | None] = mapped_column(ForeignKey("groups.id"), index=True)
    active_from: Mapped[date | None]
    active_to: Mapped[date | None]


class CameraRow(Row):
    """See :class:`faceattend.domain.cameras.Camera`; the source is sealed, since it may hold a password.

    A removed one is kept, under another name, for the punches that rest on it.
    """

    __tablename__ = "cameras"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    role: Mapped[CameraRole]
    fps: Mapped[float]
    min_face_px: Mapped[int]
    enabled: Mapped[bool]
    removed: Mapped[bool] = mapped_column(server_default=false())
    source: Mapped[str] = mapped_column(EncryptedText("cameras.source"))


class PhotoRow(Row):
    """See :class:`faceattend.domain.people.Photo`."""

    __tablename__ = "photos"
    __table_args__ = (Index(None, "person_id", "set_aside"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    added_at: Mapped[datetime]
    set_aside: Mapped[str | None]
    pose: Mapped[Pose | None]
    score: Mapped[float | None]
    jpeg: Mapped[bytes] = mapped_column(Encrypted("photos.jpeg"))


class TemplateRow(Row):
    """See :class:`faceattend.domain.people.Template`; the vector is sealed little-endian float32."""

    __tablename__ = "templates"
    __table_args__ = (UniqueConstraint("photo_id", "contract_id"), Index(None, "contract_id", "person_id"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    photo_id: Mapped[UUID] = mapped_column(ForeignKey("photos.id"))
    contract_id: Mapped[str]
    vector: Mapped[bytes] = mapped_column(Encrypted("templates.vector"))


class SightingRow(Row):
    """See :class:`faceattend.domain.vision.Sighting`.

    Its camera and person are no foreign keys: what a camera saw is kept even if either was removed meanwhile.
    """

    __tablename__ = "sightings"
    __table_args__ = (
        Index(None, "seen_at", "revises"),
        Index(None, "verdict", "seen_at"),
        Index(None, "person_id", "seen_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    camera_id: Mapped[UUID]
    seen_at: Mapped[datetime]
    verdict: Mapped[Verdict]
    person_id: Mapped[UUID | None]
    score: Mapped[float]
    runner_up_id: Mapped[UUID | None]
    runner_up_score: Mapped[float]
    frames: Mapped[int]
    contract_id: Mapped[str]
    revises: Mapped[UUID | None]
    crop_jpeg: Mapped[bytes | None] = mapped_column(Encrypted("sightings.crop_jpeg"))


class PunchRow(Row):
    """See :class:`faceattend.domain.attendance.Punch`. Append-only: triggers of the first migration refuse the rest."""

    __tablename__ = "punches"
    __table_args__ = (Index(None, "at"), Index(None, "person_id", "at", "direction", "utc_offset_s"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    zone: Mapped[str]
    utc_offset_s: Mapped[int]
    direction: Mapped[Direction]
    source: Mapped[PunchSource]
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    camera_id: Mapped[UUID | None] = mapped_column(ForeignKey("cameras.id"))
    sighting_id: Mapped[UUID | None] = mapped_column(ForeignKey("sightings.id"), unique=True)
    score: Mapped[float | None]
    reason: Mapped[str | None]
    made_by: Mapped[str | None]


class AnswerRow(Row):
    """See :class:`faceattend.domain.attendance.Answer`. Rows are added only; the latest of a sighting holds."""

    __tablename__ = "answers"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    sighting_id: Mapped[UUID] = mapped_column(ForeignKey("sightings.id"), index=True)
    answered_at: Mapped[datetime]
    answered_by: Mapped[str]
    kind: Mapped[AnswerKind]
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))


class ExportRow(Row):
    """A report that was written, with the figures it held, so that the next one can be compared with it.

    ``scope`` and ``rows`` are JSON: what was chosen, and each person's figures by number.
    """

    __tablename__ = "exports"
    __table_args__ = (Index(None, "made_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    made_at: Mapped[datetime]
    made_by: Mapped[str]
    first: Mapped[date]
    last: Mapped[date]
    scope: Mapped[str]
    file: Mapped[str]
    people: Mapped[int]
    days: Mapped[int]
    punches: Mapped[int]
    worked_s: Mapped[float]
    rows: Mapped[str]
