import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceattend.domain.coaching import (
    PAUSE_S,
    RESTLESS_LOOKS,
    STEADY_FRAMES,
    WANTED,
    Advice,
    Glance,
    Hint,
    Session,
    Speech,
    dropped,
    fault,
    pose_seen,
    see,
    speak,
    taken,
)
from faceattend.domain.people import Pose
from faceattend.domain.vision import QualityReason

POSED = {
    Pose.FRONT: Glance(1),
    Pose.LEFT: Glance(1, yaw=25),
    Pose.RIGHT: Glance(1, yaw=-25),
    Pose.UP: Glance(1, pitch=-18),
    Pose.DOWN: Glance(1, pitch=18),
}


def shown(session: Session, glance: Glance, times: int, start_s: float, every_s: float = 0.1) -> list[Pose | None]:
    released: list[Pose | None] = []
    for index in range(times):
        advice = see(session, glance, start_s + index * every_s)
        session = advice.session
        released.append(advice.release)
    return released


def test_somebody_who_follows_the_hints_is_done_with_five_photos():
    session, released, now, hints = Session(), [], 0.0, []
    while session.wanted is not None and now < 60:
        advice = see(session, POSED[session.wanted], now)
        session, now = advice.session, now + 0.1
        if advice.release:
            released.append(advice.release)
            hints.append(advice.hint)
    assert tuple(released) == WANTED
    assert hints == [Hint.TURN_RIGHT, Hint.TURN_LEFT, Hint.LIFT, Hint.LOWER, Hint.DONE]
    assert now < 5


def test_the_shutter_waits_for_a_steady_face():
    assert shown(Session(), Glance(1), STEADY_FRAMES, 0.0) == [*[None] * (STEADY_FRAMES - 1), Pose.FRONT]


def test_one_poor_frame_begins_the_count_again():
    session = Session()
    for glance in (Glance(1), Glance(1), Glance(1, reasons=(QualityReason.BLURRED,)), Glance(1), Glance(1)):
        advice = see(session, glance, 0.0)
        session = advice.session
        assert advice.release is None


def test_two_photos_are_never_closer_together_than_the_pause():
    session = taken(Session(), Pose.FRONT, 10.0, Glance(1))
    released = shown(session, POSED[Pose.RIGHT], 20, 10.0)
    first = released.index(Pose.RIGHT)
    assert first * 0.1 >= PAUSE_S - 1e-9


@pytest.mark.parametrize(
    ("glance", "hint"),
    [
        (Glance(0), Hint.NOBODY),
        (Glance(2), Hint.SEVERAL),
        (Glance(1, reasons=(QualityReason.TOO_SMALL, QualityReason.BLURRED)), Hint.CLOSER),
        (Glance(1, reasons=(QualityReason.TOO_DARK, QualityReason.BLURRED)), Hint.MORE_LIGHT),
        (Glance(1, reasons=(QualityReason.UNCERTAIN,)), Hint.UNCOVER),
        (Glance(1, yaw=30), Hint.LOOK_AHEAD),
        (Glance(1), Hint.STAY),
    ],
)
def test_the_first_photo_is_coached(glance: Glance, hint: Hint):
    assert see(Session(), glance, 0.0).hint is hint


@pytest.mark.parametrize("reason", list(QualityReason))
def test_every_fault_has_a_hint_and_takes_no_photo(reason: QualityReason):
    for _ in range(STEADY_FRAMES):
        advice = see(Session(steady=STEADY_FRAMES), Glance(1, reasons=(reason,)), 0.0)
        assert advice.release is None
        assert advice.hint not in {Hint.STAY, Hint.DONE}


def test_too_far_a_turn_is_said_so():
    session = Session(frozenset({Pose.FRONT}))
    assert see(session, Glance(1, yaw=-60), 0.0).hint is Hint.TURN_LESS
    assert see(session, Glance(1, yaw=40), 0.0).hint is Hint.TURN_RIGHT


def test_a_photo_thrown_away_is_asked_for_again():
    session = Session(frozenset(WANTED), released_s=1.0)
    assert session.wanted is None
    assert dropped(session, Pose.LEFT).wanted is Pose.LEFT


