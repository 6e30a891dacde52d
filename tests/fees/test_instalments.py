"""Instalments: shares of what is due that add up, and the days they are due."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.fees.instalments import split
from tests.fees.cohorts import rule_set


def _split(due: int, *instalments: dict[str, Any], stamp: int = 0, **keys: Any) -> list[tuple[str, int]]:
    rules = rule_set(instalments=instalments, **keys)
    return [(day.isoformat(), amount) for day, amount in split(due, stamp, rules.fees.instalments, rules.cohort)]


def _shares(*shares: Any) -> list[dict[str, Any]]:
    return [{"share": share, "due": f"2023-0{number}-01"} for number, share in enumerate(shares, start=1)]


def _amounts(due: int, *shares: Any, stamp: int = 0) -> list[int]:
    return [amount for _, amount in _split(due, *_shares(*shares), stamp=stamp)]


def test_each_is_what_is_due_so_far_less_those_before() -> None:
    assert _amounts(10_001, 50, 50) == [5_001, 5_000]
    assert _amounts(100, Decimal("33.333333"), Decimal("33.333333"), Decimal("33.333334")) == [33, 34, 33]


def test_nothing_due_has_no_instalments() -> None:
    assert _amounts(0, 50, 50) == []


def test_no_instalments_where_the_file_has_none() -> None:
    assert _split(1000) == []


def test_instalment_of_nothing_is_merged_into_the_next() -> None:
    assert _split(1, *_shares(49, 51)) == [("2023-02-01", 1)]
    assert _split(100, *_shares(0, 50, 0, 50)) == [("2023-02-01", 50), ("2023-04-01", 50)]


def test_last_instalment_of_nothing_is_merged_into_the_one_before() -> None:
    assert _split(1, *_shares(50, 50)) == [("2023-01-01", 1)]
    assert _split(100, *_shares(100, 0)) == [("2023-01-01", 100)]


def test_stamp_is_added_to_the_first_that_is_something() -> None:
    assert _amounts(10_000, 0, 50, 50, stamp=200) == [5_200, 5_000]


@pytest.mark.parametrize(
    ("months", "after", "day"),
    [
        (0, "starts", "2023-02-18"),
        (2, "starts", "2023-04-18"),
        (1, "enrolment.closes", "2023-02-20"),
        (1, "2023-01-31", "2023-02-28"),
        (2, "2023-01-31", "2023-03-31"),
        (13, "2023-01-31", "2024-02-29"),
        (12, "2024-02-29", "2025-02-28"),
    ],
)
def test_months_count_from_their_anchor_and_stop_at_the_end_of_a_month(months: int, after: str, day: str) -> None:
    assert _split(100, {"share": 100, "months": months, "after": after}) == [(day, 100)]


@settings(max_examples=150)
@given(st.integers(0, 200_000), st.lists(st.integers(0, 100), max_size=5), st.sampled_from([0, 200]))
def test_instalments_add_up_and_each_sum_so_far_is_rounded_half_up(due: int, cuts: list[int], stamp: int) -> None:
    shares = [high - low for low, high in pairwise([0, *sorted(cuts), 100])]
    instalments = [{"share": share, "months": number, "after": "starts"} for number, share in enumerate(shares)]
    parts = _split(due, *instalments, stamp=stamp)
    assert sum(amount for _, amount in parts) == due + stamp
    assert all(amount > 0 for _, amount in parts)
    sums = {int((Decimal(due) * share / 100).quantize(Decimal(1), ROUND_HALF_UP)) for share in accumulate(shares)}
    assert {sum(amount for _, amount in parts[: number + 1]) - stamp for number in range(len(parts))} - {0} == sums - {
        0
    }
    assert [date.fromisoformat(day) for day, _ in parts] == sorted(date.fromisoformat(day) for day, _ in parts)
