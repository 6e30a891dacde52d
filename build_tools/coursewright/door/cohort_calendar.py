"""A cohort's calendar: as the course's files say, and as it was last published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from coursewright.door.errors import RefusalError
from coursewright.door.last_change import last_change
from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.planned_session import DayOff, PlannedSession, SessionStatus
from coursewright.model.published_calendar import Announcement, PublishedCalendar, PublishedSession
from coursewright.model.words import N_
from coursewright.project import Project
from coursewright.timetable.announcement import announcements
from coursewright.timetable.meetings import meeting_digests
from coursewright.timetable.publication import Changes, changes, publication
from coursewright.timetable.sessions import plan


@dataclass(frozen=True)
class CohortCalendar:
    """A cohort with its sessions, and the days of its pattern that are ``skipped``.

    ``unpublished_at`` is the instant that what is not published yet carries.
    """

    curriculum: Curriculum
    cohort: Cohort
    sessions: tuple[PlannedSession, ...]
    skipped: tuple[DayOff, ...]
    unpublished_at: datetime

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """The addresses of online sessions, by session: for those who take part."""
        return self.curriculum.meeting_addresses(self.cohort)

    @property
    def without_address(self) -> tuple[str, ...]:
        """The sessions that are held online, nobody knows where."""
        return tuple(
            each.session.id
            for each in self.sessions
            if each.session.online is not None
            and each.session.id not in self.addresses
            and each.status is not SessionStatus.CANCELLED
        )

    @cached_property
    def _meetings(self) -> Mapping[str, str]:
        return meeting_digests(self.curriculum, self.cohort)

    @cached_property
    def told(self) -> Mapping[str, Announcement]:
        """What each session says to subscribers."""
        return announcements(self.curriculum, self.cohort, self.sessions)

    @property
    def earlier(self) -> PublishedCalendar | None:
        """What subscribers know."""
        return self.curriculum.published.get(self.cohort.id)

    @cached_property
    def next(self) -> PublishedCalendar:
        """What they would know if it were published now."""
        path = [module.id for module in self.curriculum.path]
        return publication(self.cohort, self.told, self.earlier, self.unpublished_at, path, self._meetings)

    @property
    def removed(self) -> tuple[PublishedSession, ...]:
        """The sessions that they know and that are gone."""
        return tuple(each for each in self.next.sessions if each.id not in self.told)

    @property
    def changes(self) -> Changes:
        """The sessions of which they do not know what is new."""
        earlier = self.earlier
        if earlier is None:
            return Changes(added=tuple(self.told))
        return changes(self.cohort, self.told, earlier, self._meetings)

    @property
    def minutes(self) -> int:
        """The time of all sessions that are held, breaks not counted."""
        return sum(each.minutes for each in self.sessions if each.status is not SessionStatus.CANCELLED)

    def unpublished_until(self, at: datetime) -> CohortCalendar:
        """The same calendar, about to be published at an instant, in UTC."""
        return replace(self, unpublished_at=at)

    def with_key(self, key: bytes) -> CohortCalendar:
        """The same calendar of a course that has a key for the feeds of participants."""
        return replace(self, curriculum=replace(self.curriculum, feed_key=key))


def cohort_calendar(project: Project, cohort: Cohort) -> CohortCalendar:
    """The calendar of a cohort that was opened for it; RefusalError where it has no sessions and never had."""
    curriculum = project.curriculum
    made = plan(cohort, curriculum.venues, curriculum.course.language)
    if not made.sessions and cohort.id not in curriculum.published:
        raise RefusalError(
            N_("Cohort “{cohort}” has no sessions."), N_("List them under “calendar”, “sessions”."), cohort=cohort.id
        )
    in_order = tuple(sorted(made.sessions, key=lambda each: each.starts_at))
    return CohortCalendar(curriculum, cohort, in_order, made.skipped, last_change(project.root, cohort))
