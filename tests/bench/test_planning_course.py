"""The made-up courses to plan are sound, always the same, and have a plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursewright.project import open_project
from tests.bench.planning_course import Size, cohort_id, write_planning_course
from tests.bench.test_synthetic_course import contents

SMALL = Size(cohorts=2, sessions=3, trainers=4, venues=2)


@pytest.mark.parametrize("size", [SMALL, Size()])
@pytest.mark.parametrize("seed", [0, 1])
def test_course_has_no_finding(tmp_path: Path, size: Size, seed: int) -> None:
    write_planning_course(tmp_path / "course", size, seed)
    assert open_project(tmp_path / "course").findings == ()


def test_course_is_the_same_each_time(tmp_path: Path) -> None:
    write_planning_course(tmp_path / "one", SMALL)
    write_planning_course(tmp_path / "two", SMALL)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_another_seed_draws_another_course(tmp_path: Path) -> None:
    write_planning_course(tmp_path / "one", SMALL)
    write_planning_course(tmp_path / "two", SMALL, seed=1)
    assert contents(tmp_path / "one") != contents(tmp_path / "two")


def test_course_has_what_was_asked(tmp_path: Path) -> None:
    write_planning_course(tmp_path / "course", Size(cohorts=3, sessions=5, trainers=4, venues=2))
    curriculum = open_project(tmp_path / "course").curriculum
    counts = (len(curriculum.cohorts), len(curriculum.path), len(curriculum.people), len(curriculum.venues))
    assert counts == (3, 5, 4, 2)
    assert sorted(curriculum.cohorts) == [cohort_id(number) for number in range(3)]
    assert all(not cohort.calendar.sessions for cohort in curriculum.cohorts.values())
