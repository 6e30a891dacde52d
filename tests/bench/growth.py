"""How a cost grows with size."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The power of the size by which a cost grows: the slope of a line through the logarithms of (size, cost)."""
    sizes, costs = zip(*((math.log(size), math.log(cost)) for size, cost in points), strict=True)
    return statistics.linear_regression(sizes, costs).slope
