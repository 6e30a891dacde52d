"""The exponent of growth."""

from __future__ import annotations

import pytest

from tests.bench.growth import exponent


@pytest.mark.parametrize("power", [0.0, 1.0, 2.0])
def test_exponent_is_the_power_by_which_a_cost_grows(power: float) -> None:
    assert exponent([(size, 3 * size**power) for size in (50, 200, 1000)]) == pytest.approx(power)
