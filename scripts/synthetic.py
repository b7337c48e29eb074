"""Homes full of invented people, for screenshots and measurements: drawn faces, random templates, weeks of punches.

Everything follows from a seed and the present moment.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import numpy as np
from drawn import face_jpeg
from sqlalchemy import insert
from sqlalchemy.orm import Session

from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.attendance import Direction, PunchSource
from faceattend.domain.cameras import Camera, CameraRole
from faceattend.domain.ids import new_id
from faceattend.domain.people import PersonKind, Pose, name_key
from faceattend.domain.vision import Verdict
from faceattend.services.cameras import NewCamera
from faceattend.services.station import Station
from faceattend.storage import tables

SITE = "Northgate"
CAMERAS = (
    ("Main entrance", CameraRole.ENTRY),
    ("Reception", CameraRole.BOTH),
    ("Car park door", CameraRole.ENTRY),
    ("Loading bay", CameraRole.BOTH),
    ("North stairs", CameraRole.EXIT),
    ("Canteen door", CameraRole.EXIT),
    ("Main exit", CameraRole.EXIT),
    ("Gate 3", CameraRole.ENTRY),
    ("South stairs", CameraRole.EXIT),
    ("Gym", CameraRole.BOTH),
    ("Block B, east", CameraRole.ENTRY),
    ("Block B, west", CameraRole.EXIT),
    ("Library", CameraRole.BOTH),
    ("Workshop", CameraRole.BOTH),
    ("Bus stop gate", CameraRole.ENTRY),
    ("Staff door", CameraRole.BOTH),
)
_NAMED = (
    ("Анна Ковальчук", "Finance"),
    ("Chinedu Eze", "Logistics"),
    ("Daniel Osei", "Logistics"),
    ("فاطمة الزهراء", "Sales"),
    ("Grace Mensah", "Class 10B"),
    ("Jonas Weber", "IT"),
    ("Leïla Haddad", "Sales"),
    ("Luca Moretti", "Kitchen"),
    ("田中 美咲", "Class 11A"),
    ("Omar Farouk", "Teachers"),
    ("प्रिया शर्मा", "Teachers"),
    ("Rafael Monteiro", "Kitchen"),
    ("Tomasz Wiśniewski", "IT"),
    ("王 伟", "Finance"),
    ("Peter Osei", "Logistics"),
    ("Nguyễn Thị Hoa", "Kitchen"),
    ("José Ángel Ruiz", "Logistics"),
    ("Σοφία Παππά", "Teachers"),
    ("Ayşe Yıldız", "Sales"),  # noqa: RUF001 - her name
    ("דניאל כהן", "IT"),
    ("Wolfeschlegelsteinhausen-Bergerdorff Maximiliane Alexandra", "Finance"),
)
_GIVEN = "Amara Helena Ingrid Mariam Nia Sofia Joy Kofi Lars Mei Noor Olga Pavel Quinn Rosa Sven Tariq Uma Vera Yusuf"
_FAMILY = "Okafor Brandt Larsen Saleh Thompson Marchetti Adeyemi Bauer Chen Dubois Eriksen Fischer Gupta Hansen Ito"
_GROUPS = ("Finance", "Logistics", "Sales", "IT", "Kitchen", "Teachers", "Class 10A", "Class 10B", "Class 11A")
_BATCH = 10_000
_PEOPLE_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to invent.

    Attributes:
        people: how many.
        days: working days of punches before today.
        photos: how many people have drawn photos (the others have a template behind a tiny one).
        cameras: how many of CAMERAS.
        couriers: how many unknown faces wait at the doors, besides the visitor.
    """

    people: int = 60
    days: int = 15
    photos: int = 60
    cameras: int = 6
    couriers: int = 0


def populate(station: Station, plan: Plan, now: datetime, zone: str) -> None:
    """Fill an empty home.

    Args:
        station: opened, empty.
        plan: how much.
        now: aware; nothing is invented behind it.
        zone: IANA name of the site's zone.
    """
    cameras = _cameras(station, plan, zone)
    chance = random.Random(20261123)  # noqa: S311 - invented data
    groups = {name: new_id() for name in _GROUPS}
    people = [new_id() for _ in range(plan.people)]
    with station.database.transaction() as work:
        session: Session = work.people._session  # noqa: SLF001 - rows by the hundred thousand
        _insert(session, tables.GroupRow, _group_rows(groups))
        _insert(session, tables.PersonRow, _person_rows(people, groups))
        contract = station.models.models().contract_id
        _insert(session, tables.PhotoRow, _photo_rows(people, plan, now))
        _insert(session, tables.TemplateRow, _template_rows(session, contract))
        days = _working_days(now.astimezone(ZoneInfo(zone)).date(), plan.days)
        world = _World(cameras, days, now, zone, contract, chance)
        with_crops = now - timedelta(days=13)  # this week and the one before
        for start in range(0, len(people), _PEOPLE_AT_ONCE):
            some = range(start, min(start + _PEOPLE_AT_ONCE, len(people)))
            facts = [fact for number in some for fact in _days_of(number, people[number], world)]
            _insert(session, tables.SightingRow, (_sighting_row(fact, plan, with_crops) for fact in facts))
            _insert(session, tables.PunchRow, (_punch_row(fact) for fact in facts if fact.punch_id))
        waiting = [*_waiting(people, cameras, now, zone, contract), *_couriers(plan, cameras, now, zone, contract)]
        _insert(session, tables.SightingRow, (_sighting_row(fact, plan, with_crops) for fact in waiting))


