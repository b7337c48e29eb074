"""The database of one home: opened, used by transaction, closed."""

import os
import stat
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Self

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from faceattend.config.paths import Home
from faceattend.domain.errors import StorageDamaged
from faceattend.domain.said import Phrase, said
from faceattend.storage.answers import AnswersRepository
from faceattend.storage.cameras import CamerasRepository
from faceattend.storage.cipher import Cipher
from faceattend.storage.connections import open_engine, reading
from faceattend.storage.directory import DirectoryRepository
from faceattend.storage.exports import ExportsRepository
from faceattend.storage.faces import FacesRepository
from faceattend.storage.faults import database_faults, file_faults
from faceattend.storage.feed import FeedRepository
from faceattend.storage.people import PeopleRepository
from faceattend.storage.punches import PunchesRepository
from faceattend.storage.rosters import RostersRepository
from faceattend.storage.schema import bring_up_to_date, revision_of
from faceattend.storage.sightings import SightingsRepository
from faceattend.storage.sites import SitesRepository
from faceattend.storage.tables import MetaRow, PersonRow, PunchRow, SightingRow
from faceattend.storage.types import bind_cipher

BUSY_TIMEOUT = timedelta(seconds=5)
_KEY_CHECK = "key check"


@dataclass(frozen=True, slots=True)
class Work:
    """What can be done within one transaction: a repository for each noun."""

    sites: SitesRepository
    cameras: CamerasRepository
    people: PeopleRepository
    directory: DirectoryRepository
    faces: FacesRepository
    sightings: SightingsRepository
    answers: AnswersRepository
    feed: FeedRepository
    punches: PunchesRepository
    exports: ExportsRepository
    rosters: RostersRepository

    @classmethod
    def within(cls, session: Session) -> Self:
        """Offer all repositories over one session."""
        return cls(
            sites=SitesRepository(session),
            cameras=CamerasRepository(session),
            people=PeopleRepository(session),
            directory=DirectoryRepository(session),
            faces=FacesRepository(session),
            sightings=SightingsRepository(session),
            answers=AnswersRepository(session),
            feed=FeedRepository(session),
            punches=PunchesRepository(session),
            exports=ExportsRepository(session),
            rosters=RostersRepository(session),
        )


class Database:
    """An open database. May be used by several threads; each transaction belongs to one.

    Opened with :meth:`open`.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path

    @classmethod
    def open(cls, home: Home, key: bytes, *, busy_timeout: timedelta = BUSY_TIMEOUT) -> Self:
        """Open the home's database; make it when there is none; migrate it when it is of an older version.

        Args:
            home: made when absent.
            key: 32 bytes, the one that its data are encrypted with.
            busy_timeout: how long a transaction waits for that of another process.

        Raises:
            WrongKey: the database was made with another key.
            SchemaTooNew: a newer FaceAttend wrote it.
            StorageFull, StorageReadOnly, StorageBusy, StorageDamaged: the disk or the file is at fault.
        """
        home.create()
        _make_private(home.database)
        with database_faults(home.database):
            bring_up_to_date(home)
        engine = open_engine(home.database, busy_timeout)
        bind_cipher(engine, Cipher(key))
        database = cls(engine, home.database)
        try:
            database._check_key()
        except BaseException:
            database.close()
            raise
        return database

    @contextmanager
    def transaction(self) -> Generator[Work]:
        """Do all of the block or nothing; it is committed at the block's end, durably.

        Raises:
            AlreadyExists, NotFound: what is stored does not allow it.
            StorageFull, StorageReadOnly, StorageBusy, StorageDamaged: the disk or the file is at fault.
        """
        with database_faults(self._path), Session(self._engine) as session, session.begin():
            yield Work.within(session)

    @contextmanager
    def reading(self) -> Generator[Work]:
        """Read one consistent state, whatever is written meanwhile; writing within the block is refused.

        Raises:
            StorageBusy, StorageDamaged: the file is at fault.
        """
        with database_faults(self._path), self._reading() as session:
            yield Work.within(session)

    def check(self) -> Phrase:
        """Check the file's structure and describe it.

        Raises:
            StorageDamaged: the structure is damaged.
        """
        with database_faults(self._path), self._reading() as session:
            connection = session.connection()
            verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
            if verdict != "ok":
                raise StorageDamaged(
                    said("Storage", "{path} is damaged: {verdict}.").format(path=self._path, verdict=verdict),
                    means=said("Storage", "It was left as it is; what is still readable stays readable."),
                    remedy=said("Storage", "Check the disk, and put back a copy if you have one."),
                )
            people, sightings, punches = (
                session.scalar(select(func.count()).select_from(table)) for table in (PersonRow, SightingRow, PunchRow)
            )
            size = connection.exec_driver_sql(
                "SELECT page_count * page_size / 1e6 FROM pragma_page_count, pragma_page_size"
            ).scalar()
            return said(
                "Storage",
                "sound; schema {schema}; {people} people, {sightings} sightings, {punches} punches; {megabytes:.1f} MB",
            ).format(
                schema=revision_of(connection), people=people, sightings=sightings, punches=punches, megabytes=size
            )

    def close(self) -> None:
        """Let go of the file; may be called twice."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Generator[Session]:
        with Session(reading(self._engine)) as session:
            yield session

    def _check_key(self) -> None:
        """Read back a value that only the right key opens; write it where it is missing yet."""
        with database_faults(self._path), self._reading() as session:
            if session.get(MetaRow, _KEY_CHECK) is not None:
                return
        with database_faults(self._path), Session(self._engine) as session, session.begin():
            if session.get(MetaRow, _KEY_CHECK) is None:  # else another process was faster
                session.add(MetaRow(key=_KEY_CHECK, value=_KEY_CHECK.encode()))


def _make_private(path: Path) -> None:
    """Make the file, or an existing one's mode, so that other users of the machine cannot read it.

    SQLite gives its companions (-wal, -shm) the same mode.
    """
    with file_faults(path):
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
            path.chmod(0o600)
