"""How long the calendar feed of many sessions takes to write, against icalendar writing the same."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from coursewright.timetable.event import CalendarEvent, CalendarFeed
from coursewright.timetable.ics import feed_bytes, session_uid

_ROME = ZoneInfo("Europe/Rome")
_STAMP = datetime(2023, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class FeedTimes:
    """Median seconds of processor time for one feed of so many sessions."""

    sessions: int
    ours: float
    icalendar: float

    @property
    def ratio(self) -> float:
        """Our time as a part of the other."""
        return self.ours / self.icalendar


def feed_times(sessions: int, runs: int) -> FeedTimes:
    """Write the feed so often with each."""
    feed = many_sessions(sessions)
    ours = _median(lambda: feed_bytes(feed), runs)
    return FeedTimes(sessions, ours, _median(lambda: written_by_icalendar(feed), runs))


def many_sessions(count: int) -> CalendarFeed:
    """A feed of so many sessions, with texts as long as those of a course."""
    first = datetime(2023, 1, 7, 10, tzinfo=_ROME)
    events = [
        CalendarEvent(
            f"cm-{number // 20}",
            f"s{number % 20}",
            first + timedelta(days=number // 5),
            first + timedelta(days=number // 5, hours=8),
            f"Sessione {number}: identità, fiducia; perché",
            _STAMP,
            location="Aula 1, via Po 1, Torino",
            description="Cultura di squadra, regole e fiducia: " * 3 + "\nChi siamo e perché",
            url=f"https://example.org/edizioni/cm-{number // 20}.html",
        )
        for number in range(count)
    ]
    return CalendarFeed("Edizioni", "Le sessioni", "it", "Europe/Rome", tuple(events), "PT12H", "-//coursewright//EN")


def written_by_icalendar(feed: CalendarFeed) -> bytes:
    """The same events, made of components of icalendar; without the zone, which it would write otherwise."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", feed.product)
    for event in feed.events:
        component = Event()
        component.add("uid", session_uid(event.cohort, event.session))
        component.add("dtstamp", event.stamp)
        component.add("last-modified", event.stamp)
        component.add("sequence", event.sequence)
        component.add("status", "CONFIRMED")
        component.add("dtstart", event.starts_at)
        component.add("dtend", event.ends_at)
        component.add("summary", event.summary, parameters={"LANGUAGE": feed.language})
        component.add("location", event.location)
        component.add("description", event.description, parameters={"LANGUAGE": feed.language})
        component.add("url", event.url)
        calendar.add_component(component)
    written: bytes = calendar.to_ical(sorted=False)
    return written


def _median(write: Callable[[], bytes], runs: int) -> float:
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        write()
        seconds.append(time.process_time() - start)
    return statistics.median(seconds)