@dataclass(frozen=True, slots=True)
class _World:
    """What everybody's days have in common."""

    cameras: list[Camera]
    days: list[date]
    now: datetime
    zone: str
    contract: str
    chance: random.Random


@dataclass(frozen=True, slots=True)
class _Fact:
    """One pass: the sighting and, where it counted, the punch."""

    number: int
    person: UUID | None
    camera: Camera
    at: datetime
    zone: str
    direction: Direction
    contract: str
    sighting_id: UUID
    punch_id: UUID | None
    score: float
    verdict: Verdict = Verdict.KNOWN
    runner_up: UUID | None = None
    runner_up_score: float = 0.21


def name_of(number: int) -> tuple[str, str]:
    """Return the name and group of an invented person."""
    if number < len(_NAMED):
        return _NAMED[number]
    given, family = _GIVEN.split(), _FAMILY.split()
    name = f"{given[number % len(given)]} {family[(number // len(given)) % len(family)]}"
    turn = number // (len(given) * len(family))
    return (f"{name} {turn + 1}" if turn else name), _GROUPS[number % len(_GROUPS)]


def _cameras(station: Station, plan: Plan, zone: str) -> list[Camera]:
    return [
        station.cameras.add(
            LOCAL_ADMINISTRATOR,
            NewCamera(name=name, source=f"rtsp://camera-{index}.lan/stream", role=role, site=SITE, zone=zone),
        )
        for index, (name, role) in enumerate(CAMERAS[: plan.cameras], start=1)
    ]


def _insert(session: Session, table: type[Any], rows: Iterator[dict[str, Any]]) -> None:
    while batch := list(islice(rows, _BATCH)):
        session.execute(insert(table.__table__), batch)


def _group_rows(groups: dict[str, UUID]) -> Iterator[dict[str, Any]]:
    for name, group_id in groups.items():
        yield {"id": group_id, "name": name, "name_key": name_key(name), "parent_id": None}


def _person_rows(people: list[UUID], groups: dict[str, UUID]) -> Iterator[dict[str, Any]]:
    for number, person in enumerate(people):
        name, group = name_of(number)
        pupil = group.startswith("Class")
        yield {
            "id": person,
            "number": f"{'S' if pupil else 'E'}-{1000 + number:04d}",
            "name": name,
            "name_key": name_key(name),
            "kind": PersonKind.STUDENT if pupil else PersonKind.EMPLOYEE,
            "group_id": groups[group],
            "active_from": date(2024, 3, 4) + timedelta(days=number % 400),
            "active_to": None,
        }


def _photo_rows(people: list[UUID], plan: Plan, now: datetime) -> Iterator[dict[str, Any]]:
    poses = (Pose.FRONT, Pose.LEFT, Pose.RIGHT, Pose.UP, Pose.DOWN)
    tiny = face_jpeg(0, 48)
    for number, person in enumerate(people):
        drawn = number < plan.photos
        if number in {7, 11}:
            continue  # somebody without a face is on every list
        jpeg = face_jpeg(number) if drawn else tiny
        for index in range(3 + number % 3 if drawn else 1):
            yield {
                "id": new_id(),
                "person_id": person,
                "added_at": now - timedelta(days=90, minutes=number),
                "set_aside": "It does not look like the other photos." if drawn and (number, index) == (2, 4) else None,
                "pose": poses[index],
                "score": 0.93 - 0.14 * index if number % 4 else 0.88,
                "jpeg": jpeg,
            }


def _template_rows(session: Session, contract: str) -> Iterator[dict[str, Any]]:
    chance = np.random.default_rng(7)
    photos = session.execute(
        tables.PhotoRow.__table__.select().with_only_columns(
            tables.PhotoRow.id, tables.PhotoRow.person_id, tables.PhotoRow.set_aside
        )
    ).all()
    centre: dict[UUID, Any] = {}
    for photo_id, person_id, _ in photos:
        if person_id not in centre:
            centre[person_id] = chance.standard_normal(128)
        vector = centre[person_id] + 0.4 * chance.standard_normal(128)
        unit = (vector / np.linalg.norm(vector)).astype("<f4")
        yield {
            "id": new_id(),
            "person_id": person_id,
            "photo_id": photo_id,
            "contract_id": contract,
            "vector": unit.tobytes(),
        }


