"""The conditions of a problem."""

from __future__ import annotations

from dataclasses import replace

from coursewright.timetable.planner.problem import (
    Before,
    Candidate,
    CohortToPlan,
    Distance,
    Format,
    Problem,
    SessionToPlace,
    TooFar,
)
from tests.timetable.planner.tiny_problems import FIRST, hours_on, on_days, rule


def _cohort() -> CohortToPlan:
    """A cohort with a condition of its own in each place that has one."""
    occasions = on_days(0, 1, bars={1: ((rule(1),), (rule(2), rule(3)))})
    form = Format(
        hours_on(occasions),
        1,
        (Candidate("t1", {0: ((rule(4),),)}),),
        (Candidate("v1", {1: ((rule(5),),)}),),
        rule(6),
        (TooFar(0, "t1", "v1", (rule(7),)),),
    )
    session = SessionToPlace(0, FIRST, {"t1": ((rule(8),),)}, {"v1": ((rule(9),),)}, rule(10))
    return CohortToPlan(
        "c",
        occasions,
        (form,),
        (session, replace(session, kept=None)),
        (Before(0, 1, rule(11)), Before(1, 0)),
        Distance(2, rule(12)),
        Distance(9, rule(13)),
    )


def test_conditions_are_those_of_every_part_once() -> None:
    found = _cohort().requirements()
    assert sorted(each.place.line for each in found) == list(range(1, 14))


def test_conditions_that_cohorts_share_are_one() -> None:
    cohort = _cohort()
    other = replace(cohort, at_least=Distance(2, rule(14)))
    assert Problem((cohort, other)).requirements() == (*cohort.requirements(), rule(14))
