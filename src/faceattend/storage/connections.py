"""How the SQLite file is opened: durable, concurrent, strict."""

from datetime import timedelta
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

_ALWAYS = (
    "synchronous = FULL",  # a commit is on the disk: a punch that was shown survives a power cut
    "recursive_triggers = ON",  # else INSERT OR REPLACE would slip past the triggers that keep punches
    "secure_delete = ON",  # erased means overwritten
    "temp_store = MEMORY",  # no copies of rows in other folders
)
_IN_USE = (
    "foreign_keys = ON",
    "journal_mode = WAL",  # readers and the one writer do not wait for each other
)
_MIGRATING = ("foreign_keys = OFF",)  # a table that is rebuilt is gone for a moment; the journal mode stays as found


def open_engine(path: Path, busy_timeout: timedelta, *, migrating: bool = False) -> Engine:
    """Prepare connections to the file; none is made yet.

    Args:
        path: of the database.
        busy_timeout: how long to wait for another process's transaction.
        migrating: whether for looking at the schema and changing it, not yet for use.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": busy_timeout.total_seconds(), "isolation_level": None},
    )

    def on_connect(connection: SqliteConnection, _entry: ConnectionPoolEntry) -> None:
        for pragma in _ALWAYS + (_MIGRATING if migrating else _IN_USE):
            connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", _begin)
    return engine


def reading(engine: Engine) -> Engine:
    """Return the same engine, its transactions fit for reading only: one snapshot, no lock, writing refused."""
    return engine.execution_options(faceattend_reading=True)


def _begin(connection: Connection) -> None:
    """Begin as told by the engine's options, since Python's sqlite3 would begin late and without a write lock.

    A transaction that reads first and then writes fails at once if another one wrote in between; IMMEDIATE takes the
    write lock at the start, so that it waits its turn instead.
    """
    only_reading = connection.get_execution_options().get("faceattend_reading", False)
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if only_reading else 'OFF'}")
    connection.exec_driver_sql("BEGIN" if only_reading else "BEGIN IMMEDIATE")
