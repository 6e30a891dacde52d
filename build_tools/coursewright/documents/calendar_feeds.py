"""The feeds of a published calendar: one for all, one for participants, one for each trainer, one for each venue.

Those of participants and trainers tell the addresses of online sessions; they are handed to those whom they are for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from coursewright.model.course import Course
from coursewright.model.published_calendar import Announcement, PublishedCalendar, PublishedSession
from coursewright.model.words import N_, Sayable, Sentence, Several, Term
from coursewright.timetable.announcement import MADE_UP_CALENDAR, moved_from, told_place, told_title, why_cancelled
from coursewright.timetable.event import CalendarEvent, CalendarFeed

# How often programs ask for news: four times between two days of most editions.
_REFRESH = "PT12H"
_PRODUCT = "-//coursewright//coursewright//EN"


# Puts what the interface says into the language of the feed.
Say = Callable[[Sayable], str]


@dataclass(frozen=True)
class CalendarFeeds:
    """Makes the feeds of a calendar of the course, in its language.

    ``addresses`` are those of sessions that are held online, by session, for those who may know them.
    """

    course: Course
    calendar: PublishedCalendar
    say: Say
    addresses: Mapping[str, str] = field(default_factory=dict, repr=False)

    def public(self) -> CalendarFeed:
        """The feed of all sessions, without addresses."""
        return self._feed(self.calendar.title, self.calendar.sessions)

    def for_participants(self) -> CalendarFeed:
        """The feed of all sessions, with addresses."""
        return self._feed(self._titled(self.say(Term("for participants only"))), self.calendar.sessions, private=True)

    def for_trainers(self) -> Iterator[tuple[str, CalendarFeed]]:
        """The feed of each trainer, with addresses, and the name of its file without an ending."""
        name, sessions = self.calendar.cohort, self.calendar.sessions
        trainers = {trainer.id: trainer.name for each in sessions for trainer in each.says.trainers}
        for identifier, person in sorted(trainers.items()):
            led = [each for each in sessions if identifier in {trainer.id for trainer in each.says.trainers}]
            yield f"{name}-trainer-{identifier}", self._feed(self._titled(person), led, private=True)

    def without_addresses(self) -> Iterator[tuple[str, CalendarFeed]]:
        """The feed for all and that of each venue, with the names of their files without an ending."""
        name, sessions = self.calendar.cohort, self.calendar.sessions
        yield name, self.public()
        venues = {each.says.venue: each.says.where for each in sessions if each.says.venue is not None}
        for identifier, place in sorted(venues.items()):
            held = [each for each in sessions if each.says.venue == identifier]
            yield f"{name}-venue-{identifier}", self._feed(self._titled(place or identifier), held)

    def _titled(self, whose: str) -> str:
        return f"{self.calendar.title} · {whose}"

    def _feed(self, name: str, sessions: Sequence[PublishedSession], private: bool = False) -> CalendarFeed:
        return CalendarFeed(
            name=name,
            description=self.course.title,
            language=self.course.language,
            timezone=self.calendar.timezone,
            events=tuple(self._event(each, private) for each in sessions),
            refresh=_REFRESH,
            product=_PRODUCT,
        )

    def _event(self, session: PublishedSession, private: bool) -> CalendarEvent:
        says, zone = session.says, ZoneInfo(self.calendar.timezone)
        changed_at = session.changed_for_participants_at if private else session.changed_at
        address = self._address(session) if private else ""
        return CalendarEvent(
            cohort=self.calendar.cohort,
            session=session.id,
            starts_at=_in_zone(says.starts_at, zone),
            ends_at=_in_zone(says.ends_at, zone),
            summary=self.say(told_title(says)),
            stamp=changed_at.astimezone(UTC),
            sequence=session.sequence_for_participants if private else session.sequence,
            location=says.where or address or self.say(told_place(says)),
            description="\n".join(self._description(says, bool(address))),
            url=address,
            cancelled=says.cancelled,
        )

    def _address(self, session: PublishedSession) -> str:
        """The address of a session that subscribers know to be online; nothing where it is not held or not known."""
        is_held_online = session.says.online is not None and not session.says.cancelled
        return self.addresses.get(session.id, "") if is_held_online else ""

    def _description(self, says: Announcement, has_address: bool) -> Iterator[str]:
        yield self.calendar.title
        if has_address:
            yield self.say(Term("The address is for those who take part: it is not to be passed on."))
        yield from map(self.say, (*why_cancelled(says), *moved_from(says)))
        if says.trainers:
            yield self.say(
                Sentence(N_("With: {names}"), {"names": Several(tuple(each.name for each in says.trainers))})
            )
        if says.illustrative:
            yield self.say(Term(MADE_UP_CALENDAR))


def _in_zone(instant: datetime, zone: ZoneInfo) -> datetime:
    return instant.astimezone(UTC).astimezone(zone)
