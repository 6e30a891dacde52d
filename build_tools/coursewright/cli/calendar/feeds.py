"""The feeds of a cohort: one for all, one for each trainer, one for each venue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from coursewright.locale import Wording
from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.planned_session import PlannedSession, SessionStatus
from coursewright.model.words import N_
from coursewright.timetable.event import CalendarEvent, CalendarFeed

# How often programs ask for news: four times between two days of most editions.
_REFRESH = "PT12H"
_PRODUCT = "-//coursewright//coursewright//EN"


@dataclass(frozen=True)
class Feeds:
    """Makes the feeds, in the course's language; ``stamp`` is the instant that their sessions carry, in UTC."""

    curriculum: Curriculum
    cohort: Cohort
    sessions: Sequence[PlannedSession]
    stamp: datetime
    words: Wording

    def all(self) -> Iterator[tuple[str, CalendarFeed]]:
        """Each feed with the name of its file, without an ending."""
        name = self.cohort.id
        yield name, self._feed(self.cohort.title, self.sessions)
        for identifier in dict.fromkeys(trainer for each in self.sessions for trainer in each.session.trainers):
            person = self.curriculum.people.get(identifier)
            led = [each for each in self.sessions if identifier in each.session.trainers]
            yield f"{name}-trainer-{identifier}", self._feed(self._titled(person.name if person else identifier), led)
        for identifier in dict.fromkeys(each.session.venue for each in self.sessions if each.session.venue):
            held = [each for each in self.sessions if each.session.venue == identifier]
            yield f"{name}-venue-{identifier}", self._feed(self._titled(venue_words(self.curriculum, identifier)), held)

    def _titled(self, whose: str) -> str:
        return f"{self.cohort.title} · {whose}"

    def _feed(self, name: str, sessions: Sequence[PlannedSession]) -> CalendarFeed:
        return CalendarFeed(
            name=name,
            description=self.curriculum.course.title,
            language=self.curriculum.course.language,
            timezone=self.cohort.timezone,
            events=tuple(self._event(each) for each in sessions),
            refresh=_REFRESH,
            product=_PRODUCT,
        )

    def _event(self, planned: PlannedSession) -> CalendarEvent:
        session = planned.session
        return CalendarEvent(
            cohort=planned.cohort,
            session=session.id,
            starts_at=planned.starts_at,
            ends_at=planned.ends_at,
            summary=self._summary(planned),
            stamp=self.stamp,
            location=venue_words(self.curriculum, session.venue) if session.venue else session.online or "",
            description="\n".join(self._description(planned)),
            url=session.online or "",
            cancelled=planned.status is SessionStatus.CANCELLED,
        )

    def _summary(self, planned: PlannedSession) -> str:
        title = session_title(self.curriculum, planned)
        if planned.status is SessionStatus.CANCELLED:
            return self.words.text(N_("CANCELLED: {title}"), title=title)
        return title

    def _description(self, planned: PlannedSession) -> Iterator[str]:
        session, say = planned.session, self.words.text
        yield self.cohort.title
        if session.cancelled is not None:
            yield say(N_("Why it is cancelled: {why}"), why=session.cancelled)
        if session.moved is not None:
            yield say(N_("It was to be on {day}."), day=session.moved.start)
        if session.trainers:
            yield say(N_("With: {names}"), names=", ".join(people_names(self.curriculum, session.trainers)))
        if self.cohort.shows_illustrative("calendar"):
            yield say(N_("This calendar is illustrative."))


def session_title(curriculum: Curriculum, planned: PlannedSession) -> str:
    """The session's own title, else those of its modules, else its id."""
    modules = (curriculum.modules[each].title for each in planned.session.modules if each in curriculum.modules)
    return planned.session.title or "; ".join(modules) or planned.session.id


def people_names(curriculum: Curriculum, identifiers: Sequence[str]) -> list[str]:
    """The names of people; the id of somebody unknown."""
    return [curriculum.people[each].name if each in curriculum.people else each for each in identifiers]


def venue_words(curriculum: Curriculum, identifier: str) -> str:
    """A venue as one finds it: title, address, municipality; the id of an unknown one."""
    venue = curriculum.venues.get(identifier)
    return identifier if venue is None else ", ".join(filter(None, (venue.title, venue.address, venue.municipality)))
