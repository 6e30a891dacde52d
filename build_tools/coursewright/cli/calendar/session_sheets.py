"""A cohort's sessions as sheets: the list, the hours, a register to sign, and what participants get in hand.

The words of the last two are the course's; an address stands on that of participants alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from coursewright.documents.session_pdfs import AttendanceRegister, AttendanceSheet, ParticipantsSheet, SheetSession
from coursewright.documents.sheet import FROM, Heading, Kind, Sheet
from coursewright.door.cohort_calendar import CohortCalendar
from coursewright.locale import Wording
from coursewright.model.finding import Kind as EntryKind
from coursewright.model.module import TITLE
from coursewright.model.people import TRAINER
from coursewright.model.planned_session import (
    DAY,
    LEADERS,
    NOTE,
    PLACE,
    STATUS_WORDS,
    TIMES,
    PlannedSession,
    SessionStatus,
)
from coursewright.model.published_calendar import Announcement
from coursewright.model.table import Cell
from coursewright.model.words import N_, Sayable, Sentence, Several, Term, WithWeekday
from coursewright.timetable.announcement import (
    ALL_TIMES,
    MADE_UP_CALENDAR,
    moved_from,
    people_names,
    told_place,
    told_title,
    why_cancelled,
)

_HOURS = N_("Hours")
_EMPTY = N_("No session is held.")
# Where a cohort does not say how many places it has.
_LINES = 20

Fact = tuple[str, Sayable]


def session_sheet(calendar: CohortCalendar, words: Wording) -> Sheet:
    """The sessions in order of time."""
    name = words.text
    headings = (
        Heading(name(N_("Session")), width=10),
        Heading(name(DAY), Kind.DAY, 12),
        Heading(name(FROM), width=8),
        Heading(name(N_("To")), width=8),
        Heading(name(_HOURS), Kind.MONEY, 8),
        Heading(name(N_("Status")), width=14),
        Heading(name(TITLE), width=50),
        Heading(name(N_("Trainers")), width=30),
        Heading(name(PLACE), width=40),
    )
    rows: list[Sequence[Cell]] = [
        (
            each.session.id,
            each.day,
            each.starts_at.strftime("%H:%M"),
            each.ends_at.strftime("%H:%M"),
            _hours(each.minutes),
            name(STATUS_WORDS[each.status]),
            says.title,
            words.shown(_names(says)),
            words.shown(told_place(says)),
        )
        for each, says in _told(calendar, calendar.sessions)
    ]
    return Sheet(name(N_("Sessions")), headings, rows, frozen=1)


def hours_sheet(calendar: CohortCalendar, words: Wording) -> Sheet:
    """The hours that are held, for each module and trainer; of several modules in one session each has them all."""
    curriculum, held = calendar.curriculum, _held(calendar)
    by_module: Counter[str] = Counter()
    by_trainer: Counter[str] = Counter()
    for each in held:
        by_module.update(dict.fromkeys(each.session.modules, each.minutes))
        by_trainer.update(dict.fromkeys(each.session.trainers, each.minutes))
    name = words.text
    titles = {each.id: each.title for each in curriculum.modules.values()}
    rows: list[Sequence[Cell]] = [
        *((name(EntryKind.MODULE), titles.get(each, each), _hours(minutes)) for each, minutes in by_module.items()),
        *(
            (name(TRAINER), people_names(curriculum, [each])[0], _hours(minutes))
            for each, minutes in by_trainer.items()
        ),
        (name(N_("in all")), "", _hours(calendar.minutes)),
    ]
    headings = (
        Heading(name(N_("Of")), width=12),
        Heading(name(TITLE), width=50),
        Heading(name(_HOURS), Kind.MONEY, 10),
    )
    return Sheet(name(_HOURS), headings, rows)


def attendance_register(calendar: CohortCalendar, words: Wording) -> AttendanceRegister:
    """A sheet for each session that is held, with a line for each place. It has no names: they are written by hand."""
    say, held = words.text, _held(calendar)
    return AttendanceRegister(
        language=words.language,
        title=say(N_("Register of attendance")),
        subtitle=calendar.cohort.title,
        author=_author(calendar),
        header=(say(N_("No.")), say(N_("Name and surname")), say(N_("Signature on arrival")), say(N_("On leaving"))),
        lines=calendar.cohort.enrolment.places or _LINES,
        signatures=say(N_("Signature of who leads the session")),
        empty=say(_EMPTY),
        sheets=[
            AttendanceSheet(
                title=say(N_("Session {number} of {count}"), number=number, count=len(held)),
                subject=says.title,
                facts=_shown(_for_register(each, says), words),
                trainers=[trainer.name for trainer in says.trainers],
            )
            for number, (each, says) in enumerate(_told(calendar, held), start=1)
        ],
    )


def participants_sheet(calendar: CohortCalendar, words: Wording) -> ParticipantsSheet:
    """The sessions in order of time, those that are cancelled among them."""
    say = words.text
    made_up = [MADE_UP_CALENDAR] if calendar.cohort.shows_illustrative("calendar") else []
    return ParticipantsSheet(
        language=words.language,
        title=say(N_("Calendar for participants")),
        subtitle=calendar.cohort.title,
        author=_author(calendar),
        warning=say(N_("For participants only: addresses of online sessions are not to be published or passed on.")),
        notes=[say(ALL_TIMES, timezone=calendar.cohort.timezone), *map(say, made_up)],
        empty=say(_EMPTY),
        sessions=[_for_participants(calendar, each, says, words) for each, says in _told(calendar, calendar.sessions)],
    )


def times(each: PlannedSession) -> str:
    """From when to when a session goes, by the cohort's clock."""
    return f"{each.starts_at:%H:%M}–{each.ends_at:%H:%M}"


