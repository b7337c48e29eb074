from datetime import UTC, datetime, timedelta

import pytest
from tests.facts import NOON, a_person

from faceattend.domain.attendance import Direction, PunchSource
from faceattend.domain.directory import ListedPerson, Passage, PersonIds, ShownPhoto
from faceattend.domain.ids import new_id


def test_ids_are_a_sequence_of_uuids():
    ids = [new_id() for _ in range(5)]
    lazy = PersonIds(each.bytes for each in ids)
    assert list(lazy) == ids
    assert (lazy[-1], len(lazy), list(lazy[1:3])) == (ids[-1], 5, ids[1:3])
    assert isinstance(lazy[1:3], PersonIds)
    assert ids[2] in lazy
    assert new_id() not in lazy
    assert "no id" not in lazy
    with pytest.raises(IndexError):
        lazy[5]


def test_a_person_is_found_in_the_order_or_not_at_all():
    ids = [new_id() for _ in range(3)]
    lazy = PersonIds(each.bytes for each in ids)
    assert [lazy.find(each) for each in ids] == [0, 1, 2]
    assert lazy.find(new_id()) == -1
    assert PersonIds().find(ids[0]) == -1


@pytest.mark.parametrize(
    ("at", "offset_h", "now", "same"),
    [
        ("2026-03-02T23:30", 1, "2026-03-03T00:10", True),  # both on the 3rd by the site's clock
        ("2026-03-02T22:30", 1, "2026-03-02T23:30", False),
        ("2026-03-02T08:00", -5, "2026-03-03T04:59", True),
        ("2026-03-02T08:00", -5, "2026-03-03T05:00", False),
    ],
)
def test_today_is_the_day_of_the_sites_clock(at: str, offset_h: int, now: str, same: bool):  # noqa: FBT001 - as parametrised
    instant = datetime.fromisoformat(at).replace(tzinfo=UTC)
    passage = Passage(instant, timedelta(hours=offset_h), Direction.IN, PunchSource.CAMERA, "Door")
    assert passage.same_day(datetime.fromisoformat(now).replace(tzinfo=UTC)) == same


def test_faces_stay_out_of_what_is_logged():
    assert "face" not in repr(ListedPerson(a_person(), thumbnail=b"face"))
    assert "face" not in repr(ShownPhoto(new_id(), NOON, b"face"))
