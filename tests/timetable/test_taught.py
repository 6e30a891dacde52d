"""What sessions teach: for how long, and what is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from coursewright.model.cohort import Cohort
from coursewright.model.module import Module
from coursewright.model.place import Origin
from coursewright.model.written import Plain
from coursewright.timetable.announcement import announcements
from coursewright.timetable.findings import check_timetables
from coursewright.timetable.publication import publication
from tests.timetable.planning import cohort, course_with, planned

M1, M2 = {"modules": ["m1"]}, {"modules": ["m2"]}
BOTH = {"modules": ["m1", "m2"]}


def _told(made: Cohort) -> list[tuple[str, Any]]:
    found = check_timetables(course_with(made))
    return [(each.code.value, each.values.get("difference", each.values.get("found"))) for each in found]


def test_hours_of_sessions_are_those_of_their_modules() -> None:
    assert _told(cohort(M1, M2, {})) == []


@pytest.mark.parametrize(
    ("sessions", "difference"),
    [
        (({**M1, "to": "12:45"}, M2, {}), 15),
        (({**M1, "breaks": []}, M2, {}), 15),
        (({**M1, "from": "10:30"}, M2, {}), 60),
    ],
)
def test_session_longer_or_shorter_than_its_module_is_told(sessions: Any, difference: int) -> None:
    assert _told(cohort(*sessions)) == [("hours-off", difference)]


def test_module_over_two_sessions_counts_both() -> None:
    half = {**M1, "breaks": [], "to": "11:00"}
    other = {**M1, "breaks": [], "to": "10:45"}
    assert _told(cohort(half, other, M2)) == []
    assert _told(cohort(half, half, M2)) == [("hours-off", 15)]


def test_session_of_two_modules_has_the_hours_of_both() -> None:
    assert _told(cohort({**BOTH, "to": "15:15"}, {}, {})) == []
    assert _told(cohort({**BOTH, "to": "15:00"}, {}, {})) == [("hours-off", 15)]


def test_modules_and_sessions_that_hang_together_are_compared_as_a_whole() -> None:
    """The first teaches both, the second goes on with one of them: what each takes of the first cannot be told."""
    assert _told(cohort(BOTH, M2, {})) == []
    assert _told(cohort(BOTH, {**M2, "to": "12:00"}, {})) == [("hours-off", 30)]


def test_cancelled_session_teaches_nothing() -> None:
    half = {**M1, "breaks": [], "to": "10:52"}
    assert _told(cohort(half, {**M1, "breaks": [], "to": "10:53"}, {**M2, "cancelled": "Neve"})) == [
        ("module-not-taught", "m2")
    ]


def test_module_of_the_path_that_is_never_taught_is_told() -> None:
    held = {**M1, "breaks": [], "to": "10:25"}
    assert _told(cohort(held, held, held)) == [("module-not-taught", "m2")]


def test_session_that_teaches_nothing_or_something_unknown_may_be_the_one_that_is_missed() -> None:
    assert _told(cohort(M1, {}, {})) == []
    assert _told(cohort(M1, {"modules": ["m3"]}, {"modules": ["m3"]})) == []


def test_module_whose_own_plan_takes_another_time_is_not_compared() -> None:
    course = course_with(cohort({**M1, "to": "12:45"}, M2, {}))
    plan = {"plan": [{"title": "Tutto", "minutes": Plain("100")}]}
    other = Module.model_validate({**course.modules["m1"].model_dump(by_alias=True), **plan})
    found = check_timetables(replace(course, modules={**course.modules, "m1": other}))
    assert [each.code.value for each in found] == []


@pytest.mark.parametrize(("announced", "expected"), [(["m1"], []), (["m1", "m2"], ["module-not-taught"])])
def test_what_comes_into_the_path_after_an_edition_is_announced_is_not_missed(
    announced: list[str], expected: list[str]
) -> None:
    held = {**M1, "breaks": [], "to": "10:25"}
    made = cohort(held, held, held)
    told = announcements(course_with(made), made, planned(made).sessions)
    first = publication(made, told, None, datetime(2022, 11, 1, tzinfo=UTC), announced)
    again = publication(made, told, first, datetime(2022, 12, 1, tzinfo=UTC), ["m1", "m2"])
    for calendar in (first, again):
        known = replace(course_with(made), published={"c": calendar.located(Origin("c.published.json"))})
        assert [each.code.value for each in check_timetables(known)] == expected
