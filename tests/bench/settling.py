"""How long settling takes: XLSX to XLSX for the largest number of applications, for each number CSV to CSV and to JSON.

The latter are settled once more after themselves.
"""

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
            earlier = folder / f"earlier.{ending}"
            found.append((count, _measured(root, table, earlier, runs)))
            found.append((count, _measured(root, table, folder / f"settled.{ending}", runs, earlier)))
            earlier.unlink()
        table.unlink()
    if counts:
        workbook = folder / f"{max(counts)}.xlsx"
        write_xlsx(workbook, max(counts))
        settled = folder / "settled.xlsx"
        found.append((max(counts), _measured(root, workbook, settled, 1)))
        settled.unlink()
        workbook.unlink()
    return found


def _measured(root: Path, given: Path, output: Path, runs: int, earlier: Path | None = None) -> Measure:
    command = [sys.executable, "-m", "coursewright", "settle", COHORT, str(given), "--output", str(output)]
    after = [] if earlier is None else ["--after", str(earlier)]
    timed = [timed_run([*command, *after, "--root", str(root)]) for _ in range(runs)]
    return Measure(
        f"settle {given.suffix[1:]} to {output.suffix[1:]}" + (" after an earlier one" if after else ""),
        statistics.median(each.cpu for each in timed),
        statistics.median(each.wall for each in timed),
        max(each.peak for each in timed),
        0,
        runs,
    )
