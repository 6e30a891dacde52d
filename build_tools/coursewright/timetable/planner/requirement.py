"""What holds a plan back: each condition that somebody has written, with its place and what it costs to give up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from coursewright.model.finding import Value
from coursewright.model.place import Place


class RequirementKind(StrEnum):
    """The kinds of conditions; the value is what programs read."""

    ENDS = "ends"
    STARTS = "starts"
    DAYS = "days"
    RHYTHM = "rhythm"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    TRAINER_AVAILABLE = "trainer-available"
    VENUE_AVAILABLE = "venue-available"
    SESSION_TRAINERS = "session-trainers"
    SESSION_VENUE = "session-venue"
    SESSION_DAY = "session-day"
    LEADERS = "leaders"
    COHORT_TRAINERS = "cohort-trainers"
    COHORT_VENUES = "cohort-venues"
    LEADS = "leads"
    ROLE = "role"
    PAUSE = "pause"
    OTHER_SESSION = "other-session"
    SEATS = "seats"
    PATRON_DAY = "patron-day"
    HOLIDAYS = "holidays"
    LOCAL_HOLIDAYS = "local-holidays"
    REQUIRES = "requires"


# What it costs to give a condition up: what an administrator decides alone is cheap, what others must agree to costs
# more, what a calendar or the sense of the course says costs most. Only comparisons count.
COSTS: Mapping[RequirementKind, int] = {
    RequirementKind.ENDS: 1,
    RequirementKind.STARTS: 2,
    RequirementKind.DAYS: 3,
    RequirementKind.RHYTHM: 3,
    RequirementKind.AT_LEAST: 3,
    RequirementKind.AT_MOST: 3,
    RequirementKind.LEADERS: 4,
    RequirementKind.COHORT_TRAINERS: 4,
    RequirementKind.COHORT_VENUES: 4,
    RequirementKind.SESSION_TRAINERS: 4,
    RequirementKind.SESSION_VENUE: 4,
    RequirementKind.PAUSE: 5,
    RequirementKind.TRAINER_AVAILABLE: 6,
    RequirementKind.VENUE_AVAILABLE: 6,
    RequirementKind.LEADS: 7,
    RequirementKind.ROLE: 9,
    RequirementKind.SESSION_DAY: 7,
    RequirementKind.OTHER_SESSION: 7,
    RequirementKind.SEATS: 8,
    RequirementKind.PATRON_DAY: 10,
    RequirementKind.LOCAL_HOLIDAYS: 12,
    RequirementKind.HOLIDAYS: 12,
    RequirementKind.REQUIRES: 20,
}


@dataclass(frozen=True)
class Requirement:
    """One condition; ``values`` are what its sentence names. Two are the same where kind and place are."""

    kind: RequirementKind
    place: Place
    values: Mapping[str, Value] = field(default_factory=dict, compare=False)

    @property
    def cost(self) -> int:
        """What it costs to give it up."""
        return COSTS[self.kind]


# Conditions that forbid something together: it is free again as soon as one of them is given up.
Bar = tuple[Requirement, ...]
