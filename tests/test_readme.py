"""The documentation keeps up with the program: links lead somewhere, commands exist, tables say what the code says."""

import re
import shlex
import subprocess
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import typer.main
from PySide6.QtCore import QObject

from faceattend.cli import application
from faceattend.config.settings import Settings
from faceattend.ui.key_sheet import shell_keys
from faceattend.ui.page_list import all_pages
from faceattend.ui.pages.attendance import AttendancePage
from faceattend.ui.pages.live import LivePage
from faceattend.ui.pages.page import Page
from faceattend.ui.pages.people import PeoplePage
from faceattend.ui.pages.reports import ReportsPage
from faceattend.ui.pages.settings import SettingsPage

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    page for folder in ("docs", "installer", "resources", "ui") for page in (ROOT / folder).rglob("*.md")
)
FENCED = re.compile(r"^( {4}.*\n)+", flags=re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
LARGEST_PICTURE_BYTES = 250_000
WINDOW_PAGES: dict[str, type[Page]] = {
    "Live": LivePage,
    "Attendance": AttendancePage,
    "People": PeoplePage,
    "Reports": ReportsPage,
    "Settings, cameras": SettingsPage,
}


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


def anchors(page: Path) -> set[str]:
    """Return the anchors GitHub gives the page's headings."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_somewhere(page: Path):
    dead: list[str] = []
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if link.startswith(("http://", "https://")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    assert not dead


def command_lines(page: Path) -> list[list[str]]:
    """Return the words of every call of the program in the page's code blocks, continued lines joined."""
    blocks = "".join(block.group() for block in FENCED.finditer(page.read_text(encoding="utf-8")))
    lines = [shlex.split(line, comments=True) for line in blocks.replace("\\\n", " ").splitlines()]
    return [call for words in lines if (call := behind_program(words))]


def behind_program(words: list[str]) -> list[str]:
    """Return what follows the program's name; nothing where the line calls another program."""
    places = [at for at, word in enumerate(words) if word.rpartition("/")[2] == "faceattend"]
    if not places or (places[-1] > 0 and not words[0].startswith(("uv", "sudo", "python3", "ExecStart"))):
        return []
    return words[places[-1] + 1 :]


def mentions(page: Path) -> list[list[str]]:
    """Return the words of every call that a sentence or table of the page mentions; it need not be complete."""
    spans = re.findall(r"`((?:uv run|faceattend) [^`\n]*)`", page.read_text(encoding="utf-8"))
    calls = [behind_program(span.replace("\\|", "|").split()) for span in spans]
    return [call for call in calls if call and call[0].islower()]


CALLS = [(named(page), call) for page in PAGES for call in command_lines(page)]
MENTIONS = [(named(page), call) for page in PAGES for call in mentions(page)]


def test_the_pages_show_calls_of_the_program():
    assert len(CALLS) > 10
    assert {"demo", "people", "cameras", "agent", "report"} <= {call[0] for _, call in CALLS}


def resolved(call: list[str]) -> tuple[Any, list[str]]:
    """Follow the words to the command they name; return it with the words behind."""
    command: Any = typer.main.get_command(application)
    words = list(call)
    while hasattr(command, "commands"):
        name = words.pop(0)
        assert name in command.commands, f"there is no command {name!r}"
        command = command.commands[name]
    return command, words


def unknown_options(command: Any, words: list[str]) -> set[str]:  # noqa: ANN401 - a command of Click, without types
    known = {name for parameter in command.params for name in parameter.opts}
    return {word for word in words if word.startswith("--")} - known


@pytest.mark.parametrize(("page", "call"), CALLS, ids=[f"{page}: {' '.join(call)}" for page, call in CALLS])
def test_every_call_shown_is_one_the_program_understands(page: str, call: list[str]):
    del page
    command, words = resolved(call)
    assert not unknown_options(command, words)
    required = {each.opts[0] for each in command.params if each.required and each.opts[0].startswith("--")}
    assert required <= set(words)


@pytest.mark.parametrize(("page", "call"), MENTIONS, ids=[f"{page}: {' '.join(call)}" for page, call in MENTIONS])
def test_every_call_mentioned_exists(page: str, call: list[str]):
    del page
    assert not unknown_options(*resolved(call))


def test_the_page_of_commands_names_every_command():
    text = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    root: Any = typer.main.get_command(application)
    every = [
        " ".join(filter(None, (name, inner)))
        for name, command in root.commands.items()
        for inner in getattr(command, "commands", {"": None})
    ]
    missing = [name for name in every if f"`{name}" not in text]
    assert not missing


def test_the_table_of_settings_is_complete_and_states_the_defaults():
    text = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"^\| `\[(\w+)\]` `(\w+)` \| `([^`]+)` \|", text, flags=re.MULTILINE))
    actual = {
        (section.name, each.name, f'"{each.default}"' if isinstance(each.default, str) else str(each.default))
        for section in fields(Settings)
        for each in fields(getattr(Settings(), section.name))
    }
    assert shown == actual


