"""A course's cohorts as a planning problem: every condition that their files state, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.planned_session import PlannedSession
from coursewright.model.words import Scalar
from coursewright.timetable.planned_cohort import PlannedCohort
from coursewright.timetable.planner.cohort_days import CohortDays
from coursewright.timetable.planner.problem import (
    Before,
    CohortToPlan,
    Distance,
    Format,
    Problem,
    SessionToPlace,
)
from coursewright.timetable.planner.requirement import Requirement, RequirementKind
from coursewright.timetable.planner.staffing import Staffing, Taken
from coursewright.timetable.planner.wanted import WantedSession, wanted_by
from coursewright.timetable.sessions import plan
from coursewright.timetable.travel import ways_between

Values = Mapping[str, Scalar]


@dataclass(frozen=True)
class PosedCohort:
    """A cohort with its sessions as they are wanted; the problem names them by their position here."""

    cohort: Cohort
    wanted: tuple[WantedSession, ...]


@dataclass(frozen=True)
class Posed:
    """A problem, and what its cohorts are."""

    problem: Problem
    cohorts: tuple[PosedCohort, ...]


def posed(curriculum: Curriculum, identifiers: Sequence[str]) -> Posed:
    """Pose the problem of planning some cohorts together; the sessions of all others stay as they are.

    UnknownCalendarError where the holidays of a cohort's country, or part of it, are not known.
    """
    language = curriculum.course.language
    others = [
        each
        for cohort in curriculum.cohorts.values()
        if cohort.id not in identifiers and cohort.has_known_zone
        for each in PlannedCohort(cohort, plan(cohort, curriculum.venues, language)).held
    ]
    taken = Taken(others)
    found = [_CohortPosing(curriculum, curriculum.cohorts[name], taken) for name in identifiers]
    problem = Problem(
        tuple(each.posed() for each in found),
        frozenset(
            (trainer, each.session.venue, each.day)
            for each in others
            if each.session.venue is not None
            for trainer in each.session.trainers
        ),
        ways_between(curriculum),
    )
    return Posed(problem, tuple(PosedCohort(each.cohort, each.wanted) for each in found))


@dataclass(frozen=True)
class _FormatKey:
    """What sessions have to have in common to be of one format; a ``kept`` one (its position) has its own."""

    start: time
    end: time
    leaders: int
    names_them: bool
    online: bool
    kept: int | None


class _CohortPosing:
    def __init__(self, curriculum: Curriculum, cohort: Cohort, taken: Taken) -> None:
        self.curriculum = curriculum
        self.cohort = cohort
        self.planning = self.cohort.calendar.planning
        self.wanted = wanted_by(curriculum, cohort)
        self.days = CohortDays(curriculum, self.cohort, self.wanted)
        self.staffing = Staffing(curriculum, self.days, taken)

    def posed(self) -> CohortToPlan:
        """The cohort as part of a problem."""
        of_session = [self._format_key(index, each) for index, each in enumerate(self.wanted)]
        keys = list(dict.fromkeys(of_session))
        who_bars, where_bars = self.staffing.who_bars, self.staffing.where_bars
        return CohortToPlan(
            id=self.cohort.id,
            occasions=self.days.occasions,
            formats=tuple(map(self._format, keys)),
            sessions=tuple(
                SessionToPlace(keys.index(key), even, who_bars(wanted), where_bars(wanted), self._kept(wanted))
                for wanted, key, even in zip(self.wanted, of_session, self.days.even(), strict=True)
            ),
            before=tuple(self._before()),
            at_least=self._at_least(),
            at_most=self._at_most(),
            bridges=self.days.bridges(),
            weights=self.planning.weights,
        )

    def _stays(self, planned: PlannedSession) -> Requirement:
        values: Values = {"cohort": self.cohort.id, "session": planned.session.id, "day": planned.day}
        return Requirement(RequirementKind.SESSION_DAY, planned.session.place("id"), values)

    def _kept(self, wanted: WantedSession) -> Requirement | None:
        return None if wanted.kept is None else self._stays(wanted.kept)

    def _format_key(self, index: int, wanted: WantedSession) -> _FormatKey:
        listed = wanted.listed
        named = dict.fromkeys(listed.trainers) if listed is not None else {}
        leaders = len(named) or self.planning.leaders
        online = listed is not None and listed.online is not None
        kept = index if wanted.kept is not None else None
        return _FormatKey(wanted.start, wanted.end, leaders, bool(named), online, kept)

    def _format(self, key: _FormatKey) -> Format:
        kept = self.wanted[key.kept] if key.kept is not None else None
        hours = self.days.hours(key.start, key.end, key.kept)
        own = [position for position in hours if self.days.occasions[position].kept_for is not None]
        trainers, venues = self.staffing.trainers(hours, own), self.staffing.venues(hours, own)
        if kept is not None and kept.listed is not None:
            # What a session that stays does not say is not asked of it.
            trainers = trainers if kept.listed.trainers else ()
            venues = venues if kept.listed.venue is not None else ()
        elif key.online:
            venues = ()
        leaders = key.leaders if trainers else 0
        rule: Requirement | None = None
        if leaders > 1 and not key.names_them:
            rule = self.days.rule(RequirementKind.LEADERS, ("calendar", "planning", "leaders"), leaders=leaders)
        too_far = tuple(self.staffing.too_far(hours, own, trainers, venues))
        return Format(hours, leaders, trainers, venues, rule, too_far)

    def _before(self) -> Iterator[Before]:
        """Sessions that others need before them, and parts of one module in the order in which they stand."""
        numbers = self.curriculum.numbers
        for second, later in enumerate(self.wanted):
            for first, earlier in enumerate(self.wanted):
                if first == second or (later.kept is not None and earlier.kept is not None):
                    continue
                rule = self._requires(earlier, later, numbers)
                if rule is not None:
                    yield Before(first, second, rule)
                elif first < second and earlier.modules == later.modules and _is_new(earlier) and _is_new(later):
                    yield Before(first, second)

    def _requires(self, earlier: WantedSession, later: WantedSession, numbers: Mapping[str, int]) -> Requirement | None:
        """The condition by which one session comes after another: it teaches what needs the other's module."""
        for identifier in later.modules:
            module = self.curriculum.modules[identifier]
            for index, required in enumerate(module.requires):
                is_later = numbers.get(required, 0) < numbers.get(identifier, 0)
                if is_later and required in earlier.modules and required not in later.modules:
                    values = {"module": identifier, "required": required}
                    return Requirement(RequirementKind.REQUIRES, module.place("requires", index), values)
        return None

    def _at_least(self) -> Distance:
        days = self.planning.days_between.at_least
        keys = ("calendar", "planning", "days_between", "at_least")
        return Distance(days, self.days.rule(RequirementKind.AT_LEAST, keys, days=days))

    def _at_most(self) -> Distance | None:
        days = self.planning.days_between.at_most
        if days is None:
            return None
        keys = ("calendar", "planning", "days_between", "at_most")
        return Distance(days, self.days.rule(RequirementKind.AT_MOST, keys, days=days))


def _is_new(wanted: WantedSession) -> bool:
    return wanted.listed is None
