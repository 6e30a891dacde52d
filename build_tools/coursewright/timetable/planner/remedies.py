"""What would help where there is no plan: conditions to give up, and how far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from coursewright.timetable.planner.arrangement import Arrangement, Placed
from coursewright.timetable.planner.problem import Candidate, CohortToPlan, Problem, SessionToPlace
from coursewright.timetable.planner.requirement import Bar, Requirement, RequirementKind


@dataclass(frozen=True)
class Remedy:
    """A condition to give up, and what that would be used for: days, or ids of people and places."""

    requirement: Requirement
    days: tuple[date, ...] = ()
    ids: tuple[str, ...] = ()
    distance: int | None = None


def remedies(problem: Problem, arrangement: Arrangement, given_up: Sequence[Requirement]) -> tuple[Remedy, ...]:
    """What a plan without some conditions makes of that, for each of them."""
    return tuple(_remedy(problem, arrangement, each) for each in given_up)


def _remedy(problem: Problem, arrangement: Arrangement, requirement: Requirement) -> Remedy:
    days: dict[date, None] = {}
    ids: dict[str, None] = {}
    gaps: list[int] = []
    for cohort, placed in zip(problem.cohorts, arrangement.cohorts, strict=True):
        if any(each is not None and each.rule == requirement for each in (cohort.at_least, cohort.at_most)):
            held = sorted(cohort.occasions[each.occasion].day for each in placed)
            gaps += [(second - first).days for first, second in pairwise(held)]
        for session, each in zip(cohort.sessions, placed, strict=True):
            occasion = cohort.occasions[each.occasion]
            if _is_in(requirement, occasion.bars) or (session.kept == requirement and occasion.kept_for is None):
                days[occasion.day] = None
            for candidate, always in _used(cohort, session, each):
                if _is_in(requirement, always):
                    ids[candidate.id] = None
                if _is_in(requirement, candidate.bars.get(each.occasion, ())):
                    days[occasion.day] = None
    is_least = requirement.kind is RequirementKind.AT_LEAST
    distance = (min(gaps) if is_least else max(gaps)) if gaps else None
    return Remedy(requirement, tuple(sorted(days)), tuple(ids), distance)


def _used(cohort: CohortToPlan, session: SessionToPlace, placed: Placed) -> Iterator[tuple[Candidate, tuple[Bar, ...]]]:
    """The people and the place of a session, each with what bars it from that session whatever the day."""
    form = cohort.formats[session.format]
    for person in form.trainers:
        if person.id in placed.trainers:
            yield person, session.trainer_bars.get(person.id, ())
    for venue in form.venues:
        if venue.id == placed.venue:
            yield venue, session.venue_bars.get(venue.id, ())


def _is_in(requirement: Requirement, bars: Iterable[Bar]) -> bool:
    return any(requirement in bar for bar in bars)
