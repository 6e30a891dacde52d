"""Moments: days of a zone as instants, in UTC, and local times that are one instant, none or two."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# The smallest unit of time that is told apart.
TICK = timedelta(microseconds=1)


class NoOneInstantError(ValueError):
    """A local time that is no instant, or two."""


class SkippedTimeError(NoOneInstantError):
    """A local time that does not exist: the clocks went forward over it."""


class RepeatedTimeError(NoOneInstantError):
    """A local time that happened twice: the clocks went back over it."""


def day_start(day: date, zone: ZoneInfo) -> datetime:
    """The first instant of ``day``, in UTC. Where clocks skip midnight, the day begins after it."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def day_end(day: date, zone: ZoneInfo) -> datetime:
    """The first instant after ``day``, in UTC."""
    return day_start(day + timedelta(days=1), zone)


def last_day(end: datetime) -> date:
    """The last day of a stretch of time that ends before ``end``, where ``end`` is."""
    return (end - TICK).date()


def instant_of(local: datetime, zone: ZoneInfo) -> datetime:
    """The instant, in UTC, of a local time; SkippedTimeError or RepeatedTimeError where there is not just one."""
    early = local.replace(tzinfo=zone)
    late = local.replace(tzinfo=zone, fold=1)
    if early.utcoffset() == late.utcoffset():
        return early.astimezone(UTC)
    if early.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local:
        raise RepeatedTimeError
    raise SkippedTimeError


def minute_at(instant: datetime) -> int:
    """The whole minutes since 1970 in UTC."""
    return int(instant.astimezone(UTC).timestamp()) // 60


def minute_of(local: datetime, zone: ZoneInfo) -> int | None:
    """The minutes since 1970 in UTC of a local time; None for one that is no instant, or two."""
    try:
        return minute_at(instant_of(local, zone))
    except NoOneInstantError:
        return None
