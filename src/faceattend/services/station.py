"""One installation's services, opened together over one data folder."""

from dataclasses import dataclass

from faceattend.config import logs, secrets, settings
from faceattend.config.paths import Home
from faceattend.config.settings import Settings
from faceattend.services.answers import AnswerService
from faceattend.services.attendance import AttendanceService
from faceattend.services.camera_trial import face_meter
from faceattend.services.cameras import CameraService
from faceattend.services.data_folder import DataFolderService
from faceattend.services.directory import DirectoryService
from faceattend.services.enrolment import EnrolmentService
from faceattend.services.feed import FeedService
from faceattend.services.models import ModelService
from faceattend.services.packs import PackService
from faceattend.services.people import PeopleService
from faceattend.services.preferences import PreferenceService
from faceattend.services.punch_evidence import EvidenceService
from faceattend.services.punching import PunchingService
from faceattend.services.reports import ReportService
from faceattend.services.timecards import TimecardService
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
        models, people, directory, enrolment, cameras, attendance, timecards, evidence, punching, feed, answers,
            reports, preferences, packs, data_folder: the services.
    """

    home: Home
    settings: Settings
    database: Database
    spool: Spool
    models: ModelService
    people: PeopleService
    directory: DirectoryService
    enrolment: EnrolmentService
    cameras: CameraService
    attendance: AttendanceService
    timecards: TimecardService
    evidence: EvidenceService
    punching: PunchingService
    feed: FeedService
    answers: AnswerService
    reports: ReportService
    preferences: PreferenceService
    packs: PackService
    data_folder: DataFolderService

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
    people = PeopleService(database, models)
    directory = DirectoryService(database, models)
    spool = Spool(home.spool, Cipher(key))
    return Station(
        home=home,
        settings=chosen,
        database=database,
        spool=spool,
        models=models,
        people=people,
        directory=directory,
        enrolment=EnrolmentService(database, models, people, directory),
        cameras=CameraService(database, meter=face_meter(models)),
        attendance=AttendanceService(database, chosen.attendance),
        timecards=TimecardService(database, directory),
        evidence=EvidenceService(database, models),
        punching=PunchingService(database, chosen.attendance),
        feed=FeedService(database, models),
        answers=AnswerService(database, chosen.attendance, people),
        reports=ReportService(database),
        preferences=PreferenceService(home, chosen, models),
        packs=PackService(home, chosen.recognition.pack),
        data_folder=DataFolderService(home, database, spool),
    )
