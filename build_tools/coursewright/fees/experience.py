"""Years of work experience on a day, from periods of work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from coursewright.model.application import Period


def years_reached(periods: Sequence[Period], on: date, years: int) -> bool:
    """Whether the work done before the day ``on`` begins adds up to ``years``.

    Days that several periods cover count once. Whole years are calendar years from the first day of work: they are
    reached when as many days have been worked as lie between that day and its n-th anniversary, which for 29 February
    is 28 February in a common year. Nobody who never worked has reached one.
    """
    if years == 0:
        return True
    worked = _joined(periods, on)
    if not worked:
        return False
    first = worked[0][0]
    days = sum((end - start).days for start, end in worked)
    return _anniversary(first, years) <= first + timedelta(days=days)


def _joined(periods: Sequence[Period], on: date) -> list[tuple[date, date]]:
    """The days before ``on`` that the periods cover, as stretches that do not touch, in order."""
    cut = sorted((each.start, on if each.end is None else min(each.end, on)) for each in periods)
    joined: list[tuple[date, date]] = []
    for start, end in cut:
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _anniversary(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)
