"""The days that a pattern gives: every so many weeks, or the same weekday of each month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta, weekday

_WEEKDAYS: dict[str, weekday] = {
    "monday": MO,
    "tuesday": TU,
    "wednesday": WE,
    "thursday": TH,
    "friday": FR,
    "saturday": SA,
    "sunday": SU,
}
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


def pattern_days(every: str, starts: date, ends: date) -> Iterator[date]:
    """The days of ``3 weeks`` (counted from ``starts``) or ``first saturday`` (of each month); ``ends`` is included."""
    first, second = every.split(" ")
    if first.isdigit():
        step = timedelta(weeks=int(first))
        day = starts
        while day <= ends:
            yield day
            day += step
        return
    month = starts.replace(day=1)
    nth = _WEEKDAYS[second](_PLACES[first])
    while month <= ends:
        day = month + (relativedelta(day=31, weekday=nth) if first == "last" else relativedelta(day=1, weekday=nth))
        if starts <= day <= ends:
            yield day
        month += relativedelta(months=1)
