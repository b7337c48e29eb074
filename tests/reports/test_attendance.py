import random
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts import BERLIN, a_camera, a_punch, instant

from faceattend import __version__
from faceattend.domain.attendance import Direction, Punch
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person
from faceattend.domain.timesheets import work_days
from faceattend.reports.attendance import Attendance, gather, in_order
from faceattend.reports.attendance_sheets import Making, lay_out
from faceattend.reports.table import CellKind, ReportTable

Range = tuple[date, date]

ADA, BOB, EVE = (
    Person(UUID(int=3), "0042", "Ada", group="Lab"),
    Person(UUID(int=2), "0007", "=1+1"),
    Person(UUID(int=1), "A1", "Eve"),
)
EVERYONE = [ADA, BOB, EVE]
DOOR = a_camera(name="Door")
LONG_AFTER = datetime(2026, 12, 24, tzinfo=UTC)


def punch(who: Person, local: str, direction: str, zone: str = BERLIN.zone, fold: int = 0) -> Punch:
    return a_punch(
        person_id=who.id,
        at=instant(local, zone, fold),
        zone=zone,
        direction=Direction(direction),
        site_id=BERLIN.id,
        camera_id=DOOR.id,
        score=0.8765,
    )


def table_of(attendance: Attendance) -> ReportTable:
    return lay_out(attendance, [DOOR], [BERLIN], Making(datetime(2026, 4, 1, 9, 30, 1, 5, UTC), "tester"))


def rows(table: ReportTable, title: str) -> list[dict[str, object]]:
    sheet = next(sheet for sheet in table.sheets if sheet.title == title)
    titles = [column.title for column in sheet.columns]
    return [dict(zip(titles, row, strict=True)) for row in sheet.rows]


def totals(table: ReportTable) -> dict[object, object]:
    return {row["Item"]: row["Value"] for row in rows(table, "Totals")}


def test_a_month_is_laid_out_in_four_sheets(march: Range) -> None:
    punches = [
        punch(ADA, "2026-03-09T08:00:10.5", "in"),
        punch(ADA, "2026-03-09T16:30:10.5", "out"),
        punch(ADA, "2026-03-10T09:00", "in"),
        punch(BOB, "2026-03-09T10:00", "in"),
        punch(BOB, "2026-03-09T12:00", "out"),
    ]
    table = table_of(gather(*march, EVERYONE, punches, LONG_AFTER))
    assert table.main_sheet.title == "Summary"
    assert table.title == "Attendance 2026-03-01 to 2026-03-31"
    assert rows(table, "Summary") == [
        {
            "Number": "0007",
            "Name": "=1+1",
            "Group": None,
            "Days present": 1,
            "Hours": timedelta(hours=2),
            "Days to check": 0,
        },
        {
            "Number": "0042",
            "Name": "Ada",
            "Group": "Lab",
            "Days present": 2,
            "Hours": timedelta(hours=8, minutes=30),
            "Days to check": 1,
        },
        {
            "Number": "A1",
            "Name": "Eve",
            "Group": None,
            "Days present": 0,
            "Hours": timedelta(0),
            "Days to check": 0,
        },
    ]
    days = rows(table, "Days")
    assert [(day["Number"], day["Date"]) for day in days] == [
        ("0007", date(2026, 3, 9)),
        ("0042", date(2026, 3, 9)),
        ("0042", date(2026, 3, 10)),
    ]
    assert days[1] == {
        "Number": "0042",
        "Name": "Ada",
        "Group": "Lab",
        "Date": date(2026, 3, 9),
        "First in": time(8, 0, 10),
        "Last out": time(16, 30, 10),
        "Hours": timedelta(hours=8, minutes=30),
        "Punches": 2,
        "Note": "",
    }
    assert (days[2]["Last out"], days[2]["Note"]) == (None, "came in, exit missing")
    assert rows(table, "Punches")[3] == {
        "Number": "0042",
        "Name": "Ada",
        "Date": date(2026, 3, 9),
        "Time": time(16, 30, 10),
        "Direction": "out",
        "Site": "Berlin",
        "Camera": "Door",
        "Match": 0.88,
        "Zone": "Europe/Berlin",
        "UTC offset": "UTC+01:00",
        "Source": "camera",
        "Reason": None,
        "Made by": None,
    }
    assert totals(table) == {
        "From": date(2026, 3, 1),
        "To": date(2026, 3, 31),
        "People": 3,
        "Days": 3,
        "Hours": timedelta(hours=10, minutes=30),
        "Punches": 5,
        "Days to check": 1,
        "Still inside": 0,
        "Reported on": "everyone",
        "Made at (UTC)": datetime.combine(date(2026, 4, 1), time(9, 30, 1)),
        "Made by": "tester",
        "Program": f"FaceAttend {__version__}",
    }


