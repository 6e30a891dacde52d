"""A new lesson."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.cli.scaffold.course_at_hand import CourseAtHand
from coursewright.cli.scaffold.lift import Lift
from coursewright.cli.scaffold.minutes import shared_out
from coursewright.cli.scaffold.name import Name
from coursewright.cli.scaffold.scaffold import Addition, Scaffold
from coursewright.cli.scaffold.template import rendered
from coursewright.model.finding import Kind

DEFAULT_TITLES = {"it": "Nuovo modulo", "en": "New module"}
DEFAULT_MINUTES = 120


@dataclass(frozen=True)
class PlannedExercise:
    """An exercise in the plan of a new lesson, in minutes."""

    id: str
    minutes: int


def module_text(name: Name, lift: Lift, minutes: int, language: str, exercise: PlannedExercise | None = None) -> str:
    """A lesson of so many minutes, those of the exercise in its plan included."""
    opening, situation, ideas, closing = shared_out(minutes - (exercise.minutes if exercise else 0), 1, 2, 4, 1)
    return rendered(
        f"module/{language}/module.md",
        name=name,
        lift=lift,
        minutes=minutes,
        opening=opening,
        situation=situation,
        ideas=ideas,
        closing=closing,
        exercise=exercise,
    )


def new_module(course: CourseAtHand, name: Name, lift: Lift, minutes: int) -> Scaffold:
    """A lesson at the end of the course's path."""
    path = course.path_of(Kind.MODULE, name.id)
    addition = Addition("curriculum/course.yaml", "path", name.id)
    return Scaffold({path: module_text(name, lift, minutes, course.language)}, addition)
