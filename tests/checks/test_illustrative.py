"""Paths to what is illustrative."""

from __future__ import annotations

import pytest

from coursewright.model.finding import Code
from tests.checks.course_folder import COHORT, FIGURES, MAP, CourseFolder

BEFORE = "illustrative: [calendar, enrolment, fees.price]"


@pytest.mark.parametrize(
    "path",
    [
        "title",
        "calendar.pattern.from",
        "calendar.sessions",
        "calendar.sessions.s1",
        "calendar.sessions.s2.venue",
        "fees.rules.presto.percent",
        "fees.rules.presto.when.received.until",
        "enrolment.closes",
    ],
)
def test_path_to_something_the_file_gives_is_fine(course: CourseFolder, path: str) -> None:
    course.replace(COHORT, BEFORE, f"illustrative: [calendar, {path}]")
    assert course.told() == []


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("calendr", "calendar"),
        ("enrolment.place", "enrolment.places"),
        ("fees.rule.presto.percent", "fees.rules.presto.percent"),
        ("fees.rules.presta", "fees.rules.presto"),
        ("fees.rules.presta.percnt", "fees.rules.presto"),
        ("fees.rules.0", None),
        ("fees.instalments", None),
        ("title.text", None),
        ("fees.", None),
    ],
)
def test_path_to_nothing_is_found_with_the_nearest(course: CourseFolder, path: str, nearest: str | None) -> None:
    course.replace(COHORT, BEFORE, f"illustrative: [calendar, {path}]")
    assert course.values(Code.ILLUSTRATIVE_UNKNOWN) == [{"found": path, "nearest": nearest}]
    assert course.places(Code.ILLUSTRATIVE_UNKNOWN) == [f"{COHORT}:7:26"]


def test_path_leads_through_the_keys_of_a_mapping(course: CourseFolder) -> None:
    course.replace(
        MAP,
        "        title: Ascoltare\n",
        "        title: Ascoltare\n        illustrative: [gradations.osserva]\n",
    )
    assert course.told() == []


def test_path_begins_at_the_entry_that_has_it(course: CourseFolder) -> None:
    course.replace(FIGURES, "    title: Facilitatrice\n", "    title: Facilitatrice\n    illustrative: [figures]\n")
    assert course.places(Code.ILLUSTRATIVE_UNKNOWN) == [f"{FIGURES}:5:20"]


@pytest.mark.parametrize("value", ["true", "false", "[]"])
def test_whole_entry_needs_no_path(course: CourseFolder, value: str) -> None:
    course.replace(COHORT, BEFORE, f"illustrative: {value}")
    assert course.places(Code.ILLUSTRATIVE_UNKNOWN) == []
