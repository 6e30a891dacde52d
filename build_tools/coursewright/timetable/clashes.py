"""Clashes of sessions, over all cohorts of a course: what cannot be, and what somebody should look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from coursewright.model.cohort import Cohort, Session
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Kind, Value
from coursewright.model.people import Availability
from coursewright.model.place import Place
from coursewright.model.planned_session import DayOffKind, PlannedSession, SessionStatus
from coursewright.model.words import Term
from coursewright.timetable.days_off import DaysOff, UnknownCalendarError
from coursewright.timetable.sessions import Plan, PlanFault, plan

_FAULTS = {
    PlanFault.WITHOUT_DAY: Code.SESSION_WITHOUT_DAY,
    PlanFault.WITHOUT_TIME: Code.SESSION_WITHOUT_TIME,
    PlanFault.TIME_SKIPPED: Code.SESSION_TIME_SKIPPED,
    PlanFault.TIME_TWICE: Code.SESSION_TIME_TWICE,
}


@dataclass(frozen=True)
class _Planned:
    """A cohort whose calendar could be planned."""

    cohort: Cohort
    plan: Plan

    @property
    def held(self) -> tuple[PlannedSession, ...]:
        """The sessions that are not cancelled, in order of time."""
        held = (each for each in self.plan.sessions if each.status is not SessionStatus.CANCELLED)
        return tuple(sorted(held, key=lambda each: each.starts_at))


def check_timetables(curriculum: Curriculum) -> Iterator[Finding]:
    """Every finding about the sessions of every cohort whose time zone is known."""
    planned = []
    for cohort in curriculum.cohorts.values():
        if not _has_zone(cohort):
            continue
        try:
            made = _Planned(cohort, plan(cohort, curriculum.venues, curriculum.course.language))
        except UnknownCalendarError:
            calendar = cohort.calendar.holidays
            values = {
                "country": calendar.country if calendar else "",
                "found": calendar.subdivision if calendar else "",
            }
            yield Finding(Code.UNKNOWN_HOLIDAYS, cohort.place("calendar", "holidays"), values)
            continue
        planned.append(made)
        yield from _of_cohort(curriculum, made)
    yield from _twice_at_a_time(planned, Code.TRAINER_TWICE, lambda session: session.trainers)
    yield from _twice_at_a_time(planned, Code.VENUE_TWICE, lambda session: filter(None, (session.venue,)))


def _has_zone(cohort: Cohort) -> bool:
    try:
        ZoneInfo(cohort.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _unknown_holidays(cohort: Cohort) -> Finding:
    calendar = cohort.calendar.holidays
    found = "" if calendar is None else " ".join(filter(None, (calendar.country, calendar.subdivision)))
    return Finding(Code.UNKNOWN_HOLIDAYS, cohort.place("calendar", "holidays"), {"found": found})


def _of_cohort(curriculum: Curriculum, planned: _Planned) -> Iterator[Finding]:
    for unplanned in planned.plan.unplanned:
        time = "" if unplanned.time is None else unplanned.time.isoformat(sep=" ", timespec="minutes")
        values: dict[str, Value] = {"session": unplanned.session.id, "time": time}
        yield Finding(_FAULTS[unplanned.fault], unplanned.session.place("id"), values)
    yield from _free_days(planned)
    yield from _days(curriculum, planned)
    yield from _overlaps(planned)
    yield from _availability(curriculum, planned)
    yield from _seats(curriculum, planned)
    yield from _order(curriculum, planned)


def _free_days(planned: _Planned) -> Iterator[Finding]:
    """The days of the pattern that no session takes, each with the line that would."""
    cohort = planned.cohort
    taken = {session.id for session in cohort.calendar.sessions}
    ids = (f"s{number}" for number in count(len(taken) + 1) if f"s{number}" not in taken)
    for day, identifier in zip(planned.plan.free, ids, strict=False):
        line = f"- {{id: {identifier}, modules: [], trainers: [], venue: }}"
        yield Finding(Code.FREE_PATTERN_DAY, cohort.place("calendar", "sessions"), {"day": day, "line": line})


def _days(curriculum: Curriculum, planned: _Planned) -> Iterator[Finding]:
    """Sessions outside of the cohort's days, and on days off that somebody has chosen."""
    cohort = planned.cohort
    days_off = DaysOff(cohort, curriculum.course.language)
    for each in planned.held:
        session = each.session
        place = session.place("on") if session.on is not None else session.place("moved", "to")
        if not cohort.starts <= each.day <= cohort.ends:
            days: dict[str, Value] = {"day": each.day, "first": cohort.starts, "last": cohort.ends}
            yield Finding(Code.SESSION_OUTSIDE_COHORT, place, {"session": session.id, **days})
        moved = session.moved
        if moved is not None and each.pattern_day is not None and moved.start != each.pattern_day:
            values: dict[str, Value] = {"session": session.id, "found": moved.start, "expected": each.pattern_day}
            yield Finding(Code.MOVED_FROM_ANOTHER_DAY, session.place("moved", "from"), values)
        if session.on is None and moved is None:
            continue
        off = days_off.on(each.day, curriculum.venues.get(session.venue or ""))
        if off is not None:
            code = Code.SESSION_IN_PAUSE if off.kind is DayOffKind.PAUSE else Code.SESSION_ON_HOLIDAY
            yield Finding(code, place, {"session": session.id, "day": off.day, "name": off.name or "-"})