def test_punches_within_a_minute_can_be_told_apart(march: Range) -> None:
    table = table_of(gather(*march, EVERYONE, [], LONG_AFTER))
    kinds = {
        (sheet.title, column.title): column.kind
        for sheet in table.sheets
        for column in sheet.columns
        if column.kind in (CellKind.TIME, CellKind.CLOCK)
    }
    assert kinds == {
        ("Days", "First in"): CellKind.TIME,
        ("Days", "Last out"): CellKind.TIME,
        ("Punches", "Time"): CellKind.CLOCK,
    }


def test_every_cell_is_of_its_columns_kind(march: Range) -> None:
    punches = [punch(ADA, "2026-03-09T08:00", "in"), punch(ADA, "2026-03-09T16:30", "out")]
    types = {
        CellKind.TEXT: str,
        CellKind.INTEGER: int,
        CellKind.NUMBER: float,
        CellKind.HOURS: timedelta,
        CellKind.DATE: date,
        CellKind.TIME: time,
        CellKind.CLOCK: time,
        CellKind.DATETIME: datetime,
        CellKind.ANY: object,
    }
    for sheet in table_of(gather(*march, EVERYONE, punches, LONG_AFTER)).sheets:
        for row in sheet.rows:
            for column, cell in zip(sheet.columns, row, strict=True):
                assert cell is None or isinstance(cell, types[column.kind])


def test_who_is_inside_is_said_in_words_and_is_no_day_to_check(march: Range) -> None:
    punches = [
        punch(ADA, "2026-03-31T07:00", "in"),
        punch(ADA, "2026-03-31T08:00", "out"),
        punch(ADA, "2026-03-31T08:02:30", "in"),
        punch(BOB, "2026-03-31T08:05", "in"),
        punch(EVE, "2026-03-30T08:00", "in"),
    ]
    found = gather(*march, EVERYONE, punches, instant("2026-03-31T08:30"))
    table = table_of(found)
    days = rows(table, "Days")
    assert [(day["Number"], day["Last out"], day["Hours"], day["Note"]) for day in days] == [
        ("0007", None, timedelta(0), "inside since 08:05, not counted yet"),
        ("0042", time(8), timedelta(hours=1), "inside since 08:02, not counted yet"),
        ("A1", None, timedelta(0), "came in, exit missing"),
    ]
    assert [row["Days to check"] for row in rows(table, "Summary")] == [0, 0, 1]
    assert [(sheet.title, list(sheet.to_check)) for sheet in table.sheets[:2]] == [("Summary", [2]), ("Days", [2])]
    control = totals(table)
    assert (control["Days to check"], control["Still inside"]) == (1, 2)
    assert (
        control["Not complete"] == "2 people were inside when this was made; the hours since they came are not counted"
    )


def test_one_person_inside_is_not_people(march: Range) -> None:
    found = gather(*march, [ADA], [punch(ADA, "2026-03-31T08:00", "in")], instant("2026-03-31T08:30"))
    assert str(totals(table_of(found))["Not complete"]).startswith("1 person was inside")


def test_a_night_shift_over_the_first_midnight_belongs_to_the_day_before(march: Range) -> None:
    night = [punch(ADA, "2026-02-28T22:00", "in"), punch(ADA, "2026-03-01T06:00", "out")]
    found = gather(*march, [ADA], night, LONG_AFTER)
    assert (found.days, found.punches) == ((), ())


def test_a_night_shift_over_the_last_midnight_is_whole_and_says_so(march: Range) -> None:
    night = [punch(ADA, "2026-03-31T22:00", "in"), punch(ADA, "2026-04-01T06:00", "out")]
    found = gather(*march, [ADA], night, LONG_AFTER)
    assert found.worked == timedelta(hours=8)
    assert found.punches == tuple(night)
    day = rows(table_of(found), "Days")[0]
    assert (day["Last out"], day["Note"]) == (time(6), "last out on 2026-04-01")


def test_clock_changes_do_not_change_hours_and_the_repeated_hour_is_told_apart() -> None:
    range_ = date(2026, 10, 24), date(2026, 10, 25)
    night = [
        punch(ADA, "2026-10-24T22:00", "in"),
        punch(ADA, "2026-10-25T02:30", "out", fold=0),
        punch(ADA, "2026-10-25T02:30", "in", fold=1),
        punch(ADA, "2026-10-25T06:00", "out"),
    ]
    found = gather(*range_, [ADA], night, LONG_AFTER)
    assert found.worked == timedelta(hours=8)
    shown = [(row["Time"], row["UTC offset"]) for row in rows(table_of(found), "Punches")]
    assert shown[1:3] == [(time(2, 30), "UTC+02:00"), (time(2, 30), "UTC+01:00")]


