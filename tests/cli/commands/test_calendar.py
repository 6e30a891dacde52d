"""``coursewright calendar``: sessions as a list, feeds and tables."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from coursewright.timetable.ics_lint import lint
from tests.checks.course_folder import COHORT, CourseFolder
from tests.cli.running import CommandLine

FEEDS = ["c-2023", "c-2023-trainer-t1", "c-2023-venue-v1"]
S2 = "    - {id: s2, modules: [secondo], trainers: [t1], venue: v1}"


@pytest.fixture(autouse=True)
def course(tmp_path: Path, command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CourseFolder:
    """A copy of the minimal course; the command line stands in it, at a time of its own."""
    copied = CourseFolder.minimal(tmp_path / "course")
    assert command_line.folder == Path.cwd()
    monkeypatch.chdir(copied.root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1670000000")
    return copied


def test_sessions_are_listed_with_their_days(course: CourseFolder, command_line: CommandLine) -> None:
    course.replace(COHORT, S2, S2.replace("id: s2,", "id: s2, cancelled: Neve,"))
    said = command_line.run("calendar", "c-2023", "--language", "it")
    assert (said.status, said.out.splitlines()) == (
        0,
        [
            "Edizione 2023 (Europe/Rome)",
            "   s1  18 febbraio 2023, 09:30–10:30  Primo",
            "       Sala grande, Padova · Docente A",
            "   s2  4 marzo 2023, 09:30–10:30  Secondo [annullato]",
            "       Sala grande, Padova · Docente A",
            "In tutto 1 h 0 min, pause escluse.",
        ],
    )


def test_document_for_programs(command_line: CommandLine) -> None:
    said = command_line.run("calendar", "c-2023", "--format", "json")
    document = json.loads(said.out)
    assert [(each["session"], each["starts_at"], each["minutes"]) for each in document["sessions"]] == [
        ("s1", "2023-02-18T09:30:00+01:00", 60),
        ("s2", "2023-03-04T09:30:00+01:00", 60),
    ]
    refused = json.loads(command_line.run("calendar", "c-2024", "--format", "json").out)
    assert [finding["message"] for finding in refused["findings"]] == ["There is no cohort “c-2024”."]


def test_feeds_are_sound_and_say_what_the_list_says(course: CourseFolder, command_line: CommandLine) -> None:
    course.replace(COHORT, S2, S2.replace("id: s2,", "id: s2, cancelled: 'Neve, e; ghiaccio',"))
    assert command_line.run("calendar", "c-2023", "--output", "fuori", "--language", "it").status == 0
    folder = course.root / "fuori"
    assert sorted(file.stem for file in folder.glob("*.ics")) == FEEDS
    for name in FEEDS:
        content = (folder / f"{name}.ics").read_bytes()
        assert lint(content) == ()
        events = Calendar.from_ical(content).walk("VEVENT")
        assert [(str(each["SUMMARY"]), str(each["STATUS"])) for each in events] == [
            ("Primo", "CONFIRMED"),
            ("ANNULLATO: Secondo", "CANCELLED"),
        ]
        assert [each.decoded("DTSTART").isoformat() for each in events] == [
            "2023-02-18T09:30:00+01:00",
            "2023-03-04T09:30:00+01:00",
        ]
        assert "Neve, e; ghiaccio" in str(events[1]["DESCRIPTION"])


def test_moved_session_changes_one_event_and_nothing_else(course: CourseFolder, command_line: CommandLine) -> None:
    command_line.run("calendar", "c-2023", "--output", "prima")
    command_line.run("calendar", "c-2023", "--output", "di-nuovo")
    first = (course.root / "prima/c-2023.ics").read_bytes()
    assert (course.root / "di-nuovo/c-2023.ics").read_bytes() == first
    course.replace(COHORT, S2, S2.replace("id: s2,", "id: s2, moved: {from: 2023-03-04, to: 2023-03-03},"))
    command_line.run("calendar", "c-2023", "--output", "dopo")
    after = (course.root / "dopo/c-2023.ics").read_bytes()
    before, now = (content.split(b"BEGIN:VEVENT") for content in (first, after))
    assert [number for number, parts in enumerate(zip(before, now, strict=True)) if parts[0] != parts[1]] == [2]


def test_tables_have_real_days_and_hours(course: CourseFolder, command_line: CommandLine) -> None:
    command_line.run("calendar", "c-2023", "--output", "fuori", "--language", "it")
    sessions, hours = load_workbook(course.root / "fuori/c-2023.xlsx").worksheets
    assert [row[1].value for row in sessions.iter_rows(min_row=2)] == [datetime(2023, 2, 18), datetime(2023, 3, 4)]
    assert [[cell.value for cell in row] for row in hours.iter_rows(min_row=2)] == [
        ["modulo", "Primo", 1],
        ["modulo", "Secondo", 1],
        ["docente", "Docente A", 2],
        ["in tutto", None, 2],
    ]


def test_cohort_without_sessions_is_told(course: CourseFolder, command_line: CommandLine) -> None:
    text = (course.root / COHORT).read_text("utf-8")
    without = text[: text.index("calendar:\n")] + text[text.index("fees:\n") :]
    course.write(COHORT, without.replace("illustrative: [calendar, ", "illustrative: ["))
    said = command_line.run("calendar", "c-2023", "--language", "it")
    assert (said.status, "non ha incontri" in said.err) == (1, True)
