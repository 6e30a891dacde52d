"""The course in figures: how its lessons read, what each competency gets, how its hours are spent."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.model.module import Module
from coursewright.model.reading_ease import is_measured, reading
from coursewright.timetable.days_off import UnknownCalendarError
from coursewright.timetable.planned_cohort import PlannedCohort
from coursewright.timetable.sessions import plan
from coursewright.views.links import Link, docname_of, links


@dataclass(frozen=True)
class ModuleReading:
    """How a module reads: its Gulpease index, None where the course is not in Italian, and how many words it has."""

    module: Link
    ease: int | None
    words: int


@dataclass(frozen=True)
class ModuleRow:
    """A module: how it reads, its minutes of teaching, how many exercises it has, in its plan or beside it."""

    reading: ModuleReading
    minutes: int
    exercises: int


@dataclass(frozen=True)
class CompetencyRow:
    """A competency: whether any module teaches it, any exercise practises it, any assesses it."""

    competency: Link
    taught: bool
    practised: bool
    assessed: bool


@dataclass(frozen=True)
class CohortRow:
    """A cohort: minutes of its sessions that are held, breaks not counted, and of the modules that these teach.

    The first is None where its days cannot be told.
    """

    cohort: Link
    session_minutes: int | None
    module_minutes: int


@dataclass(frozen=True)
class CourseReport:
    """The course in figures; ``minutes`` are those of the whole path."""

    modules: tuple[ModuleRow, ...]
    competencies: tuple[CompetencyRow, ...]
    cohorts: tuple[CohortRow, ...]
    minutes: int


def course_report(curriculum: Curriculum) -> CourseReport:
    """The figures of a course, whatever of it could be read; modules in the order of the path."""
    return CourseReport(
        modules=tuple(_module_row(curriculum, module) for module in curriculum.modules_in_order),
        competencies=_competency_rows(curriculum),
        cohorts=tuple(_cohort_row(curriculum, cohort) for cohort in curriculum.cohorts.values()),
        minutes=sum(module.minutes for module in curriculum.path),
    )


def module_reading(curriculum: Curriculum, module: Module) -> ModuleReading:
    """How a module reads."""
    read = reading(module.prose)
    ease = read.ease if is_measured(curriculum.course.language) else None
    return ModuleReading(Link(Kind.MODULE, module.id, module.title, docname_of(module)), ease, read.words)


def _module_row(curriculum: Curriculum, module: Module) -> ModuleRow:
    exercises = {*module.exercises, *module.timetable_exercises} & curriculum.exercises.keys()
    return ModuleRow(module_reading(curriculum, module), module.minutes, len(exercises))


def _competency_rows(curriculum: Curriculum) -> tuple[CompetencyRow, ...]:
    taught = {teaching.competency for module in curriculum.modules.values() for teaching in module.teaches}
    exercises = curriculum.exercises.values()
    practised = {aim.competency for exercise in exercises for aim in exercise.practises}
    assessed = {identifier for exercise in exercises for identifier in exercise.assesses}
    return tuple(
        CompetencyRow(each, each.id in taught, each.id in practised, each.id in assessed)
        for each in links(curriculum, Kind.COMPETENCY, curriculum.competencies)
    )


def _cohort_row(curriculum: Curriculum, cohort: Cohort) -> CohortRow:
    sessions = [session for session in cohort.calendar.sessions if session.cancelled is None]
    modules = {module for session in sessions for module in session.modules} & curriculum.modules.keys()
    return CohortRow(
        Link(Kind.COHORT, cohort.id, cohort.title, docname_of(cohort)),
        _session_minutes(curriculum, cohort),
        sum(curriculum.modules[module].minutes for module in modules),
    )


def _session_minutes(curriculum: Curriculum, cohort: Cohort) -> int | None:
    try:
        planned = PlannedCohort(cohort, plan(cohort, curriculum.venues, curriculum.course.language))
    except (UnknownCalendarError, LookupError, ValueError, OSError):  # holidays or time zone that nobody knows
        return None
    return None if planned.plan.unplanned else sum(each.minutes for each in planned.held)
