"""``coursewright calendar --propose``: plans with the lines to paste, or why there is none.

Covers also `cli/calendar/proposal_text.py`, `cli/calendar/proposing.py`, `timetable/planner/proposed_cohort.py`,
`timetable/planner/remedies.py`.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from coursewright.model.finding import Finding
from coursewright.project import open_project
from tests.bench.planning_course import Size, write_planning_course
from tests.checks.course_folder import CourseFolder
from tests.cli.running import CommandLine, environment, run_python

NEW = "curriculum/cohorts/c-2024.yaml"
HEAD = """\
kind: cohort
id: c-2024
title: Edizione 2024
timezone: Europe/Rome
starts: 2024-02-17
ends: 2024-05-25
illustrative: true
enrolment: {opens: 2023-11-01, closes: 2024-01-31, places: 20}
"""
HOURS = '  pattern: {from: "09:30", to: "10:30"}\n'


@pytest.fixture(autouse=True)
def course(tmp_path: Path, command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CourseFolder:
    """A copy of the minimal course, with an edition that has no dates; the command line stands in it."""
    copied = CourseFolder.minimal(tmp_path / "course")
    assert command_line.folder == Path.cwd()
    monkeypatch.chdir(copied.root)
    copied.write(NEW, HEAD + "calendar:\n  holidays: {country: IT}\n" + HOURS)
    return copied


def proposed(command_line: CommandLine, *arguments: str) -> dict[str, Any]:
    """The document that the command prints."""
    document: dict[str, Any] = json.loads(command_line.run("calendar", *arguments, "--propose", "--format", "json").out)
    return document


def paste(course: CourseFolder, document: dict[str, Any]) -> None:
    """Put the lines where the command says, with the sessions that were there away, as a person would."""
    for each in document["cohorts"]:
        path = course.root / each["file"]
        text = path.read_text(encoding="utf-8")
        if "  sessions:" in text:
            text = text[: text.index("  sessions:")]
        if each["take_out_every"]:
            text = text.replace("every: 2 weeks, ", "")
        if each["ends"] is not None:
            text = text.replace("ends: 2024-05-25", f"ends: {each['ends']}")
        path.write_text(text + "\n".join(each["lines"]) + "\n", encoding="utf-8")


def findings(course: CourseFolder) -> Sequence[Finding]:
    """All that is wrong or doubtful with the course's editions."""
    return [each for each in open_project(course.root).findings if each.place.path.startswith("curriculum/cohorts")]


def test_an_edition_without_anything_gets_days_leaders_and_places(command_line: CommandLine) -> None:
    said = command_line.run("calendar", "c-2024", "--propose", "--language", "it")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[:12] == [
        "Edizione 2024 (Europe/Rome)",
        "   s1  sabato 17 febbraio 2024, 09:30–10:30  Primo",
        "       Sala grande, Padova · Docente A",
        "   s2  sabato 25 maggio 2024, 09:30–10:30  Secondo",
        "       Sala grande, Padova · Docente A",
        "Dato per buono: nel giorno della settimana del primo giorno, sabato. "
        "Per altri: «calendar», «planning», «days».",
        "",
        "Righe per curriculum/cohorts/c-2024.yaml, sotto «calendar»:",
        "",
        "  sessions:",
        "    - {id: s1, on: 2024-02-17, modules: [primo], trainers: [t1], venue: v1}",
        "    - {id: s2, on: 2024-05-25, modules: [secondo], trainers: [t1], venue: v1}",
    ]
    assert said.out.splitlines()[-1] == "Costo 20: nessun piano costa meno."


