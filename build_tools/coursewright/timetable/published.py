"""Where a course and what subscribers of its calendars have been told part."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Kind
from coursewright.timetable.announcement import announcements
from coursewright.timetable.meetings import meeting_digests
from coursewright.timetable.planned_cohort import PlannedCohort
from coursewright.timetable.publication import changes


def differences_from_published(curriculum: Curriculum, planned: PlannedCohort) -> Iterator[Finding]:
    """calendar-not-published: sessions are not what subscribers know. Silent where nothing is published."""
    cohort = planned.cohort
    calendar = curriculum.published.get(cohort.id)
    if calendar is None or planned.plan.unplanned:
        return
    told = announcements(curriculum, cohort, planned.plan.sessions)
    new = changes(cohort, told, calendar, meeting_digests(curriculum, cohort))
    differing = (*new.all, *new.addresses)
    if differing:
        values = {"cohort": cohort.id, "sessions": ", ".join(differing)}
        yield Finding(Code.CALENDAR_NOT_PUBLISHED, cohort.place("calendar", "sessions"), values, (calendar.place(),))


def published_addresses(curriculum: Curriculum) -> Iterator[Finding]:
    """published-address: a published calendar of an earlier version, which kept the addresses of online sessions."""
    for calendar in curriculum.published.values():
        holding = [each for each in calendar.sessions if isinstance(each.says.online, str)]
        if holding:
            values = {"cohort": calendar.cohort, "sessions": ", ".join(each.id for each in holding)}
            yield Finding(Code.PUBLISHED_ADDRESS, holding[0].says.place("online"), values)


def published_of_nobody(curriculum: Curriculum) -> Iterator[Finding]:
    """published-without-cohort: a published calendar of a cohort that is not there, or in the file of another."""
    for calendar in curriculum.published.values():
        name = PurePosixPath(calendar.origin.path).name
        if not curriculum.exists(Kind.COHORT, calendar.cohort) or name != f"{calendar.cohort}.published.json":
            values = {"found": calendar.cohort, "file": name}
            yield Finding(Code.PUBLISHED_WITHOUT_COHORT, calendar.place("cohort"), values)
