import pytest

from faceattend.workers.busyness import Busyness, Load


def worked(busyness: Busyness, seconds: float, *, share: float, per_s: float, start: float = 100.0) -> None:
    """Work so many seconds, in one piece per frame."""
    for number in range(int(seconds * per_s) + 1):
        began = start + number / per_s
        busyness.worked(began, began + share / per_s, 1)


def test_nothing_is_told_before_it_was_measured_for_a_while():
    busyness = Busyness()
    worked(busyness, 4, share=0.5, per_s=10)
    assert busyness.load is None


def test_share_and_rate_are_those_of_late():
    busyness = Busyness()
    worked(busyness, 20, share=0.9, per_s=10)
    worked(busyness, 60, share=0.2, per_s=40, start=120)
    assert busyness.load is not None
    assert busyness.load.share == pytest.approx(0.2, abs=0.03)
    assert busyness.load.frames_per_s == pytest.approx(40, rel=0.05)


@pytest.mark.parametrize(
    ("load", "demanded", "room"),
    [
        (Load(0.17, 40.0), 39.0, 16),  # 200 a second are possible at 85 %
        (Load(0.85, 40.0), 40.0, 0),
        (Load(1.0, 30.0), 40.0, 0),
        (Load(0.0, 0.0), 0.0, 0),
    ],
)
def test_room_is_what_is_left_at_the_present_pace(load: Load, demanded: float, room: int):
    assert load.room_for(demanded, 10.0) == room
