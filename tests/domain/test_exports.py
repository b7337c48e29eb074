from datetime import timedelta

from faceattend.domain.exports import Change, PersonFigures, differences


def figures(number: str, days: int, hours: float) -> PersonFigures:
    return PersonFigures(number, days, timedelta(hours=hours))


def test_what_changed_who_came_and_who_went_are_told_in_the_order_of_the_later_report() -> None:
    before = [figures("1", 5, 40), figures("2", 5, 40), figures("4", 1, 8)]
    after = [figures("3", 2, 16), figures("2", 4, 31.5), figures("1", 5, 40)]
    found = differences(before, after)
    assert [(each.number, each.change, each.days, each.worked) for each in found] == [
        ("3", Change.NEW, 2, timedelta(hours=16)),
        ("2", Change.CHANGED, -1, timedelta(hours=-8.5)),
        ("4", Change.GONE, -1, timedelta(hours=-8)),
    ]
    assert (found[1].before, found[1].after) == (before[1], after[1])


def test_equal_reports_differ_in_nobody() -> None:
    same = [figures("1", 5, 40), figures("2", 0, 0)]
    assert differences(same, reversed(same)) == ()


def test_a_second_is_a_difference() -> None:
    found = differences([figures("1", 5, 40)], [PersonFigures("1", 5, timedelta(hours=40, seconds=1))])
    assert [each.worked for each in found] == [timedelta(seconds=1)]
