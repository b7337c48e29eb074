from datetime import date
from uuid import UUID

import pytest

from faceattend.services.report_query import ReportQuery

OCTOBER = date(2026, 10, 1), date(2026, 10, 31)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        (ReportQuery(*OCTOBER), "FaceAttend-attendance-2026-10.xlsx"),
        (ReportQuery(date(2026, 12, 1), date(2026, 12, 31)), "FaceAttend-attendance-2026-12.xlsx"),
        (ReportQuery(date(2028, 2, 1), date(2028, 2, 29)), "FaceAttend-attendance-2028-02.xlsx"),
        (ReportQuery(date(2026, 9, 1), date(2026, 10, 31)), "FaceAttend-attendance-2026-09-01-to-2026-10-31.xlsx"),
        (ReportQuery(date(2026, 10, 5), date(2026, 10, 5)), "FaceAttend-attendance-2026-10-05.xlsx"),
        (ReportQuery(*OCTOBER, group="Class 10B"), "FaceAttend-attendance-Class-10B-2026-10.xlsx"),
        (ReportQuery(*OCTOBER, group='../a\\b: "c"?'), "FaceAttend-attendance-a-b-c-2026-10.xlsx"),
        (ReportQuery(*OCTOBER, group="المبيعات"), "FaceAttend-attendance-المبيعات-2026-10.xlsx"),
        (ReportQuery(*OCTOBER, people=frozenset({UUID(int=1)})), "FaceAttend-attendance-chosen-2026-10.xlsx"),
    ],
)
def test_the_file_is_named_after_what_it_holds(query: ReportQuery, name: str) -> None:
    assert query.file_name(".xlsx") == name


def test_equal_choices_have_equal_scopes_and_others_do_not() -> None:
    one, two = UUID(int=1), UUID(int=2)
    choices = [
        ReportQuery(*OCTOBER),
        ReportQuery(*OCTOBER, group="IT"),
        ReportQuery(*OCTOBER, group="it"),
        ReportQuery(*OCTOBER, people=frozenset({one})),
        ReportQuery(*OCTOBER, people=frozenset({one, two})),
    ]
    assert len({each.scope for each in choices}) == len(choices)
    assert ReportQuery(*OCTOBER, people=frozenset([two, one])).scope == choices[-1].scope
    assert ReportQuery(date(2026, 1, 1), date(2026, 1, 2), group="IT").scope == choices[1].scope
