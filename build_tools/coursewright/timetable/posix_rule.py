"""The rule by which a zone changes its clocks, as POSIX writes it: ``CET-1CEST,M3.5.0,M10.5.0/3``."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_OFFSET = r"[+-]?\d{1,3}(?::\d{2}(?::\d{2})?)?"
_NAME = r"<[A-Za-z0-9+-]{3,}>|[A-Za-z]{3,}"
_DAY = r"M\d{1,2}\.\d\.\d|J?\d{1,3}"
_RULE = re.compile(
    rf"(?P<standard>{_NAME})(?P<offset>{_OFFSET})"
    rf"(?:(?P<summer>{_NAME})(?P<summer_offset>{_OFFSET})?"
    rf",(?P<start>{_DAY})(?:/(?P<start_time>{_OFFSET}))?,(?P<end>{_DAY})(?:/(?P<end_time>{_OFFSET}))?)?"
)
_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class MonthDay:
    """``Mm.w.d``: the w-th weekday d (0 is Sunday) of month m; w is 5 for the last."""

    month: int
    week: int
    weekday: int

    def yearday(self, year: int) -> int:
        """The day of the year, from 0."""
        first, length = monthrange(year, self.month)
        day = (self.weekday - (first + 1)) % 7 + 7 * (self.week - 1)
        if day >= length:
            day -= 7
        return (datetime(year, self.month, 1) - datetime(year, 1, 1)).days + day


@dataclass(frozen=True)
class JulianDay:
    """``Jn``: the n-th day of a year of 365 days, from 1; 29 February is never counted."""

    day: int

    def yearday(self, year: int) -> int:
        """The day of the year, from 0."""
        return self.day - 1 + (isleap(year) and self.day > 59)


@dataclass(frozen=True)
class CountedDay:
    """``n``: the n-th day of the year, from 0; 29 February is counted."""

    day: int

    def yearday(self, year: int) -> int:  # noqa: ARG002 (the same in every year)
        """The day of the year, from 0."""
        return self.day


@dataclass(frozen=True)
class YearlyChange:
    """A day of the year and a time on it by the clock until then; less than nothing, or more than 24 hours, may be."""

    day: MonthDay | JulianDay | CountedDay
    time: timedelta

    def local(self, year: int) -> datetime:
        """When it is by the clock before the change."""
        return datetime(year, 1, 1) + timedelta(days=self.day.yearday(year)) + self.time


@dataclass(frozen=True)
class ClockState:
    """What clocks show: the offset from UTC, its name, whether the zone's law calls it daylight saving."""

    offset: timedelta
    name: str
    is_dst: bool


@dataclass(frozen=True)
class Change:
    """Clocks that change, at an instant in UTC."""

    at: datetime
    before: ClockState
    after: ClockState


@dataclass(frozen=True)
class ClockRule:
    """Standard time alone, or standard and summer time with the changes into each of them, every year.

    "Summer time" is the other time that the law knows, which in Dublin is the one of winter.
    """

    standard: ClockState
    summer: ClockState | None = None
    start: YearlyChange | None = None
    end: YearlyChange | None = None

    def changes(self, first_year: int, last_year: int) -> list[Change]:
        """Those of these years, in order."""
        if self.summer is None or self.start is None or self.end is None:
            return []
        found = []
        for year in range(first_year, last_year + 1):
            for change, before, after in (
                (self.start, self.standard, self.summer),
                (self.end, self.summer, self.standard),
            ):
                found.append(Change((change.local(year) - before.offset).replace(tzinfo=UTC), before, after))
        return sorted(found, key=lambda change: change.at)


def clock_rule(written: str) -> ClockRule:
    """The rule that a text of POSIX (IEEE 1003.1, 8.3, and RFC 8536, 3.3.1) means; ValueError where it is none."""
    found = _RULE.fullmatch(written)
    if found is None:
        raise ValueError(f"not a rule for clocks: {written!r}")
    # POSIX counts offsets to the west.
    standard = ClockState(-_span(found["offset"]), found["standard"].strip("<>"), False)
    if found["summer"] is None:
        return ClockRule(standard)
    offset = standard.offset + _HOUR if found["summer_offset"] is None else -_span(found["summer_offset"])
    summer = ClockState(offset, found["summer"].strip("<>"), True)
    start = YearlyChange(_day(found["start"]), _span(found["start_time"] or "2"))
    end = YearlyChange(_day(found["end"]), _span(found["end_time"] or "2"))
    return ClockRule(standard, summer, start, end)


def _span(written: str) -> timedelta:
    hours, minutes, seconds = [*map(int, written.lstrip("+-").split(":")), 0, 0][:3]
    span = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -span if written.startswith("-") else span


def _day(written: str) -> MonthDay | JulianDay | CountedDay:
    if written.startswith("M"):
        month, week, weekday = map(int, written[1:].split("."))
        if 1 <= month <= 12 and 1 <= week <= 5 and weekday <= 6:
            return MonthDay(month, week, weekday)
    elif written.startswith("J"):
        if 1 <= int(written[1:]) <= 365:
            return JulianDay(int(written[1:]))
    elif int(written) <= 365:
        return CountedDay(int(written))
    raise ValueError(f"not a day of the year: {written!r}")
