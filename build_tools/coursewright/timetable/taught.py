"""What the sessions of a cohort teach: in which order, for how long, and what is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Value
from coursewright.model.module import Module, plan_minutes
from coursewright.model.planned_session import PlannedSession
from coursewright.timetable.planned_cohort import PlannedCohort


def check_taught(curriculum: Curriculum, planned: PlannedCohort) -> Iterator[Finding]:
    """taught-before-required, hours-off, module-not-taught."""
    yield from _order(curriculum, planned)
    if not planned.plan.unplanned:
        yield from _hours(curriculum, planned)
    yield from _not_taught(curriculum, planned)


def _order(curriculum: Curriculum, planned: PlannedCohort) -> Iterator[Finding]:
    """Modules that a session teaches before one that they require; where the path does so too, it is at fault."""
    first, numbers = _first_taught(planned), curriculum.numbers
    for module, taught in first.items():
        known = curriculum.modules.get(module)
        for required in known.requires if known is not None else ():
            is_later = numbers.get(required, 0) < numbers.get(module, 0)
            if is_later and required in first and taught.starts_at < first[required].starts_at:
                values: dict[str, Value] = {"module": module, "required": required, "day": first[required].day}
                yield Finding(Code.TAUGHT_BEFORE_REQUIRED, taught.session.place("modules"), values)


def _first_taught(planned: PlannedCohort) -> Mapping[str, PlannedSession]:
    first: dict[str, PlannedSession] = {}
    for each in planned.held:
        for module in each.session.modules:
            first.setdefault(module, each)
    return first


def _hours(curriculum: Curriculum, planned: PlannedCohort) -> Iterator[Finding]:
    """Sessions that take more or less time than the modules they teach.

    A module may go over several sessions and a session may teach several modules: sessions and modules that hang
    together so are compared as a whole. A module whose own plan takes another time is told elsewhere.
    """
    exercises = {exercise.id: exercise.minutes for exercise in curriculum.exercises.values()}
    for sessions, modules in _teaching_together(planned):
        if not all(_is_settled(curriculum.modules.get(module), exercises) for module in modules):
            continue
        minutes = sum(each.minutes for each in sessions)
        expected = sum(curriculum.modules[module].minutes for module in modules)
        if minutes != expected:
            values: dict[str, Value] = {
                "sessions": ", ".join(each.session.id for each in sessions),
                "modules": ", ".join(modules),
                "found": minutes,
                "expected": expected,
                "difference": abs(minutes - expected),
            }
            related = tuple(curriculum.modules[module].place("minutes") for module in modules)
            yield Finding(Code.HOURS_OFF, sessions[0].session.place("modules"), values, related)


def _is_settled(module: Module | None, exercises: dict[str, int]) -> bool:
    """Whether it is known how long a module takes."""
    return module is not None and (not module.plan or plan_minutes(module, exercises) in (None, module.minutes))


def _teaching_together(planned: PlannedCohort) -> Iterator[tuple[list[PlannedSession], list[str]]]:
    """Sessions in order of time with the modules that they, and only they, teach."""
    for positions, modules in taught_together([each.session.modules for each in planned.held]):
        yield [planned.held[index] for index in positions], modules


def _not_taught(curriculum: Curriculum, planned: PlannedCohort) -> Iterator[Finding]:
    """Modules of the path that a cohort with a programme never teaches.

    A course grows after an edition is announced: what came into its path since the calendar was first published is not
    missed. Silent where a session names no module, or one that is not there: it may be the one that is missed.
    """
    sessions = [each for each in planned.cohort.calendar.sessions if each.cancelled is None]
    taught = {module for session in sessions for module in session.modules}
    if not taught or not all(session.modules for session in sessions) or not taught <= curriculum.modules.keys():
        return
    place = planned.cohort.place("calendar", "sessions")
    for module in announced_modules(curriculum, planned.cohort):
        if module.id not in taught:
            yield Finding(Code.MODULE_NOT_TAUGHT, place, {"found": module.id, "cohort": planned.cohort.id})


def announced_modules(curriculum: Curriculum, cohort: Cohort) -> tuple[Module, ...]:
    """The modules of the path that a cohort is to teach: those it had when the calendar was first published."""
    published = curriculum.published.get(cohort.id)
    return tuple(module for module in curriculum.path if published is None or module.id in published.path)


def taught_together(taught: Sequence[Sequence[str]]) -> Iterator[tuple[list[int], list[str]]]:
    """Positions of sessions, in order, with the modules that they and only they teach.

    ``taught`` are the ids of each session's modules.
    """
    teaching: dict[str, list[int]] = defaultdict(list)
    for index, modules in enumerate(taught):
        for module in dict.fromkeys(modules):
            teaching[module].append(index)
    seen: set[str] = set()
    for first in teaching:
        if first in seen:
            continue
        sessions: set[int] = set()
        together, waiting = [], [first]
        seen.add(first)
        while waiting:
            module = waiting.pop()
            together.append(module)
            for index in teaching[module]:
                if index not in sessions:
                    sessions.add(index)
                    news = [other for other in dict.fromkeys(taught[index]) if other not in seen]
                    seen.update(news)
                    waiting.extend(news)
        yield sorted(sessions), together
