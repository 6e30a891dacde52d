"""Bridge days, in Italy and where the weekend is another."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, timedelta

import pytest
from holidays import country_holidays

from coursewright.timetable.planner.bridge_days import is_bridge_day

WEEKEND = (5, 6)
_ITALIAN = country_holidays("IT", years=range(2022, 2031))


def _bridges(first: str, last: str, *own: str, common: bool = True, weekend: Collection[int] = WEEKEND) -> list[str]:
    """The bridge days from a first to a last day, with Italian holidays or without, and with some of one's own."""
    is_holiday = _holiday(common, own)
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    found = []
    while day <= end:
        if is_bridge_day(day, is_holiday, weekend):
            found.append(day.isoformat()[5:])
        day += timedelta(days=1)
    return found


def _holiday(common: bool, own: Collection[str]) -> Callable[[date], bool]:
    return lambda day: day.isoformat() in own or (common and day in _ITALIAN)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        ("2023", ["04-22", "04-23", "04-24"]),  # Tuesday
        ("2029", []),  # Wednesday
        ("2024", ["04-26", "04-27"]),  # Thursday
        ("2025", ["04-26", "04-27"]),  # Friday
        ("2026", []),  # Saturday
        ("2027", []),  # Sunday
    ],
)
def test_liberation_day_makes_bridge_days_by_its_weekday(year: str, expected: list[str]) -> None:
    assert _bridges(f"{year}-04-22", f"{year}-04-27") == expected


def test_weekend_of_easter_is_in_one_row_with_easter_monday() -> None:
    assert _bridges("2023-04-05", "2023-04-14") == ["04-08"]


def test_holidays_in_a_row_reach_as_far_as_the_next_weekend() -> None:
    # Christmas and Saint Stephen's on Monday and Tuesday, then on Thursday and Friday.
    assert _bridges("2023-12-20", "2023-12-29") == ["12-23", "12-24"]
    assert _bridges("2025-12-22", "2025-12-30") == ["12-27", "12-28"]


def test_working_day_between_two_holidays_is_a_bridge_day() -> None:
    assert _bridges("2023-03-06", "2023-03-10", "2023-03-07", "2023-03-09", common=False) == [
        "03-06",
        "03-08",
        "03-10",
    ]


def test_two_working_days_before_the_weekend_are_no_bridge() -> None:
    assert _bridges("2023-03-06", "2023-03-12", "2023-03-08", common=False) == []


def test_patron_day_counts_where_it_is_one() -> None:
    assert _bridges("2024-06-10", "2024-06-17") == []
    assert _bridges("2024-06-10", "2024-06-17", "2024-06-13") == ["06-14", "06-15", "06-16"]


def test_holiday_is_no_bridge_day_itself() -> None:
    # Between the first and the third of a row of holidays.
    assert _bridges("2023-03-06", "2023-03-08", "2023-03-06", "2023-03-07", "2023-03-08", common=False) == []


@pytest.mark.parametrize(
    ("holiday", "expected"),
    [
        ("2023-03-05", ["03-03", "03-04"]),  # Sunday
        ("2023-03-06", ["03-03", "03-04", "03-05"]),  # Monday
        ("2023-03-07", []),  # Tuesday
        ("2023-03-08", ["03-09", "03-10", "03-11"]),  # Wednesday
        ("2023-03-09", ["03-10", "03-11"]),  # Thursday
        ("2023-03-10", []),  # Friday
    ],
)
def test_weekend_on_friday_and_saturday(holiday: str, expected: list[str]) -> None:
    assert _bridges("2023-03-03", "2023-03-11", holiday, common=False, weekend=(4, 5)) == expected


def test_weekend_of_one_day() -> None:
    assert _bridges("2023-03-03", "2023-03-14", "2023-03-10", common=False, weekend=(6,)) == ["03-11", "03-12"]


def test_without_holidays_there_are_no_bridge_days() -> None:
    assert _bridges("2023-03-01", "2023-03-31", common=False) == []


def test_calendar_of_holidays_only_has_no_bridge_days_and_an_end() -> None:
    assert not is_bridge_day(date(2023, 3, 8), lambda _: True, WEEKEND)
