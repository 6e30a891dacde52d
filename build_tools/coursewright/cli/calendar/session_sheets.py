"""A cohort's sessions as sheets: the list, and the hours for each module and each trainer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from coursewright.cli.calendar.place_words import place_words
from coursewright.documents.sheet import Heading, Kind, Sheet
from coursewright.locale import Wording
from coursewright.model.curriculum import Curriculum
from coursewright.model.planned_session import PlannedSession, SessionStatus
from coursewright.model.table import Cell
from coursewright.model.words import N_
from coursewright.timetable.announcement import people_names, session_title

STATUS_WORDS = {
    SessionStatus.PLANNED: N_("as planned"),
    SessionStatus.MOVED: N_("moved"),
    SessionStatus.CANCELLED: N_("cancelled"),
}


def session_sheet(curriculum: Curriculum, sessions: Sequence[PlannedSession], words: Wording) -> Sheet:
    """The sessions in order of time."""
    name = words.text
    headings = (
        Heading(name(N_("Session")), width=10),
        Heading(name(N_("Day")), Kind.DAY, 12),
        Heading(name(N_("From")), width=8),
        Heading(name(N_("To")), width=8),
        Heading(name(N_("Hours")), Kind.MONEY, 8),
        Heading(name(N_("Status")), width=14),
        Heading(name(N_("Title")), width=50),
        Heading(name(N_("Trainers")), width=30),
        Heading(name(N_("Place")), width=40),
    )
    rows: list[Sequence[Cell]] = [
        (
            each.session.id,
            each.day,
            each.starts_at.strftime("%H:%M"),
            each.ends_at.strftime("%H:%M"),
            hours(each.minutes),
            name(STATUS_WORDS[each.status]),
            session_title(curriculum, each),
            ", ".join(people_names(curriculum, each.session.trainers)),
            place_words(curriculum, each.session, words),
        )
        for each in sorted(sessions, key=lambda each: each.starts_at)
    ]
    return Sheet(name(N_("Sessions")), headings, rows, frozen=1)


def hours_sheet(curriculum: Curriculum, sessions: Sequence[PlannedSession], words: Wording) -> Sheet:
    """The hours that are held, for each module and trainer; of several modules in one session each has them all."""
    held = [each for each in sessions if each.status is not SessionStatus.CANCELLED]
    by_module: Counter[str] = Counter()
    by_trainer: Counter[str] = Counter()
    for each in held:
        by_module.update(dict.fromkeys(each.session.modules, each.minutes))
        by_trainer.update(dict.fromkeys(each.session.trainers, each.minutes))
    name = words.text
    titles = {each.id: each.title for each in curriculum.modules.values()}
    rows: list[Sequence[Cell]] = [
        *((name(N_("module")), titles.get(each, each), hours(minutes)) for each, minutes in by_module.items()),
        *(
            (name(N_("trainer")), people_names(curriculum, [each])[0], hours(minutes))
            for each, minutes in by_trainer.items()
        ),
        (name(N_("in all")), "", hours(sum(each.minutes for each in held))),
    ]
    headings = (
        Heading(name(N_("Of")), width=12),
        Heading(name(N_("Title")), width=50),
        Heading(name(N_("Hours")), Kind.MONEY, 10),
    )
    return Sheet(name(N_("Hours")), headings, rows)


def hours(minutes: int) -> Decimal:
    """Minutes as hours with two decimals."""
    return (Decimal(minutes) / 60).quantize(Decimal("0.01"))
