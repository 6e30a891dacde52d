"""A cohort's calendar: its sessions, its months at a glance, and whether one can subscribe to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.model.planned_session import STATUS_WORDS, DayOffKind, PlannedSession, SessionStatus
from coursewright.model.words import N_, Worded
from coursewright.timetable.announcement import announcements, session_title
from coursewright.timetable.days_off import UnknownCalendarError
from coursewright.timetable.publication import changes
from coursewright.timetable.sessions import Plan, plan
from coursewright.views.links import Link, link, link_to, links


@dataclass(frozen=True)
class SessionLine:
    """A session: instants in the cohort's zone, ``minutes`` without breaks, its own title or its modules or both."""

    starts_at: datetime
    ends_at: datetime
    minutes: int
    title: str
    modules: tuple[Link, ...]
    trainers: tuple[Link, ...]
    venue: Link | None
    municipality: str
    is_online: bool
    moved_from: date | None
    is_cancelled: bool
    why: str


@dataclass(frozen=True)
class SkippedDay:
    """A day of the pattern without a session: what it is called (empty for a pause without a reason), and where."""

    day: date
    is_patron_day: bool
    name: str
    where: str


@dataclass(frozen=True)
class CalendarSheet:
    """All of a cohort's calendar; ``minutes`` are those of the sessions that are held."""

    cohort: Link
    timezone: str
    sessions: tuple[SessionLine, ...]
    minutes: int
    skipped: tuple[SkippedDay, ...]
    illustrative: bool


@dataclass(frozen=True)
class CalendarLinks:
    """How to take a cohort's calendar into one's own: if it is published, and if subscribers know all that is new."""

    cohort: Link
    is_published: bool
    has_news: bool


class DayMark(Worded):
    """What a day of the calendar is, with the words of the legend."""

    SESSION = ("session", N_("a session"))
    CANCELLED = ("cancelled", STATUS_WORDS[SessionStatus.CANCELLED])
    MOVED = ("moved", N_("moved to another day"))
    OFF = ("off", N_("no session: holiday or pause"))


@dataclass(frozen=True)
class MonthDay:
    """A day in the grid of its month: ``column`` 0 is Monday, ``row`` 0 the first week; a mark where it has one."""

    number: int
    column: int
    row: int
    mark: DayMark | None


@dataclass(frozen=True)
class Month:
    """A month as a grid of days; ``rows`` is how many weeks it touches."""

    first: date
    rows: int
    days: tuple[MonthDay, ...]


@dataclass(frozen=True)
class CalendarMonths:
    """The months in which something happens, and which marks occur in them."""

    months: tuple[Month, ...]
    marks: tuple[DayMark, ...]


def calendar_sheet(curriculum: Curriculum, identifier: str) -> CalendarSheet | None:
    """The calendar of a cohort; None where it has no sessions."""
    cohort = curriculum.cohorts[identifier]
    made = _planned(curriculum, cohort)
    sessions = sorted(made.sessions, key=lambda each: each.starts_at)
    if not sessions:
        return None
    return CalendarSheet(
        cohort=link_to(Kind.COHORT, identifier, cohort),
        timezone=cohort.timezone,
        sessions=tuple(_line(curriculum, each) for each in sessions),
        minutes=sum(each.minutes for each in sessions if each.status is not SessionStatus.CANCELLED),
        skipped=tuple(
            SkippedDay(off.day, off.kind is DayOffKind.PATRON_DAY, off.name, off.where)
            for off in dict.fromkeys(made.skipped)
        ),
        illustrative=cohort.shows_illustrative("calendar"),
    )


def calendar_links(curriculum: Curriculum, identifier: str) -> CalendarLinks:
    """The ways to a cohort's published calendar."""
    published = curriculum.published.get(identifier)
    written = curriculum.as_written  # what is published is: a translation is no news
    cohort = written.cohorts[identifier]
    told = announcements(written, cohort, _planned(written, cohort).sessions)
    has_news = published is not None and bool(changes(cohort, told, published).all)
    return CalendarLinks(
        link_to(Kind.COHORT, identifier, curriculum.cohorts[identifier]), published is not None, has_news
    )


def calendar_months(curriculum: Curriculum, identifier: str) -> CalendarMonths:
    """The months of a cohort's calendar at a glance."""
    marks = _marks(_planned(curriculum, curriculum.cohorts[identifier]))
    months = [_month(first, marks) for first, _ in groupby(sorted(day.replace(day=1) for day in marks))]
    return CalendarMonths(tuple(months), tuple(mark for mark in DayMark if mark in marks.values()))


def _planned(curriculum: Curriculum, cohort: Cohort) -> Plan:
    """What the calendar comes to; nothing where holidays are not known, which is told elsewhere."""
    try:
        return plan(cohort, curriculum.venues, curriculum.course.language)
    except UnknownCalendarError:
        return Plan((), (), (), ())


def _line(curriculum: Curriculum, each: PlannedSession) -> SessionLine:
    session = each.session
    modules = links(curriculum, Kind.MODULE, session.modules)
    venue = curriculum.venues.get(session.venue or "")
    return SessionLine(
        starts_at=each.starts_at,
        ends_at=each.ends_at,
        minutes=each.minutes,
        title=session.title or ("" if modules else session_title(curriculum, each)),
        modules=modules,
        trainers=links(curriculum, Kind.PERSON, session.trainers),
        venue=link(curriculum, Kind.VENUE, session.venue) if session.venue is not None else None,
        municipality=venue.municipality if venue is not None else "",
        is_online=session.online is not None,
        moved_from=session.moved.start if session.moved is not None else None,
        is_cancelled=each.status is SessionStatus.CANCELLED,
        why=session.cancelled or "",
    )


def _marks(planned: Plan) -> Mapping[date, DayMark]:
    """The marks of days; of two on one day, the stronger: a session that is held, before all others."""
    marks: dict[date, DayMark] = {off.day: DayMark.OFF for off in planned.skipped}
    for mark, days in (
        (DayMark.MOVED, [each.session.moved.start for each in planned.sessions if each.session.moved is not None]),
        (DayMark.CANCELLED, _days(planned, SessionStatus.CANCELLED)),
        (DayMark.SESSION, _days(planned, SessionStatus.PLANNED, SessionStatus.MOVED)),
    ):
        marks.update(dict.fromkeys(days, mark))
    return marks


def _days(planned: Plan, *statuses: SessionStatus) -> Iterator[date]:
    return (each.day for each in planned.sessions if each.status in statuses)


def _month(first: date, marks: Mapping[date, DayMark]) -> Month:
    days = []
    for number in range(1, 32):
        try:
            day = first.replace(day=number)
        except ValueError:
            break
        column, row = day.weekday(), (number - 1 + first.weekday()) // 7
        days.append(MonthDay(number, column, row, marks.get(day)))
    return Month(first, days[-1].row + 1, tuple(days))