def test_an_edition_without_a_calendar_gets_one_and_is_told_what_was_assumed(
    course: CourseFolder, command_line: CommandLine
) -> None:
    course.write(NEW, HEAD)
    lines = command_line.run("calendar", "c-2024", "--propose", "--language", "it").out.splitlines()
    assert lines[3:6] == [
        "Dato per buono: dalle 09:30 alle 13:30 al più tardi. Per altri orari: «calendar», «pattern».",
        "Dato per buono: nel giorno della settimana del primo giorno, sabato. "
        "Per altri: «calendar», «planning», «days».",
        "Dato per buono: le feste sono giorni come gli altri. Per saltarle: «calendar», «holidays».",
    ]
    start = lines.index("Righe per curriculum/cohorts/c-2024.yaml:")
    assert lines[start + 2 : start + 4] == ["calendar:", "  sessions:"]
    course.write(NEW, HEAD + "\n".join(lines[start + 2 : lines.index("", start + 2)]) + "\n")
    assert findings(course) == []


def test_pasted_lines_are_what_was_proposed_and_without_findings(
    course: CourseFolder, command_line: CommandLine
) -> None:
    document = proposed(command_line, "c-2024")
    paste(course, document)
    assert findings(course) == []
    listed = json.loads(command_line.run("calendar", "c-2024", "--format", "json").out)
    keys = ("session", "starts_at", "ends_at", "minutes", "modules", "trainers", "venue")
    assert [[each[key] for key in keys] for each in listed["sessions"]] == [
        [each[key] for key in keys] for each in document["cohorts"][0]["sessions"]
    ]


def test_where_the_rhythm_gives_the_days_the_lines_leave_them_to_it(
    course: CourseFolder, command_line: CommandLine
) -> None:
    course.write(NEW, HEAD + 'calendar:\n  pattern: {every: 2 weeks, from: "09:30", to: "10:30"}\n')
    document = proposed(command_line, "c-2024")
    assert document["cohorts"][0]["lines"][1:] == [
        "    - {id: s1, modules: [primo], trainers: [t1], venue: v1}",
        "    - {id: s2, modules: [secondo], trainers: [t1], venue: v1}",
    ]
    assert [each["starts_at"][:10] for each in document["cohorts"][0]["sessions"]] == ["2024-02-17", "2024-03-02"]


def test_where_it_does_not_the_rhythm_goes(course: CourseFolder, command_line: CommandLine) -> None:
    """A trainer who is away on the second day of the rhythm."""
    course.write(NEW, HEAD + 'calendar:\n  pattern: {every: 2 weeks, from: "09:30", to: "10:30"}\n')
    away = "available: [{from: 2023-01-01, to: 2024-02-20}, {from: 2024-03-10, to: 2024-12-31}], "
    course.replace("curriculum/people.yaml", "role: trainer, ", f"role: trainer, {away}")
    document = proposed(command_line, "c-2024")
    assert document["cohorts"][0]["take_out_every"] is True
    assert [each["starts_at"][:10] for each in document["cohorts"][0]["sessions"]] == ["2024-02-17", "2024-03-16"]
    paste(course, document)
    assert findings(course) == []


def test_what_is_listed_stays_as_far_as_it_says_something(course: CourseFolder, command_line: CommandLine) -> None:
    sessions = (
        "  sessions:\n"
        '    - {id: chiusura, title: "Chiusura: insieme", on: 2024-04-20, from: "18:00", to: "19:30", venue: v1}\n'
        '    - {id: s7, modules: [secondo], online: "https://example.org/sala"}\n'
        "    - {id: s9, on: 2024-03-09, cancelled: Neve}\n"
    )
    course.write(NEW, HEAD + "calendar:\n" + HOURS + sessions)
    lines = proposed(command_line, "c-2024")["cohorts"][0]["lines"]
    assert lines[1:] == [
        "    - {id: s4, on: 2024-02-17, modules: [primo], trainers: [t1], venue: v1}",
        '    - {id: s9, on: 2024-03-09, modules: [], cancelled: "Neve"}',
        '    - {id: chiusura, title: "Chiusura: insieme", on: 2024-04-20, '
        'from: "18:00", to: "19:30", modules: [], venue: v1}',
        '    - {id: s7, on: 2024-05-25, modules: [secondo], trainers: [t1], online: "https://example.org/sala"}',
    ]


