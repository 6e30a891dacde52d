"""Which of many cohorts are in each other's way."""

from __future__ import annotations

from threading import Event

from coursewright.timetable.planner.problem import Candidate, CohortToPlan, Format, Problem, SessionToPlace
from coursewright.timetable.planner.proposal import fewest_cohorts
from tests.timetable.planner.tiny_problems import FIRST, hours_on, on_days

EFFORT = 5.0


def _cohort(name: str, trainer: str, days: int) -> CohortToPlan:
    occasions = on_days(*range(days))
    form = Format(hours_on(occasions), 1, (Candidate(trainer),))
    return CohortToPlan(name, occasions, (form,), (SessionToPlace(0, FIRST),))


def _names(*cohorts: CohortToPlan) -> list[str]:
    return [each.id for each in fewest_cohorts(Problem(cohorts), EFFORT).cohorts]


def test_those_who_want_the_same_are_named_and_no_others() -> None:
    cohorts = [_cohort(f"c{number}", f"t{number % 4}", 1) for number in range(6)]
    assert _names(*cohorts) in (["c0", "c4"], ["c1", "c5"])


def test_as_many_are_named_as_it_takes() -> None:
    cohorts = [_cohort(f"c{number}", "t1", 3) for number in range(6)]
    assert len(_names(*cohorts)) == 4


def test_cohort_without_a_plan_of_its_own_is_named_alone() -> None:
    lost = CohortToPlan("lost", (), (Format({}),), (SessionToPlace(0, FIRST),))
    assert _names(_cohort("c1", "t1", 2), lost, _cohort("c2", "t2", 2)) == ["lost"]


def test_all_stay_where_somebody_stops_the_search() -> None:
    stop = Event()
    stop.set()
    problem = Problem(tuple(_cohort(f"c{number}", "t1", 1) for number in range(3)))
    assert fewest_cohorts(problem, EFFORT, stop) == problem
