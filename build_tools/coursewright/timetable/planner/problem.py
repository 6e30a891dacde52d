"""A planning problem: which sessions may be held when, led by whom and where, and what stands against it.

Plain data, without files and without a solver. Instants are whole minutes since 1970 in UTC; occasions, formats and
sessions are named by their position.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, pairwise

from coursewright.model.planning import Preferences
from coursewright.timetable.planner.requirement import Bar, Requirement


@dataclass(frozen=True)
class Occasion:
    """A day on which a cohort may meet, unless ``bars`` forbid it; ``late`` days after the cohort's end.

    One that is ``kept_for`` a session has that session's own day and hours, and no other may take it.
    """

    day: date
    starts_at: int
    bars: tuple[Bar, ...] = ()
    late: int = 0
    kept_for: int | None = None


@dataclass(frozen=True)
class Candidate:
    """A trainer or a venue that can be asked for, unless ``bars`` (by occasion) forbid it."""

    id: str
    bars: Mapping[int, tuple[Bar, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class TooFar:
    """A trainer who cannot come to a venue in time on an occasion, because of another session."""

    occasion: int
    trainer: str
    venue: str
    bar: Bar


@dataclass(frozen=True)
class Format:
    """What sessions have in common that are alike in their hours, in how many lead them, and in needing a place.

    ``hours`` are start and end by occasion; where there are none the session cannot be held. ``leaders`` of the
    ``trainers`` lead it (0: nobody is needed), at one of the ``venues`` (none: no place is needed).
    """

    hours: Mapping[int, tuple[int, int]]
    leaders: int = 0
    trainers: tuple[Candidate, ...] = ()
    venues: tuple[Candidate, ...] = ()
    leaders_rule: Requirement | None = None
    too_far: tuple[TooFar, ...] = ()


@dataclass(frozen=True)
class SessionToPlace:
    """A session: its format, and what bars trainers and venues from it, by their id.

    ``even`` is the day that an even rhythm gives it; ``kept`` the condition that it stays on its occasion, where it has
    one.
    """

    format: int
    even: date
    trainer_bars: Mapping[str, tuple[Bar, ...]] = field(default_factory=dict)
    venue_bars: Mapping[str, tuple[Bar, ...]] = field(default_factory=dict)
    kept: Requirement | None = None


@dataclass(frozen=True)
class Before:
    """One session is held before another, for a reason that somebody has written, or of itself."""

    first: int
    second: int
    rule: Requirement | None = None


@dataclass(frozen=True)
class Distance:
    """How many days lie between a session and the next, and where that is written."""

    days: int
    rule: Requirement


@dataclass(frozen=True)
class CohortToPlan:
    """One cohort: its sessions in the order of its file, its occasions in order of time.

    ``bridges`` are the occasions that are bridge days, by venue, None for what is held at none.
    """

    id: str
    occasions: tuple[Occasion, ...]
    formats: tuple[Format, ...]
    sessions: tuple[SessionToPlace, ...]
    before: tuple[Before, ...] = ()
    at_least: Distance | None = None
    at_most: Distance | None = None
    bridges: Mapping[str | None, frozenset[int]] = field(default_factory=dict)
    weights: Preferences = field(default_factory=Preferences)

    def neighbours(self) -> Iterator[tuple[int, int]]:
        """The sessions of which one stands right before the other, where neither stays as it is."""
        free = [each.kept is None for each in self.sessions]
        return ((first, second) for first, second in pairwise(range(len(free))) if free[first] and free[second])

    def requirements(self) -> tuple[Requirement, ...]:
        """Every condition that somebody has written, once, in a fixed order."""
        found: dict[Requirement, None] = {}
        for bar in self._bars():
            found.update(dict.fromkeys(bar))
        single = (
            *(form.leaders_rule for form in self.formats),
            *(session.kept for session in self.sessions),
            *(each.rule for each in self.before),
            *(each.rule for each in (self.at_least, self.at_most) if each is not None),
        )
        found.update((each, None) for each in single if each is not None)
        return tuple(found)

    def _bars(self) -> Iterator[Bar]:
        for occasion in self.occasions:
            yield from occasion.bars
        for form in self.formats:
            for candidate in (*form.trainers, *form.venues):
                yield from chain.from_iterable(candidate.bars.values())
            yield from (far.bar for far in form.too_far)
        for session in self.sessions:
            for bars in (*session.trainer_bars.values(), *session.venue_bars.values()):
                yield from bars


@dataclass(frozen=True)
class Problem:
    """All cohorts that are planned together; ``trips`` are those that other sessions make necessary anyway.

    A trip is a trainer, a venue and a day. ``ways`` are the minutes between two venues, where they are known.
    """

    cohorts: tuple[CohortToPlan, ...]
    trips: frozenset[tuple[str, str, date]] = frozenset()
    ways: Mapping[frozenset[str], int] = field(default_factory=dict)

    def requirements(self) -> tuple[Requirement, ...]:
        """Every condition of every cohort, once."""
        return tuple(dict.fromkeys(each for cohort in self.cohorts for each in cohort.requirements()))
