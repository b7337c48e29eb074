"""Punches by hand: a person's word for what no camera saw, with a reason, beside what the cameras saw."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfoNotFoundError

from faceattend.config.settings import AttendanceSettings
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.attendance import Direction, Punch, PunchSource
from faceattend.domain.cameras import Site
from faceattend.domain.clock import instants_of, offset_at
from faceattend.domain.errors import UNSTORED, BadInput, CloseToAnother, NotFound, SettingsError
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person
from faceattend.domain.said import Phrase, said
from faceattend.storage.database import Database, Work

SHORTEST_REASON = 3


@dataclass(frozen=True, slots=True)
class ManualPunch:
    """A punch that somebody says happened.

    Attributes:
        person_id: who.
        site_id: where.
        local: naive wall-clock time there.
        direction: in or out.
        reason: why it is made by hand; SHORTEST_REASON characters at least.
        second: of a time that clocks showed twice that night, whether the second is meant; None if nobody was asked.
        although_close: a person has confirmed that it happened although another punch lies within the cool-down.
    """

    person_id: UUID
    site_id: UUID
    local: datetime
    direction: Direction
    reason: str
    second: bool | None = None
    although_close: bool = False


class PunchingService:
    """Adds punches by hand; what is stored is never changed.

    Nobody adds a punch for themselves: once users are people of the institution (sign-in), this is where that is
    refused. Until then the acting user is no person whose attendance is kept.

    May be used by several threads.
    """

    def __init__(self, database: Database, settings: AttendanceSettings) -> None:
        self._database = database
        self._settings = settings

    def add(self, actor: Actor, wanted: ManualPunch, now: datetime | None = None) -> Punch:
        """Store a punch by hand.

        Args:
            actor: the acting user, whose name is kept with it.
            wanted: what happened.
            now: aware; nothing later is taken. None for the present.

        Raises:
            PermissionDenied: the actor may not add punches.
            NotFound: the person or the site is not stored.
            BadInput: no reason, a time to come, one that the clocks skipped or showed twice, or a day on which the
                person does not belong to the institution.
            CloseToAnother: another punch lies within the cool-down, and nobody has confirmed that both happened.
            SettingsError: this machine does not know the site's time zone.
            StorageError: it could not be stored.
        """
        require(actor, Permission.ADD_PUNCHES)
        reason = _checked_reason(wanted.reason)
        with self._database.transaction() as work:
            person, site = _person(work, wanted.person_id), _site(work, wanted.site_id)
            at = _instant(wanted, site)
            _refuse_future(at, now or datetime.now(UTC))
            _refuse_inactive(person, wanted.local)
            if not wanted.although_close:
                self._refuse_close(work, person, site, at)
            punch = Punch(
                id=new_id(),
                person_id=person.id,
                at=at,
                zone=site.zone,
                utc_offset=offset_at(at, site.zone),
                direction=wanted.direction,
                source=PunchSource.MANUAL,
                site_id=site.id,
                camera_id=None,
                sighting_id=None,
                score=None,
                reason=reason,
                made_by=actor.name,
            )
            work.punches.add(punch)
            return punch

    def _refuse_close(self, work: Work, person: Person, site: Site, at: datetime) -> None:
        cool_down = self._settings.cool_down
        near = work.punches.around(person.id, at - cool_down, at + cool_down)
        close = [each for each in near if each.site_id == site.id and abs(each.at - at) < cool_down]
        if close:
            other = min(close, key=lambda each: abs(each.at - at))
            raise CloseToAnother(
                _there_already(person, other),
                means=said(
                    "Attendance", "The two lie closer together than the {minutes:g} minutes of a passage."
                ).format(minutes=cool_down.total_seconds() / 60),
                remedy=said("Attendance", "Add it all the same if both happened."),
            )


def _there_already(person: Person, other: Punch) -> Phrase:
    if other.direction is Direction.IN:
        return said("Attendance", "{name} has a punch in at {time:%H:%M:%S} already.").format(
            name=person.name, time=other.local
        )
    return said("Attendance", "{name} has a punch out at {time:%H:%M:%S} already.").format(
        name=person.name, time=other.local
    )


def _checked_reason(text: str) -> str:
    reason = " ".join(text.split())
    if len(reason) < SHORTEST_REASON:
        raise BadInput(
            said("Attendance", "A punch by hand needs a reason."),
            means=UNSTORED,
            remedy=said("Attendance", "Write in a few words what happened; it stays with the punch."),
        )
    return reason


def _person(work: Work, person_id: UUID) -> Person:
    person = work.people.get(person_id)
    if person is None:
        raise NotFound(said("Attendance", "This person is not stored any more."), means=UNSTORED)
    return person


def _site(work: Work, site_id: UUID) -> Site:
    found = [site for site in work.sites.list() if site.id == site_id]
    if not found:
        raise NotFound(said("Attendance", "This site is not stored any more."), means=UNSTORED)
    return found[0]


def _instant(wanted: ManualPunch, site: Site) -> datetime:
    try:
        instants = instants_of(wanted.local, site.zone)
    except (ZoneInfoNotFoundError, ValueError) as error:  # ValueError: not a name at all
        raise SettingsError(
            said("Attendance", "This machine does not know {zone!r}, the time zone of the site {site}.").format(
                zone=site.zone, site=site.name
            ),
            means=UNSTORED,
            remedy=said("Attendance", "Install the time zone database (the package tzdata)."),
        ) from error
    shown = said("Attendance", "{time:%H:%M} on {time:%Y-%m-%d}").format(time=wanted.local)
    if not instants:
        raise BadInput(
            said("Attendance", "There was no {shown} at {site}: the clocks were set forward past it.").format(
                shown=shown, site=site.name
            ),
            means=UNSTORED,
            remedy=said("Attendance", "Give the time that the clock on the wall showed."),
        )
    if len(instants) > 1 and wanted.second is None:
        raise BadInput(
            said("Attendance", "{shown} happened twice at {site}: the clocks were set back.").format(
                shown=shown, site=site.name
            ),
            means=UNSTORED,
            remedy=said("Attendance", "Say whether the first or the second is meant."),
        )
    return max(instants) if wanted.second else min(instants)


def _refuse_future(at: datetime, now: datetime) -> None:
    if at > now:
        raise BadInput(
            said("Attendance", "This time is still to come."),
            means=UNSTORED,
            remedy=said("Attendance", "A punch is added when it has happened."),
        )


def _refuse_inactive(person: Person, local: datetime) -> None:
    if not person.active_on(local.date()):
        raise BadInput(
            said("Attendance", "{name} does not belong to the institution on {day:%Y-%m-%d}.").format(
                name=person.name, day=local
            ),
            means=UNSTORED,
            remedy=said("Attendance", "Correct the day, or the person’s first and last day."),
        )
