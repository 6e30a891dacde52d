"""``coursewright new cohort``.

Covers also `cli/scaffold/cohort.py`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from coursewright.cli.scaffold.cohort import first_day
from coursewright.model.finding_codes import Code
from coursewright.timetable.sessions import plan
from tests.checks.course_folder import COURSE, FIRST, SECOND, CourseFolder
from tests.cli.commands.new.conftest import contents
from tests.cli.commands.new.hostile import TITLES
from tests.cli.running import CommandLine


def test_cohort_is_sound_and_has_a_session_a_module(course: CourseFolder, command_line: CommandLine) -> None:
    said = command_line.run("new", "cohort", "Primavera 2027", "--starts", "2027-03-06")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[0] == "Scritto: curriculum/cohorts/primavera-2027.yaml"
    assert course.findings() == ()
    cohort = course.curriculum().cohorts["primavera-2027"]
    assert (cohort.starts, cohort.ends) == (date(2027, 3, 6), date(2027, 3, 20))
    assert (cohort.enrolment.opens, cohort.enrolment.closes) == (date(2026, 12, 6), date(2027, 2, 20))
    assert [session.modules for session in cohort.calendar.sessions] == [("primo",), ("secondo",)]
    assert (cohort.fees, cohort.enrolment.places, cohort.timezone) == (None, None, "Europe/Rome")
    assert cohort.illustrative == ("ends", "enrolment.opens", "enrolment.closes", "calendar")


def test_what_is_decided_is_written_and_the_rest_is_illustrative(
    course: CourseFolder, command_line: CommandLine
) -> None:
    arguments = ("--price", "450,50", "--places", "18", "--timezone", "Europe/Zurich")
    assert command_line.run("new", "cohort", "Uno", *arguments).status == 0
    assert course.findings() == ()
    cohort = course.curriculum().cohorts["uno"]
    assert cohort.fees is not None
    assert (cohort.fees.price, cohort.enrolment.places, cohort.timezone) == (Decimal("450.50"), 18, "Europe/Zurich")
    assert cohort.starts == first_day(date.today())
    assert cohort.illustrative[0] == "starts"


@pytest.mark.parametrize(
    ("minutes", "ends"),
    [
        ("10", ["10:30", "10:30", "09:40"]),
        ("120", ["10:30", "10:30", "11:30"]),
        ("125", ["10:30", "10:30", "11:50"]),
        ("240", ["10:30", "10:30", "13:45"]),
        ("480", ["10:30", "10:30", "17:45"]),
        ("1000", ["10:30", "10:30", "15:25", "15:15", "15:15"]),
    ],
)
def test_sessions_are_as_long_as_their_modules(
    course: CourseFolder, command_line: CommandLine, minutes: str, ends: list[str]
) -> None:
    course.remove("curriculum/cohorts/c-2023.yaml")
    command_line.run("new", "module", "Terzo", "--minutes", minutes)
    command_line.run("new", "cohort", "Uno")
    assert course.findings() == ()
    curriculum = course.curriculum()
    made = plan(curriculum.cohorts["uno"], {}, "it").sessions
    assert [f"{each.ends_at:%H:%M}" for each in made] == ends
    assert sum(each.minutes for each in made) == 120 + int(minutes)


def test_course_without_modules_has_a_cohort_too(course: CourseFolder, command_line: CommandLine) -> None:
    course.remove(FIRST).remove(SECOND).replace(COURSE, "path: [primo, secondo]", "path: []")
    course.remove("curriculum/cohorts/c-2023.yaml")
    before = {finding.code for finding in course.findings()}
    assert command_line.run("new", "cohort", "Uno").status == 0
    assert {finding.code for finding in course.findings()} == before | {Code.FREE_PATTERN_DAY}


def test_first_day_is_a_saturday_at_least_ninety_days_away() -> None:
    days = [first_day(date(2026, 1, day)) for day in range(1, 8)]
    assert {day.weekday() for day in days} == {5}
    assert {(day - date(2026, 1, number)).days for number, day in enumerate(days, 1)} == set(range(90, 97))


@pytest.mark.parametrize("title", TITLES)
def test_any_title_makes_a_sound_cohort_that_has_it(
    course: CourseFolder, command_line: CommandLine, title: str
) -> None:
    assert command_line.run("new", "cohort", "uno", "--title", title).status == 0
    assert course.findings() == ()
    assert course.curriculum().cohorts["uno"].title == " ".join(title.split())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--starts", "6/3/2027"], "«6/3/2027» non è un giorno: scrivine uno come 2027-02-20."),
        (["--starts", "2027-02-30"], "«2027-02-30» non è un giorno: scrivine uno come 2027-02-20."),
        (["--starts", "0001-01-01"], "«0001-01-01» non è un giorno: scrivine uno come 2027-02-20."),
        (["--price", "gratis"], "«gratis» non è un prezzo: scrivine uno come 450 o 450.00."),
        (["--price", "1.450,00"], "«1.450,00» non è un prezzo: scrivine uno come 450 o 450.00."),
        (["--places", "venti"], "«venti» non è un numero di posti."),
        (["--places", "0"], "«0» non è un numero di posti."),
        (["--timezone", "Roma"], "Non esiste il fuso orario «Roma»: scrivine uno come Europe/Rome."),
        (
            ["--timezone", "../../etc/passwd"],
            "Non esiste il fuso orario «../../etc/passwd»: scrivine uno come Europe/Rome.",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(
    course: CourseFolder, command_line: CommandLine, arguments: list[str], sentence: str
) -> None:
    before = contents(course.root)
    said = command_line.run("new", "cohort", "Uno", *arguments)
    assert (said.status, said.out, said.err) == (1, "", f"{sentence}\n")
    assert contents(course.root) == before
