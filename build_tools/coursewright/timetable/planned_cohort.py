"""A cohort with all that its calendar comes to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from coursewright.model.cohort import Cohort
from coursewright.model.planned_session import PlannedSession, SessionStatus
from coursewright.timetable.sessions import Plan


@dataclass(frozen=True)
class PlannedCohort:
    """A cohort whose calendar could be planned."""

    cohort: Cohort
    plan: Plan

    @cached_property
    def held(self) -> tuple[PlannedSession, ...]:
        """The sessions that are not cancelled, in order of time."""
        held = (each for each in self.plan.sessions if each.status is not SessionStatus.CANCELLED)
        return tuple(sorted(held, key=lambda each: each.starts_at))