def test_sessions_that_the_rhythm_has_dated_keep_their_days_where_it_goes(
    course: CourseFolder, command_line: CommandLine
) -> None:
    """Subscribers know the first and the third; the second, which they do not, finds nobody on its day."""
    sessions = "".join(f"    - {{id: s{number}, trainers: [t1], venue: v1}}\n" for number in (1, 2, 3))
    rhythm = 'calendar:\n  pattern: {every: 2 weeks, from: "09:30", to: "10:30"}\n  sessions:\n'
    course.write(NEW, HEAD + rhythm + sessions.replace("    - {id: s2, trainers: [t1], venue: v1}\n", ""))
    assert command_line.run("calendar", "c-2024", "--publish", "--at", "2023-11-01T00:00:00Z").status == 0
    published = course.root / NEW.replace(".yaml", ".published.json")
    known = published.read_text("utf-8").replace("2024-03-02", "2024-03-16").replace('"s2"', '"s3"')
    published.write_text(known, "utf-8")
    cancelled = "    - {id: s4, venue: v1, cancelled: Neve}\n"
    course.write(NEW, HEAD + rhythm + sessions + cancelled)
    away = "available: [{from: 2023-01-01, to: 2024-02-20}, {from: 2024-03-10, to: 2024-12-31}], "
    course.replace("curriculum/people.yaml", "role: trainer, ", f"role: trainer, {away}")
    document = proposed(command_line, "c-2024")
    days = {each["session"]: each["starts_at"][:10] for each in document["cohorts"][0]["sessions"]}
    assert (days["s1"], days["s3"]) == ("2024-02-17", "2024-03-16")
    lines = "\n".join(document["cohorts"][0]["lines"])
    assert "{id: s3, on: 2024-03-16, " in lines
    assert "{id: s4, on: 2024-03-30, " in lines
    paste(course, document)
    listed = json.loads(command_line.run("calendar", "c-2024", "--format", "json").out)
    kept = {each["session"]: each["starts_at"][:10] for each in listed["sessions"]}
    assert {name: kept[name] for name in days} == days
    assert kept["s4"] == "2024-03-30"


def test_all_that_lack_days_are_planned_together(course: CourseFolder, command_line: CommandLine) -> None:
    """Two editions on the same days, one room and one trainer: they take turns."""
    other = HEAD.replace("c-2024", "d-2024").replace("Edizione 2024", "Altra")
    course.write("curriculum/cohorts/d-2024.yaml", other + "calendar:\n" + HOURS)
    document = proposed(command_line, "--all")
    assert (document["found"], document["untouched"]) == (True, ["c-2023"])
    days = [[each["starts_at"] for each in cohort["sessions"]] for cohort in document["cohorts"]]
    assert len({day for each in days for day in each}) == 4
    paste(course, document)
    assert findings(course) == []


def test_no_plan_is_explained_with_places_and_the_easiest_change(
    course: CourseFolder, command_line: CommandLine
) -> None:
    course.replace(
        "curriculum/people.yaml", "role: trainer, ", "role: trainer, available: [{from: 2023-01-01, to: 2024-02-20}], "
    )
    said = command_line.run("calendar", "c-2024", "--propose", "--language", "it")
    assert (said.status, said.out.splitlines()) == (
        1,
        [
            "Non c'è un piano possibile.",
            "Incontri da tenere per «c-2024»: 2.",
            "Queste condizioni non possono valere tutte insieme; senza una qualsiasi di esse, le altre sì:",
            "  curriculum/cohorts/c-2024.yaml:5:9",
            "      «c-2024» si incontra di: sabato.",
            "  curriculum/cohorts/c-2024.yaml:5:9",
            "      «c-2024» comincia il 17 febbraio 2024.",
            "  curriculum/people.yaml:3:57",
            "      Docente A può dal 1 gennaio 2023 al 20 febbraio 2024.",
            "La più facile da cambiare:",
            "  curriculum/cohorts/c-2024.yaml:5:9",
            "      «c-2024» comincia il 17 febbraio 2024. Basterebbe cominciare il 10 febbraio 2024.",
        ],
    )
    document = proposed(command_line, "c-2024")
    assert (document["found"], document["impossible"], document["smallest"]) == (False, True, True)
    assert [each["kind"] for each in document["relax"]] == ["starts"]