def _overlaps(planned: _Planned) -> Iterator[Finding]:
    for first, second in _meeting(planned.held):
        values: dict[str, Value] = {"first": first.session.id, "second": second.session.id, "day": second.day}
        yield Finding(Code.SESSIONS_OVERLAP, second.session.place("id"), values, (first.session.place("id"),))


def _twice_at_a_time(
    planned: Sequence[_Planned], code: Code, used_by: Callable[[Session], Iterable[str]]
) -> Iterator[Finding]:
    """Sessions at one time that use the same trainer or venue; those of one cohort overlap, and are told as such."""
    uses: dict[str, list[PlannedSession]] = defaultdict(list)
    for each in planned:
        for session in each.held:
            for name in dict.fromkeys(used_by(session.session)):
                uses[name].append(session)
    for name, sessions in uses.items():
        for first, second in _meeting(sorted(sessions, key=lambda each: each.starts_at)):
            if first.cohort != second.cohort:
                values: dict[str, Value] = {"found": name, "day": second.day, **_both(first, second)}
                yield Finding(code, second.session.place("id"), values, (first.session.place("id"),))


def _both(first: PlannedSession, second: PlannedSession) -> Mapping[str, Value]:
    return {"first": f"{first.cohort} {first.session.id}", "second": f"{second.cohort} {second.session.id}"}


def _meeting(sessions: Sequence[PlannedSession]) -> Iterator[tuple[PlannedSession, PlannedSession]]:
    """The pairs that are going on at one time; ``sessions`` are in order of time."""
    for number, first in enumerate(sessions):
        for second in sessions[number + 1 :]:
            if second.starts_at >= first.ends_at:
                break
            yield first, second


def _availability(curriculum: Curriculum, planned: _Planned) -> Iterator[Finding]:
    for each in planned.held:
        session = each.session
        for number, trainer in enumerate(session.trainers):
            person = curriculum.people.get(trainer)
            if person is not None and not _is_available(person.available, each.day):
                yield _unavailable(each, Kind.PERSON, trainer, session.place("trainers", number))
        venue = curriculum.venues.get(session.venue or "")
        if venue is not None and not _is_available(venue.available, each.day):
            yield _unavailable(each, Kind.VENUE, venue.id, session.place("venue"))


def _is_available(stretches: Sequence[Availability], day: date) -> bool:
    return not stretches or any(each.start <= day <= each.to for each in stretches)


def _unavailable(planned: PlannedSession, kind: Kind, found: str, place: Place) -> Finding:
    values: dict[str, Value] = {"kind": Term(kind.value), "found": found, "day": planned.day}
    return Finding(Code.NOT_AVAILABLE, place, values)


def _seats(curriculum: Curriculum, planned: _Planned) -> Iterator[Finding]:
    places = planned.cohort.enrolment.places
    told = set()
    for each in planned.held:
        venue = curriculum.venues.get(each.session.venue or "")
        if venue is not None and places is not None and venue.seats < places and venue.id not in told:
            told.add(venue.id)
            values: dict[str, Value] = {"found": venue.id, "seats": venue.seats, "places": places}
            yield Finding(Code.TOO_FEW_SEATS, each.session.place("venue"), values, (venue.place("seats"),))


def _order(curriculum: Curriculum, planned: _Planned) -> Iterator[Finding]:
    """Modules that a session teaches before one that they require; where the path does so too, it is at fault."""
    first, numbers = _first_taught(planned), curriculum.numbers
    for module, taught in first.items():
        known = curriculum.modules.get(module)
        for required in known.requires if known is not None else ():
            is_later = numbers.get(required, 0) < numbers.get(module, 0)
            if is_later and required in first and taught.starts_at < first[required].starts_at:
                values: dict[str, Value] = {"module": module, "required": required, "day": first[required].day}
                yield Finding(Code.TAUGHT_BEFORE_REQUIRED, taught.session.place("modules"), values)


def _first_taught(planned: _Planned) -> Mapping[str, PlannedSession]:
    first: dict[str, PlannedSession] = {}
    for each in planned.held:
        for module in each.session.modules:
            first.setdefault(module, each)
    return first
