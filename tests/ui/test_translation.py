"""Every word of the window can be said in another language, and is found by the tool that collects them."""

import ast
import re
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
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
from pytestqt.qtbot import QtBot
from tests.facts import a_camera
from tests.ui.views import CAMERAS, PAGES, Stage, dialogs, opened, staged

from faceattend.cameras.hub import FrameHub
from faceattend.cameras.source import open_source
from faceattend.config.images import read_image
from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.camera_sight import Aspect, Finding, Grade, advice
from faceattend.domain.cameras import CameraState
from faceattend.domain.errors import CameraUnsupported, ImageRejected
from faceattend.domain.evidence import MatchWords
from faceattend.domain.said import joined, said
from faceattend.services.doctor import examine
from faceattend.services.station import Station
from faceattend.ui.machine_facts import cameras_fact
from faceattend.ui.messages import MessageSheet
from faceattend.ui.translation import speak, spoken, translate
from faceattend.ui.widgets.check_list import CheckList

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

ROOT = Path(__file__).parents[2]
FOUND_BY_LUPDATE = {"tr", "translate", "said"}
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
            heads = (
                model.headerData(column, Qt.Orientation.Horizontal) for column in range(each.horizontalHeader().count())
            )
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
    for path in sorted((ROOT / "src/faceattend").rglob("*.py")):
        floor = path.relative_to(ROOT / "src/faceattend").parts[0]
        found = FOUND_BY_LUPDATE if floor in {"ui", "app"} else {"said"}
        if "forms" not in path.parts and floor != "cli":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and called(node) in found and len(node.args) in {1, 2}:
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
        if is_text(node)
        and not all(isinstance(each, ast.Constant) for each in node.args)
        and path.name != "translation.py"  # which says what was said elsewhere
    ]
    assert not hidden, "\n".join(hidden)


def test_the_script_collects_every_text_and_makes_what_is_loaded(tmp_path: Path):
    subprocess.run([ROOT / "scripts/translations", "de", tmp_path], check=True, capture_output=True, cwd=ROOT)
    tree = ET.parse(tmp_path / "faceattend_de.ts")  # noqa: S314 - written just now
    found = {source.text for source in tree.iter("source")}
    texts_there = {
        str(node.args[-1].value) for _, node in calls() if is_text(node) and isinstance(node.args[-1], ast.Constant)
    }
    assert texts_there - found == set()
    assert (tmp_path / "faceattend_de.qm").exists()


def catalogue(folder: Path, **words: dict[str, str]) -> Path:
    """Make what an Arabic window loads, of a text and its translation for each context."""
    root = ET.Element("TS", version="2.1", language="ar")
    for name, texts_of_it in words.items():
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for source, translation in texts_of_it.items():
            message = ET.SubElement(context, "message")
            ET.SubElement(message, "source").text = source
            ET.SubElement(message, "translation").text = translation
    ET.ElementTree(root).write(folder / "faceattend_ar.ts", encoding="utf-8", xml_declaration=True)
    release = ROOT / ".venv/bin/pyside6-lrelease"
    subprocess.run([release, folder / "faceattend_ar.ts"], check=True, capture_output=True)
    return folder


@pytest.fixture
def quiet_again(qapp: QApplication) -> Iterator[None]:
    yield
    for each in qapp.findChildren(QTranslator):
        qapp.removeTranslator(each)
        each.setParent(None)
        each.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("quiet_again")