def test_of_many_editions_those_that_are_in_each_others_way_are_named(
    course: CourseFolder, command_line: CommandLine
) -> None:
    """Two sessions each on one of five Saturdays, in one room: three editions are too many."""
    (course.root / NEW).unlink()
    for number in range(6):
        head = HEAD.replace("c-2024", f"d-{number}").replace("ends: 2024-05-25", "ends: 2024-03-16")
        pause = "  pause: [{from: 2024-03-17, to: 2024-12-31}]\n"
        course.write(f"curriculum/cohorts/d-{number}.yaml", head + "calendar:\n" + HOURS + pause)
    said = command_line.run("calendar", "--propose", "--all", "--language", "it")
    assert said.status == 1
    assert said.out.splitlines()[:5] == [
        "Non c'è un piano possibile.",
        "Già solo queste edizioni si ostacolano; forse anche altre.",
        "Incontri da tenere per «d-0»: 2.",
        "Incontri da tenere per «d-1»: 2.",
        "Incontri da tenere per «d-2»: 2.",
    ]
    assert said.out.count("Basterebbe cominciare il 10 febbraio 2024.") == 1


def test_a_plan_that_cannot_end_in_time_ends_as_little_late_as_possible(
    course: CourseFolder, command_line: CommandLine
) -> None:
    planning = "  planning: {days_between: {at_least: 105}}\n"
    course.write(NEW, HEAD + "calendar:\n" + HOURS + planning)
    said = command_line.run("calendar", "c-2024", "--propose", "--language", "it")
    assert said.status == 0
    lines = said.out.splitlines()
    assert lines[lines.index("E l'ultimo giorno, che ora viene più tardi:") + 2] == "ends: 2024-06-01"
    assert "Nessun piano finisce in tempo. Questo finisce il meno tardi possibile." in lines
    document = proposed(command_line, "c-2024")
    assert [each["kind"] for each in document["conflict"]] == ["starts", "ends", "at-least"]
    paste(course, document)
    assert findings(course) == []


def test_a_cohort_that_is_settled_is_not_touched(course: CourseFolder, command_line: CommandLine) -> None:
    course.replace("curriculum/cohorts/c-2023.yaml", "{id: s1, ", "{id: s1, on: 2023-02-18, ")
    course.replace("curriculum/cohorts/c-2023.yaml", "{id: s2, ", "{id: s2, on: 2023-03-04, ")
    course.replace("curriculum/cohorts/c-2023.yaml", "every: 2 weeks, ", "")
    said = command_line.run("calendar", "c-2023", "--propose", "--language", "it")
    assert said.status == 1
    assert said.err.startswith("Tutti gli incontri di «c-2023» hanno già il loro giorno")


def test_errors_in_what_is_used_stand_in_the_way(course: CourseFolder, command_line: CommandLine) -> None:
    course.replace("curriculum/venues.yaml", "seats: 20", "seats: venti")
    said = command_line.run("calendar", "c-2024", "--propose", "--language", "it")
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("curriculum/venues.yaml:")


def test_the_options_go_together_or_not(command_line: CommandLine) -> None:
    for arguments in (
        ["--propose"],
        ["c-2024", "--all", "--propose"],
        ["c-2024", "--all"],
        ["c-2024", "--effort", "3"],
        ["c-2024", "--propose", "--publish"],
        ["c-2024", "--propose", "--effort", "0"],
        [],
    ):
        assert command_line.run("calendar", *arguments).status == 2, arguments