@pytest.mark.parametrize("rest", [(0.0, 0.0), (8.0, 12.0), (-9.0, -10.0)])
def test_turns_are_counted_from_the_face_at_rest(rest: tuple[float, float]):
    """Five landmarks say of some faces that they look down while they look ahead (docs/adr/0004)."""
    session = taken(Session(), Pose.FRONT, 0.0, Glance(1, *rest))
    at_rest = Glance(1, *rest)
    while session.wanted is not None:
        assert see(session, at_rest, 10.0).hint not in {Hint.STAY, Hint.TURN_LESS}
        posed = POSED[session.wanted]
        turned = Glance(1, posed.yaw + rest[0], posed.pitch + rest[1])
        assert see(session, turned, 10.0).hint is Hint.STAY
        assert pose_seen(session, turned) is session.wanted
        session = taken(session, session.wanted, 0.0, turned)
    assert session.rest == rest


def said(hints: list[Hint], begin: Hint = Hint.NOBODY) -> list[Hint]:
    speech, heard = Speech(begin, begin), []
    for hint in hints:
        speech = speak(speech, Advice(Session(), hint))
        heard.append(speech.hint)
    return heard


def test_a_hint_is_said_when_it_comes_again():
    assert said([Hint.CLOSER, Hint.CLOSER]) == [Hint.NOBODY, Hint.CLOSER]


def test_a_hint_that_flashes_by_is_not_said():
    assert said([Hint.HOLD_STILL, Hint.NOBODY, Hint.HOLD_STILL, Hint.NOBODY]) == [Hint.NOBODY] * 4


def test_hints_that_take_turns_are_said_after_a_while_all_the_same():
    turns = [Hint.HOLD_STILL, Hint.CLOSER] * RESTLESS_LOOKS
    heard = said(turns)
    assert heard[RESTLESS_LOOKS - 2] is Hint.NOBODY
    assert heard[RESTLESS_LOOKS - 1] in {Hint.HOLD_STILL, Hint.CLOSER}


def test_after_a_photo_the_next_pose_is_asked_for_at_once():
    advice = Advice(Session(), Hint.TURN_RIGHT, release=Pose.FRONT)
    assert speak(Speech(Hint.STAY), advice).hint is Hint.TURN_RIGHT


def test_a_photo_by_hand_asks_for_one_good_face_and_for_no_pose():
    assert fault(Glance(1, yaw=60)) is None
    assert fault(Glance(2)) is Hint.SEVERAL
    assert fault(Glance(1, reasons=(QualityReason.TOO_DARK,))) is Hint.MORE_LIGHT


def test_a_photo_by_hand_is_of_the_pose_asked_for_where_it_is_reached_and_else_of_what_is_seen():
    wants_up = Session(frozenset({Pose.FRONT, Pose.LEFT, Pose.RIGHT}))
    assert pose_seen(wants_up, Glance(1, pitch=-12)) is Pose.UP  # by itself it would still pass as the front
    assert pose_seen(wants_up, Glance(1, pitch=-5)) is Pose.FRONT
    assert pose_seen(wants_up, Glance(1, yaw=30)) is Pose.LEFT
    assert pose_seen(Session(frozenset(WANTED)), Glance(1, pitch=20)) is Pose.DOWN


glances = st.builds(
    Glance,
    faces=st.integers(0, 3),
    yaw=st.floats(-90, 90),
    pitch=st.floats(-90, 90),
    reasons=st.lists(st.sampled_from(list(QualityReason)), max_size=2).map(tuple),
)


@given(st.lists(glances, max_size=80))
def test_whatever_is_seen_only_good_frames_of_the_wanted_pose_are_taken_once(seen: list[Glance]):
    session, before = Session(), frozenset[Pose]()
    for index, glance in enumerate(seen):
        wanted = session.wanted
        advice = see(session, glance, index * 0.3)
        if advice.release is not None:
            assert advice.release is wanted
            assert glance.faces == 1
            assert not glance.reasons
        assert advice.session.taken == before | ({advice.release} - {None})
        session, before = advice.session, advice.session.taken
