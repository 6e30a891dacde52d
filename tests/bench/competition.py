"""The planner's engine on published instances of course timetabling, against the best that anybody has found."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.timetable.planner.ctt import read_ctt
from tests.timetable.planner.ctt_penalties import Penalties, penalties
from tests.timetable.planner.ctt_search import minimised

# By the name of the file. They are those of Table 13 in Ceschia, Di Gaspero, Schaerf: Educational Timetabling:
# Problems, Benchmarks, and State-of-the-Art Results, arXiv:2201.07525, taken at second hand, from a list that cites
# it. That list lacks comp03 and comp11.
BEST_KNOWN: Mapping[str, int] = {
    "comp01": 5,
    "comp02": 24,
    "comp04": 35,
    "comp05": 284,
    "comp06": 27,
    "comp07": 6,
    "comp08": 37,
    "comp09": 96,
    "comp10": 4,
    "comp12": 294,
    "comp13": 59,
    "comp14": 51,
    "comp15": 62,
    "comp16": 18,
    "comp17": 56,
    "comp18": 61,
    "comp19": 57,
    "comp20": 4,
    "comp21": 74,
}


@dataclass(frozen=True)
class CompetitionResult:
    """A timetable of an instance in the validator's figures, None where none was found; seconds by the clock."""

    instance: str
    seconds: float
    effort: float
    found: Penalties | None
    bound: int
    best_known: int | None


def results(files: Sequence[Path], effort: float) -> Iterator[CompetitionResult]:
    """Each file's instance, searched with so much effort; CttError where a file is not in the format."""
    for file in files:
        instance = read_ctt(file.read_text("utf-8"))
        began = time.perf_counter()
        solution = minimised(instance, effort)
        seconds = time.perf_counter() - began
        found = None if solution.arrangement is None else penalties(instance, solution.arrangement)
        best = BEST_KNOWN.get(file.stem)
        yield CompetitionResult(file.stem, seconds, solution.effort, found, solution.bound, best)


def report_competition(files: Sequence[Path], effort: float) -> list[CompetitionResult]:
    """Print them as a table."""
    heads = f"{'wall s':>9}{'effort':>9}{'hard':>6}{'soft':>7}{'bound':>7}{'best known':>12}"
    print(f"curriculum-based timetabling\n{'':24}{heads}")
    done = []
    for each in results(files, effort):
        hard, soft = ("", "none") if each.found is None else (str(each.found.hard), str(each.found.soft))
        known = "" if each.best_known is None else str(each.best_known)
        figures = f"{each.seconds:9.2f}{each.effort:9.2f}{hard:>6}{soft:>7}{each.bound:7}{known:>12}"
        print(f"{each.instance:24}{figures}", flush=True)
        done.append(each)
    return done
