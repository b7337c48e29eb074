"""How the SQLite file is opened: durable, concurrent, strict."""

import time
from datetime import timedelta
from pathlib import Path
from sqlite3 import SQLITE_BUSY, OperationalError
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

_ALWAYS = (
    "synchronous = FULL",  # a commit is on the disk: a punch that was shown survives a power cut
    "recursive_triggers = ON",  # else INSERT OR REPLACE would slip past the triggers that keep punches
    "secure_delete = ON",  # erased means overwritten
    "temp_store = MEMORY",  # no copies of rows in other folders
)
_PRIMARY_CODE = 0xFF  # https://sqlite.org/rescode.html: the extended code's low byte


def open_engine(path: Path, busy_timeout: timedelta, *, migrating: bool = False) -> Engine:
    """Prepare connections to the file; none is made yet.

    Args:
        path: of the database.
        busy_timeout: how long to wait for another process's transaction.
        migrating: for looking at the schema and changing it: a foreign key may then point nowhere for a moment (while
            its table is rebuilt), and a file that may be another program's keeps its journal mode.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": busy_timeout.total_seconds(), "isolation_level": None},
    )

    def on_connect(connection: SqliteConnection, _entry: ConnectionPoolEntry) -> None:
        for pragma in (*_ALWAYS, f"foreign_keys = {'OFF' if migrating else 'ON'}"):
            connection.execute(f"PRAGMA {pragma}")
        if not migrating:
            _use_write_ahead_log(connection, busy_timeout)

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", _begin)
    return engine


def _use_write_ahead_log(connection: SqliteConnection, patience: timedelta) -> None:
    """Switch to the mode in which readers and the one writer do not wait for each other; the file then stays in it.

    Of two processes that switch a fresh file at once SQLite turns one away without waiting, lest they wait for each
    other for ever; that one tries again.
    """
    deadline = time.monotonic() + patience.total_seconds()
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except OperationalError as error:
            if error.sqlite_errorcode & _PRIMARY_CODE != SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


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