class TestWhatComesFromBelow:
    """Sentences that are made below the window are shown in its language, with what is put into them."""

    @pytest.fixture
    def told_in(self, qapp: QApplication, tmp_path: Path) -> Callable[..., None]:
        def speak_so(**words: dict[str, str]) -> None:
            speak(qapp, QLocale("ar"), catalogue(tmp_path, **words))

        return speak_so

    def test_an_error_is_told_part_by_part(self, told_in: Callable[..., None], tmp_path: Path, qtbot: QtBot):
        told_in(
            Picture={
                "{what} cannot be read: {reason}.": "[{reason}: {what}]",
                "The picture {path}": "[{path}]",
                "It was not used.": "[unused]",
            }
        )
        path = tmp_path / "{name}.jpg"
        with pytest.raises(ImageRejected, match="cannot be read") as caught:
            read_image(path)
        sheet = MessageSheet(caught.value, tmp_path, None)
        qtbot.addWidget(sheet)
        shown = " ".join(each.text() for each in sheet.findChildren(QLabel))
        assert f"[No such file or directory: [{path}]]" in shown
        assert "[unused]" in shown
        assert "Check that the file exists" in shown, "what is not translated yet stays English"
        sheet.on_copy_asked()
        assert f"The picture {path} cannot be read" in QApplication.clipboard().text(), "details are for the log"

    def test_a_check_of_the_doctor(self, told_in: Callable[..., None], tmp_path: Path, qtbot: QtBot):
        told_in(Doctor={"settings": "[settings]", "defaults (no settings.toml)": "[defaults]"})
        (check,) = islice(examine(LOCAL_ADMINISTRATOR, Home(tmp_path / "home")), 2, 3)
        checks = CheckList()
        qtbot.addWidget(checks)
        checks.add(check)
        assert next(each.text() for each in checks.findChildren(QLabel) if "[" in each.text()) == "[settings]"
        assert "[settings]: [defaults]" in checks.report()
        assert check.detail == "defaults (no settings.toml)", "the command line stays English"

    def test_what_a_camera_reports(self, told_in: Callable[..., None]):
        told_in(
            Camera={
                "Camera {camera}: there is no camera kind {kind!r}.": "[{kind!r}, {camera}]",
                "It gives no picture.": "[blind]",
            }
        )
        camera = a_camera(name="Door {1}", source="smoke:signals")
        with pytest.raises(CameraUnsupported) as caught:
            open_source(camera)
        hub = FrameHub()
        hub.register(camera)
        hub.report(camera.id, CameraState.FAILED, caught.value.said)
        fact = cameras_fact([camera], [hub.status(camera.id, datetime.now(UTC))])
        assert fact.hint.startswith("['smoke', Door {1}] [blind] Use one of")

    def test_what_a_trial_advises(self, told_in: Callable[..., None]):
        told_in(
            CameraSight={
                "Zoom in, or hang the camera closer: a face should be {times:.1f} times as large.": "[{times:.2f}]",
                "Test again while somebody stands where people will pass.": "[again]",
            }
        )
        found = advice([Finding(Aspect.FACE_SIZE, Grade.WEAK, 40.0, 50.0)])
        assert [spoken(each) for each in found] == ["[1.25]", "[again]"]

    def test_words_of_an_enumeration(self, told_in: Callable[..., None]):
        told_in(
            MatchWords={"Good match": "[good]"}, Picture={"The face in {what} is {reasons}.": "[{what}: {reasons}]"}
        )
        assert spoken(MatchWords.GOOD) == spoken(MatchWords.GOOD.short) == "[good]"
        assert spoken(MatchWords.NOBODY) == "No enrolled person is close"

    @pytest.mark.parametrize(
        "broken", ["{nme}", "{", "}", "{}", "{0}", "no name", "{name.first}", "{name:d}", "{name[0]}"]
    )
    def test_a_broken_translation_is_not_shown_and_breaks_nothing(self, broken: str, told_in: Callable[..., None]):
        told_in(Test={"Hello {name}": broken, "Hello": "[hello]"})
        assert spoken(said("Test", "Hello {name}").format(name="Ann")) == "Hello Ann"
        assert (
            spoken(joined(said("Test", "Hello"), said("Test", "Hello {name}").format(name="{x}")))
            == "[hello] Hello {x}"
        )

    def test_other_texts_stay_as_they_are(self, told_in: Callable[..., None]):
        told_in(Test={"Hello": "[hello]"})
        assert (spoken("Hello"), spoken(""), spoken("{name}")) == ("Hello", "", "{name}")


@pytest.mark.usefixtures("quiet_again")
class TestSpeaking:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """A folder in which Arabic is spoken, a little."""
        return catalogue(tmp_path, Pages={"People": "الأشخاص"})

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
