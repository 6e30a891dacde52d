"""Planning problems large enough that looking through them takes long: few people, and days that all want."""

from __future__ import annotations

from random import Random

from coursewright.timetable.planner.problem import Candidate, CohortToPlan, Format, Problem, SessionToPlace
from tests.timetable.planner.tiny_problems import hours_on, on_days


def large(cohorts: int, sessions: int, days: int = 140) -> Problem:
    """So many cohorts of so many sessions each, all of whom want the same people and places."""
    occasions = on_days(*range(0, days, 2))
    made = []
    for index in range(cohorts):
        random = Random(index)
        form = Format(
            hours_on(occasions),
            2,
            tuple(Candidate(f"t{number}") for number in range(6)),
            tuple(Candidate(f"v{number}") for number in range(4)),
        )
        evens = [random.choice(occasions).day for _ in range(sessions)]
        bridges: dict[str | None, frozenset[int]] = {
            f"v{number}": frozenset(random.sample(range(len(occasions)), len(occasions) // 2)) for number in range(4)
        }
        made.append(
            CohortToPlan(
                f"c{index}", occasions, (form,), tuple(SessionToPlace(0, each) for each in evens), bridges=bridges
            )
        )
    return Problem(tuple(made))
