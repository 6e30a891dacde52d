"""A course opened for one of its groups, or the findings that stand in the way."""

from __future__ import annotations

from coursewright.cli.course_root import refuse_courseless
from coursewright.cli.findings_report import told
from coursewright.cli.invocation import Invocation
from coursewright.cli.opened_cohort import BlockedError
from coursewright.cli.refusal import RefusalError
from coursewright.cli.terminal import say
from coursewright.model.finding import Finding
from coursewright.model.group import GroupCurriculum
from coursewright.model.nearest import DID_YOU_MEAN, nearest
from coursewright.model.words import N_
from coursewright.project import Project, open_project

_OF_GROUP = {"id", "standing", "members", "interactions", "becoming"}
_OF_MODULE = {"id", "minutes", "teaches", "requires"}
_OF_COURSE = {"id", "path"}
# What maps and figures say besides competencies, gradations and what is drawn on.
_BESIDE = {"ignore", "illustrative", "reading", "relations", "source", "summary"}


def opened_group(invocation: Invocation, identifier: str) -> tuple[Project, GroupCurriculum]:
    """Open the course and find the group; BlockedError where errors stand in what is computed from.

    That is the group, the maps, the figures and what modules teach and require. Other findings are told on stderr.
    """
    refuse_courseless(invocation.root)
    project = open_project(invocation.root)
    curriculum = project.curriculum
    group = curriculum.groups.get(identifier)
    path = f"curriculum/groups/{identifier}.yaml" if group is None else group.origin.path
    if group is None and not any(finding.place.path == path for finding in project.errors):
        raise _unknown(identifier, tuple(curriculum.groups))
    read = {entry.origin.path for entry in curriculum.files()}
    in_the_way = tuple(
        finding
        for finding in project.errors
        if (finding.place.path == path and (group is None or _begins(finding, _OF_GROUP)))
        or (_is_used(finding) and (finding.place.path not in read or _is_about_lifting(finding)))
    )
    if in_the_way or group is None:
        raise BlockedError(in_the_way)
    for finding in project.findings:
        say(told(finding, invocation.words), err=True)
    return project, group


def _is_used(finding: Finding) -> bool:
    path = finding.place.path
    return path.startswith(("modules/", "curriculum/competencies/")) or path in {
        "curriculum/figures.yaml",
        "curriculum/course.yaml",
    }


def _is_about_lifting(finding: Finding) -> bool:
    if finding.place.path.startswith("modules/"):
        return _begins(finding, _OF_MODULE)
    if finding.place.path == "curriculum/course.yaml":
        return _begins(finding, _OF_COURSE)
    return not _BESIDE.intersection(finding.place.keys)


def _begins(finding: Finding, keys: set[str]) -> bool:
    return not finding.place.keys or finding.place.keys[0] in keys


def _unknown(identifier: str, known: tuple[str, ...]) -> RefusalError:
    meant = nearest(identifier, known)
    if not known:
        return RefusalError(N_("This course has no groups."), N_("Begin one: coursewright new group"), found=identifier)
    hint = DID_YOU_MEAN if meant else N_("The groups are: {known}.")
    return RefusalError(
        N_("There is no group “{found}”."), hint, found=identifier, nearest=meant, known=", ".join(known)
    )
