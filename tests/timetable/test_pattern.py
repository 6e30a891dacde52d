"""The days of a pattern."""

from __future__ import annotations

from datetime import date

import pytest

from coursewright.timetable.pattern import pattern_days


def test_every_so_many_weeks_counts_from_the_first_day_to_the_last_included() -> None:
    found = list(pattern_days("3 weeks", date(2023, 2, 18), date(2023, 7, 15)))
    assert found == [date.fromordinal(date(2023, 2, 18).toordinal() + 21 * number) for number in range(8)]
    assert list(pattern_days("1 week", date(2023, 2, 18), date(2023, 2, 24))) == [date(2023, 2, 18)]


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        ("first saturday", ["2023-03-04", "2023-04-01"]),
        ("second monday", ["2023-03-13", "2023-04-10"]),
        ("third wednesday", ["2023-03-15", "2023-04-19"]),
        ("fourth sunday", ["2023-02-26", "2023-03-26", "2023-04-23"]),
        ("last friday", ["2023-02-24", "2023-03-31"]),
    ],
)
def test_weekday_of_each_month_within_the_cohort(every: str, expected: list[str]) -> None:
    found = pattern_days(every, date(2023, 2, 18), date(2023, 4, 27))
    assert [day.isoformat() for day in found] == expected
