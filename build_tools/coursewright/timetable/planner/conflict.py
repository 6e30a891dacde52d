"""Why there is no plan: the smallest set of conditions that no plan can all keep, and the cheapest to give up."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from threading import Event

from ortools.sat.python import cp_model

from coursewright.timetable.planner.draft import Draft
from coursewright.timetable.planner.problem import Problem
from coursewright.timetable.planner.requirement import Requirement
from coursewright.timetable.planner.solving import ALONE, DARING, TURNS, run

# How much work each question is worth, in which manner; again where that gave no answer.
_ATTEMPTS = ((5.0, DARING), (10.0, ALONE), (30.0, TURNS))
_HITTING = 10.0
_MOST = 300.0
_ROUNDS = 200


@dataclass(frozen=True)
class Conflict:
    """Conditions that no plan can all keep; ``is_smallest`` says that no fewer do.

    ``relaxation`` are those that cost least to give up: without them there is a plan. Both are empty where there is
    none however many are given up. ``sessions`` is how many each cohort that is concerned has to hold.
    """

    requirements: tuple[Requirement, ...]
    is_smallest: bool
    relaxation: tuple[Requirement, ...]
    sessions: tuple[tuple[str, int], ...] = ()


def conflict(problem: Problem, stop: Event | None = None, effort: float = _MOST) -> Conflict | None:
    """Explain why a problem has no plan; None where that was not found out within the effort, or was stopped.

    By hitting sets: whatever conflicts holds at least one condition of each set without which there is a plan, so the
    smallest choice of such is in conflict itself or leads to another set.
    """
    explaining = _Explaining(problem, stop, effort)
    sessions = tuple((cohort.id, len(cohort.sessions)) for cohort in problem.cohorts)
    relaxation = explaining.cheapest()
    if relaxation is None:
        return None
    if not explaining.is_solvable:
        return Conflict((), True, (), sessions)
    corrections = [relaxation]
    for _ in range(_ROUNDS):
        kept = smallest_hitting_set(corrections)
        correction = explaining.without(kept)
        if correction is None:
            break
        if not correction:
            return Conflict(_in_order(kept), True, _in_order(relaxation), sessions)
        corrections.append(correction)
    if stop is not None and stop.is_set():
        return None
    return Conflict((), False, _in_order(relaxation), sessions)


def smallest_hitting_set(sets: Sequence[Sequence[Requirement]]) -> tuple[Requirement, ...]:
    """A smallest set that has something of each of some sets; of several one that costs least."""
    model = cp_model.CpModel()
    found: dict[Requirement, cp_model.BoolVarT] = {}
    for each in sets:
        for requirement in each:
            if requirement not in found:
                found[requirement] = model.new_bool_var(str(len(found)))
        model.add_at_least_one(found[requirement] for requirement in each)
    # One condition more costs more than all of them: first as few as can be, then as cheap.
    many = 1 + sum(each.cost for each in found)
    model.minimize(cp_model.LinearExpr.weighted_sum(list(found.values()), [many + each.cost for each in found]))
    solver = cp_model.CpSolver()
    run(solver, model, _HITTING, ALONE)
    return tuple(each for each, literal in found.items() if solver.boolean_value(literal))


class _Explaining:
    """A draft in which each condition may be given up."""

    def __init__(self, problem: Problem, stop: Event | None, effort: float) -> None:
        self.draft = Draft(problem, can_relax=True)
        self.stop = stop
        self.left = effort
        self.is_solvable = True

    def cheapest(self) -> tuple[Requirement, ...] | None:
        """The conditions that cost least to give up so that there is a plan; None where that was not found out."""
        return self._given_up((), [each.cost for each in self.draft.holds], needs_best=True)

    def without(self, kept: Sequence[Requirement]) -> tuple[Requirement, ...] | None:
        """What has to be given up where some are kept: nothing where there is no plan with them; None if unknown."""
        return self._given_up(kept, [1 for _ in self.draft.holds], needs_best=False)

    def _given_up(
        self, kept: Sequence[Requirement], weights: Sequence[int], needs_best: bool
    ) -> tuple[Requirement, ...] | None:
        holds = self.draft.holds
        # What this question keeps must not hold for the next one.
        model = self.draft.model.clone()
        for each in kept:
            model.add(holds[each] == 1)
        model.minimize(cp_model.LinearExpr.weighted_sum([each.negated() for each in holds.values()], list(weights)))
        for effort, manner in _ATTEMPTS:
            solver = cp_model.CpSolver()
            status = run(solver, model, min(effort, self.left), manner, self.stop)
            self.left -= solver.response_proto.deterministic_time
            if self.left <= 0 and status == cp_model.UNKNOWN:
                return None
            if self.stop is not None and self.stop.is_set():
                return None
            if status == cp_model.INFEASIBLE:
                self.is_solvable = bool(kept)
                return ()
            is_last = (effort, manner) == _ATTEMPTS[-1]
            if status == cp_model.OPTIMAL or (status == cp_model.FEASIBLE and (is_last or not needs_best)):
                return tuple(each for each, literal in holds.items() if not solver.boolean_value(literal))
        return None


def _in_order(requirements: Collection[Requirement]) -> tuple[Requirement, ...]:
    return tuple(sorted(requirements, key=lambda each: (each.place, each.kind)))
