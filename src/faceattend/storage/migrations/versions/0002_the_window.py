"""What the window needs: names to search and sort by, punches by hand, answers to unsure sightings, exports made.

Column types are written out: what this step does must not change when the code's own types do. The key of a name is
made by the rule of this step, written out for the same reason.
"""

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ID = sa.LargeBinary(16)
_WORD = sa.String(16)
_NUMBER: sa.Double[float] = sa.Double()
_ROWS_AT_ONCE = 10_000


def upgrade() -> None:
    """Change the tables."""
    _name_keys("people")
    _name_keys("groups")
    op.create_index("ix_people_name_key_id", "people", ["name_key", "id"])
    with op.batch_alter_table("photos", recreate="never") as photos:
        photos.add_column(sa.Column("pose", _WORD))
        photos.add_column(sa.Column("score", _NUMBER))
    op.create_index("ix_photos_person_id_set_aside", "photos", ["person_id", "set_aside"])
    with op.batch_alter_table("cameras", recreate="never") as cameras:
        cameras.add_column(sa.Column("removed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.drop_index("ix_sightings_seen_at", "sightings")
    op.create_index("ix_sightings_seen_at_revises", "sightings", ["seen_at", "revises"])
    op.create_index("ix_sightings_person_id_seen_at", "sightings", ["person_id", "seen_at"])
    _punches_by_hand()
    _answers()
    _exports()


def _name_keys(table: str) -> None:
    op.add_column(table, sa.Column("name_key", sa.String(), nullable=False, server_default=""))
    connection = op.get_bind()
    rows = sa.table(table, sa.column("id"), sa.column("name"), sa.column("name_key"))
    change = sa.update(rows).where(rows.c.id == sa.bindparam("row")).values(name_key=sa.bindparam("key"))
    stored = connection.execute(sa.select(rows.c.id, rows.c.name)).all()
    for start in range(0, len(stored), _ROWS_AT_ONCE):
        batch = stored[start : start + _ROWS_AT_ONCE]
        connection.execute(change, [{"row": row.id, "key": _key(row.name)} for row in batch])


def _key(name: str) -> str:
    bare = (each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return unicodedata.normalize("NFKC", "".join(bare).casefold()).strip()


def _punches_by_hand() -> None:
    """Let a punch rest on a person's word: without camera, sighting and score, with a reason and who gave it."""
    for event in ("update", "delete"):
        op.execute(f"DROP TRIGGER punches_no_{event}")
    op.execute("ALTER TABLE punches RENAME TO punches_0001")
    op.execute("DROP INDEX ix_punches_at")
    op.execute("DROP INDEX ix_punches_person_id_at")
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
        sa.Column("camera_id", _ID),
        sa.Column("sighting_id", _ID),
        sa.Column("score", _NUMBER),
        sa.Column("reason", sa.String()),
        sa.Column("made_by", sa.String()),
        sa.PrimaryKeyConstraint("id", name="pk_punches"),
        sa.UniqueConstraint("sighting_id", name="uq_punches_sighting_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_punches_person_id_people"),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name="fk_punches_site_id_sites"),
        sa.ForeignKeyConstraint(["camera_id"], ["cameras.id"], name="fk_punches_camera_id_cameras"),
        sa.ForeignKeyConstraint(["sighting_id"], ["sightings.id"], name="fk_punches_sighting_id_sightings"),
    )
    kept = "id, person_id, at, zone, utc_offset_s, direction, source, site_id, camera_id, sighting_id, score"
    op.execute(f"INSERT INTO punches ({kept}) SELECT {kept} FROM punches_0001")  # noqa: S608 - names of this file
    op.drop_table("punches_0001")
    op.create_index("ix_punches_at", "punches", ["at"])
    op.create_index("ix_punches_person_id_at", "punches", ["person_id", "at"])
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER punches_no_{event.lower()} BEFORE {event} ON punches"
            " BEGIN SELECT RAISE(ABORT, 'punches are append-only'); END"
        )


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("id", _ID, nullable=False),
        sa.Column("sighting_id", _ID, nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=False),
        sa.Column("answered_by", sa.String(), nullable=False),
        sa.Column("kind", _WORD, nullable=False),
        sa.Column("person_id", _ID),
        sa.PrimaryKeyConstraint("id", name="pk_answers"),
        sa.ForeignKeyConstraint(["sighting_id"], ["sightings.id"], name="fk_answers_sighting_id_sightings"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_answers_person_id_people"),
    )
    op.create_index("ix_answers_sighting_id", "answers", ["sighting_id"])


def _exports() -> None:
    op.create_table(
        "exports",
        sa.Column("id", _ID, nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("punches", sa.Integer(), nullable=False),
        sa.Column("worked_s", _NUMBER, nullable=False),
        sa.Column("rows", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_exports"),
    )
    op.create_index("ix_exports_made_at", "exports", ["made_at"])
