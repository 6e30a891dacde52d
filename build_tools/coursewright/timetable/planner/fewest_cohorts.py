"""Which cohorts are in each other's way, where all together have no plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from threading import Event

from coursewright.timetable.planner.draft import Draft
from coursewright.timetable.planner.problem import CohortToPlan, Problem
from coursewright.timetable.planner.solving import ALONE, solve


def fewest_cohorts(problem: Problem, effort: float, stop: Event | None = None) -> Problem:
    """A problem without a plan, with none of its cohorts more than that takes: without any of them there is one.

    Each question is asked within the effort; cohorts of which it was not found out stay.
    """
    needed: list[CohortToPlan] = []
    rest = list(problem.cohorts)
    while rest and not _is_impossible(problem, needed, effort, stop):
        # The shortest row of further cohorts that leaves no plan: its last is needed.
        row: list[CohortToPlan] = []
        for cohort in rest:
            row.append(cohort)
            if stop is not None and stop.is_set():
                return problem
            if len(row) == len(rest) or _is_impossible(problem, [*needed, *row], effort, stop):
                break
        needed.append(row.pop())
        rest = row
    in_order = tuple(cohort for cohort in problem.cohorts if cohort in needed)
    return replace(problem, cohorts=in_order)


def _is_impossible(problem: Problem, cohorts: Sequence[CohortToPlan], effort: float, stop: Event | None) -> bool:
    """Whether it is certain that some cohorts have no plan."""
    part = replace(problem, cohorts=tuple(cohorts))
    return bool(cohorts) and solve(Draft(part), effort, ALONE, stop).is_impossible
