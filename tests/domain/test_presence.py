from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts import BERLIN, NOON, a_camera, a_punch, a_sighting, instant

from faceattend.domain.attendance import Direction, Punch, PunchSource
from faceattend.domain.cameras import Camera, CameraRole, Site
from faceattend.domain.ids import new_id
from faceattend.domain.presence import DEFAULT_COOL_DOWN, LONGEST_PRESENCE, Said, punch_decided, punch_for
from faceattend.domain.vision import Verdict

MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)
CAMERA = a_camera()
ADA = new_id()
SPANS = st.timedeltas(timedelta(hours=-48), timedelta(hours=48))


def decide(
    at: datetime, punches: list[Punch], camera: Camera = CAMERA, cool_down: timedelta = DEFAULT_COOL_DOWN
) -> Punch | None:
    return punch_for(a_sighting(person_id=ADA, camera_id=camera.id, seen_at=at), camera, punches, cool_down)


def earlier(at: datetime, direction: Direction = Direction.IN, **changes: object) -> Punch:
    return a_punch(person_id=ADA, at=at, direction=direction, **changes)


def test_a_known_face_makes_a_punch_that_tells_all():
    sighting = a_sighting(person_id=ADA, camera_id=CAMERA.id, score=0.66)
    punch = punch_for(sighting, CAMERA, [], DEFAULT_COOL_DOWN)
    assert punch is not None
    assert (punch.person_id, punch.at, punch.score) == (ADA, NOON, 0.66)
    assert (punch.site_id, punch.camera_id, punch.sighting_id) == (BERLIN.id, CAMERA.id, sighting.id)
    assert (punch.zone, punch.utc_offset) == ("Europe/Berlin", timedelta(hours=1))
    assert punch.id.version == 7


@pytest.mark.parametrize("verdict", [Verdict.UNSURE, Verdict.UNKNOWN])
def test_an_uncertain_face_makes_none(verdict: Verdict):
    assert punch_for(a_sighting(verdict=verdict, person_id=ADA), CAMERA, [], DEFAULT_COOL_DOWN) is None


def test_a_known_face_without_a_person_makes_none():
    nameless = a_sighting(verdict=Verdict.KNOWN, person_id=None)
    assert punch_for(nameless, CAMERA, [], DEFAULT_COOL_DOWN) is None


@given(span=SPANS)
def test_the_cool_down_works_both_ways_and_ends_sharply(span: timedelta):
    punched = decide(NOON, [earlier(NOON + span)])
    assert (punched is None) == (abs(span) < DEFAULT_COOL_DOWN)


@given(span=SPANS)
def test_the_cool_down_of_one_site_is_not_that_of_another(span: timedelta):
    assert decide(NOON, [earlier(NOON + span, site_id=new_id())]) is not None


def test_without_a_cool_down_every_pass_counts():
    assert decide(NOON, [earlier(NOON)], cool_down=timedelta(0)) is not None


@pytest.mark.parametrize(("role", "direction"), [(CameraRole.ENTRY, Direction.IN), (CameraRole.EXIT, Direction.OUT)])
@given(spans=st.lists(st.tuples(SPANS, st.sampled_from(Direction)), max_size=5))
def test_a_one_way_camera_always_says_its_own(
    role: CameraRole, direction: Direction, spans: list[tuple[timedelta, Direction]]
):
    punches = [earlier(NOON + span, which) for span, which in spans]
    punch = decide(NOON, punches, a_camera(role=role), timedelta(0))
    assert punch is not None
    assert punch.direction is direction


@given(gaps=st.lists(st.timedeltas(DEFAULT_COOL_DOWN, LONGEST_PRESENCE), min_size=1, max_size=12))
def test_a_two_way_camera_alternates(gaps: list[timedelta]):
    at, punches = NOON, []
    for gap in gaps:
        at += gap
        punch = decide(at, punches)
        assert punch is not None
        punches.append(punch)
    assert [p.direction for p in punches] == [Direction.OUT if n % 2 else Direction.IN for n in range(len(punches))]


@given(span=st.timedeltas(MINUTE * 6, timedelta(hours=48)))
def test_a_two_way_camera_forgets_an_entry_whose_exit_was_missed(span: timedelta):
    punch = decide(NOON, [earlier(NOON - span)])
    assert punch is not None
    assert punch.direction is (Direction.OUT if span <= LONGEST_PRESENCE else Direction.IN)


def test_a_two_way_camera_does_not_look_into_the_future():
    punch = decide(NOON, [earlier(NOON + 10 * MINUTE)])
    assert punch is not None
    assert punch.direction is Direction.IN


def test_the_order_of_the_punches_does_not_matter():
    punches = [earlier(NOON - 30 * MINUTE, Direction.OUT), earlier(NOON - 60 * MINUTE, Direction.IN)]
    for order in (punches, punches[::-1]):
        punch = decide(NOON, order)
        assert punch is not None
        assert punch.direction is Direction.IN


@pytest.mark.parametrize(
    ("local", "fold", "hours"),
    [
        ("2026-03-29T01:59:59", 0, 1),
        ("2026-03-29T03:00:00", 0, 2),
        ("2026-10-25T02:30:00", 0, 2),
        ("2026-10-25T02:30:00", 1, 1),
    ],
)
def test_the_offset_is_that_of_the_instant_when_the_clocks_change(local: str, fold: int, hours: int):
    punch = decide(instant(local, fold=fold), [])
    assert punch is not None
    assert punch.utc_offset == timedelta(hours=hours)
    assert punch.local == datetime.fromisoformat(local)


@given(
    at=st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)),  # noqa: DTZ001 - made aware below
    zone=st.sampled_from(
        ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "UTC"]
    ),
)
def test_local_time_is_what_a_clock_on_the_wall_says(at: datetime, zone: str):
    there = instant(at.isoformat(), zone)
    punch = decide(there, [], a_camera(site=Site(new_id(), "there", zone)))
    assert punch is not None
    # A wall-clock time that the spring change skips is none; all others come back.
    assert punch.local == at or instant(punch.local.isoformat(), zone) == there


@pytest.mark.parametrize("verdict", list(Verdict))
def test_what_a_person_decides_makes_a_punch_whatever_the_camera_thought(verdict: Verdict):
    bob = new_id()
    sighting = a_sighting(verdict=verdict, person_id=ADA, score=0.4, runner_up_id=bob, runner_up_score=0.38)
    for who, score in ((ADA, 0.4), (bob, 0.38), (new_id(), None)):
        punch = punch_decided(sighting, Said(who, "Amara"), CAMERA, [], DEFAULT_COOL_DOWN)
        assert punch is not None
        assert (punch.person_id, punch.score, punch.made_by) == (who, score, "Amara")
        assert (punch.source, punch.sighting_id, punch.at) == (PunchSource.DECISION, sighting.id, NOON)


@given(span=SPANS, direction=st.sampled_from(Direction))
def test_a_decided_punch_follows_the_rules_of_a_known_face(span: timedelta, direction: Direction):
    sighting = a_sighting(person_id=ADA, camera_id=CAMERA.id)
    punches = [earlier(NOON + span, direction)]
    known = punch_for(sighting, CAMERA, punches, DEFAULT_COOL_DOWN)
    decided = punch_decided(sighting, Said(ADA, "Amara"), CAMERA, punches, DEFAULT_COOL_DOWN)
    assert (known is None) == (decided is None)
    if known is not None and decided is not None:
        assert (known.direction, known.utc_offset, known.zone) == (decided.direction, decided.utc_offset, decided.zone)
