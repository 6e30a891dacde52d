"""Truth values that are chosen or settled."""

from __future__ import annotations

import pytest
from ortools.sat.python import cp_model

from coursewright.timetable.planner.literals import negated


@pytest.mark.parametrize("settled", [True, False])
def test_opposite_of_what_is_settled_is_settled(settled: bool) -> None:
    assert negated(settled) is not settled


@pytest.mark.parametrize("wanted", [0, 1])
def test_opposite_of_a_choice_follows_it(wanted: int) -> None:
    model = cp_model.CpModel()
    choice = model.new_bool_var("choice")
    model.add(choice == wanted)
    solver = cp_model.CpSolver()
    solver.solve(model)
    opposite = negated(choice)
    assert not isinstance(opposite, bool)
    assert [solver.boolean_value(choice), solver.boolean_value(opposite)] == [bool(wanted), not wanted]
