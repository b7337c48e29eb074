"""The first tables, and the triggers that make punches append-only.

Column types are written out: what this step does must not change when the code's own types do.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.LargeBinary(16)
_WORD = sa.String(16)
_NUMBER: sa.Double[float] = sa.Double()


def upgrade() -> None:
    """Make the tables."""
    _people()
    _cameras()
    _faces()
    _facts()
    _keep_punches()


def _people() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )
    op.create_table(
        "groups",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("parent_id", _ID),
        sa.PrimaryKeyConstraint("id", name="pk_groups"),
        sa.UniqueConstraint("name", name="uq_groups_name"),
        sa.ForeignKeyConstraint(["parent_id"], ["groups.id"], name="fk_groups_parent_id_groups"),
    )
    op.create_table(
        "people",
        sa.Column("id", _ID, nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", _WORD, nullable=False),
        sa.Column("group_id", _ID),
        sa.Column("active_from", sa.Date()),
        sa.Column("active_to", sa.Date()),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("number", name="uq_people_number"),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_people_group_id_groups"),
    )
    op.create_index("ix_people_group_id", "people", ["group_id"])


def _cameras() -> None:
    op.create_table(
        "sites",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sites"),
        sa.UniqueConstraint("name", name="uq_sites_name"),
    )
    op.create_table(
        "cameras",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("site_id", _ID, nullable=False),
        sa.Column("role", _WORD, nullable=False),
        sa.Column("fps", _NUMBER, nullable=False),
        sa.Column("min_face_px", sa.Integer(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("source", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cameras"),
        sa.UniqueConstraint("name", name="uq_cameras_name"),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name="fk_cameras_site_id_sites"),
    )


def _faces() -> None:
    op.create_table(
        "photos",
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("set_aside", sa.String()),
        sa.Column("jpeg", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_photos"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_photos_person_id_people"),
    )
    op.create_index("ix_photos_person_id", "photos", ["person_id"])
    op.create_table(
        "templates",
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("photo_id", _ID, nullable=False),
        sa.Column("contract_id", sa.String(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_templates"),
        sa.UniqueConstraint("photo_id", "contract_id", name="uq_templates_photo_id_contract_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_templates_person_id_people"),
        sa.ForeignKeyConstraint(["photo_id"], ["photos.id"], name="fk_templates_photo_id_photos"),
    )
    op.create_index("ix_templates_contract_id_person_id", "templates", ["contract_id", "person_id"])


def _facts() -> None:
    op.create_table(
        "sightings",
        sa.Column("id", _ID, nullable=False),
        sa.Column("camera_id", _ID, nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("verdict", _WORD, nullable=False),
        sa.Column("person_id", _ID),
        sa.Column("score", _NUMBER, nullable=False),
        sa.Column("runner_up_id", _ID),
        sa.Column("runner_up_score", _NUMBER, nullable=False),
        sa.Column("frames", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(), nullable=False),
        sa.Column("revises", _ID),
        sa.Column("crop_jpeg", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("id", name="pk_sightings"),
    )
    op.create_index("ix_sightings_seen_at", "sightings", ["seen_at"])
    op.create_index("ix_sightings_verdict_seen_at", "sightings", ["verdict", "seen_at"])
    op.create_table(
        "punches",
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("utc_offset_s", sa.Integer(), nullable=False),
        sa.Column("direction", _WORD, nullable=False),
        sa.Column("source", _WORD, nullable=False),
        sa.Column("site_id", _ID, nullable=False),
        sa.Column("camera_id", _ID, nullable=False),
        sa.Column("sighting_id", _ID, nullable=False),
        sa.Column("score", _NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_punches"),
        sa.UniqueConstraint("sighting_id", name="uq_punches_sighting_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_punches_person_id_people"),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name="fk_punches_site_id_sites"),
        sa.ForeignKeyConstraint(["camera_id"], ["cameras.id"], name="fk_punches_camera_id_cameras"),
        sa.ForeignKeyConstraint(["sighting_id"], ["sightings.id"], name="fk_punches_sighting_id_sightings"),
    )
    op.create_index("ix_punches_at", "punches", ["at"])
    op.create_index("ix_punches_person_id_at", "punches", ["person_id", "at"])


def _keep_punches() -> None:
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER punches_no_{event.lower()} BEFORE {event} ON punches"
            " BEGIN SELECT RAISE(ABORT, 'punches are append-only'); END"
        )
