"""A calendar as a text to read, and as a document for programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

from coursewright.cli.calendar.session_sheets import times
from coursewright.cli.terminal import shown_path
from coursewright.door.cohort_calendar import CohortCalendar
from coursewright.locale import Wording
from coursewright.model.card import MEETINGS
from coursewright.model.cohort import Cohort
from coursewright.model.planned_session import STATUS_WORDS, PlannedSession, SessionStatus
from coursewright.model.published_calendar import Announcement, PublishedSession
from coursewright.model.words import N_, Term
from coursewright.sources.feed_key import FEED_KEY
from coursewright.timetable.announcement import told_place, told_title
from coursewright.timetable.ics import session_uid
from coursewright.timetable.publication import Changes


def calendar_lines(calendar: CohortCalendar, words: Wording) -> Iterator[str]:
    """The sessions with days, places and people, those that are gone, and the hours in all."""
    yield cohort_line(calendar.cohort)
    for each in calendar.sessions:
        status = "" if each.status is SessionStatus.PLANNED else words.text(STATUS_WORDS[each.status])
        yield from session_text(each, calendar.told[each.session.id], words.day(each.day), status, words)
    for gone in calendar.removed:
        yield f"{gone.id:>5}  {words.day(gone.says.starts_at.date())}  {words.shown(told_title(gone.says))}"
    for off in dict.fromkeys(calendar.skipped):
        name = words.text(off.name) if isinstance(off.name, Term) else off.name
        why = ", ".join(filter(None, (name, off.where)))
        yield words.text(N_("Skipped: {day} ({why})"), day=off.day, why=why or words.text(N_("pause")))
    hours, minutes = divmod(calendar.minutes, 60)
    yield words.text(N_("In all {hours} h {minutes} min, breaks not counted."), hours=hours, minutes=minutes)


def cohort_line(cohort: Cohort) -> str:
    """The cohort whose sessions follow, with the zone of their times."""
    return f"{cohort.title} ({cohort.timezone})"


def session_text(each: PlannedSession, says: Announcement, day: str, mark: str, words: Wording) -> Iterator[str]:
    """A session with its ``day`` in words and what is remarkable of it, if anything; below it the place and people."""
    shown = f" [{mark}]" if mark else ""
    yield f"{each.session.id:>5}  {day}, {times(each)}  {says.title}{shown}"
    below = (words.shown(told_place(says)), ", ".join(trainer.name for trainer in says.trainers))
    if any(below):
        yield f"       {' · '.join(filter(None, below))}"


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


def participants_lines(calendar: CohortCalendar, has_new_key: bool, words: Wording) -> Iterator[str]:
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


def calendar_document(calendar: CohortCalendar) -> dict[str, object]:
    """The calendar for programs."""
    published = {each.id: each for each in calendar.next.sessions}
    return {
        "cohort": calendar.cohort.id,
        "timezone": calendar.cohort.timezone,
        "sessions": [
            _session(each, calendar.told[each.session.id], published[each.session.id]) for each in calendar.sessions
        ],
        "removed": [each.id for each in calendar.removed],
        "skipped": [
            {"day": off.day.isoformat(), "kind": off.kind.value, "name": str(off.name), "where": off.where}
            for off in dict.fromkeys(calendar.skipped)
        ],
        "minutes": calendar.minutes,
    }


def _session(each: PlannedSession, says: Announcement, published: PublishedSession) -> dict[str, object]:
    return {
        "session": each.session.id,
        "uid": session_uid(each.cohort, each.session.id),
        "sequence": published.sequence,
        "changed_at": published.changed_at.astimezone(UTC).isoformat(),
        "title": says.title,
        "starts_at": each.starts_at.isoformat(),
        "ends_at": each.ends_at.isoformat(),
        "minutes": each.minutes,
        "status": each.status.value,
        "modules": list(each.session.modules),
        "trainers": list(each.session.trainers),
        "venue": each.session.venue,
        "online": each.session.online is not None,
    }
