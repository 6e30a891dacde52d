"""The sessions of a cohort: the days of its pattern given to the sessions it lists, with what differs from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta, weekday

from coursewright.model.cohort import Cohort, Session, SessionBreak
from coursewright.model.moments import RepeatedTimeError, SkippedTimeError, instant_of
from coursewright.model.people import Venue
from coursewright.model.planned_session import DayOff, PlannedSession, SessionStatus
from coursewright.timetable.days_off import DaysOff

_WEEKDAYS: dict[str, weekday] = {
    "monday": MO,
    "tuesday": TU,
    "wednesday": WE,
    "thursday": TH,
    "friday": FR,
    "saturday": SA,
    "sunday": SU,
}
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


class PlanFault(StrEnum):
    """Why a session has no instants."""

    WITHOUT_DAY = "without-day"
    WITHOUT_TIME = "without-time"
    TIME_SKIPPED = "time-skipped"
    TIME_TWICE = "time-twice"


@dataclass(frozen=True)
class Unplanned:
    """A session that cannot be held as it is written; ``time`` is the local one at fault, if there is one."""

    session: Session
    fault: PlanFault
    time: datetime | None = None


@dataclass(frozen=True)
class Plan:
    """All that a cohort's calendar comes to. ``skipped`` are pattern days without a session, ``free`` those left over.

    Sessions are in the order of the file; cancelled ones keep the day and time that they had.
    """

    sessions: tuple[PlannedSession, ...]
    unplanned: tuple[Unplanned, ...]
    skipped: tuple[DayOff, ...]
    free: tuple[date, ...]


def plan(cohort: Cohort, venues: Mapping[str, Venue], language: str) -> Plan:
    """Give each listed session its day and time.

    The nth session without a day of its own takes the nth day of the pattern on which neither the cohort nor the
    session's place has a day off; a moved or cancelled one uses up its day too. UnknownCalendarError where the holidays
    of a country or part of it are not known.
    """
    return _Planning(cohort, venues, language).plan()


class _Planning:
    def __init__(self, cohort: Cohort, venues: Mapping[str, Venue], language: str) -> None:
        self.cohort = cohort
        self.venues = venues
        self.zone = ZoneInfo(cohort.timezone)
        self.days_off = DaysOff(cohort, language)
        pattern = cohort.calendar.pattern
        every = pattern.every if pattern is not None else None
        self.days = iter(()) if every is None else pattern_days(every, cohort.starts, cohort.ends)
        self.skipped: list[DayOff] = []

    def plan(self) -> Plan:
        sessions: list[PlannedSession] = []
        unplanned: list[Unplanned] = []
        for session in self.cohort.calendar.sessions:
            found = self._planned(session)
            if isinstance(found, Unplanned):
                unplanned.append(found)
            else:
                sessions.append(found)
        free = tuple(self._free_days())
        return Plan(tuple(sessions), tuple(unplanned), tuple(self.skipped), free)

    def _planned(self, session: Session) -> PlannedSession | Unplanned:
        pattern_day = None if session.on is not None else self._next_day(session)
        day = session.on or (session.moved.to if session.moved is not None else pattern_day)
        if day is None:
            return Unplanned(session, PlanFault.WITHOUT_DAY)
        pattern = self.cohort.calendar.pattern
        starts = session.start or (pattern.start if pattern is not None else None)
        ends = session.to or (pattern.to if pattern is not None else None)
        if starts is None or ends is None or ends <= starts:
            return Unplanned(session, PlanFault.WITHOUT_TIME)
        instants = []
        for clock in (starts, ends):
            local = datetime.combine(day, clock)
            fault = _clock_fault(local, self.zone)
            if fault is not None:
                return Unplanned(session, fault, local)
            instants.append(local.replace(tzinfo=self.zone))
        return self._at(session, instants[0], instants[1], pattern_day)

    def _at(self, session: Session, starts_at: datetime, ends_at: datetime, pattern_day: date | None) -> PlannedSession:
        # In UTC: between two times of one zone Python counts by the clock, which may have changed meanwhile.
        elapsed = (ends_at.astimezone(UTC) - starts_at.astimezone(UTC)).total_seconds() / 60
        breaks = sum(each.minutes for each in self._breaks(session, starts_at.time(), ends_at.time()))
        status = SessionStatus.PLANNED
        if session.cancelled is not None:
            status = SessionStatus.CANCELLED
        elif session.moved is not None:
            status = SessionStatus.MOVED
        minutes = max(0, round(elapsed) - breaks)
        return PlannedSession(self.cohort.id, session, starts_at, ends_at, minutes, status, pattern_day)

    def _breaks(self, session: Session, starts: time, ends: time) -> tuple[SessionBreak, ...]:
        """The breaks of the session, else those of the pattern that lie within its hours."""
        if session.breaks is not None:
            return session.breaks
        pattern = self.cohort.calendar.pattern
        return () if pattern is None else tuple(each for each in pattern.breaks if starts <= each.at < ends)

    def _next_day(self, session: Session) -> date | None:
        """The next day of the pattern on which the session can be held."""
        venue = self.venues.get(session.venue) if session.venue is not None else None
        for day in self.days:
            off = self.days_off.on(day, venue)
            if off is None:
                return day
            self.skipped.append(off)
        return None

    def _free_days(self) -> Iterator[date]:
        """The days of the pattern that no session has taken, at no place in particular."""
        for day in self.days:
            off = self.days_off.on(day)
            if off is None:
                yield day
            else:
                self.skipped.append(off)


def _clock_fault(local: datetime, zone: ZoneInfo) -> PlanFault | None:
    """Why a local time is no instant, or two; None for one that is."""
    try:
        instant_of(local, zone)
    except SkippedTimeError:
        return PlanFault.TIME_SKIPPED
    except RepeatedTimeError:
        return PlanFault.TIME_TWICE
    return None


def pattern_days(every: str, starts: date, ends: date) -> Iterator[date]:
    """The days of ``3 weeks`` (counted from ``starts``) or ``first saturday`` (of each month); ``ends`` is included."""
    first, second = every.split(" ")
    if first.isdigit():
        step = timedelta(weeks=int(first))
        day = starts
        while day <= ends:
            yield day
            day += step
        return
    month = starts.replace(day=1)
    nth = _WEEKDAYS[second](_PLACES[first])
    while month <= ends:
        day = month + (relativedelta(day=31, weekday=nth) if first == "last" else relativedelta(day=1, weekday=nth))
        if starts <= day <= ends:
            yield day
        month += relativedelta(months=1)
