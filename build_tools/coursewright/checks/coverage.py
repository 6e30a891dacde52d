"""Every competency is taught, practised and assessed; every exercise is used.

Each check is silent when a module or exercise could not be read: what seems to be missing may stand there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Kind


def check_taught(curriculum: Curriculum) -> Iterator[Finding]:
    """competency-not-taught: no module teaches it."""
    if Kind.MODULE not in curriculum.unread_kinds:
        modules = curriculum.modules.values()
        taught = {teaching.competency for module in modules for teaching in module.teaches}
        yield from _left_out(Code.COMPETENCY_NOT_TAUGHT, curriculum, taught)


def check_practised(curriculum: Curriculum) -> Iterator[Finding]:
    """competency-not-practised and competency-not-assessed: no exercise does."""
    if Kind.EXERCISE not in curriculum.unread_kinds:
        exercises = curriculum.exercises.values()
        practised = {aim.competency for exercise in exercises for aim in exercise.practises}
        yield from _left_out(Code.COMPETENCY_NOT_PRACTISED, curriculum, practised)
        assessed = {identifier for exercise in exercises for identifier in exercise.assesses}
        yield from _left_out(Code.COMPETENCY_NOT_ASSESSED, curriculum, assessed)


def check_used(curriculum: Curriculum) -> Iterator[Finding]:
    """exercise-not-used: no module lists or plans it."""
    if Kind.MODULE in curriculum.unread_kinds:
        return
    used = {
        identifier
        for module in curriculum.modules.values()
        for identifier in (*module.exercises, *module.timetable_exercises)
    }
    for exercise in curriculum.exercises.values():
        if exercise.id not in used:
            yield Finding(Code.EXERCISE_NOT_USED, exercise.place("id"), {"found": exercise.id})


def _left_out(code: Code, curriculum: Curriculum, covered: Collection[str]) -> Iterator[Finding]:
    for identifier, seat in curriculum.competencies.items():
        if identifier not in covered:
            yield Finding(code, seat.competency.place("id"), {"found": identifier})
