"""Minutes shared out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.cli.scaffold.minutes import LEAST, MOST, read_minutes, shared_out
from coursewright.door.errors import RefusalError


@given(st.integers(LEAST, MOST))
def test_shares_make_up_the_whole_and_none_is_empty(minutes: int) -> None:
    shares = shared_out(minutes, 1, 2, 4, 1)
    assert sum(shares) == minutes
    assert min(shares) >= 1


def test_shares_are_whole_fives_where_there_are_enough() -> None:
    assert shared_out(120, 1, 2, 4, 1) == (15, 30, 60, 15)
    assert shared_out(240, 1, 4, 1) == (40, 160, 40)


@pytest.mark.parametrize("written", ["9", "6001", "-60", "1h", "", "٦٠", "60.5", "9" * 5000])
def test_minutes_that_make_no_lesson_are_refused(written: str) -> None:
    with pytest.raises(RefusalError):
        read_minutes(written)
