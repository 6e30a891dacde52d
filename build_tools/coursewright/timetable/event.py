"""What a calendar feed says, before it is written down."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
# RFC 5545, 3.3.6, without a sign: P1W, P1D, PT12H, P1DT6H30M.
_DURATION = re.compile(r"P(?=.)([0-9]+W|([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+S)?)?)")


@dataclass(frozen=True)
class CalendarEvent:
    """One session as a subscriber sees it.

    ``starts_at`` and ``ends_at`` are in one ZoneInfo; ``stamp`` is the instant of the last change, in UTC, and
    ``sequence`` how often time, place or status have changed since the session was first published. The summary of a
    cancelled session says so itself. Empty texts are left out of the feed, except the summary. Raises ValueError where
    the session would have no zone, two, or no length.
    """

    cohort: str
    session: str
    starts_at: datetime
    ends_at: datetime
    summary: str
    stamp: datetime
    sequence: int = 0
    location: str = ""
    description: str = ""
    url: str = ""
    cancelled: bool = False
    categories: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no reader would understand."""
        if not isinstance(self.starts_at.tzinfo, ZoneInfo) or self.starts_at.tzinfo is not self.ends_at.tzinfo:
            raise ValueError("starts_at and ends_at must be in one ZoneInfo")
        if self.ends_at.timestamp() <= self.starts_at.timestamp():
            raise ValueError("ends_at must be after starts_at")
        if self.stamp.utcoffset() != timedelta(0):
            raise ValueError("stamp must be in UTC")
        if self.sequence < 0:
            raise ValueError("sequence must not be negative")


@dataclass(frozen=True)
class CalendarFeed:
    """A calendar to subscribe to.

    ``language`` is a tag such as it or it-IT, ``timezone`` the name of the zone of every event, ``refresh`` an ISO 8601
    duration such as PT12H, ``product`` what wrote the feed, such as -//coursewright//EN. Raises ValueError where one
    of them is not, or an event is in another zone.
    """

    name: str
    description: str
    language: str
    timezone: str
    events: tuple[CalendarEvent, ...]
    refresh: str
    product: str

    def __post_init__(self) -> None:
        """Refuse what could not be written."""
        if not _LANGUAGE.fullmatch(self.language):
            raise ValueError(f"not a language tag: {self.language!r}")
        if not _DURATION.fullmatch(self.refresh):
            raise ValueError(f"not a duration: {self.refresh!r}")
        for zone in {event.starts_at.tzinfo for event in self.events}:
            if str(zone) != self.timezone:
                raise ValueError(f"an event in {zone}, a feed in {self.timezone}")
