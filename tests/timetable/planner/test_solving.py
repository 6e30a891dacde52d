"""One run of the solver."""

from __future__ import annotations

from threading import Event

import pytest
from ortools.sat.python import cp_model

from coursewright.timetable.planner.draft import Draft
from coursewright.timetable.planner.preferences import preferences
from coursewright.timetable.planner.problem import CohortToPlan, Format, Problem, SessionToPlace
from coursewright.timetable.planner.solving import ALONE, QUICK, TURNS, Manner, complete_hint, solve
from tests.timetable.planner.every_plan import broken, least_cost, price
from tests.timetable.planner.large_problem import large
from tests.timetable.planner.tiny_problems import FIRST, Size, drawn


def _draft(problem: Problem) -> Draft:
    draft = Draft(problem)
    draft.model.minimize(cp_model.LinearExpr.sum([each.expression() for each in preferences(draft).values()]))
    return draft


@pytest.mark.parametrize("manner", [ALONE, QUICK, TURNS], ids=["alone", "quick", "turns"])
def test_each_manner_finds_a_best_plan(manner: Manner) -> None:
    for number in range(25):
        problem = drawn(number, Size(barred=0.05))
        found, best = solve(_draft(problem), 5.0, manner), least_cost(problem)
        assert found.is_complete
        assert found.is_impossible == (best is None)
        if best is not None:
            assert (found.cost, found.bound) == (best, best)


def test_little_effort_gives_a_bound_that_says_what_is_not_known() -> None:
    problem = large(1, 8)
    found = solve(_draft(problem), 0.5, ALONE)
    assert not found.is_complete
    assert not found.is_impossible
    assert found.effort < 2
    if found.arrangement is not None:
        assert broken(problem, found.arrangement) == set()
        assert found.bound < found.cost == price(problem, found.arrangement)


def test_session_without_an_occasion_is_impossible() -> None:
    problem = Problem((CohortToPlan("c", (), (Format({}),), (SessionToPlace(0, FIRST),)),))
    assert solve(Draft(problem), 1.0).is_impossible


def test_each_plan_found_is_told_with_the_bound() -> None:
    told: list[tuple[int, int]] = []
    found = solve(_draft(large(1, 2, 30)), 20.0, ALONE, Event(), lambda *each: told.append(each))
    assert found.is_complete
    assert told[-1][0] == found.cost
    assert all(bound <= cost for cost, bound in told)


def test_suggested_plan_is_where_the_search_begins() -> None:
    problem = large(1, 6)
    known = solve(_draft(problem), 3.0, ALONE)
    assert known.arrangement is not None
    draft = _draft(problem)
    draft.suggest(known.arrangement)
    complete_hint(draft)
    assert len(draft.model.proto.solution_hint.vars) == len(draft.model.proto.variables)
    told: list[tuple[int, int]] = []
    solve(draft, 0.5, ALONE, Event(), lambda *each: told.append(each))
    assert told[0][0] <= known.cost
