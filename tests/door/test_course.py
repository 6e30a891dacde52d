"""A course opened from Python: what it gives for plain arguments.

Covers also `door/errors.py`, `door/use.py`.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

import coursewright
from coursewright.cli.fees.documents_in_json import statement_document
from coursewright.cli.json_text import json_text
from coursewright.door.course import OpenedCourse, open_course
from coursewright.door.errors import AnswerError, BlockedError, CoursewrightError, RefusalError
from coursewright.model.statement import SettledStatement
from tests.checks.course_folder import COHORT, FIRST, CourseFolder
from tests.cli.running import CommandLine

ROWS = "application,email,name,received\n1,ada@example.org,Ada,2022-12-10\n2,bea@example.org,Bea,2023-01-10\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> OpenedCourse:
    """The small course, opened."""
    return open_course(CourseFolder.minimal(tmp_path_factory.mktemp("door") / "course").root)


def test_package_gives_the_door_and_nothing_else_by_those_names() -> None:
    assert coursewright.open_course is open_course
    assert [getattr(coursewright, name).__name__ for name in coursewright.__all__] == coursewright.__all__
    with pytest.raises(AttributeError, match="open_curse"):
        coursewright.open_curse  # noqa: B018 - that it is not there


def test_importing_the_package_loads_nothing_of_it() -> None:
    loaded = "import sys, coursewright; print([each for each in sys.modules if each.startswith('coursewright.')])"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"


def test_course_is_opened_from_within_and_by_a_text(course: OpenedCourse) -> None:
    within = open_course(str(course.root / "curriculum" / "cohorts"))
    assert within.root == course.root
    assert within.findings == course.findings == ()
    assert list(within.curriculum.modules) == ["primo", "secondo"]


def test_findings_are_told_and_stop_nothing_that_does_not_need_them(tmp_path: Path) -> None:
    folder = CourseFolder.minimal(tmp_path / "course").replace(
        FIRST, "{competency: ascoltare,", "{competency: ascoltarre,"
    )
    course = open_course(folder.root)
    unknown = next(finding for finding in course.findings if finding.code.value == "unknown-id")
    assert unknown.place.path == FIRST
    assert course.tell(unknown, "en") == "There is no competency “ascoltarre”. Did you mean “ascoltare”?"
    assert course.quote("c-2023", "2022-12-10").due == Decimal("90.00")
    with pytest.raises(BlockedError, match=f"{FIRST}:.*: There is no competency “ascoltarre”"):
        course.group("rete")


@pytest.mark.parametrize(
    ("received", "instant"),
    [
        (datetime(2022, 12, 24, 23, 59), datetime(2022, 12, 24, 22, 59, tzinfo=UTC)),
        (datetime(2022, 12, 24, 23, 59, tzinfo=UTC), datetime(2022, 12, 24, 23, 59, tzinfo=UTC)),
        (date(2022, 12, 24), datetime(2022, 12, 24, 22, 59, 59, 999999, tzinfo=UTC)),
        ("24/12/2022 23.59", datetime(2022, 12, 24, 22, 59, tzinfo=UTC)),
    ],
)
def test_instant_without_offset_is_read_by_the_clock_of_the_cohort(
    course: OpenedCourse, received: datetime | date | str, instant: datetime
) -> None:
    statement = course.quote("c-2023", received)
    assert statement.received == instant
    # The discount ends with the day, in the cohort's zone.
    assert statement.due == (Decimal("100.00") if instant.hour == 23 else Decimal("90.00"))


@pytest.mark.parametrize(
    ("received", "why"),
    [
        (datetime(2022, 10, 30, 2, 30), "happened twice"),
        (datetime(2023, 3, 26, 2, 30), "the clocks went forward"),
        ("domani", "is no date or time"),
    ],
)
def test_what_is_no_instant_is_refused_with_the_argument_at_fault(
    course: OpenedCourse, received: datetime | str, why: str
) -> None:
    with pytest.raises(AnswerError, match=why) as refused:
        course.quote("c-2023", received)
    assert refused.value.name == "received"


def test_answer_that_no_rule_asks_for_is_refused_with_the_nearest(course: OpenedCourse) -> None:
    with pytest.raises(AnswerError) as refused:
        course.quote("c-2023", "2022-12-10", categori="socio")
    assert refused.value.told("it") == "Nessuna regola chiede «categori».\nVolevi scrivere «category»?"
    with pytest.raises(AnswerError, match="experience_since"):
        course.quote("c-2023", "2022-12-10", experience_since="un giorno")


def test_quote_is_what_the_command_says(course: OpenedCourse, command_line: CommandLine) -> None:
    said = command_line.run(
        *("quote", "c-2023", "--received", "2022-12-10", "--format", "json", "--root", str(course.root))
    )
    assert said.out == json_text(statement_document(course.quote("c-2023", "2022-12-10"))) + "\n"


def test_settlement_follows_an_earlier_one(course: OpenedCourse, tmp_path: Path, command_line: CommandLine) -> None:
    applications, earlier = tmp_path / "applications.csv", tmp_path / "earlier.csv"
    applications.write_text(ROWS, "utf-8")
    first = course.settle("c-2023", str(applications))
    assert [(type(each), each.name, each.due) for each in first.statements] == [
        (SettledStatement, "Ada", Decimal("90.00")),
        (SettledStatement, "Bea", Decimal("100.00")),
    ]
    command_line.run("settle", "c-2023", applications, "--output", earlier, "--root", str(course.root))
    applications.write_text(ROWS.replace("2022-12-10", "2023-01-19"), "utf-8")
    after = course.settle("c-2023", applications, after=earlier)
    assert [each.due for each in after.statements] == [Decimal("90.00"), Decimal("100.00")]


def test_file_that_is_no_table_blocks(course: OpenedCourse, tmp_path: Path) -> None:
    with pytest.raises(BlockedError) as blocked:
        course.settle("c-2023", tmp_path / "nothing.csv")
    assert [finding.code.value for finding in blocked.value.findings] == ["file-not-found"]


def test_prices_calendar_and_group(course: OpenedCourse) -> None:
    table = course.fees("c-2023")
    assert [row.due for row in table.rows] == [Decimal("90.00"), Decimal("100.00")]
    calendar = course.calendar("c-2023")
    assert [each.starts_at.isoformat() for each in calendar.sessions] == [
        "2023-02-18T09:30:00+01:00",
        "2023-03-04T09:30:00+01:00",
    ]
    assert calendar.minutes == 120
    portrait = course.group("rete")
    assert portrait.seeks == 1
    assert course.group("rete", minutes=1).path.modules == ()


@pytest.mark.parametrize("ask", ["quote", "settle", "fees", "calendar", "group"])
def test_what_is_not_there_is_refused_with_the_nearest_name(course: OpenedCourse, ask: str) -> None:
    more = {"quote": ["2022-12-10"], "settle": ["applications.csv"]}.get(ask, [])
    name = "retee" if ask == "group" else "c-2032"
    with pytest.raises(RefusalError) as refused:
        getattr(course, ask)(name, *more)
    assert refused.value.told("en").splitlines()[1] == f"Did you mean “{'rete' if ask == 'group' else 'c-2023'}”?"


def test_folder_without_a_course_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CoursewrightError, match=r"curriculum/course\.yaml is missing"):
        open_course(tmp_path)
    with pytest.raises(CoursewrightError):
        open_course(tmp_path / "nowhere")


def test_cohort_is_read_without_what_its_use_does_not_need(tmp_path: Path) -> None:
    folder = CourseFolder.minimal(tmp_path / "course").replace(COHORT, "every: 2 weeks", "every: tanto")
    course = open_course(folder.root)
    assert course.quote("c-2023", "2022-12-10").due == Decimal("90.00")
    with pytest.raises(BlockedError, match=COHORT):
        course.calendar("c-2023")
    folder.replace(COHORT, "every: tanto", "every: 2 weeks").replace(COHORT, 'price: "100.00"', "price: cento")
    course = open_course(folder.root)
    assert course.calendar("c-2023").minutes == 120
    with pytest.raises(BlockedError, match=COHORT):
        course.fees("c-2023")
