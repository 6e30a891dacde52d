"""The cohort that a command about fees is about, with its rules."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.cli.invocation import Invocation
from coursewright.cli.opened_cohort import BlockedError, opened_cohort
from coursewright.fees.rule_set import RuleSet, rule_set_of
from coursewright.model.cohort import Cohort
from coursewright.model.finding import Code, Finding
from coursewright.project import Project

# What is wrong in these parts of a cohort's file does not touch its fees.
_ELSEWHERE = (("calendar",), ("fees", "scenarios"))


@dataclass(frozen=True)
class CohortAtHand:
    """A cohort with fees, in its opened course."""

    project: Project
    cohort: Cohort
    rules: RuleSet


def cohort_at_hand(invocation: Invocation, identifier: str, tolerated: frozenset[Code] = frozenset()) -> CohortAtHand:
    """Open the course and find the cohort; BlockedError where errors in its file touch its fees, or it has none.

    Errors of the ``tolerated`` codes do not stand in the way.
    """
    project, cohort = opened_cohort(invocation, identifier, _ELSEWHERE, tolerated)
    if cohort.fees is None:
        raise BlockedError((Finding(Code.NO_FEES, cohort.place(), {"cohort": identifier}),))
    return CohortAtHand(project, cohort, rule_set_of(cohort))
