"""What must hold of a plan, one condition at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from coursewright.timetable.planner.draft import Draft
from coursewright.timetable.planner.problem import CohortToPlan, Distance, Format, Occasion, Problem, SessionToPlace
from coursewright.timetable.planner.requirement import Requirement, RequirementKind
from coursewright.timetable.planner.solving import ALONE, solve
from tests.timetable.planner.tiny_problems import FIRST, hours_on, minute, on_days, rule

STAYS = rule(1, RequirementKind.SESSION_DAY)
AT_LEAST = rule(2, RequirementKind.AT_LEAST)


def _days(problem: Problem, *given_up: Requirement) -> list[list[int]] | None:
    """The days of each cohort's sessions, counted from the first; None where there is no plan."""
    found = solve(Draft(problem, frozenset(given_up)), 5.0, ALONE)
    assert found.is_complete
    if found.arrangement is None:
        return None
    return [
        [(cohort.occasions[each.occasion].day - FIRST).days for each in placed]
        for cohort, placed in zip(problem.cohorts, found.arrangement.cohorts, strict=True)
    ]


def _beside_kept(*free: int, at_least: int = 1) -> Problem:
    """A session that stays on the first day, and another that can be held on the free days."""
    occasions = tuple(
        replace(each, bars=((STAYS,),) if each.day == FIRST else ((STAYS, AT_LEAST),)) if offset < at_least else each
        for offset, each in zip(free, on_days(*free), strict=True)
    )
    own = Occasion(FIRST, minute(FIRST, 9), kept_for=0)
    both = tuple(sorted((own, *occasions), key=lambda each: (each.day, each.starts_at)))
    own_hours = {both.index(own): (minute(FIRST, 9), minute(FIRST, 11))}
    formats = (Format({**hours_on(both), **own_hours}), Format(hours_on(both)))
    sessions = (SessionToPlace(0, FIRST, kept=STAYS), SessionToPlace(1, FIRST + timedelta(days=1)))
    distance = Distance(at_least, AT_LEAST)
    return Problem((CohortToPlan("c", both, formats, sessions, at_least=distance),))


def test_session_that_stays_has_its_day_to_itself() -> None:
    assert _days(_beside_kept(0)) is None
    assert _days(_beside_kept(0, 7)) == [[0, 7]]


def test_day_of_a_session_that_need_not_stay_is_free_for_another_only_if_it_goes() -> None:
    assert _days(_beside_kept(0), STAYS) is None
    assert _days(_beside_kept(0), STAYS, AT_LEAST) is None


def test_days_near_a_session_that_need_not_stay_are_free_for_another_only_if_it_goes() -> None:
    assert _days(_beside_kept(3, at_least=7), STAYS) is None
    assert _days(_beside_kept(3, at_least=7), STAYS, AT_LEAST) == [[0, 3]]
    assert _days(_beside_kept(3, at_least=7), AT_LEAST) == [[0, 3]]
