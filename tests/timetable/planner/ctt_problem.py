"""Course timetabling as a planning problem: courses are cohorts, lectures sessions, periods occasions."""

from __future__ import annotations

from datetime import date, timedelta

from coursewright.model.planning import Preferences
from coursewright.timetable.planner.problem import (
    Before,
    Candidate,
    CohortToPlan,
    Format,
    Occasion,
    Problem,
    SessionToPlace,
)
from tests.timetable.planner.ctt import Course, Instance

# A made-up week: days and minutes only have to be different.
_FIRST = date(2007, 10, 1)
_MINUTES_OF_DAY, _MINUTES_OF_PERIOD = 24 * 60, 60
_INDIFFERENT = Preferences(trips=0, spacing=0, bridge_days=0, late_days=0, places=0, people=0)


def as_problem(instance: Instance) -> Problem:
    """An instance as a problem of ours, in which all that is hard in the format is hard, and nothing else.

    Each course is led by its teacher and by every curriculum that has it, which therefore are at one lecture at a time.
    An occasion's position is its period. The format's own preferences are not in it.
    """
    return Problem(tuple(_cohort(instance, course) for course in instance.courses))


def _cohort(instance: Instance, course: Course) -> CohortToPlan:
    leaders = [f"teacher {course.teacher}"]
    leaders += [f"curriculum {each.id}" for each in instance.curricula if course.id in each.courses]
    lectures = range(course.lectures)
    return CohortToPlan(
        id=course.id,
        occasions=tuple(_occasion(instance, course, period) for period in instance.periods),
        formats=(
            Format(
                hours={period: (start, start + _MINUTES_OF_PERIOD) for period, start in _starts(instance).items()},
                leaders=len(leaders),
                trainers=tuple(map(Candidate, leaders)),
                venues=tuple(Candidate(room.id) for room in instance.rooms),
            ),
        ),
        sessions=tuple(SessionToPlace(0, _FIRST) for _ in lectures),
        # Lectures of a course are all alike: in one order they are not tried in all others.
        before=tuple(Before(lecture, lecture + 1) for lecture in lectures[:-1]),
        weights=_INDIFFERENT,
    )


def _occasion(instance: Instance, course: Course, period: int) -> Occasion:
    is_barred = (course.id, period) in instance.unavailable
    day = _FIRST + timedelta(days=instance.day_of(period))
    # What nobody has written and nobody can give up.
    return Occasion(day, _starts(instance)[period], bars=((),) if is_barred else ())


def _starts(instance: Instance) -> dict[int, int]:
    """When each period begins, in minutes."""
    per_day = instance.periods_per_day
    return {
        period: instance.day_of(period) * _MINUTES_OF_DAY + period % per_day * _MINUTES_OF_PERIOD
        for period in instance.periods
    }
