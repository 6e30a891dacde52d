"""Trainers on the way between two places."""

from __future__ import annotations

from typing import Any

import pytest

from coursewright.model.cohort import Cohort
from coursewright.timetable.findings import check_timetables
from tests.timetable.planning import cohort, course_with, venue

FIRST = {"trainers": ["t1"], "venue": "v1"}


def _codes(there: dict[str, Any], back: dict[str, Any], *cohorts: Cohort) -> list[str]:
    venues = [venue(**there), venue(id="v2", title="W", **back)]
    return [each.code.value for each in check_timetables(course_with(*cohorts, venues=venues))]


def _second(starts: str, venue_id: str = "v2", trainer: str = "t1") -> Cohort:
    """Another cohort, on the first one's days, that begins at a time."""
    session = {"trainers": [trainer], "venue": venue_id}
    return cohort(session, {}, {}, identifier="d", pattern={"every": "2 weeks", "from": starts, "to": "18:00"})


WAY = {"travel": [{"to": "v2", "minutes": 45}]}
BACK = {"travel": [{"to": "v1", "minutes": 30}]}


@pytest.mark.parametrize(("starts", "expected"), [("13:14", ["too-little-travel-time"]), ("13:15", [])])
def test_time_between_places_must_be_enough(starts: str, expected: list[str]) -> None:
    assert _codes(WAY, {}, cohort(FIRST, {}, {}), _second(starts)) == expected


def test_way_back_takes_as_long_and_the_longer_of_two_counts() -> None:
    back = {"travel": [{"to": "v1", "minutes": 45}]}
    assert _codes({}, back, cohort(FIRST, {}, {}), _second("13:14")) == ["too-little-travel-time"]
    assert _codes(WAY, BACK, cohort(FIRST, {}, {}), _second("13:14")) == ["too-little-travel-time"]


def test_nobody_travels_within_a_place_nor_for_somebody_else() -> None:
    assert _codes(WAY, {}, cohort(FIRST, {}, {}), _second("12:30", "v1")) == []
    assert _codes(WAY, {}, cohort(FIRST, {}, {}), _second("12:30", trainer="t2")) == []


def test_sessions_at_one_time_are_told_once() -> None:
    assert _codes(WAY, {}, cohort(FIRST, {}, {}), _second("12:00")) == ["trainer-twice"]
