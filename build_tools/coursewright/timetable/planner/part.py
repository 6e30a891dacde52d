"""A part of a planning problem: some of its cohorts, while the others stay as a plan has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coursewright.timetable.planner.arrangement import Placed
from coursewright.timetable.planner.problem import Candidate, CohortToPlan, Format, Problem, TooFar
from coursewright.timetable.planner.requirement import Bar

# What nobody has written and nobody can give up.
_ALWAYS: Bar = ()


@dataclass(frozen=True)
class _Engagement:
    """Somebody or a place in use, at which venue, from one minute to before another."""

    start: int
    end: int
    venue: str | None
    day: date


def part_of(problem: Problem, settled: Mapping[int, Sequence[Placed]], chosen: Sequence[int]) -> Problem:
    """The problem of the ``chosen`` cohorts (positions), where the ``settled`` others use what they use."""
    trainers: dict[str, list[_Engagement]] = defaultdict(list)
    venues: dict[str, list[_Engagement]] = defaultdict(list)
    trips = set(problem.trips)
    for index, placed in settled.items():
        for each, engagement in _engagements(problem.cohorts[index], placed):
            for trainer in each.trainers:
                trainers[trainer].append(engagement)
                if each.venue is not None:
                    trips.add((trainer, each.venue, engagement.day))
            if each.venue is not None:
                venues[each.venue].append(engagement)
    cohorts = tuple(_beside(problem.cohorts[index], trainers, venues, problem.ways) for index in chosen)
    return Problem(cohorts, frozenset(trips), problem.ways)


def _engagements(cohort: CohortToPlan, placed: Sequence[Placed]) -> Iterator[tuple[Placed, _Engagement]]:
    for session, each in zip(cohort.sessions, placed, strict=True):
        start, end = cohort.formats[session.format].hours[each.occasion]
        yield each, _Engagement(start, end, each.venue, cohort.occasions[each.occasion].day)


def _beside(
    cohort: CohortToPlan,
    trainers: Mapping[str, Sequence[_Engagement]],
    venues: Mapping[str, Sequence[_Engagement]],
    ways: Mapping[frozenset[str], int],
) -> CohortToPlan:
    """The cohort, without what is in use."""
    formats = tuple(
        replace(
            form,
            trainers=tuple(_without(each, form, trainers.get(each.id, ())) for each in form.trainers),
            venues=tuple(_without(each, form, venues.get(each.id, ())) for each in form.venues),
            too_far=(*form.too_far, *_too_far(form, trainers, ways)),
        )
        for form in cohort.formats
    )
    return replace(cohort, formats=formats)


def _without(candidate: Candidate, form: Format, engagements: Sequence[_Engagement]) -> Candidate:
    if not engagements:
        return candidate
    bars = dict(candidate.bars)
    for position, (start, end) in form.hours.items():
        if any(start < each.end and each.start < end for each in engagements):
            bars[position] = (_ALWAYS,)
    return replace(candidate, bars=bars)


def _too_far(
    form: Format, trainers: Mapping[str, Sequence[_Engagement]], ways: Mapping[frozenset[str], int]
) -> Iterator[TooFar]:
    if not ways:
        return
    longest = max(ways.values())
    for trainer in form.trainers:
        for each in trainers.get(trainer.id, ()):
            for position, (start, end) in form.hours.items():
                gap = max(start - each.end, each.start - end)
                if not 0 <= gap < longest or each.venue is None:
                    continue
                for venue in form.venues:
                    if gap < ways.get(frozenset((each.venue, venue.id)), 0):
                        yield TooFar(position, trainer.id, venue.id, _ALWAYS)


def fits(part: Problem, placed: Sequence[Sequence[Placed]]) -> bool:
    """Whether the cohorts of a part, placed so, use nothing that the others use."""
    return all(
        _is_free(cohort.formats[session.format], each)
        for cohort, of_cohort in zip(part.cohorts, placed, strict=True)
        for session, each in zip(cohort.sessions, of_cohort, strict=True)
    )


def _is_free(form: Format, placed: Placed) -> bool:
    used = [each for each in form.trainers if each.id in placed.trainers]
    used += [each for each in form.venues if each.id == placed.venue]
    is_near = not any(
        far.bar == _ALWAYS
        and (far.occasion, far.venue) == (placed.occasion, placed.venue)
        and far.trainer in placed.trainers
        for far in form.too_far
    )
    return is_near and not any(_ALWAYS in each.bars.get(placed.occasion, ()) for each in used)
