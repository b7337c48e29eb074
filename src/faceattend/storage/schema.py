"""Brings the database's schema up to date: one process at a time, after a copy, whole or not at all."""

import logging
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from faceattend.config.paths import Home
from faceattend.domain.errors import SchemaTooNew, StorageDamaged
from faceattend.domain.said import said
from faceattend.storage.connections import open_engine, reading
from faceattend.storage.faults import file_faults

HEAD = "0003"
"""The newest migration; known here so that a start without pending ones need not load Alembic."""

MIGRATIONS = Path(__file__).with_name("migrations")
KEPT_BACKUPS = 5
_PATIENCE = timedelta(minutes=2)  # another process may be migrating a large database

_log = logging.getLogger(__name__)


def bring_up_to_date(home: Home, *, head: str = HEAD, migrations: Path = MIGRATIONS) -> None:
    """Run the pending migrations, all in one transaction, after copying an existing database to the back-ups.

    The transaction's write lock also makes a second process that starts at the same time wait, then find nothing to do.

    Args:
        home: whose database file exists, if only empty.
        head: the newest migration.
        migrations: folder of the Alembic environment.

    Raises:
        SchemaTooNew: a newer FaceAttend wrote the database; it was left as it is.
        StorageDamaged: it is another program's database, or the migrated data do not hold together.
    """
    engine = open_engine(home.database, _PATIENCE, migrating=True)
    try:
        with reading(engine).connect() as connection:
            if revision_of(connection) == head:
                return
        with engine.begin() as connection:
            current = revision_of(connection)
            if current != head:
                _migrate(connection, home, current, head, migrations)
    finally:
        engine.dispose()


def revision_of(connection: Connection) -> str | None:
    """Return the schema's revision; None for a database without tables.

    Raises:
        StorageDamaged: it is another program's database.
    """
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    if not tables:
        return None
    found = None
    if "alembic_version" in tables and "punches" in tables:
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if not isinstance(found, str):
        raise StorageDamaged(
            said("Storage", "The database file belongs to another program."),
            means=said("Storage", "It was left as it is."),
            remedy=said("Storage", "Choose another folder."),
        )
    return found


def _migrate(connection: Connection, home: Home, current: str | None, head: str, migrations: Path) -> None:
    from faceattend.storage.migrations.run import knows, upgrade  # noqa: PLC0415 - Alembic takes long to load

    if current is not None and not knows(migrations, current):
        raise SchemaTooNew(
            said(
                "Storage",
                "The database in {folder} was written by a newer FaceAttend (schema {current}, known here: {head}).",
            ).format(folder=home.root, current=current, head=head),
            means=said("Storage", "It was left as it is."),
            remedy=said("Storage", "Update FaceAttend on this machine, or choose another folder."),
        )
    if current is not None:
        back_up(home, current)
    _log.info("migrating the database from %s to %s", current or "nothing", head)
    upgrade(connection, migrations, head)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise StorageDamaged(
            said("Storage", "The database does not hold together after its migration."),
            means=said("Storage", "The migration was undone."),
            remedy=said("Storage", "Please report this, with the log file."),
        )


def back_up(home: Home, revision: str) -> Path:
    """Copy the database, as its last commit left it, into the back-ups; keep the newest KEPT_BACKUPS.

    Args:
        home: whose database.
        revision: of its schema, for the name.

    Returns:
        The copy, readable by this user only. Biometric fields are encrypted in it as in the original.

    Raises:
        StorageFull, StorageReadOnly: the copy cannot be made.
    """
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}-{revision}.db"
    copy = home.backups / name
    part = copy.with_suffix(".part")
    with file_faults(home.backups):
        home.backups.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            _copy(home.database, part)
            part.replace(copy)
        finally:
            part.unlink(missing_ok=True)
        for outdated in sorted(home.backups.glob("*.db"))[:-KEPT_BACKUPS]:
            outdated.unlink(missing_ok=True)
    return copy


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
        original.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing left beside it
