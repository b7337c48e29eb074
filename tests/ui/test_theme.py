import re
from dataclasses import asdict
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from faceattend.config.resources import resource
from faceattend.ui.theme import DARK, LIGHT, Scheme, Theme, install, palette, stylesheet
from faceattend.ui.tokens import NAMES, Tokens, colour, parse, tokens
from faceattend.ui.variants import vary
from faceattend.ui.widgets.focus import Focus

pytestmark = pytest.mark.gui

SOURCES = [path for path in Path(resource().parent / "src/faceattend/ui").rglob("*.py") if "forms" not in path.parts]
GROUNDS = ("canvas", "surface", "sunken", "hover", "tint")
TEXTS = [
    *product(("text", "text2", "text3"), ("canvas", "surface", "hover")),
    *product(("text", "text2"), ("sunken", "tint", "warn_bg", "bad_bg")),
    ("text3", "sunken"),
    *product(("on_accent",), ("accent", "accent_hover", "accent_pressed")),
    *product(("accent2",), ("canvas", "surface", "hover", "tint")),
    *((kind, f"{kind}_bg") for kind in ("ok", "warn", "bad", "neu")),
    *product(("ok", "warn", "bad"), ("canvas", "surface", "hover", "tint")),
    *product(("video_text", "video_text2", "video_ok", "video_bad"), ("video_bar", "video_outline")),
    ("video_unsure_text", "video_unsure"),
]
MARKS = [
    *product(("edge",), ("canvas", "surface")),
    ("text3", "hover"),  # the edge of what is under the pointer
    *product(("accent2",), GROUNDS),
    *product(("warn_mark", "bad_mark", "bar", "accent"), ("surface", "canvas")),
    ("warn_mark", "warn_bg"),
    ("on_accent", "accent"),
    ("video_known", "video_outline"),
    ("video_unsure", "video_outline"),
]


