"""A course opened to propose days for its cohorts, or the findings that stand in the way."""

from __future__ import annotations

from dataclasses import replace

from coursewright.cli.course_root import refuse_courseless
from coursewright.cli.invocation import Invocation
from coursewright.cli.opened_cohort import BlockedError, unknown_cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding
from coursewright.project import cohort_without, open_project

# What a proposal mends, or is asked for to mend.
_MENDED = {
    Code.HOURS_OFF,
    Code.MODULE_NOT_TAUGHT,
    Code.NOT_AVAILABLE,
    Code.SESSIONS_OVERLAP,
    Code.SESSION_IN_PAUSE,
    Code.SESSION_ON_HOLIDAY,
    Code.SESSION_OUTSIDE_COHORT,
    Code.SESSION_TIME_SKIPPED,
    Code.SESSION_TIME_TWICE,
    Code.SESSION_WITHOUT_DAY,
    Code.SESSION_WITHOUT_TIME,
    Code.TAUGHT_BEFORE_REQUIRED,
    Code.TOO_FEW_SEATS,
    Code.TOO_LITTLE_TRAVEL_TIME,
    Code.TRAINER_TWICE,
    Code.VENUE_TWICE,
}
_FEES = ("fees",)
_COHORTS = "curriculum/cohorts/"
_USED = ("curriculum/course.yaml", "curriculum/people.yaml", "curriculum/venues.yaml")


def course_to_plan(invocation: Invocation, identifier: str | None) -> Curriculum:
    """Open the course; all cohorts are needed, because they share people and places.

    ``identifier`` is the cohort that is asked for, None for all. BlockedError where errors stand in the way: in any
    cohort's calendar, in people, places, modules of the path. RefusalError where there is no such cohort.
    """
    root = invocation.root
    refuse_courseless(root)
    project = open_project(root)
    in_the_way = tuple(finding for finding in project.errors if _stands_in_the_way(finding))
    if in_the_way:
        raise BlockedError(in_the_way)
    cohorts = dict(project.curriculum.cohorts)
    known = {cohort.origin.path for cohort in cohorts.values()}
    for path in dict.fromkeys(finding.place.path for finding in project.errors):
        if path.startswith(_COHORTS) and path.endswith(".yaml") and path not in known:
            cohort = cohort_without(root, path, [_FEES])
            cohorts |= {cohort.id: cohort} if cohort is not None else {}
    if identifier is not None and identifier not in cohorts:
        raise unknown_cohort(identifier, tuple(cohorts))
    return replace(project.curriculum, cohorts=cohorts)


def _stands_in_the_way(finding: Finding) -> bool:
    path, keys = finding.place.path, finding.place.keys
    if finding.code in _MENDED or keys[:1] == _FEES:
        return False
    return path in _USED or path.startswith((_COHORTS, "modules/"))
