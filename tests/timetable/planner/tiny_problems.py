"""Planning problems of a few sessions and days, drawn by number: the same number, the same problem."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from coursewright.model.place import Place
from coursewright.model.planning import Preferences
from coursewright.timetable.planner.problem import (
    Before,
    Candidate,
    CohortToPlan,
    Distance,
    Format,
    Occasion,
    Problem,
    SessionToPlace,
    TooFar,
)
from coursewright.timetable.planner.requirement import Bar, Requirement, RequirementKind

FIRST = date(2023, 3, 4)
_EPOCH = date(1970, 1, 1)
_KINDS = tuple(RequirementKind)


def rule(line: int, kind: RequirementKind = RequirementKind.DAYS) -> Requirement:
    """A condition that stands in some line."""
    return Requirement(kind, Place("curriculum/cohorts/c.yaml", line))


def minute(day: date, hour: int, minutes: int = 0) -> int:
    """The minute since 1970 at which an hour of a day begins."""
    return ((day - _EPOCH).days * 24 + hour) * 60 + minutes


def on_days(*offsets: int, bars: Mapping[int, tuple[Bar, ...]] | None = None) -> tuple[Occasion, ...]:
    """Occasions so many days after the first, barred by position."""
    barred = bars or {}
    return tuple(
        Occasion(FIRST + timedelta(days=each), minute(FIRST + timedelta(days=each), 12), barred.get(position, ()))
        for position, each in enumerate(offsets)
    )


def hours_on(occasions: Sequence[Occasion], start: int = 9, end: int = 12) -> Mapping[int, tuple[int, int]]:
    """The same hours on each occasion."""
    return {
        position: (minute(each.day, start), minute(each.day, end))
        for position, each in enumerate(occasions)
        if each.kept_for is None
    }


@dataclass(frozen=True)
class Size:
    """How large problems are at most, and how many conditions may be given up."""

    cohorts: tuple[int, int] = (1, 2)
    sessions: tuple[int, int] = (2, 3)
    occasions: tuple[int, int] = (3, 6)
    trainers: int = 3
    rules: int = 8
    barred: float = 0.15


SMALL = Size()


def drawn(number: int, size: Size = SMALL) -> Problem:
    """The problem of a number."""
    return _Drawing(Random(number), size).problem()


@dataclass
class _Drawing:
    random: Random
    size: Size
    rules: list[Requirement] = field(default_factory=list)
    trainers: list[str] = field(default_factory=list)
    venues: list[str] = field(default_factory=list)

    def problem(self) -> Problem:
        random = self.random
        count = random.randint(*self.size.cohorts)
        self.rules = [rule(line, random.choice(_KINDS)) for line in range(1, self.size.rules + 1)]
        self.trainers = [f"t{number}" for number in range(1, random.randint(1, self.size.trainers) + 1)]
        if count > 1:
            self.trainers = self.trainers[:2]
        self.venues = ["v1", "v2"][: random.choice((0, 1, 2, 2))]
        days = [FIRST]
        for _ in range(self.size.occasions[1] - 1):
            days.append(days[-1] + timedelta(days=random.choice((1, 1, 2, 3, 7))))
        cohorts = tuple(self._cohort(index, count, days) for index in range(count))
        trips = {
            (trainer, venue, day)
            for trainer in self.trainers
            for venue in self.venues
            for day in days
            if random.random() < 0.1
        }
        ways = {frozenset(self.venues): random.choice((30, 60, 90))} if len(self.venues) == 2 else {}
        return Problem(cohorts, frozenset(trips), ways if random.random() < 0.6 else {})

    def _bars(self, likely: float) -> tuple[Bar, ...]:
        """No bar mostly; else one or two, of one condition mostly."""
        found: list[Bar] = []
        while len(found) < 2 and self.random.random() < likely:
            found.append(tuple(self.random.sample(self.rules, self.random.choice((1, 1, 1, 2)))))
        return tuple(found)

    def _cohort(self, index: int, count: int, days: Sequence[date]) -> CohortToPlan:
        random, size = self.random, self.size
        sessions = random.randint(size.sessions[0], size.sessions[1] if count == 1 else size.sessions[0])
        most = size.occasions[1] if count == 1 else size.occasions[1] - 2
        chosen = sorted(random.sample(days, random.randint(max(size.occasions[0], sessions), most)))
        ends = random.choice(chosen[len(chosen) // 2 :]) - timedelta(days=random.choice((0, 0, 0, 20)))
        at_least = Distance(random.choice((1, 1, 2, 3)), rule(100 + index, RequirementKind.AT_LEAST))
        kept = random.randrange(sessions) if random.random() < 0.25 else None
        stays = rule(200 + index, RequirementKind.SESSION_DAY)
        own = random.choice(days)
        occasions = []
        for day in chosen:
            bars = self._bars(size.barred)
            near = abs((own - day).days)
            if kept is not None and near == 0:
                bars = (*bars, (stays,))
            elif kept is not None and near < at_least.days:
                bars = (*bars, (stays, at_least.rule))
            occasions.append(Occasion(day, minute(day, 12), bars, max(0, (day - ends).days)))
        if kept is not None:
            occasions.append(Occasion(own, minute(own, 9), (), max(0, (own - ends).days), kept))
            occasions.sort(key=lambda each: (each.day, each.starts_at))
        formats = [self._format(occasions, None) for _ in range(random.choice((1, 1, 2)))]
        of_session = [random.randrange(len(formats)) for _ in range(sessions)]
        if kept is not None:
            formats.append(self._format(occasions, kept))
            of_session[kept] = len(formats) - 1
        used = sorted(set(of_session))
        return CohortToPlan(
            id=f"c{index}",
            occasions=tuple(occasions),
            formats=tuple(formats[each] for each in used),
            sessions=tuple(
                SessionToPlace(
                    used.index(each),
                    random.choice(days),
                    {trainer: bars for trainer in self.trainers if (bars := self._bars(size.barred))},
                    {venue: bars for venue in self.venues if (bars := self._bars(size.barred))},
                    stays if kept == position else None,
                )
                for position, each in enumerate(of_session)
            ),
            before=self._before(sessions),
            at_least=at_least if kept is not None or random.random() < 0.7 else None,
            at_most=(
                Distance(random.choice((2, 3, 5, 8)), rule(300 + index, RequirementKind.AT_MOST))
                if random.random() < 0.4
                else None
            ),
            bridges={
                venue: frozenset(position for position in range(len(occasions)) if random.random() < 0.3)
                for venue in (None, *self.venues)
            },
            weights=self._weights(),
        )

    def _before(self, sessions: int) -> tuple[Before, ...]:
        return tuple(
            Before(first, second, self.random.choice((None, *self.rules)))
            for first in range(sessions)
            for second in range(sessions)
            if first != second and self.random.random() < 0.15
        )

    def _weights(self) -> Preferences:
        choice = self.random.choice
        return Preferences(
            trips=choice((0, 3, 10)),
            spacing=choice((0, 1, 4)),
            bridge_days=choice((0, 5, 15)),
            late_days=choice((0, 2, 40)),
            places=choice((0, 7, 20)),
            people=choice((0, 5, 9)),
            order=choice((0, 6, 20)),
        )

    def _format(self, occasions: Sequence[Occasion], kept: int | None) -> Format:
        """Hours that now and then are lacking, people, places; those of a session that stays are free on its own."""
        random, size = self.random, self.size
        start, length = random.choice((8, 9, 10, 14)), random.choice((1, 2, 4))
        hours = {}
        for position, each in enumerate(occasions):
            if each.kept_for is not None and each.kept_for != kept:
                continue
            if each.kept_for is not None or random.random() < 0.95:
                hours[position] = (minute(each.day, start), minute(each.day, start + length, random.choice((0, 0, 45))))
        own = {position for position, each in enumerate(occasions) if each.kept_for is not None}
        leaders = min(random.choice((0, 1, 1, 1, 2)), len(self.trainers))
        at_venue = self.venues if random.random() < 0.8 else []
        return Format(
            hours,
            leaders,
            tuple(self._candidate(each, hours, own) for each in self.trainers) if leaders else (),
            tuple(self._candidate(each, hours, own) for each in at_venue),
            rule(400 + random.randrange(2), RequirementKind.LEADERS) if leaders > 1 and random.random() < 0.7 else None,
            tuple(
                TooFar(position, trainer, venue, (random.choice(self.rules),))
                for position in hours
                for trainer in self.trainers
                for venue in at_venue
                if position not in own and leaders and random.random() < size.barred / 3
            ),
        )

    def _candidate(self, identifier: str, hours: Mapping[int, object], own: set[int]) -> Candidate:
        found = {position: self._bars(self.size.barred) for position in hours if position not in own}
        return Candidate(identifier, {position: bars for position, bars in found.items() if bars})