def luminance(value: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parse(value).getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_of_contrast_is_right():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme_of", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_every_text_can_be_read(theme_of: Tokens, ink: str, ground: str):
    assert contrast(getattr(theme_of, ink), getattr(theme_of, ground)) >= 4.5


@pytest.mark.parametrize("theme_of", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_every_edge_and_mark_can_be_seen(theme_of: Tokens, mark: str, ground: str):
    assert contrast(getattr(theme_of, mark), getattr(theme_of, ground)) >= 3.0


@pytest.mark.parametrize("of", [LIGHT, DARK], ids=["light", "dark"])
def test_the_stylesheet_is_filled_and_names_files_that_are_there(of: Tokens):
    sheet = stylesheet(of)

    assert "$" not in sheet
    files = set(re.findall(r'url\("([^"]+)"\)', sheet))
    assert len(files) > 10
    assert [file for file in files if not QSvgRenderer(file).isValid()] == []


def test_the_stylesheet_has_no_colour_of_its_own():
    sheet = resource("style", "style.qss").read_text(encoding="utf-8")

    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b(?!\w)(?=\s*;)|rgba?\(", sheet) == []


@pytest.mark.parametrize(("name", "of"), [("light", LIGHT), ("dark", DARK)])
def test_the_written_marks_are_those_of_their_forms(name: str, of: Tokens):
    forms = {file.name for file in resource("style", "marks").iterdir()}
    written = {file.name: file.read_text(encoding="utf-8") for file in resource("style", name).iterdir()}

    assert written.keys() == forms
    for file, text in written.items():
        form = resource("style", "marks", file).read_text(encoding="utf-8")
        for token, value in asdict(of).items():
            form = form.replace(f"${{{token}}}", value)
        assert text == form, f"{name}/{file} is not what scripts/marks makes of its form"


def test_colours_and_sizes_stand_nowhere_else():
    found = [
        f"{path.name}: {what}"
        for path in SOURCES
        for what in re.findall(r'"#[0-9A-Fa-f]{3,8}"|setStyleSheet\(|setPixelSize\(|setPointSizeF?\(', path.read_text())
        if path.name not in {"tokens.py", "theme.py", "fonts.py"}
    ]

    assert found == []


def test_dark_dresses_what_is_open(theme: Theme, qapp: QApplication, qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("Enrol", window)
    button.setProperty("kind", "primary")
    window.show()

    with qtbot.waitSignal(theme.changed, timeout=1000):
        theme.choose(Scheme.DARK)

    assert theme.dark
    assert tokens() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.canvas)
    assert button.grab().toImage().pixelColor(6, 16) == QColor(DARK.accent)


def test_choosing_the_same_again_tells_nothing(theme: Theme, qtbot: QtBot):
    theme.choose(Scheme.DARK)

    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Scheme.DARK)


def test_a_choice_holds_whatever_the_system_says(theme: Theme):
    theme.choose(Scheme.DARK)
    theme.on_system_changed(Qt.ColorScheme.Light)

    assert theme.dark
    assert theme.scheme is Scheme.DARK


def test_the_system_is_followed_where_nothing_was_chosen(theme: Theme, monkeypatch: pytest.MonkeyPatch):
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
            return Qt.ColorScheme.Dark

        def setColorScheme(self, scheme: Qt.ColorScheme) -> None:  # noqa: N802 - Qt's name
            pass

    monkeypatch.setattr(theme._app, "styleHints", Hints)
    theme.choose(Scheme.SYSTEM)

    assert theme.dark


def test_it_is_installed_once(theme: Theme, qapp: QApplication):
    assert install(qapp) is theme
    assert len(qapp.findChildren(Focus)) == 1


@pytest.mark.parametrize("of", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_disabled_looks_so_by_palette_too(of: Tokens):
    made = palette(of)
    disabled = QPalette.ColorGroup.Disabled

    assert made.color(disabled, QPalette.ColorRole.Text) == QColor(of.text3)
    assert made.color(disabled, QPalette.ColorRole.Button) == QColor(of.sunken)
    assert made.color(QPalette.ColorRole.PlaceholderText) == QColor(of.text3)
    assert made.color(QPalette.ColorRole.Accent) == QColor(of.accent)


def test_alpha_is_written_last():
    assert parse("#0C0F13E0").alpha() == 0xE0
    assert parse("#0C0F13E0").red() == 0x0C


def test_an_unknown_token_is_a_mistake():
    with pytest.raises(LookupError, match="txet"):
        colour("txet")
    assert {"text", "video_bar"} <= NAMES


@pytest.mark.parametrize(("kind", "height"), [(None, 32), ("small", 28), ("large", 36)])
def test_buttons_have_the_heights_of_the_drawing(theme: Theme, qtbot: QtBot, kind: str | None, height: int):
    del theme
    button = QPushButton("Enrol")
    qtbot.addWidget(button)
    button.setProperty("scale", kind)

    assert button.sizeHint().height() == height


def test_a_pane_has_its_line_on_the_side_of_the_content(theme: Theme, qtbot: QtBot):
    del theme
    pane = QFrame()
    qtbot.addWidget(pane)
    pane.setProperty("kind", "pane")
    pane.resize(40, 20)
    left = pane.grab().toImage()
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    vary(pane, kind="surface")
    vary(pane, kind="pane")
    right = pane.grab().toImage()

    line, surface = QColor(LIGHT.line), QColor(LIGHT.surface)
    assert (left.pixelColor(0, 10), left.pixelColor(39, 10)) == (line, surface)
    assert (right.pixelColor(0, 10), right.pixelColor(39, 10)) == (surface, line)


def test_a_look_follows_its_property_at_once(theme: Theme, qtbot: QtBot):
    del theme
    words = QLabel("Blind")
    qtbot.addWidget(words)
    vary(words, tone="bad")
    assert words.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.bad)

    vary(words, tone="")
    assert words.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.text)
