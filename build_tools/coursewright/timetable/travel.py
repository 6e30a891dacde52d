"""Trainers who have to be in two places with too little time between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Value
from coursewright.model.planned_session import PlannedSession
from coursewright.timetable.planned_cohort import PlannedCohort


def too_little_time_to_travel(curriculum: Curriculum, planned: Sequence[PlannedCohort]) -> Iterator[Finding]:
    """too-little-travel-time: less time between a trainer's sessions, of any cohorts, than the way between takes."""
    ways = ways_between(curriculum)
    if not ways:
        return
    led: dict[str, list[PlannedSession]] = defaultdict(list)
    for each in planned:
        for session in each.held:
            for trainer in dict.fromkeys(session.session.trainers):
                led[trainer].append(session)
    for trainer, sessions in led.items():
        in_order = sorted((each for each in sessions if each.session.venue), key=lambda each: each.starts_at)
        for first, second in pairwise(in_order):
            yield from _too_fast(trainer, first, second, ways)


def _too_fast(
    trainer: str, first: PlannedSession, second: PlannedSession, ways: Mapping[frozenset[str], int]
) -> Iterator[Finding]:
    needed = ways.get(frozenset(filter(None, (first.session.venue, second.session.venue))))
    between = (second.starts_at.timestamp() - first.ends_at.timestamp()) / 60
    # Sessions that meet are told as such.
    if needed is not None and 0 <= between < needed:
        values: dict[str, Value] = {
            "found": trainer,
            "day": second.day,
            "first": f"{first.cohort} {first.session.id}",
            "second": f"{second.cohort} {second.session.id}",
            "minutes": int(between),
            "needed": needed,
        }
        yield Finding(Code.TOO_LITTLE_TRAVEL_TIME, second.session.place("id"), values, (first.session.place("id"),))


def ways_between(curriculum: Curriculum) -> Mapping[frozenset[str], int]:
    """The minutes between two venues, the same both ways; of two that are stated, the longer."""
    ways: dict[frozenset[str], int] = {}
    for venue in curriculum.venues.values():
        for way in venue.travel:
            pair = frozenset((venue.id, way.to))
            if len(pair) == 2:
                ways[pair] = max(way.minutes, ways.get(pair, 0))
    return ways
