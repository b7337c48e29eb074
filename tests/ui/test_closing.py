import pytest
from pytestqt.qtbot import QtBot

from faceattend.ui.closing import ClosingSheet
from faceattend.ui.widgets.prose import Prose

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

REPORT, PEOPLE = "The report a.xlsx is being written.", "The people of b.csv are being imported."


@pytest.mark.parametrize(
    ("works", "lines"),
    [
        ((REPORT,), [REPORT]),
        (("",), ["A change that was just made is being stored."]),
        (("", "", ""), ["3 changes that were just made are being stored."]),
        ((REPORT, "", PEOPLE, REPORT), [REPORT, PEOPLE, "A change that was just made is being stored."]),
    ],
)
def test_what_is_under_way_is_said_once_each(works: tuple[str, ...], lines: list[str], qtbot: QtBot):
    sheet = ClosingSheet(works, None)
    qtbot.addWidget(sheet)
    said = [words for each in sheet.findChildren(Prose) if (words := each.plain())]
    assert said[: len(lines)] == lines
    assert said[-1].startswith("Cancelling keeps what is stored")
