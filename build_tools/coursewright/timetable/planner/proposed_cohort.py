"""A cohort as its file would be with what is proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from coursewright.model.cohort import Cohort, Session
from coursewright.model.curriculum import Curriculum
from coursewright.model.planned_session import PlannedSession
from coursewright.timetable.planned_cohort import PlannedCohort
from coursewright.timetable.planner.arrangement import Placed
from coursewright.timetable.planner.posing import PosedCohort
from coursewright.timetable.planner.problem import CohortToPlan
from coursewright.timetable.planner.wanted import WantedSession, cohort_hours
from coursewright.timetable.sessions import plan


@dataclass(frozen=True)
class ProposedCohort:
    """A cohort as its file would be: ``sessions`` in order, of which ``new`` were not listed and ``kept`` stay.

    ``planned`` are those that are held, with their instants. ``without_rhythm`` says that the pattern's rhythm has to
    go, because each session has a day of its own; ``ends`` is a later last day, where one is needed.
    """

    cohort: Cohort
    sessions: tuple[Session, ...]
    planned: tuple[PlannedSession, ...]
    new: frozenset[str]
    kept: frozenset[str]
    without_rhythm: bool
    ends: date | None


def proposed_cohort(
    curriculum: Curriculum, question: PosedCohort, cohort: CohortToPlan, placed: Sequence[Placed]
) -> ProposedCohort:
    """The cohort with its sessions in order of time; new ones are numbered so."""
    file = question.cohort
    in_order = sorted(zip(question.wanted, placed, strict=True), key=lambda pair: pair[1].occasion)
    taken = {session.id for session in file.calendar.sessions}
    free = (f"s{number}" for number in count(len(taken) + 1 if taken else 1) if f"s{number}" not in taken)
    sessions, new = [], set()
    for wanted, each in in_order:
        identifier = wanted.listed.id if wanted.listed is not None else next(free)
        if wanted.listed is None:
            new.add(identifier)
        sessions.append(_session(file, wanted, identifier, cohort.occasions[each.occasion].day, each))
    kept = frozenset(
        wanted.listed.id for wanted, _ in in_order if wanted.kept is not None and wanted.listed is not None
    )
    days = [cohort.occasions[each.occasion].day for _, each in in_order]
    ends = max(days, default=file.ends)
    last = ends if ends > file.ends else None
    own_days = _with_cancelled(curriculum, file, sessions)
    by_rhythm = _by_rhythm(curriculum, file, own_days, last)
    final = by_rhythm if by_rhythm is not None else own_days
    made = plan(_with(file, final, last), curriculum.venues, curriculum.course.language)
    pattern = file.calendar.pattern
    return ProposedCohort(
        cohort=file,
        sessions=tuple(final),
        planned=PlannedCohort(file, made).held,
        new=frozenset(new),
        kept=kept,
        without_rhythm=pattern is not None and pattern.every is not None and by_rhythm is None,
        ends=last,
    )


def _session(cohort: Cohort, wanted: WantedSession, identifier: str, day: date, placed: Placed) -> Session:
    """The session as the file would list it, with its day; hours and breaks where they differ from the pattern's."""
    if wanted.kept is not None and wanted.listed is not None:
        return _on(wanted.listed, day)
    listed = wanted.listed if wanted.listed is not None else Session(id=identifier)
    own = cohort_hours(cohort) if cohort.calendar.pattern is not None else None
    start = None if own is not None and own.start == wanted.start else wanted.start
    end = None if own is not None and own.end == wanted.end else wanted.end
    has_own_breaks = own is None or own.held(wanted.end) != wanted.breaks
    return listed.model_copy(
        update={
            "on": day,
            "start": start,
            "to": end,
            "breaks": wanted.breaks if has_own_breaks and wanted.breaks else None,
            "modules": wanted.modules or listed.modules,
            "trainers": placed.trainers or listed.trainers,
            "venue": placed.venue or listed.venue,
        }
    )


def _with_cancelled(curriculum: Curriculum, cohort: Cohort, sessions: Sequence[Session]) -> list[Session]:
    """The sessions with the cancelled ones of the file, each before what comes after it."""
    made = plan(cohort, curriculum.venues, curriculum.course.language)
    days = {each.session.id: each.day for each in made.sessions}
    found = list(sessions)
    for cancelled in (each for each in cohort.calendar.sessions if each.cancelled is not None):
        day = days.get(cancelled.id)
        later = (index for index, other in enumerate(found) if day is not None and _day(other) > day)
        found.insert(next(later, len(found)), cancelled if day is None else _on(cancelled, day))
    return found


def _on(session: Session, day: date) -> Session:
    """The session with the day that it has, so that it keeps it whatever others take of the rhythm."""
    has_own = session.on is not None or session.moved is not None
    return session if has_own else session.model_copy(update={"on": day})


def _day(session: Session) -> date:
    """The day that a session states; the last there is for one that states none."""
    return session.on or (session.moved.to if session.moved is not None else date.max)


def _by_rhythm(
    curriculum: Curriculum, cohort: Cohort, sessions: Sequence[Session], ends: date | None
) -> list[Session] | None:
    """The sessions without the days that the file does not state, where the rhythm gives the same; else None."""
    pattern = cohort.calendar.pattern
    if pattern is None or pattern.every is None:
        return None
    stated = {each.id for each in cohort.calendar.sessions if each.on is not None}
    plain = [each if each.id in stated else each.model_copy(update={"on": None}) for each in sessions]
    language = curriculum.course.language
    wanted = plan(_with(cohort, sessions, ends), curriculum.venues, language)
    made = plan(_with(cohort, plain, ends), curriculum.venues, language)
    is_same = [(each.session.id, each.starts_at) for each in made.sessions] == [
        (each.session.id, each.starts_at) for each in wanted.sessions
    ]
    return plain if is_same and not made.unplanned else None


def _with(cohort: Cohort, sessions: Sequence[Session], ends: date | None) -> Cohort:
    calendar = cohort.calendar.model_copy(update={"sessions": tuple(sessions)})
    return cohort.model_copy(update={"calendar": calendar, "ends": ends or cohort.ends})
