"""A new exercise."""

from __future__ import annotations

from coursewright.cli.scaffold.course_at_hand import CourseAtHand
from coursewright.cli.scaffold.lift import Lift
from coursewright.cli.scaffold.minutes import shared_out
from coursewright.cli.scaffold.name import Name
from coursewright.cli.scaffold.scaffold import Addition, Scaffold
from coursewright.cli.scaffold.template import rendered
from coursewright.model.exercise import Device
from coursewright.model.finding import Kind

DEFAULT_TITLES = {"it": "Nuovo esercizio", "en": "New exercise"}
DEFAULT_MINUTES = 60


def exercise_text(name: Name, lift: Lift, device: Device, minutes: int, language: str) -> str:
    """An exercise of so many minutes that practises one competency."""
    start, work, end = shared_out(minutes, 1, 4, 1)
    return rendered(
        f"exercise/{language}/exercise.md",
        name=name,
        lift=lift,
        device=device.value,
        minutes=minutes,
        start=start,
        work=work,
        end=end,
    )


def new_exercise(
    course: CourseAtHand, name: Name, lift: Lift, device: Device, minutes: int, module: str | None
) -> Scaffold:
    """An exercise, and its id in the list of the module that uses it, if there is one."""
    path = course.path_of(Kind.EXERCISE, name.id)
    file = course.curriculum.modules[module].origin.path if module is not None else None
    addition = Addition(file, "exercises", name.id) if file is not None else None
    return Scaffold({path: exercise_text(name, lift, device, minutes, course.language)}, addition)
