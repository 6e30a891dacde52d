"""The same problem has the same answer, however often one asks and however many cores the machine has."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Collection
from dataclasses import asdict
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from coursewright.timetable.planner.search import Search
from tests.timetable.planner.large_problem import large
from tests.timetable.planner.tiny_problems import Size, drawn

FEW = Size(barred=0.05)
MANY = Size(cohorts=(4, 6), sessions=(2, 2), occasions=(4, 9), barred=0.03)


@cache
def answers_before() -> list[object]:
    return answers()


def answers() -> list[object]:
    """What comes out for some problems, of one cohort, of a few and of many, as plain data."""
    problems = [*(drawn(number, FEW) for number in range(5)), *(drawn(number, MANY) for number in range(4))]
    found = [Search(each, 0.2).run() for each in (*problems, large(1, 3, 40), large(2, 2, 30))]
    return [json.loads(json.dumps(asdict(each), default=_plain)) for each in found]


def _plain(value: object) -> str:
    assert isinstance(value, date)
    return value.isoformat()


def _in_a_process(cores: Collection[int]) -> list[object]:
    """The same from a process that has some cores."""
    program = (
        f"import json, os; os.sched_setaffinity(0, {sorted(cores)});"
        "from tests.timetable.planner import test_same_answer; print(json.dumps(test_same_answer.answers()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers: list[object] = json.loads(done.stdout)
    return answers


def test_same_problem_has_the_same_answer_twice() -> None:
    assert answers() == answers_before()


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="this system binds no process to a core")
def test_one_core_gives_the_same_answer_as_several() -> None:
    cores = os.sched_getaffinity(0)
    if len(cores) < 2:
        pytest.skip("there is one core only")
    assert _in_a_process([min(cores)]) == answers_before()
