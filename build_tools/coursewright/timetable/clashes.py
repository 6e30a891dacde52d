"""Clashes of sessions, in one cohort and between several: what cannot be, and what somebody should look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import count

from coursewright.model.cohort import Session
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Kind, Value
from coursewright.model.people import Availability
from coursewright.model.place import Place
from coursewright.model.planned_session import DayOffKind, PlannedSession
from coursewright.model.words import Term
from coursewright.timetable.days_off import DaysOff
from coursewright.timetable.planned_cohort import PlannedCohort
from coursewright.timetable.sessions import PlanFault

_FAULTS = {
    PlanFault.WITHOUT_DAY: Code.SESSION_WITHOUT_DAY,
    PlanFault.WITHOUT_TIME: Code.SESSION_WITHOUT_TIME,
    PlanFault.TIME_SKIPPED: Code.SESSION_TIME_SKIPPED,
    PlanFault.TIME_TWICE: Code.SESSION_TIME_TWICE,
}


def clashes_within(curriculum: Curriculum, planned: PlannedCohort) -> Iterator[Finding]:
    """What is wrong with the sessions of one cohort, taken by itself."""
    for unplanned in planned.plan.unplanned:
        time = "" if unplanned.time is None else unplanned.time.isoformat(sep=" ", timespec="minutes")
        values: dict[str, Value] = {"session": unplanned.session.id, "time": time}
        yield Finding(_FAULTS[unplanned.fault], unplanned.session.place("id"), values)
    yield from _free_days(planned)
    yield from _days(curriculum, planned)
    yield from _overlaps(planned)
    yield from _availability(curriculum, planned)
    yield from _seats(curriculum, planned)


def _free_days(planned: PlannedCohort) -> Iterator[Finding]:
    """The days of the pattern that no session takes, each with the line that would."""
    cohort = planned.cohort
    taken = {session.id for session in cohort.calendar.sessions}
    ids = (f"s{number}" for number in count(len(taken) + 1) if f"s{number}" not in taken)
    for day, identifier in zip(planned.plan.free, ids, strict=False):
        line = f"- {{id: {identifier}, modules: [], trainers: [], venue: }}"
        yield Finding(Code.FREE_PATTERN_DAY, cohort.place("calendar", "sessions"), {"day": day, "line": line})


def _days(curriculum: Curriculum, planned: PlannedCohort) -> Iterator[Finding]:
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
            yield Finding(
                code, place, {"session": session.id, "day": off.day, "name": off.name or "-", "where": off.where}
            )


def _overlaps(planned: PlannedCohort) -> Iterator[Finding]:
    for first, second in _meeting(planned.held):
        values: dict[str, Value] = {"first": first.session.id, "second": second.session.id, "day": second.day}
        yield Finding(Code.SESSIONS_OVERLAP, second.session.place("id"), values, (first.session.place("id"),))


def clashes_between(planned: Sequence[PlannedCohort]) -> Iterator[Finding]:
    """Trainers and venues that sessions of several cohorts need at one time."""
    yield from _twice_at_a_time(planned, Code.TRAINER_TWICE, lambda session: session.trainers)
    yield from _twice_at_a_time(planned, Code.VENUE_TWICE, lambda session: filter(None, (session.venue,)))


def _twice_at_a_time(
    planned: Sequence[PlannedCohort], code: Code, used_by: Callable[[Session], Iterable[str]]
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
            # Those that follow begin later still.
            if second.starts_at >= first.ends_at:
                break
            yield first, second


def _availability(curriculum: Curriculum, planned: PlannedCohort) -> Iterator[Finding]:
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


def _seats(curriculum: Curriculum, planned: PlannedCohort) -> Iterator[Finding]:
    places = planned.cohort.enrolment.places
    told = set()
    for each in planned.held:
        venue = curriculum.venues.get(each.session.venue or "")
        if venue is not None and places is not None and venue.seats < places and venue.id not in told:
            told.add(venue.id)
            values: dict[str, Value] = {"found": venue.id, "seats": venue.seats, "places": places}
            yield Finding(Code.TOO_FEW_SEATS, each.session.place("venue"), values, (venue.place("seats"),))