def test_without_the_solver_the_command_says_how_to_get_it(course: CourseFolder, tmp_path: Path) -> None:
    """A package of that name that is not there, before the one that is."""
    missing = tmp_path / "missing" / "ortools"
    missing.mkdir(parents=True)
    (missing / "__init__.py").write_text("raise ModuleNotFoundError('none', name='ortools')\n", encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(missing.parent), os.environ.get("PYTHONPATH", ""))))
    said = run_python(course.root, "calendar", "c-2024", "--propose", "--language", "it", PYTHONPATH=path)
    assert (said.status, said.out) == (1, "")
    assert said.err.splitlines() == [
        "Per proporre i giorni serve il risolutore OR-tools, che non è installato.",
        "    Nella cartella del corso: make planner. Altrove: pip install 'coursewright[planner]'",
    ]
    assert run_python(course.root, "calendar", "c-2023", PYTHONPATH=path).status == 0


def test_the_plan_does_not_depend_on_the_process(course: CourseFolder) -> None:
    runs = [
        run_python(course.root, "calendar", "c-2024", "--propose", "--format", "json", PYTHONHASHSEED=seed)
        for seed in ("1", "2")
    ]
    assert runs[0].out == runs[1].out
    assert json.loads(runs[0].out)["best"] is True


@pytest.mark.skipif(sys.platform == "win32", reason="no signal of that kind")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_keeps_the_best_plan_so_far(tmp_path: Path, number: signal.Signals) -> None:
    """Four editions, which keep the search busy; who watches the terminal stops it after the first plan."""
    root = tmp_path / "many"
    write_planning_course(root, Size(cohorts=4))
    arguments = ["calendar", "--propose", "--all", "--effort", "100000", "--format", "json", "--language", "it"]
    watched, terminal = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "coursewright", *arguments],
        cwd=root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=terminal,
    )
    shown = b""
    while b"Il migliore finora: costo" not in shown:
        shown += os.read(watched, 4096)
    process.send_signal(number)
    out, _ = process.communicate(timeout=60)
    os.close(watched)
    os.close(terminal)
    document = json.loads(out)
    assert (process.returncode, document["interrupted"], document["best"]) == (0, True, False)
    assert [len(each["sessions"]) for each in document["cohorts"]] == [12] * 4


@pytest.mark.parametrize(
    ("head", "calendar", "said"),
    [
        ({"2024-05-25": "2190-01-01"}, HOURS, "«c-2024» dura 60584 giorni. Si propongono giorni per 1100 al più."),
        ({"places: 20": "places: 99"}, HOURS, "Basterebbero meno posti, o più sedute."),
        ({}, HOURS + "  planning: {leaders: 3}\n", "Basterebbe che conducessero meno persone."),
        ({}, HOURS + "  planning: {days_between: {at_least: 3650}}\n", "Basterebbe chiederne almeno 98."),
        ({}, HOURS + "  planning: {trainers: [t7]}\n", "curriculum/cohorts/c-2024.yaml:11:25: errore unknown-id"),
        ({}, HOURS + "  holidays: {country: ZZ}\n", "I giorni festivi di «ZZ» non sono noti."),
    ],
)
def test_what_nobody_can_plan_is_told_as_such(
    course: CourseFolder, command_line: CommandLine, head: dict[str, str], calendar: str, said: str
) -> None:
    text = HEAD
    for old, new in head.items():
        text = text.replace(old, new)
    course.write(NEW, text + "calendar:\n" + calendar)
    found = command_line.run("calendar", "c-2024", "--propose", "--language", "it")
    assert found.status == 1
    assert said in found.out + found.err


def test_too_many_sessions_are_not_looked_through(course: CourseFolder, command_line: CommandLine) -> None:
    """Eighty sessions in each of three editions of three years."""
    for name in "abc":
        head = HEAD.replace("c-2024", f"{name}-2025").replace("2024-05-25", "2027-02-19")
        sessions = "".join(f"    - {{id: s{number}}}\n" for number in range(80))
        course.write(f"curriculum/cohorts/{name}-2025.yaml", head + "calendar:\n" + HOURS + "  sessions:\n" + sessions)
    found = command_line.run("calendar", "--all", "--propose", "--language", "it")
    assert (found.status, found.out) == (1, "")
    assert found.err.startswith("C'è troppo fra cui scegliere: incontri per giorni fanno ")
