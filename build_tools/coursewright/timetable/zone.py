"""A time zone as a calendar writes it: VTIMEZONE, for readers that do not know the zone by its name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from coursewright.timetable.posix_rule import Change, ClockState, CountedDay, JulianDay, MonthDay, YearlyChange
from coursewright.timetable.zone_data import ZoneData, zone_data

# A rule of today is written as if it had always been so: then the zone does not change with the sessions.
_SINCE = 1970
_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_DAYS = {month: 30 if month in (4, 6, 9, 11) else 31 for month in range(1, 13) if month != 2}
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def vtimezone(name: str, first_year: int, last_year: int) -> tuple[str, ...]:
    """The lines of the zone, right from a year before ``first_year`` to a year after ``last_year``, both inclusive.

    They are one pair of yearly rules, or one standard time without a rule, where the zone's own rule holds for all of
    these years, as most calendar programs expect; where it does not, every change of these years. Raises
    ZoneInfoNotFoundError for a zone that is not in the database.
    """
    first, last = first_year - 1, last_year + 1
    data = zone_data(name)
    observances = _by_rule(data, first, last) or _listed(data, first, last)
    return ("BEGIN:VTIMEZONE", f"TZID:{name}", *observances, "END:VTIMEZONE")


def _by_rule(data: ZoneData, first: int, last: int) -> list[str]:
    """The observances of the zone's rule; none where it cannot be written, or does not hold for all these years."""
    rule = data.rule
    ruled = [change for change in rule.changes(first - 1, last + 1) if first <= change.at.year <= last]
    alone = ZoneData(rule.standard, (), rule)
    if first < _SINCE + 2 or not _same(data.changes(first, last), ruled):
        return []
    if data.state_before(first).offset != alone.state_before(first).offset:
        return []
    if rule.summer is None or rule.start is None or rule.end is None:
        return _observance(datetime(_SINCE, 1, 1), rule.standard, rule.standard, False)
    lines = []
    for change, before, after in (
        (rule.start, rule.standard, rule.summer),
        (rule.end, rule.summer, rule.standard),
    ):
        recurrence = _recurrence(change)
        if not recurrence:
            return []
        # Readers take it that daylight time is ahead of standard time; in Irish law it is the other way round.
        lines += _observance(change.local(_SINCE), before, after, after.offset > before.offset, recurrence)
    return lines


def _same(some: Sequence[Change], others: Sequence[Change]) -> bool:
    """Whether clocks show the same with these changes as with the others."""
    return [(change.at, change.after.offset) for change in some] == [
        (change.at, change.after.offset) for change in others
    ]


def _recurrence(change: YearlyChange) -> str:
    """The days of the change as RRULE; empty where they fall on other days from year to year for leap days alone."""
    shift = change.time // timedelta(days=1)
    match change.day:
        case MonthDay() as day:
            parts = _weekdays(day, shift)
        case JulianDay(number):
            parts = _yearday(number + shift) if _is_clear_of_february(number, shift) else ""
        case CountedDay(number):
            parts = f"BYYEARDAY={number + 1 + shift}" if 1 <= number + 1 + shift <= 365 else ""
    return parts and f"FREQ=YEARLY;{parts}"


def _weekdays(day: MonthDay, shift: int) -> str:
    """A weekday of a month; where hours make it one of the days around it, that one, among the seven it can be."""
    weekday = _WEEKDAYS[(day.weekday + shift) % 7]
    if shift == 0:
        return f"BYMONTH={day.month};BYDAY={-1 if day.week == 5 else day.week}{weekday}"
    if day.week < 5:
        earliest = 7 * day.week - 6 + shift
    elif day.month in _DAYS:
        earliest = _DAYS[day.month] - 6 + shift
    else:
        return ""
    span = range(earliest, earliest + 7)
    if span[0] >= 1 and span[-1] <= _DAYS.get(day.month, 28):
        return f"BYMONTH={day.month};BYMONTHDAY={','.join(map(str, span))};BYDAY={weekday}"
    if day.month + (span[0] >= 1) < 4:
        return ""
    # Days that two months share are counted from the end of the year, which no leap day moves.
    until_end = _DAYS_BEFORE[day.month - 1] - 366
    span = range(until_end + span[0], until_end + span[-1] + 1)
    return f"BYYEARDAY={','.join(map(str, span))};BYDAY={weekday}" if span[-1] <= -1 else ""


def _is_clear_of_february(day: int, shift: int) -> bool:
    return 1 <= day + shift <= 365 and (day > 59) == (day + shift > 59)


def _yearday(day: int) -> str:
    """The n-th day of a year that has no 29 February."""
    month = max(month for month in range(1, 13) if _DAYS_BEFORE[month - 1] < day)
    return f"BYMONTH={month};BYMONTHDAY={day - _DAYS_BEFORE[month - 1]}"


def _listed(data: ZoneData, first: int, last: int) -> list[str]:
    """An observance for each change of these years, and one for what came before them."""
    state = data.state_before(first)
    # A day earlier: the first instants of the year in UTC may still be in the year before.
    lines = _observance(datetime(first - 1, 12, 30), state, state, state.is_dst)
    for change in data.changes(first, last):
        local = change.at.replace(tzinfo=None) + change.before.offset
        lines += _observance(local, change.before, change.after, _is_daylight(change))
    return lines


def _is_daylight(change: Change) -> bool:
    """Where the season changes, what is ahead is daylight time, as in Ireland and, until 2026, in Morocco."""
    if change.before.is_dst != change.after.is_dst:
        return change.after.offset > change.before.offset
    return change.after.is_dst


def _observance(
    starts: datetime, before: ClockState, after: ClockState, is_daylight: bool, recurrence: str = ""
) -> list[str]:
    """``starts`` is by the clock before the change (RFC 5545, 3.6.5)."""
    kind = "DAYLIGHT" if is_daylight else "STANDARD"
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{starts:%Y%m%dT%H%M%S}",
        *([f"RRULE:{recurrence}"] if recurrence else []),
        f"TZOFFSETFROM:{_offset(before.offset)}",
        f"TZOFFSETTO:{_offset(after.offset)}",
        f"TZNAME:{after.name}",
        f"END:{kind}",
    ]


def _offset(offset: timedelta) -> str:
    minutes, seconds = divmod(abs(int(offset.total_seconds())), 60)
    sign = "-" if offset < timedelta() else "+"
    return f"{sign}{minutes // 60:02}{minutes % 60:02}" + (f"{seconds:02}" if seconds else "")
