"""Every finding about the sessions of a course's cohorts, over all of them at once."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding
from coursewright.timetable.clashes import clashes_between, clashes_within
from coursewright.timetable.days_off import UnknownCalendarError
from coursewright.timetable.planned_cohort import PlannedCohort
from coursewright.timetable.publication import differences_from_published, published_addresses, published_of_nobody
from coursewright.timetable.sessions import plan
from coursewright.timetable.taught import check_taught
from coursewright.timetable.travel import too_little_time_to_travel


def check_timetables(curriculum: Curriculum) -> Iterator[Finding]:
    """What is wrong or doubtful about when and where cohorts meet; those whose time zone is not known are left out."""
    planned = []
    for cohort in curriculum.cohorts.values():
        if not cohort.has_known_zone:
            continue
        try:
            made = PlannedCohort(cohort, plan(cohort, curriculum.venues, curriculum.course.language))
        except UnknownCalendarError:
            yield _unknown_holidays(cohort)
            continue
        planned.append(made)
        yield from clashes_within(curriculum, made)
        yield from check_taught(curriculum, made)
        yield from differences_from_published(curriculum, made)
    yield from clashes_between(planned)
    yield from too_little_time_to_travel(curriculum, planned)
    yield from published_addresses(curriculum)
    yield from published_of_nobody(curriculum)


def _unknown_holidays(cohort: Cohort) -> Finding:
    calendar = cohort.calendar.holidays
    values = {
        "country": calendar.country if calendar else "",
        "found": (calendar.subdivision or calendar.country) if calendar else "",
    }
    return Finding(Code.UNKNOWN_HOLIDAYS, cohort.place("calendar", "holidays"), values)
