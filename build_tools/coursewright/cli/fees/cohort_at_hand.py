"""The cohort that a command about fees is about, or the findings that stand in its way."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.cli.course_root import refuse_courseless
from coursewright.cli.findings_report import as_json, told
from coursewright.cli.invocation import Invocation
from coursewright.cli.refusal import RefusalError
from coursewright.cli.terminal import say
from coursewright.fees.rule_set import RuleSet, rule_set_of
from coursewright.model.cohort import Cohort
from coursewright.model.finding import Code, Finding, Severity
from coursewright.model.nearest import nearest
from coursewright.model.words import N_
from coursewright.project import Project, open_project

# What is wrong in these parts of a cohort's file does not touch its fees.
_ELSEWHERE = (("calendar",), ("fees", "scenarios"))


class BlockedError(Exception):
    """Findings for which a command refuses to go on."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings


@dataclass(frozen=True)
class CohortAtHand:
    """A cohort with fees, in its opened course."""

    project: Project
    cohort: Cohort
    rules: RuleSet


def cohort_at_hand(invocation: Invocation, identifier: str, tolerated: frozenset[Code] = frozenset()) -> CohortAtHand:
    """Open the course and find the cohort; BlockedError where errors in its file touch its fees.

    Other findings, and those of the ``tolerated`` codes, are told on stderr.
    """
    root = invocation.root
    refuse_courseless(root)
    project = open_project(root)
    cohort = project.curriculum.cohorts.get(identifier)
    path = f"curriculum/cohorts/{identifier}.yaml" if cohort is None else cohort.origin.path
    # What cannot be read at all stands in the way, whichever part of the file is at fault.
    in_the_way = tuple(
        finding
        for finding in project.errors
        if finding.place.path == path and (cohort is None or _is_about_fees(finding)) and finding.code not in tolerated
    )
    if cohort is None and not in_the_way:
        raise _unknown(identifier, tuple(project.curriculum.cohorts))
    if in_the_way or cohort is None:
        raise BlockedError(in_the_way)
    for finding in project.findings:
        say(told(finding, invocation.words), err=True)
    if cohort.fees is None:
        raise BlockedError((Finding(Code.NO_FEES, cohort.place(), {"cohort": identifier}),))
    return CohortAtHand(project, cohort, rule_set_of(cohort))


def tell_blocked(error: BlockedError, invocation: Invocation, as_document: bool) -> int:
    """Say what stands in the way: on stdout as JSON, else on stderr. The exit status."""
    if as_document:
        say(as_json(error.findings))
    else:
        for finding in error.findings:
            say(told(finding, invocation.words), err=True)
    return 1 if any(finding.severity is Severity.ERROR for finding in error.findings) else 0


def _is_about_fees(finding: Finding) -> bool:
    return not any(finding.place.keys[: len(part)] == part for part in _ELSEWHERE)


def _unknown(identifier: str, known: tuple[str, ...]) -> RefusalError:
    meant = nearest(identifier, known)
    if not known:
        return RefusalError(
            N_("This course has no cohorts."), N_("Begin one: coursewright new cohort"), found=identifier
        )
    hint = N_("Did you mean “{nearest}”?") if meant else N_("The cohorts are: {known}.")
    return RefusalError(
        N_("There is no cohort “{found}”."), hint, found=identifier, nearest=meant, known=", ".join(known)
    )
