"""A calendar as a text to read, and as a document for programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

from coursewright.cli.calendar.at_hand import CalendarAtHand
from coursewright.cli.calendar.place_words import place_words
from coursewright.cli.calendar.session_sheets import STATUS_WORDS
from coursewright.cli.terminal import shown_path
from coursewright.locale import Wording
from coursewright.model.card import MEETINGS
from coursewright.model.curriculum import Curriculum
from coursewright.model.planned_session import PlannedSession, SessionStatus
from coursewright.model.published_calendar import PublishedSession
from coursewright.model.words import N_, Term
from coursewright.sources.feed_key import FEED_KEY
from coursewright.timetable.announcement import people_names, session_title
from coursewright.timetable.ics import session_uid
from coursewright.timetable.publication import Changes


def calendar_lines(calendar: CalendarAtHand, words: Wording) -> Iterator[str]:
    """The sessions with days, places and people, those that are gone, and the hours in all."""
    yield f"{calendar.cohort.title} ({calendar.cohort.timezone})"
    for each in calendar.sessions:
        yield from _session_lines(calendar.curriculum, each, words)
    for gone in calendar.removed:
        title = words.text(N_("CANCELLED: {title}"), title=gone.says.title)
        yield f"{gone.id:>5}  {words.day(gone.says.starts_at.date())}  {title}"
    for off in dict.fromkeys(calendar.skipped):
        name = words.text(off.name) if isinstance(off.name, Term) else off.name
        why = ", ".join(filter(None, (name, off.where)))
        yield words.text(N_("Skipped: {day} ({why})"), day=off.day, why=why or words.text(N_("pause")))
    hours, minutes = divmod(calendar.minutes, 60)
    yield words.text(N_("In all {hours} h {minutes} min, breaks not counted."), hours=hours, minutes=minutes)


def published_lines(changes: Changes, file: Path, words: Wording) -> Iterator[str]:
    """What has been made public, and what is left to do."""
    if not changes.is_any:
        yield words.text(N_("Nothing has changed since the last publication."))
        return
    for message, ids in (
        (N_("New: {sessions}"), changes.added),
        (N_("Changed: {sessions}"), changes.changed),
        (N_("Gone, and told as cancelled: {sessions}"), changes.removed),
        (N_("With a new address, which participants alone are told: {sessions}"), changes.addresses),
        (
            N_("Without the address that the file held: {sessions}. It stays in the file's history."),
            changes.taken_out,
        ),
    ):
        if ids:
            yield words.text(message, sessions=", ".join(ids))
    yield words.text(N_("Published: {file}"), file=shown_path(file))
    yield words.text(N_("Build the site again and put it online: its feed tells those who subscribe."))


def participants_lines(calendar: CalendarAtHand, has_new_key: bool, words: Wording) -> Iterator[str]:
    """What the office has to know of the files for participants."""
    if has_new_key:
        yield words.text(
            N_(
                "Made: {file}, the key that names the calendars of participants. Keep it, and do not publish or send "
                "it: with another key they would have to subscribe again. From the next build on, the site has their "
                "calendar, as it was published."
            ),
            file=FEED_KEY,
        )
    if calendar.next.has_meetings:
        yield words.text(N_("The files named “participants” and “trainer” hold addresses: they are not for the web."))
    if calendar.without_address:
        sessions = ", ".join(calendar.without_address)
        yield words.text(
            N_("No address is known of: {sessions}. Write it in {file}."), sessions=sessions, file=MEETINGS
        )


def calendar_document(calendar: CalendarAtHand) -> dict[str, object]:
    """The calendar for programs."""
    published = {each.id: each for each in calendar.next.sessions}
    return {
        "cohort": calendar.cohort.id,
        "timezone": calendar.cohort.timezone,
        "sessions": [_session(calendar.curriculum, each, published[each.session.id]) for each in calendar.sessions],
        "removed": [each.id for each in calendar.removed],
        "skipped": [
            {"day": off.day.isoformat(), "kind": off.kind.value, "name": str(off.name), "where": off.where}
            for off in dict.fromkeys(calendar.skipped)
        ],
        "minutes": calendar.minutes,
    }


def _session_lines(curriculum: Curriculum, each: PlannedSession, words: Wording) -> Iterator[str]:
    times = f"{each.starts_at:%H:%M}–{each.ends_at:%H:%M}"
    status = "" if each.status is SessionStatus.PLANNED else f" [{words.text(STATUS_WORDS[each.status])}]"
    yield f"{each.session.id:>5}  {words.day(each.day)}, {times}  {session_title(curriculum, each)}{status}"
    place = place_words(curriculum, each.session, words)
    people = ", ".join(people_names(curriculum, each.session.trainers))
    if place or people:
        yield f"       {' · '.join(filter(None, (place, people)))}"


def _session(curriculum: Curriculum, each: PlannedSession, published: PublishedSession) -> dict[str, object]:
    return {
        "session": each.session.id,
        "uid": session_uid(each.cohort, each.session.id),
        "sequence": published.sequence,
        "changed_at": published.changed_at.astimezone(UTC).isoformat(),
        "title": session_title(curriculum, each),
        "starts_at": each.starts_at.isoformat(),
        "ends_at": each.ends_at.isoformat(),
        "minutes": each.minutes,
        "status": each.status.value,
        "modules": list(each.session.modules),
        "trainers": list(each.session.trainers),
        "venue": each.session.venue,
        "online": each.session.online is not None,
    }
