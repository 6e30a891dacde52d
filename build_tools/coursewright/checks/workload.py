"""Time and numbers add up: plans, steps, group sizes, sessions."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Value
from coursewright.model.module import Module, plan_minutes


def check_plans(curriculum: Curriculum) -> Iterator[Finding]:
    """plan-off, plan-missing, planned-not-listed; a plan with an unknown exercise is not added up."""
    minutes = {exercise.id: exercise.minutes for exercise in curriculum.exercises.values()}
    for module in curriculum.modules.values():
        if not module.plan:
            yield Finding(Code.PLAN_MISSING, module.place())
            continue
        total = plan_minutes(module, minutes)
        if total is not None and total != module.minutes:
            place, related = module.place("minutes"), (module.place("plan"),)
            yield Finding(Code.PLAN_OFF, place, _difference(total, module.minutes), related)
        yield from _not_listed(module)


def check_steps(curriculum: Curriculum) -> Iterator[Finding]:
    """steps-off: an exercise with steps that do not add up to its minutes."""
    for exercise in curriculum.exercises.values():
        total = sum(step.minutes for step in exercise.steps)
        if exercise.steps and total != exercise.minutes:
            place, related = exercise.place("minutes"), (exercise.place("steps"),)
            yield Finding(Code.STEPS_OFF, place, _difference(total, exercise.minutes), related)


def check_group_sizes(curriculum: Curriculum) -> Iterator[Finding]:
    """group-size-reversed: at least more than at most."""
    for exercise in curriculum.exercises.values():
        size = exercise.group
        if size.min > size.max:
            values = {"least": size.min, "most": size.max}
            yield Finding(Code.GROUP_SIZE_REVERSED, size.place("min"), values)


def check_sessions(curriculum: Curriculum) -> Iterator[Finding]:
    """session-without-modules: a session that is held and teaches nothing."""
    for cohort in curriculum.cohorts.values():
        for session in cohort.calendar.sessions:
            if not session.modules and session.cancelled is None:
                yield Finding(Code.SESSION_WITHOUT_MODULES, session.place("id"), {"found": session.id})


def _difference(found: int, expected: int) -> dict[str, Value]:
    return {"found": found, "expected": expected, "difference": abs(found - expected)}


def _not_listed(module: Module) -> Iterator[Finding]:
    for item in module.plan:
        if item.exercise is not None and item.exercise not in module.exercises:
            yield Finding(Code.PLANNED_NOT_LISTED, item.place("exercise"), {"found": item.exercise})