def keys_in_the_guide() -> dict[str, set[str]]:
    """Return the keys of the user guide's table, by page, as single keys: "Ctrl+PgDn", "D"."""
    text = (ROOT / "docs/user-guide.md").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    page = ""
    for named_page, keys in re.findall(r"^\| ([\w ,]*) ?\| ((?:`[^`]+`[ \w]*)+) \|", text, flags=re.MULTILINE):
        page = named_page.strip() or page
        found.setdefault(page, set()).update(re.findall(r"`([^`]+)`", keys))
    return found


def single(keys: str) -> set[str]:
    """Return the single keys of a key sheet's line, such as "D / W / M" or "1 to 9"."""
    return {key.replace("Ctrl+1 … 5", "Ctrl+1") for key in re.split(r" / |  | to ", keys)}


@pytest.mark.parametrize("page", WINDOW_PAGES)
def test_the_guide_knows_every_key_of_a_page(page: str):
    keys: Any = WINDOW_PAGES[page].keys
    sheet = keys(QObject())  # words and nothing else: the page need not be built
    told = {key for line, _ in sheet for key in single(line)}
    assert told
    assert told <= keys_in_the_guide()[page]


def test_the_guide_knows_the_keys_of_the_window_and_every_page():
    told = {key for line, _ in shell_keys().keys for key in single(line)}
    assert told <= keys_in_the_guide()["everywhere"]
    text = (ROOT / "docs/user-guide.md").read_text(encoding="utf-8")
    assert not [page.rail.title for page in all_pages() if f": {page.rail.title}\n" not in text]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_pictures_are_described_and_small(page: Path):
    for words, path in PICTURE.findall(page.read_text(encoding="utf-8")):
        assert len(words.split()) > 3, f"{path} needs a sentence for those who cannot see it"
        assert (page.parent / path).stat().st_size < LARGEST_PICTURE_BYTES


def test_every_picture_is_shown_somewhere():
    shown = {
        (page.parent / path).resolve()
        for page in PAGES
        for _, path in PICTURE.findall(page.read_text(encoding="utf-8"))
    }
    assert {*(ROOT / "docs/pictures").glob("*")} == {path for path in shown if path.parent.name == "pictures"}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_no_page_says_that_there_is_no_window(page: Path):
    if page.parent.name != "adr":  # what was decided then
        assert not re.search(r"no window yet|a window follows", page.read_text(encoding="utf-8"), flags=re.IGNORECASE)


def test_decisions_have_a_number_of_their_own():
    numbers = [page.name[:4] for page in (ROOT / "docs/adr").glob("*.md")]
    assert sorted(numbers) == [f"{number:04}" for number in range(len(numbers))]


def test_decisions_that_the_code_refers_to_exist():
    files = subprocess.run(
        ["git", "ls-files", "-z", "src", "tests", "scripts", "benchmarks", "docs"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split("\0")
    referred = {
        name
        for file in filter(None, files)
        if (ROOT / file).suffix in {".py", ".toml", ".md"} and (ROOT / file).exists()
        for name in re.findall(r"docs/adr/(\d{4}-[\w-]+\.md)", (ROOT / file).read_text(encoding="utf-8"))
    }
    assert referred
    missing = {name for name in referred if not (ROOT / "docs/adr" / name).exists()}
    assert not missing
