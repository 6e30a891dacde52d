"""How long settling takes: CSV to CSV and to JSON for several numbers of applications, XLSX to XLSX for the largest."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.applications import write_csv, write_xlsx
from tests.bench.tasks import Measure
from tests.bench.timed_run import timed_run

COHORT = "cm-2023"


def settling(root: Path, folder: Path, counts: Sequence[int], runs: int) -> list[tuple[int, Measure]]:
    """Each task with its number of applications; ``root`` is the course, ``folder`` is for files."""
    found = []
    for count in counts:
        table = folder / f"{count}.csv"
        write_csv(table, count)
        for ending in ("csv", "json"):
            found.append((count, _measured(root, table, folder / f"settled.{ending}", runs)))
        table.unlink()
    if counts:
        workbook = folder / f"{max(counts)}.xlsx"
        write_xlsx(workbook, max(counts))
        found.append((max(counts), _measured(root, workbook, folder / "settled.xlsx", 1)))
        workbook.unlink()
    return found


def _measured(root: Path, given: Path, output: Path, runs: int) -> Measure:
    command = [sys.executable, "-m", "coursewright", "settle", COHORT, str(given), "--output", str(output)]
    timed = [timed_run([*command, "--root", str(root)]) for _ in range(runs)]
    output.unlink()
    return Measure(
        f"settle {given.suffix[1:]} to {output.suffix[1:]}",
        statistics.median(each.cpu for each in timed),
        statistics.median(each.wall for each in timed),
        max(each.peak for each in timed),
        0,
        runs,
    )
