"""Every word of the window can be said in another language, and is found by the tool that collects them."""

import ast
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET
from zoneinfo import available_timezones

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)
from tests.ui.views import CAMERAS, PAGES, Stage, dialogs, opened, staged

from faceattend.config.paths import Home
from faceattend.services.station import Station
from faceattend.ui.translation import speak, translate

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

ROOT = Path(__file__).parents[2]
FOUND_BY_LUPDATE = {"tr", "translate"}
DATA = (
    *CAMERAS, "Person", "Sales", "فاطمة الزهراء", "Local administrator", "FaceAttend", "attendance", "xlsx", "csv",
    "Main", "Etc", "UTC", "GMT", "rtsp camera lan", "Excel", "CSV", "Ctrl", "Esc", "Delete", "Enter", "PgDn", "PgUp",
    "Shift", "Space",
)  # fmt: skip
"""What stays as it is in every language: names, files, keys; and the words of the data of these tests."""

IN_THE_FILE = "SheetView 'sheet' header"
"""Shows the very words that the report's file has; the file is English."""

GIVEN = {"message", "question", "licence"}
"""Dialogs whose words come from who opens them: here, from these tests."""

Open = Callable[[Home], Station]


class Brackets(QTranslator):
    """A language that can be told from English, and is a third longer."""

    def translate(self, _context: str, text: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return f"⟦{text}⟧"


@pytest.fixture
def brackets(qapp: QApplication) -> Iterator[None]:
    translator = Brackets(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def stage(brackets: None, home_with_people: Home, open_here: Open) -> Iterator[Stage]:
    assert brackets is None
    with staged(open_here(home_with_people)) as made:
        yield made


ZONES = available_timezones()


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Every text that is seen or read out below a widget, and where it was found."""
    for each in root.findChildren(QWidget):
        if not each.isVisible() or isinstance(each.parent(), QLineEdit):
            continue
        where = f"{type(each).__name__} {each.objectName()!r}"
        for what in (each.toolTip(), each.accessibleName(), each.accessibleDescription()):
            yield where, what
        if isinstance(each, QLabel | QAbstractButton):
            yield where, each.text()
        if isinstance(each, QLineEdit):
            yield where, each.placeholderText()
        if isinstance(each, QComboBox):
            items = (each.itemText(row) for row in range(min(each.count(), 12)))
            yield from ((where, item) for item in items if item not in ZONES)
        if isinstance(each, QTableView) and each.model() is not None:
            model = each.model()
            heads = (model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount()))
            yield from ((f"{where} header", head) for head in heads if isinstance(head, str))


def untranslated(text: str) -> str:
    """The letters of a text that did not come through a translator and are no data."""
    before = ""
    while before != text:
        before, text = text, re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
    text = re.sub(r"<[^>]*>|&\w+;", " ", text)
    locale = QLocale()
    names = [form(n) for n in range(1, 13) for form in (locale.monthName, locale.standaloneMonthName)]
    names += [locale.monthName(n, QLocale.FormatType.ShortFormat) for n in range(1, 13)]
    names += [locale.dayName(n) for n in range(1, 8)] + [
        locale.dayName(n, QLocale.FormatType.ShortFormat) for n in range(1, 8)
    ]
    for word in sorted({*DATA, *names}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", text)
    return " ".join(re.findall(r"[^\W\d_]{2,}", text))


@pytest.mark.models
def test_every_text_of_every_page_and_dialog_goes_through_the_translator(stage: Stage):
    missed = set()
    for key in PAGES:
        stage.open(key)
        missed |= {f"{key}: {where}: {text!r}" for where, text in texts(stage.window) if untranslated(text)}
    for name, make in dialogs(stage).items():
        with opened(stage, make) as dialog:
            own = [] if name in GIVEN else texts(dialog)
            missed |= {f"{name}: {where}: {text!r}" for where, text in own if untranslated(text)}
    missed = {each for each in missed if IN_THE_FILE not in each}
    assert not missed, "\n".join(sorted(missed))


def test_what_is_not_translated_is_noticed():
    assert untranslated("⟦Good photos: ⟦two⟧⟧ Person 1, 12:30") == ""
    assert untranslated("⟦Good photos⟧ and more") == "and more"


def calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in sorted((ROOT / "src/faceattend/ui").rglob("*.py")):
        if "forms" not in path.parts:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and called(node) in FOUND_BY_LUPDATE and len(node.args) in {1, 2}:
                    yield path, node


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def is_text(node: ast.Call) -> bool:
    """Whether it translates; painters translate too, by pixels."""
    return not (isinstance(node.func, ast.Attribute) and "painter" in ast.unparse(node.func))


def test_texts_are_literals_so_that_they_are_found():
    hidden = [
        f"{path.name}:{node.lineno}: {ast.unparse(node)}"
        for path, node in calls()
        if is_text(node) and not all(isinstance(each, ast.Constant) for each in node.args)
    ]
    assert not hidden, "\n".join(hidden)


def test_the_script_collects_every_text_and_makes_what_is_loaded(tmp_path: Path):
    subprocess.run([ROOT / "scripts/translations", "de", tmp_path], check=True, capture_output=True, cwd=ROOT)
    tree = ET.parse(tmp_path / "faceattend_de.ts")  # noqa: S314 - written just now
    found = {source.text for source in tree.iter("source")}
    said = {
        str(node.args[-1].value) for _, node in calls() if is_text(node) and isinstance(node.args[-1], ast.Constant)
    }
    assert said - found == set()
    assert (tmp_path / "faceattend_de.qm").exists()


class TestSpeaking:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """A folder in which Arabic is spoken, a little."""
        (tmp_path / "faceattend_ar.ts").write_text(
            '<?xml version="1.0"?><TS version="2.1" language="ar"><context><name>Pages</name>'
            "<message><source>People</source><translation>الأشخاص</translation></message></context></TS>",
            encoding="utf-8",
        )
        release = ROOT / ".venv/bin/pyside6-lrelease"
        subprocess.run([release, tmp_path / "faceattend_ar.ts"], check=True, capture_output=True)
        return tmp_path

    @pytest.fixture(autouse=True)
    def quiet_again(self, qapp: QApplication) -> Iterator[None]:
        yield
        for each in qapp.findChildren(QTranslator):
            qapp.removeTranslator(each)
            each.setParent(None)
            each.deleteLater()
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def test_a_language_that_is_there_is_spoken_and_read_from_its_side(self, qapp: QApplication, folder: Path):
        assert speak(qapp, QLocale("ar_EG"), folder).language() == QLocale.Language.Arabic
        assert translate("Pages", "People") == "الأشخاص"
        assert translate("Pages", "Reports") == "Reports", "what is not translated yet stays English"
        assert translate("QPlatformTheme", "Cancel") == "ألغِ", "Qt's own words too"
        assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft

    @pytest.mark.parametrize("name", ["de_DE", "he_IL", "en_US"])
    def test_where_there_is_none_the_window_stays_english(self, name: str, qapp: QApplication, folder: Path):
        assert speak(qapp, QLocale(name), folder).language() == QLocale.Language.English
        assert translate("Pages", "People") == "People"
        assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
