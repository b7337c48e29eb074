"""How fast, and in how much memory, a large sheet is exported; against openpyxl's write-only mode in the same run.

Each writer runs in a process of its own, several times in turn, and its best time counts, since the machine may be
busy with other things. Prints one JSON object: seconds and peak memory of both, and ours as a ratio of openpyxl's.

    uv run python benchmarks/excel_export.py [--rows 100000] [--runs 2]
"""

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

from faceattend.reports import excel
from faceattend.reports.table import Cell, CellKind, Column, ReportTable, Sheet

_KINDS = (
    *[CellKind.TEXT] * 8,
    *[CellKind.INTEGER] * 3,
    *[CellKind.NUMBER] * 2,
    *[CellKind.HOURS] * 2,
    *[CellKind.DATE] * 2,
    *[CellKind.TIME] * 2,
    CellKind.DATETIME,
)


def sheet_of(rows: int) -> Sheet:
    """Return a sheet of 20 columns as attendance has them: names, counts, scores, hours, dates and times."""
    columns = tuple(Column(f"Column {number}", kind) for number, kind in enumerate(_KINDS, start=1))
    return Sheet(
        "Days", columns, [tuple(_cell(kind, row, at) for at, kind in enumerate(_KINDS)) for row in range(rows)]
    )


def _cell(kind: CellKind, row: int, column: int) -> Cell:
    number = row * 31 + column * 7
    moment = datetime(2026, 1, 1, 7, 30) + timedelta(minutes=number % 500_000)  # noqa: DTZ001 - wall clock
    return {
        CellKind.TEXT: f"{number % 5000:05} Example",
        CellKind.INTEGER: number % 50,
        CellKind.NUMBER: number % 1000 / 1000,
        CellKind.HOURS: timedelta(minutes=number % 600),
        CellKind.DATE: moment.date(),
        CellKind.TIME: moment.time(),
        CellKind.DATETIME: moment,
    }[kind]


def ours(sheet: Sheet, path: Path) -> None:
    """Write as FaceAttend does."""
    for _ in excel.write(ReportTable("Benchmark", (sheet,), sheet.title), path):
        pass


def openpyxl_write_only(sheet: Sheet, path: Path) -> None:
    """Write the same values and number formats with openpyxl's fastest mode."""
    from openpyxl import Workbook  # noqa: PLC0415 - its memory must not count for ours
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    forms = {CellKind.DATE: "yyyy-mm-dd", CellKind.TIME: "hh:mm", CellKind.HOURS: "0.00", CellKind.NUMBER: "0.00"}
    book = Workbook(write_only=True)
    page = book.create_sheet(sheet.title)
    page.append([column.title for column in sheet.columns])

    def cells(row: tuple[Cell, ...]) -> Iterator[object]:
        for column, value in zip(sheet.columns, row, strict=True):
            cell = WriteOnlyCell(page, value / timedelta(hours=1) if isinstance(value, timedelta) else value)
            if column.kind in forms:
                cell.number_format = forms[column.kind]
            yield cell

    for row in sheet.rows:
        page.append(list(cells(row)))
    book.save(path)


def measure(write: Callable[[Sheet, Path], None], rows: int) -> tuple[float, float]:
    """Return the seconds that writing took and the megabytes by which it raised this process's peak memory."""
    sheet = sheet_of(rows)
    with tempfile.TemporaryDirectory() as folder:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.perf_counter()
        write(sheet, Path(folder) / "sheet.xlsx")
        seconds = time.perf_counter() - start
        return seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def best_of(runs: list[tuple[float, float]]) -> dict[str, float]:
    """Return the best time and the lowest peak."""
    return {"seconds": round(min(run[0] for run in runs), 2), "peak_mb": round(min(run[1] for run in runs), 1)}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=2)
    given = parser.parse_args()
    # One task per process: the memory of one writer must not count for the next.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        pairs = [
            [pool.submit(measure, write, given.rows).result() for write in (ours, openpyxl_write_only)]
            for _ in range(given.runs)
        ]
    mine, theirs = (best_of([pair[which] for pair in pairs]) for which in (0, 1))
    ratio = round(mine["seconds"] / theirs["seconds"], 2)
    print(json.dumps({"rows": given.rows, "columns": 20, "ours": mine, "openpyxl": theirs, "time_ratio": ratio}))


if __name__ == "__main__":
    main()
