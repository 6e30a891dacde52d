"""Stretches of time: their beginning is in them, their end is not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from coursewright.model.interval import Interval

ONE, TWO, THREE = (datetime(2027, 1, day, tzinfo=UTC) for day in (1, 2, 3))


def test_beginning_is_in_and_end_is_not() -> None:
    stretch = Interval(ONE, TWO)
    assert [instant in stretch for instant in (ONE, TWO, THREE)] == [True, False, False]
    assert [instant in Interval() for instant in (ONE, TWO)] == [True, True]
    assert [instant in Interval(end=TWO) for instant in (ONE, TWO)] == [True, False]


@pytest.mark.parametrize(
    ("first", "second", "meet"),
    [
        (Interval(ONE, TWO), Interval(TWO, THREE), False),
        (Interval(ONE, THREE), Interval(TWO, THREE), True),
        (Interval(end=TWO), Interval(start=TWO), False),
        (Interval(end=THREE), Interval(start=TWO), True),
        (Interval(), Interval(ONE, TWO), True),
        (Interval(TWO, TWO), Interval(ONE, THREE), False),
    ],
)
def test_stretches_meet_where_an_instant_is_in_both(first: Interval, second: Interval, meet: bool) -> None:
    assert (first.meets(second), second.meets(first)) == (meet, meet)
