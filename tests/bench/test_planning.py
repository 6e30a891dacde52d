"""A plan that is measured is written into the course and looked at there."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursewright.project import open_project
from tests.bench.planning import Case, broken_rules, planned
from tests.bench.planning_course import Size

CASE = Case(Size(cohorts=1, sessions=2, trainers=3, venues=2), seed=0, seconds=30)


def test_plan_stands_in_the_files_and_keeps_every_rule(tmp_path: Path) -> None:
    found = planned(tmp_path / "course", CASE)
    sessions = [
        each
        for cohort in open_project(tmp_path / "course").curriculum.cohorts.values()
        for each in cohort.calendar.sessions
    ]
    assert [found.holds, found.broken, len(sessions)] == [True, {}, 2]
    assert found.first is not None
    assert found.posing < found.first <= found.seconds < CASE.seconds
    assert found.gap == 0


def test_search_ends_when_its_seconds_are_over(tmp_path: Path) -> None:
    found = planned(tmp_path / "course", Case(Size(cohorts=1), seed=0, seconds=0.0))
    assert (found.first, found.cost, found.gap, found.holds) == (None, None, None, False)


@pytest.mark.parametrize(
    ("key", "value", "broken"),
    [
        ("venue", "v1", "too-few-seats"),
        ("on", "2030-01-01", "session-outside-cohort"),
        ("to", '"10:00"', "hours-off"),
        ("trainers", "[]", "too few or too many lead"),
    ],
)
def test_plan_that_breaks_a_rule_is_found_out(tmp_path: Path, key: str, value: str, broken: str) -> None:
    root = tmp_path / "course"
    planned(root, CASE)
    for file in (root / "curriculum" / "cohorts").glob("*.yaml"):
        lines = file.read_text("utf-8").splitlines()
        changed = [f"      {key}: {value}" if line.startswith(f"      {key}:") else line for line in lines]
        file.write_text("\n".join(changed) + "\n", encoding="utf-8")
    assert broken in broken_rules(root)
