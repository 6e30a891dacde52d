"""Local times as instants: those that clocks skip, or show twice, are none."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from coursewright.timetable.sessions import clock_fault


def minute_of(local: datetime, zone: ZoneInfo) -> int | None:
    """The minutes since 1970 in UTC of a local time; None for one that is no instant, or two."""
    if clock_fault(local, zone) is not None:
        return None
    return minute_at(local.replace(tzinfo=zone))


def minute_at(instant: datetime) -> int:
    """The whole minutes since 1970 in UTC."""
    return int(instant.astimezone(UTC).timestamp()) // 60
