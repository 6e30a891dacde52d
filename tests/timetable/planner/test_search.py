"""The best plan is found: compared with every plan there is, of problems small enough to look at them all."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations
from random import Random

import pytest

from coursewright.timetable.planner.arrangement import Preference
from coursewright.timetable.planner.problem import Candidate, CohortToPlan, Format, Problem, SessionToPlace
from coursewright.timetable.planner.requirement import Requirement
from coursewright.timetable.planner.search import Search, most_in_a_day
from coursewright.timetable.planner.solving import Solution
from tests.timetable.planner.every_plan import broken, is_free, least_cost, price
from tests.timetable.planner.large_problem import large
from tests.timetable.planner.tiny_problems import FIRST, Size, drawn, hours_on, minute, on_days

ROOMY = Size(barred=0.05)
THREE = Size(cohorts=(3, 3), sessions=(2, 2), occasions=(2, 5), barred=0.08)
MANY = Size(cohorts=(4, 6), sessions=(2, 2), occasions=(4, 9), barred=0.03)
ONE_EACH = Size(cohorts=(4, 5), sessions=(1, 1), occasions=(2, 6), barred=0.08)
CROWDED = Size(cohorts=(6, 9), sessions=(2, 2), occasions=(5, 12), barred=0.0)
EFFORT = 5.0
FEW_OR_ALL = pytest.mark.parametrize("share", [0.25, pytest.param(1, marks=pytest.mark.audit)], ids=["few", "all"])
"""How many of the problems that are drawn: to go through all of them takes most of a minute."""


def _wishes(number: int, problem: Problem) -> tuple[frozenset[Requirement], Preference | None]:
    """Some conditions given up, and one preference alone, for half of the problems."""
    random = Random(number)
    given_up = [each for each in problem.requirements() if random.random() < 0.25] if random.random() < 0.5 else []
    return frozenset(given_up), random.choice((None, None, *Preference))


def _is_kept(
    problem: Problem, found: Solution, given_up: Collection[Requirement] = (), only: Preference | None = None
) -> bool:
    """Whether a plan breaks nothing and costs what it says."""
    assert found.arrangement is not None
    is_sound = is_free(broken(problem, found.arrangement), given_up)
    return is_sound and found.cost == price(problem, found.arrangement, only)


@FEW_OR_ALL
@pytest.mark.parametrize("size", [Size(), ROOMY, THREE], ids=["narrow", "roomy", "three"])
def test_plan_is_the_best_of_all_there_are_or_there_is_none(size: Size, share: float) -> None:
    possible = 0
    for number in range(int(120 * share)):
        problem = drawn(number, size)
        given_up, only = _wishes(number, problem)
        best = least_cost(problem, given_up, only)
        found = Search(problem, EFFORT, given_up, only).run()
        assert found.is_complete, number
        assert found.is_impossible == (best is None), number
        if best is not None:
            possible += 1
            assert (found.cost, found.bound) == (best, best), number
            assert _is_kept(problem, found, given_up, only), number
    # Neither answer is rare among the problems.
    assert 12 * share < possible < 108 * share


@FEW_OR_ALL
def test_plan_of_many_cohorts_is_sound_and_none_costs_less_than_its_bound(share: float) -> None:
    possible = 0
    for number in range(int(60 * share)):
        problem = drawn(number, ONE_EACH)
        given_up, only = _wishes(number, problem)
        found = Search(problem, EFFORT, given_up, only).run()
        best = least_cost(problem, given_up, only)
        assert found.is_impossible == (best is None), number
        if best is not None:
            possible += 1
            assert _is_kept(problem, found, given_up, only), number
            assert found.bound <= best <= found.cost, number
    assert 15 * share < possible < 55 * share


@FEW_OR_ALL
def test_what_is_told_of_many_cohorts_is_ever_better_and_comes_to_the_plan(share: float) -> None:
    improved = 0
    for number in range(int(40 * share)):
        problem = drawn(number, MANY)
        told: list[tuple[int, int]] = []
        found = Search(problem, EFFORT, tell=lambda *each, told=told: told.append(each)).run()
        if found.arrangement is not None:
            assert _is_kept(problem, found), number
            assert found.bound <= found.cost, number
            assert found.is_complete == (found.bound == found.cost), number
            costs = [cost for cost, _ in told]
            assert costs == sorted(costs, reverse=True), number
            assert costs[-1] == found.cost, number
            improved += costs[0] > costs[-1]
    assert improved > 3 * share


def test_cohorts_planned_anew_at_once_do_not_take_the_same() -> None:
    # Among these is one in which two groups, planned at one time, want the same hour of the same trainer.
    for number in (30, 31, 32):
        problem = drawn(number, CROWDED)
        found = Search(problem, EFFORT).run()
        if found.arrangement is not None:
            assert _is_kept(problem, found), number


def test_trip_that_cohorts_share_is_counted_once_in_the_bound() -> None:
    occasions = on_days(0)
    cohorts = [
        CohortToPlan(
            f"c{hour}",
            occasions,
            (Format(hours_on(occasions, hour, hour + 1), 1, (Candidate("t1"),), (Candidate("v1"),)),),
            (SessionToPlace(0, FIRST),),
        )
        for hour in (9, 10, 11, 12)
    ]
    found = Search(Problem(tuple(cohorts)), EFFORT).run()
    assert (found.cost, found.bound, found.is_complete) == (10, 10, True)


def test_what_a_first_look_has_found_out_of_the_bound_is_not_lost() -> None:
    problem = large(1, 14)
    bounds: list[int] = []
    found = Search(problem, 1.0, tell=lambda _, bound: bounds.append(bound)).run()
    assert _is_kept(problem, found)
    assert 0 < max(bounds) <= found.bound <= found.cost


def test_cohort_that_has_nothing_to_hold_does_not_keep_others_from_a_plan() -> None:
    nothing = CohortToPlan("n", on_days(0, 7), (), ())
    others = [_simple(f"c{number}") for number in range(3)]
    found = Search(Problem((nothing, *others)), EFFORT).run()
    assert found.arrangement is not None
    assert [len(placed) for placed in found.arrangement.cohorts] == [0, 1, 1, 1]


def _simple(identifier: str, days: int = 6) -> CohortToPlan:
    """A cohort of one session, with one trainer whom all share, on one of some days."""
    occasions = on_days(*range(days))
    form = Format(hours_on(occasions), 1, (Candidate("t1"),), (Candidate("v1"), Candidate("v2")))
    return CohortToPlan(identifier, occasions, (form,), (SessionToPlace(0, FIRST),))


def test_many_sessions_that_one_trainer_can_lead_in_a_day_are_those_that_do_not_meet() -> None:
    for number in range(200):
        random = Random(number)
        hours = [(start, start + random.randint(1, 5)) for start in random.sample(range(8, 18), random.randint(1, 6))]
        occasions = on_days(0)
        formats = [Format({0: (minute(FIRST, start), minute(FIRST, end))}) for start, end in hours]
        problem = Problem(tuple(CohortToPlan("c", occasions, (each,), ()) for each in formats))
        most = max(
            size
            for size in range(1, len(hours) + 1)
            for chosen in combinations(hours, size)
            if all(one[1] <= other[0] or other[1] <= one[0] for one, other in combinations(chosen, 2))
        )
        assert most_in_a_day(problem) == most, number


def test_sessions_of_several_days_are_counted_day_by_day() -> None:
    occasions = on_days(0, 1)
    early = Format(hours_on(occasions, 9, 10))
    late = Format({1: (minute(occasions[1].day, 10), minute(occasions[1].day, 11))})
    assert most_in_a_day(Problem((CohortToPlan("c", occasions, (early,), ()),))) == 1
    assert most_in_a_day(Problem((CohortToPlan("c", occasions, (early, late), ()),))) == 2
    assert most_in_a_day(Problem(())) == 1
