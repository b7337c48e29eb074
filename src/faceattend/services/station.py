"""One installation's services, opened together over one data folder."""

from dataclasses import dataclass

from faceattend.config import logs, secrets, settings
from faceattend.config.paths import Home
from faceattend.config.settings import Settings
from faceattend.services.attendance import AttendanceService
from faceattend.services.cameras import CameraService
from faceattend.services.models import ModelService
from faceattend.services.people import PeopleService
from faceattend.services.reports import ReportService
from faceattend.storage.cipher import Cipher
from faceattend.storage.database import Database
from faceattend.storage.spool import Spool


@dataclass(frozen=True, slots=True, eq=False)
class Station:
    """Everything one installation can do.

    Attributes:
        home: its data folder.
        settings: as read when it was opened.
        database: open until :meth:`close`.
        spool: sightings waiting for the database.
        models, people, cameras, attendance, reports: the services.
    """

    home: Home
    settings: Settings
    database: Database
    spool: Spool
    models: ModelService
    people: PeopleService
    cameras: CameraService
    attendance: AttendanceService
    reports: ReportService

    def close(self) -> None:
        """Let go of the database; may be called twice."""
        self.database.close()


def open_station(home: Home) -> Station:
    """Open the data folder, making it when it is new, and build the services over it.

    Raises:
        SettingsError: settings.toml cannot be used.
        SecretError: the encryption key cannot be had, or is another one.
        StorageError: the folder or the database cannot be used.
    """
    home.create()
    logs.configure(home.logs)
    chosen = settings.load(home.settings)
    key = secrets.master_key(home)
    database = Database.open(home, key)
    models = ModelService(home, chosen.recognition, database)
    return Station(
        home=home,
        settings=chosen,
        database=database,
        spool=Spool(home.spool, Cipher(key)),
        models=models,
        people=PeopleService(database, models),
        cameras=CameraService(database),
        attendance=AttendanceService(database, chosen.attendance),
        reports=ReportService(database),
    )
