"""What a course is opened for: what is taken from it, and which of its errors stand in the way of that.

An error elsewhere stops nobody: prices can be told though a session has no day.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from coursewright.door.errors import BlockedError, RefusalError
from coursewright.model.card import MEETINGS
from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.group import GroupCurriculum
from coursewright.model.nearest import DID_YOU_MEAN, nearest
from coursewright.model.place import Keys
from coursewright.model.words import N_
from coursewright.project import Project
from coursewright.sources.feed_key import FEED_KEY
from coursewright.sources.part_of_file import read_without

Stands = Callable[[Finding], bool]
"""Whether an error stands in the way."""


class Use(StrEnum):
    """What is wanted of a cohort."""

    FEES = "fees"
    PROOF = "proof"
    CALENDAR = "calendar"


_NOT_OF_FEES: Collection[Keys] = (("calendar",), ("fees", "scenarios"))
# What is wrong in these parts of a cohort's file does not touch its use.
_UNUSED: Mapping[Use, Collection[Keys]] = {
    Use.FEES: _NOT_OF_FEES,
    Use.PROOF: _NOT_OF_FEES,
    Use.CALENDAR: (("fees",),),
}
# What the proof itself tells, with its counterexample.
_TOLD_BY_THE_PROOF = {Code.TIER_GAP, Code.TIER_OVERLAP}
_COHORTS = "curriculum/cohorts/"
_COURSE, _PEOPLE, _VENUES = "curriculum/course.yaml", "curriculum/people.yaml", "curriculum/venues.yaml"
# What a proposal of days mends, or is asked for to mend.
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
# The keys of files that a group's portrait is computed from, by where they stand.
_OF_GROUP = {"id", "standing", "members", "interactions", "becoming"}
_OF_MODULE = {"id", "minutes", "teaches", "requires"}
_OF_COURSE = {"id", "path"}
# What maps and figures say besides competencies, gradations and what is drawn on.
_BESIDE = {"ignore", "illustrative", "reading", "relations", "source", "summary"}


def cohort_for(project: Project, use: Use, identifier: str) -> Cohort:
    """The cohort of that id, for a use.

    BlockedError where errors stand in the way: those of its file, but for the parts that the use does not read and what
    it tells itself, and for a calendar those of people, places and what is published. RefusalError where there is
    no such cohort.
    """
    cohort, unused = project.curriculum.cohorts.get(identifier), _UNUSED[use]
    path = f"{_COHORTS}{identifier}.yaml" if cohort is None else cohort.origin.path

    def is_used(finding: Finding) -> bool:
        is_elsewhere = any(finding.place.keys[: len(part)] == part for part in unused)
        return not is_elsewhere and not (use is Use.PROOF and finding.code in _TOLD_BY_THE_PROOF)

    in_its_file = [finding for finding in project.errors if finding.place.path == path]
    if cohort is None and in_its_file and not any(map(is_used, in_its_file)):
        cohort = read_without(Cohort, project.root / path, project.root, unused)
    others = set(_of_calendar(project.curriculum, cohort)) if cohort is not None and use is Use.CALENDAR else set()
    _refuse_errors(
        project,
        lambda finding: (
            finding.place.path in others or (finding.place.path == path and (cohort is None or is_used(finding)))
        ),
    )
    if cohort is None:
        raise _unknown(Kind.COHORT, identifier, tuple(project.curriculum.cohorts))
    if use is not Use.CALENDAR and cohort.fees is None:
        raise BlockedError((Finding(Code.NO_FEES, cohort.place(), {"cohort": identifier}),))
    return cohort


def group_for(project: Project, identifier: str) -> GroupCurriculum:
    """The group of that id, for its portrait.

    BlockedError where errors stand in what that is computed from: the group, the maps, the figures, and what modules
    teach and require. RefusalError where there is no such group.
    """
    curriculum = project.curriculum
    group = curriculum.groups.get(identifier)
    path = f"curriculum/groups/{identifier}.yaml" if group is None else group.origin.path
    if group is None and not any(finding.place.path == path for finding in project.errors):
        raise _unknown(Kind.GROUP, identifier, tuple(curriculum.groups))
    read = {entry.origin.path for entry in curriculum.files()}
    _refuse_errors(
        project,
        lambda finding: (
            (finding.place.path == path and (group is None or _begins(finding, _OF_GROUP)))
            or (_is_lifting(finding) and (finding.place.path not in read or _is_about_lifting(finding)))
        ),
    )
    assert group is not None
    return group


def curriculum_to_plan(project: Project, identifier: str | None) -> Curriculum:
    """The curriculum with all cohorts that can be read without their fees: they share people and places.

    ``identifier`` is the cohort that is to be planned, None for all. BlockedError where errors stand in the way: in any
    cohort's calendar, in people, places, modules of the path. RefusalError where there is no such cohort.
    """
    _refuse_errors(project, _is_of_plan)
    unused = _UNUSED[Use.CALENDAR]
    cohorts = dict(project.curriculum.cohorts)
    known = {cohort.origin.path for cohort in cohorts.values()}
    for path in dict.fromkeys(finding.place.path for finding in project.errors):
        if path.startswith(_COHORTS) and path.endswith(".yaml") and path not in known:
            cohort = read_without(Cohort, project.root / path, project.root, unused)
            cohorts |= {cohort.id: cohort} if cohort is not None else {}
    if identifier is not None and identifier not in cohorts:
        raise _unknown(Kind.COHORT, identifier, tuple(cohorts))
    return replace(project.curriculum, cohorts=cohorts)


def course_root(start: Path) -> Path:
    """The nearest folder at or above ``start`` with ``curriculum/course.yaml``; without one, ``start``."""
    for folder in (start, *start.parents):
        if (folder / "curriculum" / "course.yaml").is_file():
            return folder
    return start


def refuse_courseless(root: Path) -> None:
    """Refuse a folder that is no course."""
    if not (root / "curriculum" / "course.yaml").exists():
        raise RefusalError(
            N_("There is no course here: curriculum/course.yaml is missing."),
            N_("Go into a course's folder, name it with --root, or make one: coursewright new course FOLDER"),
        )


def _refuse_errors(project: Project, stands: Stands) -> None:
    in_the_way = tuple(finding for finding in project.errors if stands(finding))
    if in_the_way:
        raise BlockedError(in_the_way)


def _of_calendar(curriculum: Curriculum, cohort: Cohort) -> Iterator[str]:
    """The files whose errors would make a calendar lie: without people a feed would name ids.

    Those of the private files would leave participants without an address, or with a calendar of another name.
    """
    yield from (_PEOPLE, _VENUES, FEED_KEY, MEETINGS, f"{_COHORTS}{cohort.id}.published.json")
    modules = {module for session in cohort.calendar.sessions for module in session.modules}
    yield from (f"modules/{module}.md" for module in modules if module not in curriculum.modules)


def _is_of_plan(finding: Finding) -> bool:
    path, keys = finding.place.path, finding.place.keys
    if finding.code in _MENDED or keys[:1] == ("fees",):
        return False
    return path in {_COURSE, _PEOPLE, _VENUES} or path.startswith((_COHORTS, "modules/"))


def _is_lifting(finding: Finding) -> bool:
    path = finding.place.path
    return path.startswith(("modules/", "curriculum/competencies/")) or path in {"curriculum/figures.yaml", _COURSE}


def _is_about_lifting(finding: Finding) -> bool:
    if finding.place.path.startswith("modules/"):
        return _begins(finding, _OF_MODULE)
    if finding.place.path == _COURSE:
        return _begins(finding, _OF_COURSE)
    return not _BESIDE.intersection(finding.place.keys)


def _begins(finding: Finding, keys: set[str]) -> bool:
    return not finding.place.keys or finding.place.keys[0] in keys


# Of a kind: that there is none at all, how one begins, what there is, and that there is no such one.
_ABSENT = {
    Kind.COHORT: (
        N_("This course has no cohorts."),
        N_("Begin one: coursewright new cohort"),
        N_("The cohorts are: {known}."),
        N_("There is no cohort “{found}”."),
    ),
    Kind.GROUP: (
        N_("This course has no groups."),
        N_("Begin one: coursewright new group"),
        N_("The groups are: {known}."),
        N_("There is no group “{found}”."),
    ),
}


def _unknown(kind: Kind, identifier: str, known: tuple[str, ...]) -> RefusalError:
    """That there is no such thing, with the nearest name."""
    none, begin, there, absent = _ABSENT[kind]
    if not known:
        return RefusalError(none, begin, found=identifier)
    meant = nearest(identifier, known)
    hint = DID_YOU_MEAN if meant else there
    return RefusalError(absent, hint, found=identifier, nearest=meant, known=", ".join(known))
