"""``coursewright calendar``: sessions as a list, feeds and tables.

Covers also `cli/calendar/calendar_text.py`, `cli/calendar/files.py`, `cli/calendar/session_sheets.py`,
`door/cohort_calendar.py`, `door/last_change.py`, `sources/part_of_file.py`.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar, Component
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.checks.course_folder import COHORT, CourseFolder
from tests.cli.running import CommandLine
from tests.timetable.ics_judge.lint import lint

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


PUBLISHED = "curriculum/cohorts/c-2023.published.json"
MOVED = S2.replace("id: s2,", "id: s2, moved: {from: 2023-03-04, to: 2023-03-03},")


def _publish(command_line: CommandLine, at: str) -> str:
    said = command_line.run("calendar", "c-2023", "--publish", "--at", at, "--language", "it")
    assert said.status == 0, said.err
    return said.out


def _stamp(event: Component) -> str:
    stamp: datetime = event.decoded("DTSTAMP")
    return f"{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _events(course: CourseFolder, folder: str) -> list[tuple[str, int, str, str]]:
    events = Calendar.from_ical((course.root / folder / "c-2023.ics").read_bytes()).walk("VEVENT")
    return [
        (str(each["UID"]).split(".")[0], int(str(each["SEQUENCE"])), _stamp(each), str(each["STATUS"]))
        for each in events
    ]


def test_publishing_says_what_is_new_and_what_to_do_next(course: CourseFolder, command_line: CommandLine) -> None:
    said = _publish(command_line, "2022-11-01T10:00:00+01:00").splitlines()
    assert said[-3:] == [
        "Nuovi: s1, s2",
        f"Pubblicato: {PUBLISHED}",
        "Ora ricostruisci il sito e mettilo in rete: chi è abbonato al calendario riceverà le novità.",
    ]
    first = (course.root / PUBLISHED).read_bytes()
    assert _publish(command_line, "2022-12-01").endswith("Dall'ultima pubblicazione non è cambiato niente.\n")
    assert (course.root / PUBLISHED).read_bytes() == first
    assert "calendar-not-published" not in command_line.run("check").out


def test_feeds_carry_the_instants_and_numbers_of_publications(course: CourseFolder, command_line: CommandLine) -> None:
    _publish(command_line, "2022-11-01T10:00:00+01:00")
    course.replace(COHORT, S2, MOVED)
    checked = command_line.run("check", "--language", "it")
    assert "Chi è abbonato al calendario di «c-2023» non sa ancora che cosa è cambiato: s2." in checked.out
    command_line.run("calendar", "c-2023", "--output", "prima")
    assert _events(course, "prima") == [
        ("s1", 0, "20221101T090000Z", "CONFIRMED"),
        ("s2", 1, "20221202T165320Z", "CONFIRMED"),
    ]
    _publish(command_line, "2022-11-05 18:30")
    command_line.run("calendar", "c-2023", "--output", "dopo")
    assert _events(course, "dopo")[1] == ("s2", 1, "20221105T173000Z", "CONFIRMED")


def test_removed_session_stays_and_is_told(course: CourseFolder, command_line: CommandLine) -> None:
    _publish(command_line, "2022-11-01")
    course.replace(COHORT, S2 + "\n", "")
    said = command_line.run("calendar", "c-2023", "--output", "fuori", "--language", "it")
    assert "   s2  4 marzo 2023  ANNULLATO: Secondo" in said.out.splitlines()
    assert [each[0::3] for each in _events(course, "fuori")] == [("s1", "CONFIRMED"), ("s2", "CANCELLED")]
    assert json.loads(command_line.run("calendar", "c-2023", "--format", "json").out)["removed"] == ["s2"]


@pytest.mark.parametrize(
    ("words", "status", "expected"),
    [
        (("--publish", "--at", "2022-10-01T00:00:00Z"), 1, "C'è già una pubblicazione successiva"),
        (("--publish", "--at", "ieri"), 2, "«ieri» non è un istante"),
        (("--publish", "--at", "2022-10-30 02:30"), 2, "scrivilo con lo scarto"),
        (("--at", "2022-12-01"), 2, "--at si usa insieme a --publish."),
        (("--output", "curriculum/cohorts"), 1, "_build/calendar"),
        (("--output", "modules/calendario"), 1, "_build/calendar"),
    ],
)
def test_what_is_refused_changes_nothing(
    words: tuple[str, ...], status: int, expected: str, course: CourseFolder, command_line: CommandLine
) -> None:
    _publish(command_line, "2022-11-01")
    course.replace(COHORT, S2, MOVED)
    before = sorted((path, path.read_bytes()) for path in course.root.rglob("*") if path.is_file())
    said = command_line.run("calendar", "c-2023", *words, "--language", "it")
    assert (said.status, expected in said.err) == (status, True), said.err
    assert sorted((path, path.read_bytes()) for path in course.root.rglob("*") if path.is_file()) == before


@pytest.mark.parametrize("file", [PUBLISHED, "curriculum/people.yaml", "curriculum/venues.yaml", "modules/primo.md"])
def test_calendar_is_refused_for_errors_in_what_it_uses(
    file: str, course: CourseFolder, command_line: CommandLine
) -> None:
    _publish(command_line, "2022-11-01")
    course.write(file, "{")
    said = command_line.run("calendar", "c-2023", "--format", "json")
    assert (said.status, {each["path"] for each in json.loads(said.out)["findings"]}) == (1, {file})


def test_published_calendar_of_nobody_is_told(course: CourseFolder, command_line: CommandLine) -> None:
    _publish(command_line, "2022-11-01")
    (course.root / PUBLISHED).rename(course.root / "curriculum/cohorts/altra.published.json")
    codes = [each["code"] for each in json.loads(command_line.run("check", "--format", "json").out)["findings"]]
    assert codes == ["published-without-cohort"]


def test_register_has_a_sheet_for_each_session_that_is_held(course: CourseFolder, command_line: CommandLine) -> None:
    course.replace(COHORT, S2, S2.replace("id: s2,", "id: s2, cancelled: Neve,"))
    for folder in ("fuori", "di-nuovo"):
        command_line.run("calendar", "c-2023", "--output", folder)
    content = (course.root / "fuori/c-2023-attendance.pdf").read_bytes()
    assert (course.root / "di-nuovo/c-2023-attendance.pdf").read_bytes() == content
    pages = PdfReader(course.root / "fuori/c-2023-attendance.pdf").pages
    text = pages[0].extract_text()
    assert len(pages) == 1
    assert "Incontro 1 di 1: Primo" in text
    assert "sabato 18 febbraio 2023" in text
    assert [line for line in text.splitlines() if line.isdigit()] == [str(number) for number in range(1, 21)]


def test_fees_that_cannot_be_read_do_not_touch_the_calendar(course: CourseFolder, command_line: CommandLine) -> None:
    sound = json.loads(command_line.run("calendar", "c-2023", "--format", "json").out)
    course.replace(COHORT, "currency: EUR", "curency: EUR")
    said = command_line.run("calendar", "c-2023", "--format", "json")
    assert (said.status, json.loads(said.out)) == (0, sound)
    assert COHORT in said.err


def test_days_that_are_skipped_are_told_with_why_and_where(course: CourseFolder, command_line: CommandLine) -> None:
    course.replace(COHORT, "ends: 2023-03-04", "ends: 2023-07-01")
    course.replace(
        COHORT,
        'to: "10:30"}',
        'to: "10:30"}\n  holidays: {country: IT}\n  pause: [{from: 2023-03-03, to: 2023-03-05, why: Semina}]',
    )
    course.replace(COHORT, "every: 2 weeks", "every: first saturday")
    course.replace("curriculum/venues.yaml", "seats: 20,", 'seats: 20, patron_day: "04-01",')
    said = command_line.run("calendar", "c-2023", "--language", "it").out.splitlines()
    assert [line for line in said if line.startswith("Si salta")] == [
        "Si salta il 4 marzo 2023 (Semina)",
        "Si salta il 1 aprile 2023 (festa del patrono, Padova)",
    ]
    document = json.loads(command_line.run("calendar", "c-2023", "--format", "json").out)
    assert [each["kind"] for each in document["skipped"]] == ["pause", "patron-day"]
