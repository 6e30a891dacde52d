"""A course opened for one of its cohorts, or the findings that stand in the way."""

from __future__ import annotations

from collections.abc import Callable, Collection

from coursewright.cli.course_root import refuse_courseless
from coursewright.cli.findings_report import as_json, told
from coursewright.cli.invocation import Invocation
from coursewright.cli.refusal import RefusalError
from coursewright.cli.terminal import say
from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Severity
from coursewright.model.nearest import DID_YOU_MEAN, nearest
from coursewright.model.place import Keys
from coursewright.model.words import N_
from coursewright.project import Project, cohort_without, open_project


class BlockedError(Exception):
    """Findings for which a command refuses to go on."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings


def _nothing_else(curriculum: Curriculum, cohort: Cohort) -> Collection[str]:  # noqa: ARG001 - one of many
    return ()


def opened_cohort(
    invocation: Invocation,
    identifier: str,
    unused: Collection[Keys],
    tolerated: Collection[Code] = (),
    also_used: Callable[[Curriculum, Cohort], Collection[str]] = _nothing_else,
) -> tuple[Project, Cohort]:
    """Open the course and find the cohort; BlockedError where errors in its file stand in the way.

    Errors in the parts ``unused`` of its file do not, nor do those of the codes ``tolerated``; those in the files
    ``also_used`` do. Other findings are told on stderr.
    """

    def stands_in_the_way(finding: Finding) -> bool:
        is_elsewhere = any(finding.place.keys[: len(part)] == part for part in unused)
        return not is_elsewhere and finding.code not in tolerated

    root = invocation.root
    refuse_courseless(root)
    project = open_project(root)
    cohort = project.curriculum.cohorts.get(identifier)
    path = f"curriculum/cohorts/{identifier}.yaml" if cohort is None else cohort.origin.path
    in_its_file = [finding for finding in project.errors if finding.place.path == path]
    if cohort is None and in_its_file and not any(map(stands_in_the_way, in_its_file)):
        cohort = cohort_without(root, path, unused)
    others = also_used(project.curriculum, cohort) if cohort is not None else ()
    in_the_way = tuple(
        finding
        for finding in project.errors
        if finding.place.path in others
        or (finding.place.path == path and (cohort is None or stands_in_the_way(finding)))
    )
    if cohort is None and not in_the_way:
        raise unknown_cohort(identifier, tuple(project.curriculum.cohorts))
    if in_the_way or cohort is None:
        raise BlockedError(in_the_way)
    for finding in project.findings:
        say(told(finding, invocation.words), err=True)
    return project, cohort


def tell_blocked(error: BlockedError, invocation: Invocation, as_document: bool) -> int:
    """Say what stands in the way: on stdout as JSON, else on stderr. The exit status."""
    if as_document:
        say(as_json(error.findings))
    else:
        for finding in error.findings:
            say(told(finding, invocation.words), err=True)
    return 1 if any(finding.severity is Severity.ERROR for finding in error.findings) else 0


def unknown_cohort(identifier: str, known: tuple[str, ...]) -> RefusalError:
    """That there is no such cohort, with the nearest name."""
    meant = nearest(identifier, known)
    if not known:
        return RefusalError(
            N_("This course has no cohorts."), N_("Begin one: coursewright new cohort"), found=identifier
        )
    hint = DID_YOU_MEAN if meant else N_("The cohorts are: {known}.")
    return RefusalError(
        N_("There is no cohort “{found}”."), hint, found=identifier, nearest=meant, known=", ".join(known)
    )
