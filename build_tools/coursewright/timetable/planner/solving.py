"""One run of the solver: the same answer for the same draft, however many cores there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Thread

from ortools.sat.python import cp_model

from coursewright.timetable.planner.arrangement import Arrangement
from coursewright.timetable.planner.draft import Draft

# So many searches take turns, whatever the machine has: their number is part of what the answer depends on.
_SEARCHES = 8
_SEED = 20230218
# Seconds between two looks at whether somebody wants to stop.
_LOOK = 0.02


@dataclass(frozen=True)
class Solution:
    """What a run came to: the best plan found, if any, its cost, and what none costs less than.

    ``is_complete`` says that nothing is left to look for: the plan is a best one, or there is none. ``effort`` is the
    work it took.
    """

    arrangement: Arrangement | None
    cost: int
    bound: int
    is_complete: bool
    effort: float

    @property
    def is_impossible(self) -> bool:
        """Whether it is certain that there is no plan."""
        return self.arrangement is None and self.is_complete


@dataclass(frozen=True)
class Manner:
    """How to search: ``alone``, or in several ways that take turns.

    Whether it ``prepares`` by trying what follows from each choice, and how much it makes of the ``linear`` programme:
    0 nothing, 2 the most.
    """

    alone: bool = False
    prepares: bool = True
    linear: int = 1


TURNS = Manner(linear=2)
ALONE = Manner(alone=True, linear=2)
QUICK = Manner(alone=True, prepares=False)
DARING = Manner(alone=True, prepares=False, linear=0)


# Who is told of a plan that is better: its cost, and what none costs less than.
Tell = Callable[[int, int], None]


def tell_nobody(cost: int, bound: int) -> None:
    """Tell nobody."""


class _Watcher(cp_model.CpSolverSolutionCallback):
    """Tells of each plan that is found."""

    def __init__(self, tell: Tell) -> None:
        super().__init__()
        self.tell = tell

    def on_solution_callback(self) -> None:
        self.tell(round(self.objective_value), round(self.best_objective_bound))


def solve(
    draft: Draft,
    effort: float,
    manner: Manner = TURNS,
    stop: Event | None = None,
    tell: Tell = tell_nobody,
) -> Solution:
    """Find the best plan of a draft, or any where it has no objective.

    ``effort`` is the most work to spend, in the solver's own unit: about a second on a usual machine, the same amount
    on any. What is found within it depends neither on time nor on cores. ``stop`` ends it with the best so far; each
    plan found is told, with its cost and the bound.
    """
    solver = cp_model.CpSolver()
    status = run(solver, draft.model, effort, manner, stop, tell)
    return _solution(draft, solver, status)


def run(
    solver: cp_model.CpSolver,
    model: cp_model.CpModel,
    effort: float,
    manner: Manner = TURNS,
    stop: Event | None = None,
    tell: Tell = tell_nobody,
) -> cp_model.CpSolverStatus:
    """Let a solver solve a model, as :func:`solve` says."""
    parameters = solver.parameters
    parameters.random_seed = _SEED
    # What is left of an effort may be less than nothing, which the solver takes for a broken model.
    parameters.max_deterministic_time = max(effort, 0.01)
    # An interruption is for the command to answer: it ends with the best plan so far.
    parameters.catch_sigint_signal = False
    parameters.num_workers = 1 if manner.alone else _SEARCHES
    # Turns of equal work, one after the other: threads that race would make the answer depend on the cores.
    parameters.interleave_search = not manner.alone
    parameters.linearization_level = manner.linear
    if not manner.prepares:
        parameters.cp_model_probing_level = 0
        parameters.symmetry_level = 0
    statuses: list[cp_model.CpSolverStatus] = []
    # Python hears of a signal only between two instructions of its main thread, and solving is a single one.
    worker = Thread(target=lambda: statuses.append(solver.solve(model, _Watcher(tell))), daemon=True)
    worker.start()
    while worker.is_alive():
        worker.join(_LOOK)
        if stop is not None and stop.is_set():
            solver.stop_search()
    return statuses[0]


def complete_hint(draft: Draft) -> None:
    """Let what is suggested of a draft suggest all that follows from it."""
    solver = cp_model.CpSolver()
    solver.parameters.fix_variables_to_their_hinted_value = True
    solver.parameters.num_workers = 1
    if solver.solve(draft.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        hint = draft.model.proto.solution_hint
        hint.vars.clear()
        hint.values.clear()
        hint.vars.extend(list(range(len(draft.model.proto.variables))))
        hint.values.extend(list(solver.response_proto.solution))


def _solution(draft: Draft, solver: cp_model.CpSolver, status: cp_model.CpSolverStatus) -> Solution:
    spent = solver.response_proto.deterministic_time
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Solution(None, 0, 0, status == cp_model.INFEASIBLE, spent)
    is_complete = status == cp_model.OPTIMAL
    cost = round(solver.objective_value)
    bound = cost if is_complete else round(solver.best_objective_bound)
    return Solution(draft.arrangement(solver), cost, bound, is_complete, spent)
