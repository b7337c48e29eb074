from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextLayout

from faceattend.domain.errors import FaceAttendError
from faceattend.ui import fonts
from faceattend.ui.fonts import TextRole, font

pytestmark = pytest.mark.gui


@pytest.mark.parametrize("weight", [400, 500, 600])
def test_all_digits_are_equally_wide(weight: int):
    metrics = QFontMetricsF(font(TextRole.BODY, weight))

    assert len({metrics.horizontalAdvance(digit * 8) for digit in "0123456789"}) == 1


@pytest.mark.parametrize(("weight", "name"), [(400, "Regular"), (500, "Medium"), (600, "SemiBold")])
def test_each_weight_has_a_cut_of_its_own(weight: int, name: str):
    found = QFontInfo(font(TextRole.BODY, weight))

    assert found.family() == "Inter"
    assert found.styleName() == name


@pytest.mark.parametrize("role", TextRole)
def test_lines_have_room_for_their_letters(role: TextRole):
    assert font(role).pixelSize() == role.size
    assert QFontMetricsF(font(role)).height() <= role.line


@pytest.mark.parametrize("name", ["Wiśniewski", "Nguyễn Thị Hoa", "Анна Ковальчук", "Σοφία Παππά", "Ayşe"])
def test_inter_itself_has_the_letters(name: str):
    text = QTextLayout(name, font())
    text.beginLayout()
    text.createLine()
    text.endLayout()

    assert {run.rawFont().familyName() for run in text.glyphRuns()} == {"Inter"}
    assert all(glyph for run in text.glyphRuns() for glyph in run.glyphIndexes())  # 0 is the empty box


def test_a_missing_file_is_said_and_not_replaced_in_silence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fonts, "resource", tmp_path.joinpath)

    with pytest.raises(FaceAttendError, match=r"Inter-Regular\.ttf") as told:
        fonts.load.__wrapped__()
    assert told.value.remedy


def test_a_hyphen_in_a_name_is_no_figure():
    plain, tabular = QFont(font()), font()
    plain.unsetFeature(QFont.Tag("tnum"))

    assert QFontMetricsF(tabular).horizontalAdvance("-()") == QFontMetricsF(plain).horizontalAdvance("-()")
    assert QFontMetricsF(tabular).horizontalAdvance("11") > QFontMetricsF(plain).horizontalAdvance("11")
