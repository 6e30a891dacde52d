"""Days and times of a cohort's zone as instants."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# The smallest unit of time that is told apart.
TICK = timedelta(microseconds=1)


class SkippedTimeError(ValueError):
    """A local time that does not exist: the clocks went forward over it."""


class RepeatedTimeError(ValueError):
    """A local time that happened twice: the clocks went back over it."""


def day_start(day: date, zone: ZoneInfo) -> datetime:
    """The first instant of ``day``, in UTC. Where clocks skip midnight, the day begins after it."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def day_end(day: date, zone: ZoneInfo) -> datetime:
    """The first instant after ``day``, in UTC."""
    return day_start(day + timedelta(days=1), zone)


def instant_of(local: datetime, zone: ZoneInfo) -> datetime:
    """The instant, in UTC, of a local time; SkippedTimeError or RepeatedTimeError where there is not just one."""
    early = local.replace(tzinfo=zone)
    late = local.replace(tzinfo=zone, fold=1)
    if early.utcoffset() == late.utcoffset():
        return early.astimezone(UTC)
    if early.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local:
        raise RepeatedTimeError
    raise SkippedTimeError