def _for_register(each: PlannedSession, says: Announcement) -> Iterator[Fact]:
    hours, minutes = divmod(each.minutes, 60)
    length = Sentence(N_("{hours} h {minutes} min, breaks not counted"), {"hours": hours, "minutes": minutes})
    yield DAY, WithWeekday(each.day)
    yield TIMES, Several((f"{times(each)} (", length, ")"), "")
    yield from _where(says, told_place(says))
    if says.illustrative:
        yield NOTE, Term(MADE_UP_CALENDAR)


def _for_participants(
    calendar: CohortCalendar, each: PlannedSession, says: Announcement, words: Wording
) -> SheetSession:
    address = "" if says.cancelled else calendar.addresses.get(each.session.id, "")
    is_open = says.online is not None and not address and not says.cancelled
    place = Term("Online; the address is not known yet") if is_open else told_place(says)
    notes = ((NOTE, note) for note in (*moved_from(says), *why_cancelled(says)))
    return SheetSession(
        title=words.shown(told_title(says)),
        facts=_shown(((DAY, WithWeekday(each.day)), (TIMES, times(each)), *notes, *_where(says, place)), words),
        address_label=words.text(N_("Address")),
        address=address,
    )


def _where(says: Announcement, place: str) -> Iterator[Fact]:
    if place:
        yield PLACE, place
    if says.trainers:
        yield LEADERS, _names(says)


def _shown(facts: Iterable[Fact], words: Wording) -> list[tuple[str, str]]:
    return [(words.text(name), words.shown(value)) for name, value in facts]


def _names(says: Announcement) -> Several:
    return Several(tuple(trainer.name for trainer in says.trainers))


def _told(
    calendar: CohortCalendar, sessions: Iterable[PlannedSession]
) -> Iterator[tuple[PlannedSession, Announcement]]:
    return ((each, calendar.told[each.session.id]) for each in sessions)


def _held(calendar: CohortCalendar) -> list[PlannedSession]:
    return [each for each in calendar.sessions if each.status is not SessionStatus.CANCELLED]


def _author(calendar: CohortCalendar) -> str:
    course = calendar.curriculum.course
    return ", ".join(organiser.name for organiser in course.organisers) or course.title


def _hours(minutes: int) -> Decimal:
    """Minutes as hours with two decimals."""
    return (Decimal(minutes) / 60).quantize(Decimal("0.01"))