def _working_days(today: date, count: int) -> list[date]:
    before = (today - timedelta(days=back) for back in range(1, 3 * count + 8))
    working = list(islice((day for day in before if day.weekday() < 5), count))  # noqa: PLR2004 - Saturday
    return [*reversed(working), today]


def _days_of(number: int, person: UUID, world: _World) -> Iterator[_Fact]:
    chance, zone = world.chance, ZoneInfo(world.zone)
    late = 296 if number % 11 == 10 else 0  # noqa: PLR2004 - the late shift, minutes later
    for day in world.days:
        if (number + day.toordinal()) % 23 == 0:
            continue  # not there
        minutes = [7 * 60 + 47 + chance.randrange(14), 12 * 60 + chance.randrange(9), 12 * 60 + 31, 16 * 60 + 30]
        minutes = [minute + late + chance.randrange(5) for minute in minutes]
        passes = list(zip(minutes, (Direction.IN, Direction.OUT, Direction.IN, Direction.OUT), strict=True))
        if (number * 7 + day.toordinal()) % 29 == 0:
            passes = passes[:3]  # no exit seen
        midnight = datetime.combine(day, time(), zone)
        for minute, direction in passes:
            at = (midnight + timedelta(minutes=minute, seconds=chance.randrange(60))).astimezone(UTC)
            if at > world.now:
                continue
            camera = _door(world.cameras, direction, number + minute)
            score = round(0.62 + 0.2 * chance.random(), 3)
            ids = new_id(), new_id()
            yield _Fact(number, person, camera, at, world.zone, direction, world.contract, *ids, score)


def _door(cameras: list[Camera], direction: Direction, turn: int) -> Camera:
    role = CameraRole.ENTRY if direction is Direction.IN else CameraRole.EXIT
    fitting = [camera for camera in cameras if camera.role in {role, CameraRole.BOTH}]
    return fitting[turn % len(fitting)]


def _waiting(people: list[UUID], cameras: list[Camera], now: datetime, zone: str, contract: str) -> list[_Fact]:
    """An unknown visitor and somebody who looks like two people, a moment ago."""
    if not people or not cameras:
        return []
    desk, door = cameras[min(1, len(cameras) - 1)], cameras[-1]
    both = (people[4], people[min(21, len(people) - 1)])
    unsure = _Fact(4, both[0], door, now - timedelta(seconds=16), zone, Direction.OUT, contract, new_id(), None, 0.47,
                   Verdict.UNSURE, both[1], 0.44)  # fmt: skip
    unknown = _Fact(1234, None, desk, now - timedelta(seconds=14), zone, Direction.IN, contract, new_id(), None, 0.22,
                    Verdict.UNKNOWN)  # fmt: skip
    return [unsure, unknown]


def _couriers(plan: Plan, cameras: list[Camera], now: datetime, zone: str, contract: str) -> list[_Fact]:
    """Unknown faces at two doors, a minute after each other, with a pause after every twelve."""
    facts: list[_Fact] = []
    for number in range(plan.couriers):
        minutes = 1 + number + 8 * (number // 12)
        at, camera = now - timedelta(minutes=minutes, seconds=7 * number % 60), cameras[number // 12 % 2]
        facts.append(_Fact(1300 + number % 3, None, camera, at, zone, Direction.IN, contract, new_id(), None, 0.2,
                           Verdict.UNKNOWN))  # fmt: skip
    return facts


_CROPS: dict[int, bytes] = {}


def _sighting_row(fact: _Fact, plan: Plan, with_crops: datetime) -> dict[str, Any]:
    crop = None
    if fact.at >= with_crops and (fact.number < plan.photos or fact.person is None):
        crop = _CROPS.setdefault(fact.number, b"") or face_jpeg(fact.number, 160, probe=True)
        _CROPS[fact.number] = crop
    return {
        "id": fact.sighting_id,
        "camera_id": fact.camera.id,
        "seen_at": fact.at,
        "verdict": fact.verdict,
        "person_id": fact.person,
        "score": fact.score,
        "runner_up_id": fact.runner_up,
        "runner_up_score": fact.runner_up_score,
        "frames": 6,
        "contract_id": fact.contract,
        "revises": None,
        "crop_jpeg": crop,
    }


def _punch_row(fact: _Fact) -> dict[str, Any]:
    offset = fact.at.astimezone(ZoneInfo(fact.zone)).utcoffset() or timedelta(0)
    return {
        "id": fact.punch_id,
        "person_id": fact.person,
        "at": fact.at,
        "zone": fact.zone,
        "utc_offset_s": int(offset.total_seconds()),
        "direction": fact.direction,
        "source": PunchSource.CAMERA,
        "site_id": fact.camera.site.id,
        "camera_id": fact.camera.id,
        "sighting_id": fact.sighting_id,
        "score": fact.score,
        "reason": None,
        "made_by": None,
    }
