import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from tests.storage.conftest import OpenDatabase

from faceattend.config.paths import Home
from faceattend.domain.errors import SchemaTooNew, StorageDamaged
from faceattend.storage.connections import open_engine
from faceattend.storage.database import Database
from faceattend.storage.schema import HEAD, KEPT_BACKUPS, MIGRATIONS, back_up, bring_up_to_date
from faceattend.storage.tables import Row

NEXT = "9999"
ADA = """SELECT people.id, number, people.name, kind, group_id, active_from, active_to, groups.id, groups.name,
parent_id FROM people JOIN groups ON groups.id = group_id"""
ADDING_A_COLUMN = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "9999", "{head}"
def upgrade():
    with op.batch_alter_table("people", recreate="always") as people:
        people.add_column(sa.Column("badge", sa.String(), nullable=False, server_default="none"))
"""
FAILING_HALFWAY = """
from alembic import op
revision, down_revision = "9999", "{head}"
def upgrade():
    op.drop_table("templates")
    op.execute("DELETE FROM people")
    op.execute("SELECT nonsense FROM nowhere")
"""
BREAKING_REFERENCES = """
from alembic import op
revision, down_revision = "9999", "{head}"
def upgrade():
    op.execute("DELETE FROM groups")
"""


@pytest.fixture
def engine(home: Home) -> Iterator[Engine]:
    made = open_engine(home.database, timedelta(seconds=1))
    yield made
    made.dispose()


@pytest.fixture
def filled(home: Home, open_database: OpenDatabase) -> Home:
    """A home of the newest schema with some rows in it."""
    open_database().close()
    add_rows(home)
    return home


def add_rows(home: Home) -> None:
    """Add a person and a group as every schema knows them."""
    with closing(sqlite3.connect(home.database)) as raw, raw:
        raw.execute("INSERT INTO groups (id, name) VALUES (zeroblob(16), 'Science')")
        raw.execute(
            "INSERT INTO people (id, number, name, kind, group_id)"
            " VALUES (zeroblob(16), '7', 'Ada', 'student', zeroblob(16))"
        )


def one_step_on(tmp_path: Path, step: str) -> Path:
    """The migrations, with one more behind the newest."""
    folder = shutil.copytree(MIGRATIONS, tmp_path / "migrations", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9999_next.py").write_text(step.format(head=HEAD))
    return folder


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute(query).fetchall()


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "newline")
    return ScriptDirectory.from_config(config)


def test_the_migrations_make_exactly_the_tables(database: Database, engine: Engine):
    database.close()
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Row.metadata) == []


def test_the_newest_migration_is_the_one_the_program_asks_for():
    assert scripts().get_heads() == [HEAD]


@pytest.mark.parametrize("earlier", [step.revision for step in scripts().walk_revisions()])
def test_rows_of_every_earlier_schema_arrive_at_the_newest(home: Home, open_database: OpenDatabase, earlier: str):
    home.create()
    home.database.touch()
    bring_up_to_date(home, head=earlier)
    add_rows(home)
    before = rows(home.database, ADA)
    open_database().close()
    assert rows(home.database, ADA) == before != []
    assert rows(home.database, "SELECT version_num FROM alembic_version") == [(HEAD,)]


def test_a_pending_migration_keeps_the_rows_and_copies_the_database_first(filled: Home, tmp_path: Path):
    bring_up_to_date(filled, head=NEXT, migrations=one_step_on(tmp_path, ADDING_A_COLUMN))
    assert rows(filled.database, "SELECT number, name, badge FROM people") == [("7", "Ada", "none")]
    (copy,) = filled.backups.iterdir()
    assert f"-{HEAD}.db" in copy.name
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert rows(copy, "SELECT number, name FROM people") == [("7", "Ada")]
    assert rows(copy, "SELECT version_num FROM alembic_version") == [(HEAD,)]


def test_nothing_pending_means_no_copy(filled: Home, open_database: OpenDatabase):
    open_database()
    assert not filled.backups.exists()


def test_a_migration_that_fails_halfway_leaves_everything_as_it_was(
    filled: Home, tmp_path: Path, open_database: OpenDatabase
):
    before = rows(filled.database, "SELECT type, name, sql FROM sqlite_master ORDER BY name")
    with pytest.raises(Exception, match="no such table: nowhere"):
        bring_up_to_date(filled, head=NEXT, migrations=one_step_on(tmp_path, FAILING_HALFWAY))
    assert rows(filled.database, "SELECT type, name, sql FROM sqlite_master ORDER BY name") == before
    assert rows(filled.database, "SELECT number FROM people") == [("7",)]
    with open_database().reading() as work:
        assert work.people.by_number("7") is not None


def test_a_migration_that_breaks_references_is_undone(filled: Home, tmp_path: Path):
    with pytest.raises(StorageDamaged, match="does not hold together"):
        bring_up_to_date(filled, head=NEXT, migrations=one_step_on(tmp_path, BREAKING_REFERENCES))
    assert rows(filled.database, "SELECT name FROM groups") == [("Science",)]


def test_a_newer_database_is_politely_refused_and_left_alone(filled: Home, open_database: OpenDatabase):
    with closing(sqlite3.connect(filled.database)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '8888'")
    content = filled.database.read_bytes()
    with pytest.raises(SchemaTooNew, match=f"newer FaceAttend .schema 8888, known here: {HEAD}.*Update FaceAttend"):
        open_database()
    assert filled.database.read_bytes() == content
    assert not filled.backups.exists()


def test_another_program_s_database_is_refused_and_left_alone(home: Home, open_database: OpenDatabase):
    home.create()
    with closing(sqlite3.connect(home.database)) as raw, raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    content = home.database.read_bytes()
    with pytest.raises(StorageDamaged, match="another program"):
        open_database()
    assert home.database.read_bytes() == content


def test_the_newest_copies_are_kept(filled: Home):
    made = [back_up(filled, HEAD) for _ in range(KEPT_BACKUPS + 2)]
    assert sorted(filled.backups.iterdir()) == made[-KEPT_BACKUPS:]


def test_a_copy_holds_what_is_still_in_the_write_ahead_log(filled: Home, open_database: OpenDatabase):
    with open_database().transaction() as work:
        work.sites.get_or_add("Main", "UTC")
    assert rows(back_up(filled, HEAD), "SELECT name FROM sites") == [("Main",)]
