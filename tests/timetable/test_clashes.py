"""Clashes: each shown once, and once absent.

Covers also `model/people.py`, `timetable/findings.py`, `timetable/planned_cohort.py`.
"""

from __future__ import annotations

from typing import Any

import pytest

from coursewright.model.cohort import Cohort
from coursewright.timetable.findings import check_timetables
from tests.timetable.planning import cohort, course_with, venue

T1 = {"trainers": ["t1"]}
V1 = {"venue": "v1"}


def _codes(*cohorts: Cohort, **parts: Any) -> list[str]:
    return [finding.code.value for finding in check_timetables(course_with(*cohorts, **parts))]


def test_sound_timetables_have_nothing_to_tell() -> None:
    other = cohort(identifier="d", pattern={"every": "2 weeks", "from": "12:30", "to": "13:30"})
    sound = cohort({**T1, **V1, "modules": ["m1"]}, {**T1, **V1, "modules": ["m2"]}, {})
    assert _codes(sound, other, venues=[venue()]) == []


@pytest.mark.parametrize("starts", ["12:00", "12:29", "12:30"])
def test_trainer_is_in_one_place_at_a_time(starts: str) -> None:
    other = cohort(T1, {}, {}, identifier="d", pattern={"every": "2 weeks", "from": starts, "to": "14:00"})
    assert _codes(cohort(T1, {}, {}), other) == ([] if starts == "12:30" else ["trainer-twice"])


def test_venue_is_used_once_at_a_time() -> None:
    other = cohort(V1, {}, {}, identifier="d")
    assert _codes(cohort(V1, {}, {}), other, venues=[venue()]) == ["venue-twice"]
    assert _codes(cohort(V1, {}, {}), cohort(identifier="d"), venues=[venue()]) == []


def test_cancelled_session_clashes_with_nothing() -> None:
    other = cohort({**T1, "cancelled": "Neve"}, {}, {}, identifier="d")
    assert _codes(cohort(T1, {}, {}), other) == []


def test_instants_are_compared_across_zones() -> None:
    earlier = {"every": "2 weeks", "from": "09:30", "to": "12:30"}
    lisbon = cohort(T1, {}, {}, identifier="d", timezone="Europe/Lisbon", pattern=earlier)
    athens = cohort(T1, {}, {}, identifier="e", timezone="America/New_York", pattern=earlier)
    assert _codes(cohort(T1, {}, {}), lisbon) == ["trainer-twice"]
    assert _codes(cohort(T1, {}, {}), athens) == []


@pytest.mark.parametrize(("starts", "expected"), [("12:00", ["sessions-overlap"]), ("12:30", [])])
def test_sessions_of_a_cohort_do_not_overlap(starts: str, expected: list[str]) -> None:
    assert _codes(cohort({}, {}, {}, {"on": "2023-02-18", "from": starts, "to": "14:00"})) == expected


@pytest.mark.parametrize(("day", "expected"), [("2023-03-19", ["session-outside-cohort"]), ("2023-03-17", [])])
def test_sessions_are_within_the_cohorts_days(day: str, expected: list[str]) -> None:
    assert _codes(cohort({}, {}, {}, {"on": day})) == expected


@pytest.mark.parametrize(("day", "expected"), [("2023-03-06", ["session-on-holiday"]), ("2023-03-07", [])])
def test_chosen_day_on_a_holiday(day: str, expected: list[str]) -> None:
    assert _codes(cohort({}, {}, {}, {**V1, "on": day}), venues=[venue(patron_day="03-06")]) == expected


@pytest.mark.parametrize(("day", "expected"), [("2023-03-06", ["session-in-pause"]), ("2023-03-08", [])])
def test_chosen_day_in_a_pause(day: str, expected: list[str]) -> None:
    pause = [{"from": "2023-03-06", "to": "2023-03-07"}]
    assert _codes(cohort({}, {}, {}, {"moved": None, "on": day}, pause=pause)) == expected


@pytest.mark.parametrize(("day", "expected"), [("2023-02-17", ["moved-from-another-day"]), ("2023-02-18", [])])
def test_moved_session_was_on_its_day(day: str, expected: list[str]) -> None:
    assert _codes(cohort({"moved": {"from": day, "to": "2023-02-19"}}, {}, {})) == expected


def test_days_of_the_pattern_that_no_session_takes_come_with_the_line_to_paste() -> None:
    found = list(check_timetables(course_with(cohort({}))))
    assert [(finding.code.value, str(finding.values["day"])) for finding in found] == [
        ("free-pattern-day", "2023-03-04"),
        ("free-pattern-day", "2023-03-18"),
    ]
    assert [str(finding.values["line"])[:9] for finding in found] == ["- {id: s2", "- {id: s3"]


@pytest.mark.parametrize(("until", "expected"), [("2023-03-03", ["not-available"]), ("2023-03-04", [])])
def test_people_are_asked_when_they_are_available(until: str, expected: list[str]) -> None:
    stretch = [{"from": "2023-01-01", "to": until}]
    assert _codes(cohort({}, T1, {}), available=stretch) == expected


def test_venue_is_available() -> None:
    closed = venue(available=[{"from": "2023-03-05", "to": "2023-12-31"}])
    assert _codes(cohort(V1, {}, V1), venues=[closed]) == ["not-available"]


@pytest.mark.parametrize(("places", "expected"), [(21, ["too-few-seats"]), (20, [])])
def test_everyone_has_a_seat(places: int, expected: list[str]) -> None:
    assert _codes(cohort(V1, V1, {}, places=places), venues=[venue()]) == expected


@pytest.mark.parametrize(("first", "expected"), [("m2", ["taught-before-required"]), ("m1", [])])
def test_what_a_module_requires_is_taught_before_it(first: str, expected: list[str]) -> None:
    second = {"m1": "m2", "m2": "m1"}[first]
    assert _codes(cohort({"modules": [first]}, {"modules": [second]}, {})) == expected


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (cohort({}, {}, {}, {}), "session-without-day"),
        (cohort({"from": "13:00"}, {}, {}), "session-without-time"),
        (cohort({}, {}, {}, {"on": "2023-03-26", "from": "02:30", "to": "04:00"}), "session-time-skipped"),
        (cohort({}, {}, {}, {"on": "2023-10-29", "from": "02:30", "to": "04:00"}), "session-time-twice"),
        (cohort(holidays={"country": "XX"}), "unknown-holidays"),
    ],
)
def test_sessions_that_cannot_be_held_as_written(made: Cohort, code: str) -> None:
    assert _codes(made) == [code]