@pytest.mark.parametrize(
    ("zone", "shown"),
    [("Asia/Kathmandu", "UTC+05:45"), ("America/St_Johns", "UTC-03:30"), ("UTC", "UTC+00:00")],
)
def test_offsets_of_any_zone(march: Range, zone: str, shown: str) -> None:
    punches = [punch(ADA, "2026-03-01T00:05", "in", zone=zone)]
    found = gather(*march, [ADA], punches, LONG_AFTER)
    row = rows(table_of(found), "Punches")[0]
    assert (row["UTC offset"], row["Date"]) == (shown, date(2026, 3, 1))


def test_people_who_had_left_or_not_come_yet_are_only_listed_with_punches(march: Range) -> None:
    left = Person(UUID(int=11), "1", "Left", active_to=date(2026, 2, 28))
    late = Person(UUID(int=12), "2", "Late", active_from=date(2026, 4, 1))
    leaving = Person(UUID(int=13), "3", "Leaving", active_to=date(2026, 3, 1))
    joining = Person(UUID(int=14), "4", "Joining", active_from=date(2026, 3, 31))
    ghost = Person(UUID(int=15), "5", "Ghost", active_to=date(2026, 2, 1))
    punches = [punch(ghost, "2026-03-05T08:00", "in")]
    found = gather(*march, [left, late, leaving, joining, ghost], punches, LONG_AFTER)
    assert [person.name for person in found.people] == ["Leaving", "Joining", "Ghost"]


def test_numbers_are_ordered_as_people_read_them(march: Range) -> None:
    numbers = ["A10", "10", "9", "A9", "009", "B", "10a", "²", "1" * 5000]
    people = [Person(new_id(), number, number) for number in numbers]
    found = gather(*march, people, [], LONG_AFTER)
    assert [person.number for person in found.people] == ["009", "9", "10", "10a", "1" * 5000, "A9", "A10", "B", "²"]


def test_a_great_many_are_in_order_too() -> None:
    people = [Person(new_id(), f"E-{number}", "Somebody") for number in range(5001)]
    random.Random(7).shuffle(people)
    assert [person.number for person in in_order(people)] == [f"E-{number}" for number in range(5001)]


def test_nobody_and_nothing_make_an_empty_report(march: Range) -> None:
    table = table_of(gather(*march, [], [], LONG_AFTER))
    assert [len(sheet.rows) for sheet in table.sheets[:3]] == [0, 0, 0]
    assert (totals(table)["People"], totals(table)["Hours"]) == (0, timedelta(0))


STEPS = st.lists(
    st.tuples(
        st.sampled_from([ADA, BOB]), st.integers(1, 40 * 60), st.sampled_from(Direction), st.sampled_from([-5, 0, 9])
    ),
    max_size=40,
)


def walked(steps: list[tuple[Person, int, Direction, int]]) -> list[Punch]:
    """Punches one after another, each so many minutes after the last, at sites of several zones."""
    at = datetime(2026, 2, 20, tzinfo=UTC)
    found: list[Punch] = []
    for person, minutes, direction, hours in steps:
        at += timedelta(minutes=minutes)
        here = {"site_id": BERLIN.id, "camera_id": DOOR.id}
        found.append(
            a_punch(person_id=person.id, at=at, direction=direction, utc_offset=timedelta(hours=hours), **here)
        )
    return found


@given(steps=STEPS, seed=st.integers(0, 5))
def test_the_days_of_a_range_are_those_of_the_whole_history(
    steps: list[tuple[Person, int, Direction, int]], seed: int
) -> None:
    punches = walked(steps)
    first, last = date(2026, 2, 24), date(2026, 3, 5)
    whole = [day for day in work_days(punches, LONG_AFTER) if first <= day.day <= last]
    random.Random(seed).shuffle(punches)
    found = gather(first, last, EVERYONE, punches, LONG_AFTER)
    assert sorted(found.days, key=lambda day: (day.person_id, day.day)) == whole
    assert len(found.punches) == sum(day.punches for day in found.days)


@given(steps=STEPS)
def test_control_totals_are_the_sums_of_every_sheet(steps: list[tuple[Person, int, Direction, int]]) -> None:
    punches = walked(steps)
    table = table_of(gather(date(2026, 2, 20), date(2026, 3, 31), EVERYONE, punches, LONG_AFTER))
    control = totals(table)
    summary, days = rows(table, "Summary"), rows(table, "Days")
    assert control["People"] == len(summary)
    assert control["Days"] == len(days) == sum(row["Days present"] for row in summary)
    assert control["Punches"] == len(rows(table, "Punches")) == sum(row["Punches"] for row in days)
    for sheet in (summary, days):
        assert sum((row["Hours"] for row in sheet), timedelta(0)) == control["Hours"]
    assert control["Days to check"] == sum(row["Days to check"] for row in summary)
