"""A calendar as files: feeds, tables, and a register to print."""

from __future__ import annotations

from pathlib import Path

from coursewright.cli.calendar.at_hand import CalendarAtHand
from coursewright.cli.calendar.attendance import attendance_register
from coursewright.cli.calendar.session_sheets import hours_sheet, session_sheet
from coursewright.cli.whole_set import write_together
from coursewright.documents.attendance_pdf import attendance_pdf
from coursewright.documents.calendar_feeds import CalendarFeeds
from coursewright.documents.csv_text import csv_bytes
from coursewright.documents.spreadsheet import xlsx_bytes
from coursewright.locale import Wording, wording
from coursewright.timetable.ics import feed_bytes


def write_files(calendar: CalendarAtHand, folder: Path, words: Wording) -> list[Path]:
    """Write them into ``folder``, tables in the language of ``words``, all else in the course's; what they are."""
    curriculum, name = calendar.curriculum, calendar.cohort.id
    own = wording(curriculum.course.language)
    feeds = CalendarFeeds(curriculum.course, calendar.next, own.text)
    files = {f"{each}.ics": feed_bytes(feed) for each, feed in feeds.all()}
    sessions = session_sheet(curriculum, calendar.sessions, words)
    hours, is_italian = hours_sheet(curriculum, calendar.sessions, words), words.language == "it"
    for end, sheet in (("", sessions), ("-hours", hours)):
        files[f"{name}{end}.csv"] = csv_bytes(sheet, ";" if is_italian else ",", is_italian)
    files[f"{name}.xlsx"] = xlsx_bytes([sessions, hours])
    register = attendance_register(curriculum, calendar.cohort, calendar.sessions, own)
    files[f"{name}-attendance.pdf"] = attendance_pdf(register)
    write_together(folder, files)
    return [folder / file for file in files]
