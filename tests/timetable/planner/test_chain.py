"""One choice among occasions in order."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from ortools.sat.python import cp_model

from coursewright.timetable.planner.chain import Chain
from coursewright.timetable.planner.literals import Literal


class _Every(cp_model.CpSolverSolutionCallback):
    """Gathers what each solution chooses of some literals."""

    def __init__(self, rows: Sequence[Sequence[Literal]]) -> None:
        super().__init__()
        self.rows = rows
        self.found: list[list[list[bool]]] = []

    def on_solution_callback(self) -> None:
        self.found.append([[bool(self.boolean_value(each)) for each in row] for row in self.rows])


def _every(model: cp_model.CpModel, *rows: Sequence[Literal]) -> list[list[list[bool]]]:
    solver = cp_model.CpSolver()
    solver.parameters.enumerate_all_solutions = True
    solver.parameters.num_workers = 1
    every = _Every(rows)
    solver.solve(model, every)
    return every.found


@pytest.mark.parametrize("allowed", [[0], [2], [0, 1, 2], [1, 4], [0, 3, 4]])
def test_exactly_one_occasion_is_chosen_and_by_says_whether_it_is_over(allowed: list[int]) -> None:
    model = cp_model.CpModel()
    chain = Chain(model, allowed, "s")
    found = _every(model, list(chain.at.values()), [chain.by(each) for each in range(6)])
    expected = [[[each == chosen for each in allowed], [chosen <= each for each in range(6)]] for chosen in allowed]
    assert sorted(found) == sorted(expected)


def test_without_an_occasion_there_is_no_choice() -> None:
    model = cp_model.CpModel()
    assert Chain(model, [], "s").by(3) is False
    assert _every(model) == []


@pytest.mark.parametrize("allowed", [([0, 1, 2, 3], [0, 1, 2, 3]), ([1, 3], [0, 2]), ([2], [0, 1]), ([0], [3])])
@pytest.mark.parametrize("apart", [1, 2])
def test_one_choice_before_another_by_so_many_occasions(allowed: tuple[list[int], list[int]], apart: int) -> None:
    model = cp_model.CpModel()
    first, second = (Chain(model, each, name) for each, name in zip(allowed, "ab", strict=True))
    first.before(second, [each - apart for each in range(4)])
    found = _every(model, list(first.at.values()), list(second.at.values()))
    chosen = sorted((allowed[0][one.index(True)], allowed[1][other.index(True)]) for one, other in found)
    assert chosen == [(one, other) for one in allowed[0] for other in allowed[1] if one + apart <= other]


def test_order_does_not_hold_where_it_is_relaxed() -> None:
    model = cp_model.CpModel()
    first, second = Chain(model, [0, 1], "a"), Chain(model, [0, 1], "b")
    relaxed = model.new_bool_var("relaxed")
    first.before(second, [-1, 0], (relaxed,))
    found = _every(model, list(first.at.values()), list(second.at.values()), [relaxed])
    assert len([each for each in found if each[2] == [True]]) == 4
    assert [each for each in found if each[2] == [False]] == [[[True, False], [False, True], [False]]]
