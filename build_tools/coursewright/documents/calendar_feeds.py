"""The feeds of a published calendar: one for all, one for each trainer, one for each venue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from coursewright.model.course import Course
from coursewright.model.published_calendar import Announcement, PublishedCalendar, PublishedSession
from coursewright.model.words import N_
from coursewright.timetable.event import CalendarEvent, CalendarFeed

# How often programs ask for news: four times between two days of most editions.
_REFRESH = "PT12H"
_PRODUCT = "-//coursewright//coursewright//EN"


# Puts a message of the interface, with the values of its names in braces, into the language of the feed.
Say = Callable[..., str]


@dataclass(frozen=True)
class CalendarFeeds:
    """Makes the feeds of a calendar of the course, in its language."""

    course: Course
    calendar: PublishedCalendar
    say: Say

    def public(self) -> CalendarFeed:
        """The feed of all sessions."""
        return self._feed(self.calendar.title, self.calendar.sessions)

    def all(self) -> Iterator[tuple[str, CalendarFeed]]:
        """Each feed with the name of its file, without an ending."""
        name, sessions = self.calendar.cohort, self.calendar.sessions
        yield name, self.public()
        trainers = {trainer.id: trainer.name for each in sessions for trainer in each.says.trainers}
        for identifier, person in sorted(trainers.items()):
            led = [each for each in sessions if identifier in {trainer.id for trainer in each.says.trainers}]
            yield f"{name}-trainer-{identifier}", self._feed(self._titled(person), led)
        venues = {each.says.venue: each.says.where for each in sessions if each.says.venue is not None}
        for identifier, place in sorted(venues.items()):
            held = [each for each in sessions if each.says.venue == identifier]
            yield f"{name}-venue-{identifier}", self._feed(self._titled(place or identifier), held)

    def _titled(self, whose: str) -> str:
        return f"{self.calendar.title} · {whose}"

    def _feed(self, name: str, sessions: Sequence[PublishedSession]) -> CalendarFeed:
        return CalendarFeed(
            name=name,
            description=self.course.title,
            language=self.course.language,
            timezone=self.calendar.timezone,
            events=tuple(self._event(each) for each in sessions),
            refresh=_REFRESH,
            product=_PRODUCT,
        )

    def _event(self, session: PublishedSession) -> CalendarEvent:
        says, zone = session.says, ZoneInfo(self.calendar.timezone)
        return CalendarEvent(
            cohort=self.calendar.cohort,
            session=session.id,
            starts_at=_in_zone(says.starts_at, zone),
            ends_at=_in_zone(says.ends_at, zone),
            summary=self.say(N_("CANCELLED: {title}"), title=says.title) if says.cancelled else says.title,
            stamp=session.changed_at.astimezone(UTC),
            sequence=session.sequence,
            location=says.where or says.online or "",
            description="\n".join(self._description(says)),
            url=says.online or "",
            cancelled=says.cancelled,
        )

    def _description(self, says: Announcement) -> Iterator[str]:
        yield self.calendar.title
        if says.why is not None:
            yield self.say(N_("Why it is cancelled: {why}"), why=says.why)
        if says.moved_from is not None:
            yield self.say(N_("It was to be on {day}."), day=says.moved_from)
        if says.trainers:
            yield self.say(N_("With: {names}"), names=", ".join(each.name for each in says.trainers))
        if says.illustrative:
            yield self.say(N_("This calendar is illustrative."))


def _in_zone(instant: datetime, zone: ZoneInfo) -> datetime:
    return instant.astimezone(UTC).astimezone(zone)
