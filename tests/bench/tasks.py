"""What is measured of a course: checking it, building it, and building it again after a change."""

from __future__ import annotations

import shutil
import statistics
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from coursewright.cli.build_cache import BuildCache
from coursewright.model.page import Edition
from tests.bench.timed_run import TimedRun, timed_run

# A run that takes longer is neither warmed up nor repeated.
_LONG = 60.0


@dataclass(frozen=True)
class Task:
    """A command of the tool, and what is done to the course before each run of it."""

    name: str
    command: str
    prepare: Callable[[Path, int], None]


@dataclass(frozen=True)
class Measure:
    """The medians of several runs: seconds, seconds, bytes; ``pages`` were written in the last run."""

    task: str
    cpu: float
    wall: float
    peak: int
    pages: int
    runs: int


def tasks(module: Path, competencies: Path) -> tuple[Task, ...]:
    """The tasks in their order, given the module and the competency map (paths in the course) that are edited."""
    return (
        Task("check", "check", lambda *_: None),
        Task("cold build", "build", lambda root, _: _forget(root)),
        Task("no-op build", "build", lambda *_: None),
        Task("one competency edited", "build", lambda root, run: _rename_competency(root / competencies, run)),
        Task("one module edited", "build", lambda root, run: _lengthen(root / module, run)),
    )


def measure(task: Task, root: Path, runs: int) -> Measure:
    """Run the task, first to warm up, then ``runs`` times."""
    timed: list[TimedRun] = []
    pages = 0
    for run in range(runs + 1):
        task.prepare(root, run)
        before = _written(root)
        timed.append(timed_run([sys.executable, "-m", "coursewright", task.command, "--root", str(root)]))
        after = _written(root)
        pages = sum(before.get(page) != moment for page, moment in after.items())
        if timed[-1].wall > _LONG:
            break
    counted = timed[1:] or timed
    return Measure(
        task.name,
        statistics.median(each.cpu for each in counted),
        statistics.median(each.wall for each in counted),
        max(each.peak for each in counted),
        pages,
        len(counted),
    )


def _written(root: Path) -> Mapping[str, int]:
    """When each page of the unpublished tree was written, in nanoseconds."""
    folder = BuildCache(root, Edition.PARTICIPANTS).html
    return {str(page): page.stat().st_mtime_ns for page in folder.rglob("*.html")}


def _forget(root: Path) -> None:
    shutil.rmtree(root / "_build", ignore_errors=True)


def _rename_competency(file: Path, run: int) -> None:
    """Give the first competency of a map another title, which every page that names it shows."""
    head, mark, tail = file.read_text("utf-8").partition("    competencies:")
    before, key, rest = tail.partition("title: ")
    title, end, following = rest.partition("\n")
    new = f"{title.split(' (')[0]} ({run})"
    file.write_text(f"{head}{mark}{before}{key}{new}{end}{following}", "utf-8")


def _lengthen(file: Path, run: int) -> None:
    """Add a sentence at a module's end."""
    file.write_text(f"{file.read_text('utf-8')}\nUna frase in più, la numero {run}.\n", "utf-8")
