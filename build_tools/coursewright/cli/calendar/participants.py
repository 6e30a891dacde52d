"""The sheet for participants: the words of their calendar, with the addresses of online sessions."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.cli.calendar.at_hand import CalendarAtHand
from coursewright.documents.participants_pdf import ParticipantsSheet, SheetSession
from coursewright.locale import Wording
from coursewright.model.planned_session import PlannedSession, SessionStatus
from coursewright.model.words import N_
from coursewright.timetable.announcement import people_names, session_title, venue_words


def participants_sheet(calendar: CalendarAtHand, words: Wording) -> ParticipantsSheet:
    """The sessions in order of time, those that are cancelled among them."""
    say, course = words.text, calendar.curriculum.course
    organisers = ", ".join(organiser.name for organiser in course.organisers)
    notes = [say(N_("All times are those of {timezone}."), timezone=calendar.cohort.timezone)]
    if calendar.cohort.shows_illustrative("calendar"):
        notes.append(say(N_("This calendar is illustrative.")))
    return ParticipantsSheet(
        language=words.language,
        title=say(N_("Calendar for participants")),
        subtitle=calendar.cohort.title,
        author=organisers or course.title,
        warning=say(N_("For participants only: addresses of online sessions are not to be published or passed on.")),
        notes=notes,
        empty=say(N_("No session is held.")),
        sessions=[_session(calendar, each, words) for each in calendar.sessions],
    )


def _session(calendar: CalendarAtHand, each: PlannedSession, words: Wording) -> SheetSession:
    title = session_title(calendar.curriculum, each)
    is_cancelled = each.status is SessionStatus.CANCELLED
    address = "" if is_cancelled else calendar.addresses.get(each.session.id, "")
    return SheetSession(
        title=words.text(N_("CANCELLED: {title}"), title=title) if is_cancelled else title,
        facts=list(_facts(calendar, each, address, words)),
        address_label=words.text(N_("Address")),
        address=address,
    )


def _facts(calendar: CalendarAtHand, each: PlannedSession, address: str, words: Wording) -> Iterator[tuple[str, str]]:
    say, session = words.text, each.session
    yield say(N_("Day")), words.weekday(each.day)
    yield say(N_("Times")), f"{each.starts_at:%H:%M}–{each.ends_at:%H:%M}"
    if session.moved is not None:
        yield say(N_("Note")), say(N_("It was to be on {day}."), day=session.moved.start)
    if session.cancelled is not None:
        yield say(N_("Note")), say(N_("Why it is cancelled: {why}"), why=session.cancelled)
    if session.venue is not None:
        yield say(N_("Place")), venue_words(calendar.curriculum, session.venue)
    elif session.online is not None:
        is_open = not address and each.status is not SessionStatus.CANCELLED
        yield say(N_("Place")), say(N_("Online; the address is not known yet") if is_open else N_("Online"))
    if session.trainers:
        yield say(N_("With")), ", ".join(people_names(calendar.curriculum, session.trainers))
