"""Does the window stay quick over a large home? How soon its pages open, and how long a click may have to wait.

    uv run python benchmarks/large_home.py FOLDER [--people 50000] [--days 6]

Opens the real window offscreen on a home of 50,000 invented people with more than 1,000,000 punches, without cameras,
and uses every page as somebody at a desk does. Prints one line of JSON: each figure with its limit, and as a ratio of
it. It judges nothing, since machines differ and may be busy with other things; so of each stall it also says what of it
is this program's doing (``own_ms``, ``busy_ms``), and how much all threads worked meanwhile (``cpu_s``).

The home is made in FOLDER (some minutes) and used again there; one of another week is made anew, since the pages show
the present.
"""

import argparse
import json
import os
import shutil
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

from clerk import Clerk, wait
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QFileDialog, QLabel, QPushButton, QTableView
from synthetic import Plan, populate

from faceattend.app.application import build
from faceattend.app.starting import qt_application
from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.services.station import open_station
from faceattend.ui.pages.reports_export import ExportStrip
from faceattend.ui.pages.reports_frame import SheetTabs
from faceattend.ui.window_place import USUAL

OPEN_MS = 300
ROWS_MS = 1000
STALL_MS = 100
PREVIEW_S = 300
EXPORT_S = 1800
PAGES = ("live", "attendance", "people", "reports", "settings")


def home_in(folder: Path, people: int, days: int) -> Home:
    """Return the home of this week, made where it is not there yet."""
    year, week, _ = date.today().isocalendar()  # noqa: DTZ011 - as on the wall
    home = Home(folder / f"home-{people}-{days}-{year}w{week}", demo=True)  # with a key of its own
    if not home.root.exists():
        unfinished = Home(folder / "home-unfinished", demo=True)
        for older in (*folder.glob("home-[0-9]*-[0-9]*-[0-9]*w[0-9]*"), *folder.glob(unfinished.root.name)):
            shutil.rmtree(older)  # and nothing else that may lie there
        station = open_station(unfinished)
        populate(station, Plan(people=people, days=days), datetime.now(UTC), "Etc/GMT")
        for camera in station.cameras.list(LOCAL_ADMINISTRATOR):
            station.cameras.set_enabled(LOCAL_ADMINISTRATOR, camera.name, enabled=False)
        station.close()
        unfinished.root.rename(home.root)
    return home


def figure(value: float, limit: float) -> dict[str, float]:
    """Return a figure beside its limit."""
    return {"ms": round(value, 1), "limit_ms": limit, "ratio": round(value / limit, 2)}


def use(clerk: Clerk, folder: Path) -> dict[str, dict[str, dict[str, float]]]:
    """Do a day's work; return how soon the pages open."""
    pages: dict[str, dict[str, dict[str, float]]] = {}
    for turn in ("first", "again"):
        for key in PAGES:
            with clerk.phase(f"open {key} {turn}"):
                # of reports the rows are the whole preview, for which nobody has set a limit
                opened, rows = clerk.open(key, PREVIEW_S) if key == "reports" else clerk.open(key)
            pages.setdefault(key, {})[f"open_{turn}"] = figure(opened, OPEN_MS)
            if rows is not None:
                pages[key][f"rows_{turn}"] = {"ms": round(rows, 1)} if key == "reports" else figure(rows, ROWS_MS)
    _look_at_live(clerk)
    _look_at_attendance(clerk)
    _look_at_people(clerk)
    _report(clerk, folder)
    return pages


def _scroll(clerk: Clerk, what: str) -> None:
    with clerk.phase(f"{what} wheel"):
        clerk.wheel()
    with clerk.phase(f"{what} drag"):
        clerk.drag()


def _look_at_live(clerk: Clerk) -> None:
    _, rows = clerk.open("live")
    if rows is not None:  # nobody may have come yet today
        _scroll(clerk, "live")


def _look_at_attendance(clerk: Clerk) -> None:
    clerk.open("attendance")
    _scroll(clerk, "attendance")
    with clerk.phase("attendance search"):
        clerk.search()
    for name in ("group", "camera", "state"):
        with clerk.phase(f"attendance {name}"):
            clerk.choose(name)
    for key, name, days in (("D", "day", 1), ("W", "week", 5), ("M", "month", 20)):
        with clerk.phase(f"attendance {name}"):
            clerk.press(key)
        if clerk.part(QTableView).model().columnCount() < days + 2:
            sys.exit(f"the {name} was not shown")
    _scroll(clerk, "attendance month")
    with clerk.phase("attendance to check, a month"):
        box = clerk.part(QComboBox, "state")
        box.setCurrentIndex(2)
    box.setCurrentIndex(0)
    clerk.press("W")


def _look_at_people(clerk: Clerk) -> None:
    clerk.open("people")
    clerk.settle()
    _scroll(clerk, "people")
    with clerk.phase("people search"):
        clerk.search()
    for name in ("group", "state"):
        with clerk.phase(f"people {name}"):
            clerk.choose(name)
    header = clerk.part(QTableView).horizontalHeader()
    with clerk.phase("people sort"):
        for column in (1, 1, 0, 0):
            at = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
            QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
            clerk.settle()


def _report(clerk: Clerk, folder: Path) -> None:
    clerk.open("reports")
    last = date.today()  # noqa: DTZ011 - as on the wall
    with clerk.phase("report preview"):
        period = clerk.part(QComboBox, "period")
        period.setCurrentIndex(period.count() - 1)
        for name, day in (("first", last - timedelta(days=30)), ("last", last)):
            clerk.part(QDateEdit, name).setDate(QDate(day.year, day.month, day.day))
        wait(lambda: "exactly" in clerk.part(QLabel, "rows").text())
    tabs = clerk.part(SheetTabs)
    for place in range(3):
        with clerk.phase(f"report tab {place + 1}"):
            tabs.setCurrentIndex(place)
        _scroll(clerk, f"report tab {place + 1}")
    file = folder / "report.xlsx"
    QFileDialog.getSaveFileName = lambda *_: (str(file), "")  # type: ignore[method-assign]
    strip = clerk.page.findChildren(ExportStrip)[0]
    with clerk.phase("report export"):
        QTest.mouseClick(clerk.part(QPushButton, "export"), Qt.MouseButton.LeftButton)
        wait(lambda: strip.busy, 5)
        wait(lambda: not strip.busy, EXPORT_S)
    if not file.exists():
        sys.exit("the report was not written")
    file.unlink()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--days", type=int, default=6)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    home = home_in(given.folder, given.people, given.days)
    qt_application()
    running = build(open_station(home))
    running.window.resize(USUAL)  # the offscreen screen is smaller
    ready: list[object] = []
    running.pipeline.ready.connect(ready.append)
    running.begin()
    wait(lambda: bool(ready) or running.pipeline.failure is not None)
    clerk, checked = Clerk(running), running.station.database.check()
    try:
        pages = use(clerk, given.folder)
    finally:
        running.shutdown()
    print(
        json.dumps(
            {
                "home": checked,
                "pages": pages,
                "stalls": {
                    name: {
                        **figure(phase.worst_ms, STALL_MS),
                        "own_ms": round(phase.own_ms, 1),
                        "busy_ms": round(phase.busy_ms, 1),
                        "seconds": round(phase.seconds, 2),
                        "cpu_s": round(phase.cpu_s, 2),
                    }
                    for name, phase in clerk.phases.items()
                },
                "worst": figure(max(phase.worst_ms for phase in clerk.phases.values()), STALL_MS),
                "worst_own": figure(max(phase.own_ms for phase in clerk.phases.values()), STALL_MS),
            }
        )
    )


if __name__ == "__main__":
    main()
