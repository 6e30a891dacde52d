"""The run sheet of a session: what happens at which time by the clock, with cues, materials, room and who leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coursewright.model.curriculum import Curriculum
from coursewright.model.exercise import Exercise
from coursewright.model.finding import Kind
from coursewright.model.module import PlanItem
from coursewright.model.planned_session import PlannedSession, SessionStatus
from coursewright.timetable.sessions import plan
from coursewright.views.links import Link, link, links


@dataclass(frozen=True)
class RunStep:
    """A step of an exercise, by the clock."""

    starts_at: datetime
    title: str
    minutes: int
    cue: str


@dataclass(frozen=True)
class RunStretch:
    """A stretch of the day, by the clock: an exercise with its steps, a break, or a titled part of a lesson."""

    starts_at: datetime
    title: str
    exercise: Link | None
    is_break: bool
    minutes: int
    cue: str
    steps: tuple[RunStep, ...]


@dataclass(frozen=True)
class RunSheet:
    """All that who leads a session needs at hand; instants in the cohort's zone.

    ``number`` counts the sessions that are held, from 1. ``ends_late`` is by how many minutes the stretches go beyond
    the session's end.
    """

    number: int
    title: str
    modules: tuple[Link, ...]
    starts_at: datetime
    ends_at: datetime
    venue: Link | None
    municipality: str
    is_online: bool
    trainers: tuple[Link, ...]
    stretches: tuple[RunStretch, ...]
    materials: tuple[str, ...]
    ends_late: int


def run_sheet_ids(curriculum: Curriculum, cohort: str) -> tuple[str, ...]:
    """The ids of the sessions of a cohort that have a run sheet, in order of time."""
    return tuple(each.session.id for each in _held(curriculum, cohort))


def run_sheet(curriculum: Curriculum, cohort: str, session: str) -> RunSheet:
    """The run sheet of one session; KeyError where the cohort holds none of that id.

    A module that several sessions teach goes on in the next where the one before has no time left for it.
    """
    held = _held(curriculum, cohort)
    waiting = {module: list(_items(curriculum, module)) for each in held for module in each.session.modules}
    for number, each in enumerate(held, start=1):
        later = {module for other in held[number:] for module in other.session.modules}
        stretches = _placed(curriculum, each, waiting, later)
        if each.session.id == session:
            return _sheet(curriculum, number, each, stretches)
    raise KeyError(session)


def _held(curriculum: Curriculum, cohort: str) -> Sequence[PlannedSession]:
    sessions = plan(curriculum.cohorts[cohort], curriculum.venues, curriculum.course.language).sessions
    held = (each for each in sessions if each.status is not SessionStatus.CANCELLED)
    return sorted(held, key=lambda each: each.starts_at)


def _items(curriculum: Curriculum, module: str) -> Sequence[PlanItem]:
    return curriculum.modules[module].plan if module in curriculum.modules else ()


def _placed(
    curriculum: Curriculum, session: PlannedSession, waiting: dict[str, list[PlanItem]], later: set[str]
) -> tuple[RunStretch, ...]:
    """The stretches of a session, taken from what waits to be taught."""
    placed: list[RunStretch] = []
    at = session.starts_at
    for module in dict.fromkeys(session.session.modules):
        while waiting.get(module):
            item = waiting[module][0]
            minutes = _minutes(curriculum, item)
            if placed and module in later and at + timedelta(minutes=minutes) > session.ends_at:
                break
            waiting[module].pop(0)
            placed.append(_stretch(curriculum, item, at, minutes))
            at += timedelta(minutes=minutes)
    return tuple(placed)


def _minutes(curriculum: Curriculum, item: PlanItem) -> int:
    exercise = curriculum.exercises.get(item.exercise or "")
    return exercise.minutes if exercise is not None else item.pause or item.minutes or 0


def _stretch(curriculum: Curriculum, item: PlanItem, at: datetime, minutes: int) -> RunStretch:
    exercise = curriculum.exercises.get(item.exercise or "")
    to = link(curriculum, Kind.EXERCISE, exercise.id) if exercise is not None else None
    steps = tuple(_steps(exercise, at)) if exercise is not None else ()
    return RunStretch(at, item.title or "", to, item.pause is not None, minutes, item.cue or "", steps)


def _steps(exercise: Exercise, at: datetime) -> Iterator[RunStep]:
    for step in exercise.steps:
        yield RunStep(at, step.title, step.minutes, step.cue or "")
        at += timedelta(minutes=step.minutes)


def _sheet(curriculum: Curriculum, number: int, planned: PlannedSession, stretches: tuple[RunStretch, ...]) -> RunSheet:
    session = planned.session
    venue = curriculum.venues.get(session.venue or "")
    materials = (
        material
        for each in stretches
        if each.exercise is not None
        for material in curriculum.exercises[each.exercise.id].materials
    )
    end = stretches[-1].starts_at + timedelta(minutes=stretches[-1].minutes) if stretches else planned.ends_at
    return RunSheet(
        number=number,
        title=session.title or "",
        modules=links(curriculum, Kind.MODULE, session.modules),
        starts_at=planned.starts_at,
        ends_at=planned.ends_at,
        venue=link(curriculum, Kind.VENUE, session.venue) if session.venue is not None else None,
        municipality=venue.municipality if venue is not None else "",
        is_online=session.online is not None,
        trainers=links(curriculum, Kind.PERSON, session.trainers),
        stretches=stretches,
        materials=tuple(dict.fromkeys(materials)),
        ends_late=max(0, round((end - planned.ends_at).total_seconds() / 60)),
    )
