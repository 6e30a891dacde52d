"""Bridge days: those that a public holiday joins to a weekend, when many are away."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, timedelta

_DAY = timedelta(days=1)
# Further than any row of free days goes.
_FAR = 14


def is_bridge_day(day: date, is_holiday: Callable[[date], bool], weekend: Collection[int]) -> bool:
    """Whether a day that is no holiday lies in one row of free days with a holiday that is not at the weekend.

    Free are holidays, weekends (``weekend`` as :meth:`date.weekday` counts) and a single working day between two free
    ones: after a holiday on Thursday the Friday, the Saturday and the Sunday; none after one on Wednesday.
    """

    def is_free(each: date) -> bool:
        return each.weekday() in weekend or is_holiday(each)

    def is_in_row(each: date) -> bool:
        return is_free(each) or (is_free(each - _DAY) and is_free(each + _DAY))

    def holiday_towards(step: timedelta) -> bool:
        current = day
        for _ in range(_FAR):
            current += step
            if not is_in_row(current):
                return False
            if is_holiday(current) and current.weekday() not in weekend:
                return True
        return False

    return not is_holiday(day) and is_in_row(day) and (holiday_towards(_DAY) or holiday_towards(-_DAY))
