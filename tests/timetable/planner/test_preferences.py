"""What the solver counts of a plan is what the plan costs."""

from __future__ import annotations

from itertools import islice

import pytest
from ortools.sat.python import cp_model

from coursewright.timetable.planner.arrangement import Arrangement, Preference
from coursewright.timetable.planner.draft import Draft
from coursewright.timetable.planner.literals import Literal
from coursewright.timetable.planner.preferences import WeightedSum, preferences
from coursewright.timetable.planner.problem import Problem
from coursewright.timetable.planner.solving import ALONE, run
from tests.timetable.planner.every_plan import plans, price
from tests.timetable.planner.tiny_problems import Size, drawn


def _least(problem: Problem, arrangement: Arrangement, preference: Preference) -> int:
    """The least that the solver counts by a preference where all its choices are those of a plan."""
    draft = Draft(problem)
    counted = preferences(draft)[preference]
    for cohort, placed in zip(draft.cohorts, arrangement.cohorts, strict=True):
        for choice, is_made in cohort.choices(placed):
            if isinstance(choice, bool):
                assert choice == is_made
            else:
                draft.model.add(choice == int(is_made))
    draft.model.minimize(counted.expression())
    solver = cp_model.CpSolver()
    assert run(solver, draft.model, 5.0, ALONE) == cp_model.OPTIMAL
    return round(solver.objective_value)


@pytest.mark.parametrize("preference", list(Preference))
def test_each_preference_counts_what_it_costs(preference: Preference) -> None:
    found = [
        (number, _least(problem, arrangement, preference), price(problem, arrangement, preference))
        for number in range(60)
        for problem in (drawn(number, Size(barred=0.05)),)
        for arrangement in islice(plans(problem), 0, 60, 30)
    ]
    assert [(number, counted) for number, counted, _ in found] == [(number, due) for number, _, due in found]
    assert len([due for _, _, due in found if due]) > 5


def test_settled_truths_are_counted_at_once() -> None:
    model = cp_model.CpModel()
    choice = model.new_bool_var("choice")
    total = WeightedSum()
    terms: list[tuple[Literal, int]] = [(True, 3), (False, 5), (choice, 2), (choice, 0)]
    for literal, weight in terms:
        total.add(literal, weight)
    assert (total.constant, total.weights) == (3, [2])
