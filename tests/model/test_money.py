"""Amounts as whole cents, and shares of them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.model.money import Share, amount_of, cents, percentage_text

PERCENTAGES = st.decimals(0, 100, places=6)


@pytest.mark.parametrize(
    ("written", "whole"), [("0.00", 0), ("0.01", 1), ("850.25", 85025), ("999999999.99", 99999999999)]
)
def test_amounts_are_whole_cents(written: str, whole: int) -> None:
    assert (cents(Decimal(written)), str(amount_of(whole))) == (whole, written)


@given(st.integers(0, 10**11), PERCENTAGES)
def test_share_is_rounded_once_half_up(whole: int, percentage: Decimal) -> None:
    exact = (Decimal(whole) * percentage / 100).quantize(Decimal(1), ROUND_HALF_UP)
    assert Share.of_hundred(percentage).of(whole) == exact


@given(st.integers(0, 10**11), PERCENTAGES)
def test_share_contained_in_a_whole_is_that_of_the_rest(whole: int, percentage: Decimal) -> None:
    exact = (Decimal(whole) * percentage / (100 + percentage)).quantize(Decimal(1), ROUND_HALF_UP)
    assert Share.of_hundred(percentage).contained_in(whole) == exact


def test_shares_add_up_exactly() -> None:
    thirds = [Share.of_hundred(Decimal(each)) for each in ("33.333333", "33.333333", "33.333334")]
    assert thirds[0] + thirds[1] + thirds[2] == Share.of_hundred(Decimal(100))


@pytest.mark.parametrize(
    ("written", "told"), [("10", "10"), ("10.50", "10.5"), ("100", "100"), ("0.000001", "0.000001")]
)
def test_percentage_is_told_without_empty_zeros(written: str, told: str) -> None:
    assert percentage_text(Decimal(written)) == told
