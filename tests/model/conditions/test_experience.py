"""Periods of work as people write them, and years of work experience, against days counted one by one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coursewright.model.column import CellError
from coursewright.model.conditions.experience import ExperienceReason, Period, read_periods, years_reached
from coursewright.model.moments import TICK
from coursewright.model.reason import Reason
from tests.fees.applications import applicant
from tests.fees.asking import NOON, asking, classes, verdict
from tests.fees.cohorts import at, rule, rule_set
from tests.fees.drawn import PERIODS
from tests.fees.plain_price import plain_years


def _days(first: str, last: str | None = None) -> Period:
    end = None if last is None else date.fromisoformat(last) + timedelta(days=1)
    return Period(date.fromisoformat(first), end)


@pytest.mark.parametrize(
    ("since", "on", "reached"),
    [
        ("2021-01-21", "2023-01-20", False),
        ("2021-01-20", "2023-01-20", True),
        ("2021-01-19", "2023-01-20", True),
        ("2020-02-29", "2022-02-27", False),
        ("2020-02-29", "2022-02-28", True),
        ("2020-02-28", "2022-02-28", True),
        ("2020-03-01", "2022-02-28", False),
        ("2022-02-28", "2024-02-28", True),
        ("2022-03-01", "2024-02-29", False),
    ],
)
def test_two_years_are_reached_on_their_anniversary(since: str, on: str, reached: bool) -> None:
    assert years_reached([_days(since)], date.fromisoformat(on), 2) is reached


def test_29_february_has_its_own_anniversary_in_a_leap_year() -> None:
    since = [_days("2020-02-29")]
    assert [years_reached(since, date(2024, 2, day), 4) for day in (28, 29)] == [False, True]


@pytest.mark.parametrize(("last", "reached"), [("2022-12-30", False), ("2022-12-31", True)])
def test_last_day_of_a_period_counts(last: str, reached: bool) -> None:
    assert years_reached([_days("2022-01-01", last)], date(2023, 6, 1), 1) is reached


def test_days_that_periods_share_count_once() -> None:
    twice = [_days("2022-01-01", "2022-07-31"), _days("2022-03-01", "2022-09-30"), _days("2022-04-01", "2022-04-30")]
    assert not years_reached(twice, date(2024, 1, 1), 1)
    assert years_reached([*twice, _days("2023-01-01", "2023-04-02")], date(2024, 1, 1), 1)


def test_gap_between_periods_is_not_worked() -> None:
    parts = [_days("2020-01-01", "2020-06-30"), _days("2021-01-01", "2021-07-02")]
    # 182 and 183 days, and the first year has 366.
    assert not years_reached(parts, date(2023, 1, 1), 1)
    assert years_reached([parts[0], _days("2021-01-01", "2021-07-03")], date(2023, 1, 1), 1)


def test_work_from_the_day_it_is_counted_on_is_left_out() -> None:
    on = date(2023, 1, 20)
    assert not years_reached([_days("2023-01-20")], on, 1)
    assert not years_reached([_days("2022-01-21", "2023-12-31")], on, 1)
    assert years_reached([_days("2022-01-20", "2023-12-31")], on, 1)


def test_nobody_who_never_worked_has_a_year() -> None:
    assert [years_reached([], date(2023, 1, 20), years) for years in (0, 1)] == [True, False]


def test_order_of_periods_does_not_matter() -> None:
    periods = [_days("2021-05-01", "2021-12-31"), _days("2020-01-01", "2020-12-31"), _days("2022-01-01")]
    on = date(2023, 1, 20)
    assert {years_reached(order, on, 2) for order in (periods, periods[::-1], sorted(periods, key=str))} == {True}


@settings(max_examples=200)
@given(st.lists(PERIODS, max_size=3), st.dates(date(2019, 1, 1), date(2023, 3, 1)), st.integers(0, 4))
@example([Period(date(2020, 2, 29))], date(2021, 2, 28), 1)
def test_years_are_those_of_days_counted_one_by_one(periods: list[Period], on: date, years: int) -> None:
    assert years_reached(periods, on, years) == plain_years(periods, on, years)


@settings(max_examples=200)
@given(st.dates(date(2016, 1, 1), date(2022, 1, 1)), st.integers(1, 6), st.integers(-1, 1))
def test_years_of_one_period_are_those_of_the_calendar(start: date, years: int, beside: int) -> None:
    try:
        anniversary = start.replace(year=start.year + years)
    except ValueError:
        anniversary = date(start.year + years, 2, 28)
    assert years_reached([Period(start)], anniversary + timedelta(days=beside), years) is (beside >= 0)


@pytest.mark.parametrize(
    ("cell", "periods"),
    [
        ("2021-06-01/", [("2021-06-01", None)]),
        ("2019-09-01/2021-03-31", [("2019-09-01", "2021-04-01")]),
        ("2019-09-01/2021-03-31; 2022-01-10/", [("2019-09-01", "2021-04-01"), ("2022-01-10", None)]),
        ("01/09/2019 - 31/03/2021", [("2019-09-01", "2021-04-01")]),
        ("1/9/2019 al 31/3/2021\n10/1/2022–", [("2019-09-01", "2021-04-01"), ("2022-01-10", None)]),
        ("2020-02-29/2020-02-29;", [("2020-02-29", "2020-03-01")]),
    ],
)
def test_periods_include_their_last_day(cell: str, periods: list[tuple[str, str | None]]) -> None:
    assert read_periods(cell) == tuple(
        Period(date.fromisoformat(start), None if end is None else date.fromisoformat(end)) for start, end in periods
    )


@pytest.mark.parametrize("cell", ["none", " None ", "nessuna", "NESSUNO"])
def test_no_experience_is_said_in_a_word(cell: str) -> None:
    assert read_periods(cell) == ()


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("2021-06-01", "periods-unreadable"),
        ("due anni", "periods-unreadable"),
        ("2021-06-01/oggi", "periods-unreadable"),
        ("/2021-06-01", "periods-unreadable"),
        (";", "periods-unreadable"),
        ("2021-02-30/", "periods-unreadable"),
        ("2021-06-02/2021-06-01", "period-reversed"),
    ],
)
def test_what_is_no_period_is_refused(cell: str, code: str) -> None:
    with pytest.raises(CellError) as refused:
        read_periods(cell)
    assert refused.value.code == code


def test_experience_not_stated_is_never_eligible() -> None:
    somebody = applicant(NOON)
    unknown = Reason(ExperienceReason.UNKNOWN)
    assert [verdict(asking(experience=each), somebody) for each in ({"under_years": 2}, {"at_least_years": 0})] == [
        unknown,
        unknown,
    ]


@pytest.mark.parametrize(
    ("since", "under", "least"),
    [("2021-01-21", True, False), ("2021-01-20", False, True), ("2021-01-19", False, True)],
)
def test_experience_at_its_threshold(since: str, under: bool, least: bool) -> None:
    somebody = applicant(NOON, experience=(Period(date.fromisoformat(since)),))
    assert (verdict(asking(experience={"under_years": 2}), somebody) is None) is under
    assert (verdict(asking(experience={"at_least_years": 2}), somebody) is None) is least


def test_experience_says_what_it_asks() -> None:
    rules = asking(experience={"at_least_years": 1, "under_years": 3})
    worked = [applicant(NOON, experience=(Period(date(2023 - years, 1, 20)),)) for years in range(5)]
    assert [verdict(rules, each) for each in worked] == [
        Reason(ExperienceReason.TOO_SHORT, {"years": 1}),
        None,
        None,
        Reason(ExperienceReason.TOO_LONG, {"years": 3}),
        Reason(ExperienceReason.TOO_LONG, {"years": 3}),
    ]


def test_classes_of_experience_lie_between_the_bounds() -> None:
    assert classes(asking(experience={"at_least_years": 1, "under_years": 3})) == [
        ("experience-unknown", {}),
        ("years-under", {"under": 1}),
        ("years-between", {"least": 1, "under": 3}),
        ("years-from", {"least": 3}),
    ]


def test_no_class_is_for_less_than_no_years() -> None:
    assert classes(asking(experience={"at_least_years": 0})) == [
        ("experience-unknown", {}),
        ("years-from", {"least": 0}),
    ]
    assert verdict(asking(experience={"at_least_years": 0}), applicant(NOON, experience=())) is None
    never = asking(experience={"under_years": 0})
    assert verdict(never, applicant(NOON, experience=())) == Reason(ExperienceReason.TOO_LONG, {"years": 0})


def test_experience_counted_at_receipt_grows_at_local_midnight() -> None:
    rules = rule_set(rule("r", percent=10, when={"experience": {"at_least_years": 1}}), experience_at="received")
    midnight, since = at("2022-10-30T00:00"), (Period(date(2021, 10, 30)),)
    assert verdict(rules, applicant(midnight, experience=since)) is None
    assert verdict(rules, applicant(midnight - TICK, experience=since)) is not None
