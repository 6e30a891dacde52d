"""A cohort's register of attendance: the words on each of its sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coursewright.cli.calendar.place_words import place_words
from coursewright.documents.attendance_pdf import AttendanceRegister, AttendanceSheet
from coursewright.locale import Wording
from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.planned_session import PlannedSession, SessionStatus
from coursewright.model.words import N_
from coursewright.timetable.announcement import people_names, session_title

# Where a cohort does not say how many places it has.
_LINES = 20


def attendance_register(
    curriculum: Curriculum, cohort: Cohort, sessions: Sequence[PlannedSession], words: Wording
) -> AttendanceRegister:
    """A sheet for each session that is held, with a line for each place. It has no names: they are written by hand."""
    say = words.text
    held = [each for each in sessions if each.status is not SessionStatus.CANCELLED]
    organisers = ", ".join(organiser.name for organiser in curriculum.course.organisers)
    return AttendanceRegister(
        language=words.language,
        title=say(N_("Register of attendance")),
        subtitle=cohort.title,
        author=organisers or curriculum.course.title,
        header=(say(N_("No.")), say(N_("Name and surname")), say(N_("Signature on arrival")), say(N_("On leaving"))),
        lines=cohort.enrolment.places or _LINES,
        signatures=say(N_("Signature of who leads the session")),
        empty=say(N_("No session is held.")),
        sheets=[
            AttendanceSheet(
                title=say(N_("Session {number} of {count}"), number=number, count=len(held)),
                subject=session_title(curriculum, each),
                facts=list(_facts(curriculum, cohort, each, words)),
                trainers=people_names(curriculum, each.session.trainers),
            )
            for number, each in enumerate(held, start=1)
        ],
    )


def _facts(curriculum: Curriculum, cohort: Cohort, each: PlannedSession, words: Wording) -> Iterator[tuple[str, str]]:
    say, session = words.text, each.session
    yield say(N_("Day")), words.weekday(each.day)
    hours, minutes = divmod(each.minutes, 60)
    length = say(N_("{hours} h {minutes} min, breaks not counted"), hours=hours, minutes=minutes)
    yield say(N_("Times")), f"{each.starts_at:%H:%M}–{each.ends_at:%H:%M} ({length})"
    place = place_words(curriculum, session, words)
    if place:
        yield say(N_("Place")), place
    if session.trainers:
        yield say(N_("With")), ", ".join(people_names(curriculum, session.trainers))
    if cohort.shows_illustrative("calendar"):
        yield say(N_("Note")), say(N_("This calendar is illustrative."))
