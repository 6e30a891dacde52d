"""A calendar as files: feeds, tables, a sheet for participants, and a register to print."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from coursewright.cli.calendar.session_sheets import (
    attendance_register,
    hours_sheet,
    participants_sheet,
    session_sheet,
)
from coursewright.cli.whole_set import FileSet, write_together
from coursewright.documents.calendar_feeds import CalendarFeeds
from coursewright.documents.csv_text import csv_bytes
from coursewright.documents.session_pdfs import attendance_pdf, participants_pdf
from coursewright.documents.spreadsheet import xlsx_bytes
from coursewright.door.cohort_calendar import CohortCalendar
from coursewright.locale import Wording, wording
from coursewright.timetable.ics import feed_bytes
from coursewright.timetable.meetings import participants_feed


def write_files(calendar: CohortCalendar, folder: Path, words: Wording) -> list[Path]:
    """Write them into ``folder``, tables in the language of ``words``, all else in the course's; what they are.

    Those with addresses of online sessions only their owner reads. A feed of participants that had another key goes.
    """
    own = wording(calendar.curriculum.course.language)
    feeds = CalendarFeeds(calendar.curriculum.course, calendar.next, own.shown, calendar.addresses)
    public, private = _public(calendar, feeds, own, words), _private(calendar, feeds, own)
    former = rf"{re.escape(calendar.cohort.id)}-participants-[0-9a-f]{{64}}\.ics"
    files = FileSet({**public, **private}, private.keys(), former)
    write_together(folder, files)
    return [folder / name for name in files.contents]


def _public(calendar: CohortCalendar, feeds: CalendarFeeds, own: Wording, words: Wording) -> Mapping[str, bytes]:
    """What says of an online session only that it is online."""
    name = calendar.cohort.id
    files = {f"{each}.ics": feed_bytes(feed) for each, feed in feeds.without_addresses()}
    sessions = session_sheet(calendar, words)
    hours, is_italian = hours_sheet(calendar, words), words.language == "it"
    for end, sheet in (("", sessions), ("-hours", hours)):
        files[f"{name}{end}.csv"] = csv_bytes(sheet, ";" if is_italian else ",", is_italian)
    files[f"{name}.xlsx"] = xlsx_bytes([sessions, hours])
    files[f"{name}-attendance.pdf"] = attendance_pdf(attendance_register(calendar, own))
    return files


def _private(calendar: CohortCalendar, feeds: CalendarFeeds, own: Wording) -> Mapping[str, bytes]:
    """What tells addresses, to those who lead the sessions and to those who take part."""
    name, key = calendar.cohort.id, calendar.curriculum.feed_key
    files = {f"{each}.ics": feed_bytes(feed) for each, feed in feeds.for_trainers()}
    if key is not None and calendar.next.has_meetings:
        files[f"{participants_feed(key, name)}.ics"] = feed_bytes(feeds.for_participants())
    files[f"{name}-participants.pdf"] = participants_pdf(participants_sheet(calendar, own))
    return files
