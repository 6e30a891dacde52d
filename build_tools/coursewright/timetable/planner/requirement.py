"""What holds a plan back: each condition that somebody has written, with its place and what it costs to give up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from coursewright.model.place import Place
from coursewright.model.words import N_, Scalar


class RequirementKind(StrEnum):
    """The kinds of conditions; the value is what programs read.

    ``sentence`` says such a condition, ``remedy`` what would do in its place where one sentence says it for all.

    ``cost`` is what it costs to give one up: what an administrator decides alone is cheap, what others must agree to
    costs more, what a calendar or the sense of the course says costs most. Only comparisons count.
    """

    cost: int
    sentence: str
    remedy: str

    def __new__(cls, value: str, cost: int, sentence: str, remedy: str = "") -> Self:
        """One kind with its cost and its words."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.cost, member.sentence, member.remedy = cost, sentence, remedy
        return member

    ENDS = ("ends", 1, N_("“{cohort}” ends on {day}."), N_("It would do to end on {last}."))
    STARTS = ("starts", 2, N_("“{cohort}” starts on {day}."), N_("It would do to start on {first}."))
    DAYS = ("days", 3, N_("“{cohort}” meets on these weekdays: {days}."))
    RHYTHM = ("rhythm", 3, N_("“{cohort}” meets to this rhythm: {every}."))
    AT_LEAST = (
        "at-least",
        3,
        N_("Between two sessions of “{cohort}” lie at least so many days: {days}."),
        N_("It would do to ask for so many days at least: {distance}."),
    )
    AT_MOST = (
        "at-most",
        3,
        N_("Between two sessions of “{cohort}” lie at most so many days: {days}."),
        N_("It would do to allow so many days: {distance}."),
    )
    TRAINER_AVAILABLE = ("trainer-available", 6, N_("{person} is available {stretches}."))
    VENUE_AVAILABLE = ("venue-available", 6, N_("{venue} is available {stretches}."))
    SESSION_TRAINERS = ("session-trainers", 4, N_("Session {session} of “{cohort}” is led by {people}."))
    SESSION_VENUE = ("session-venue", 4, N_("Session {session} of “{cohort}” is held at {venue}."))
    SESSION_DAY = ("session-day", 7, N_("Session {session} of “{cohort}” is on {day}."))
    LEADERS = (
        "leaders",
        4,
        N_("So many people lead each session of “{cohort}”: {leaders}."),
        N_("It would do to have fewer people lead."),
    )
    COHORT_TRAINERS = ("cohort-trainers", 4, N_("“{cohort}” can be led by {people}."))
    COHORT_VENUES = ("cohort-venues", 4, N_("“{cohort}” can be held at {venues}."))
    LEADS = ("leads", 7, N_("{person} does not lead all modules."))
    ROLE = ("role", 9, N_("{person} is no trainer: the role is “{role}”."))
    PAUSE = ("pause", 5, N_("“{cohort}” pauses from {first} to {last}."))
    OTHER_SESSION = (
        "other-session",
        7,
        N_("Session {session} of “{cohort}” is on {day}, with the same people or place."),
    )
    SEATS = (
        "seats",
        8,
        N_("{venue} has {seats} seats, “{cohort}” has {places} places."),
        N_("It would do to have fewer places, or more seats."),
    )
    PATRON_DAY = ("patron-day", 10, N_("{venue}: no session on the patron day."))
    HOLIDAYS = ("holidays", 12, N_("“{cohort}” has no sessions on public holidays ({where})."))
    LOCAL_HOLIDAYS = ("local-holidays", 12, N_("{venue}: no session on the holidays of the place ({where})."))
    REQUIRES = (
        "requires",
        20,
        N_("Module “{required}” comes before “{module}”."),
        N_("It would do to teach them in another order."),
    )


@dataclass(frozen=True)
class Requirement:
    """One condition; ``values`` are what its sentence names. Two are the same where kind and place are."""

    kind: RequirementKind
    place: Place
    values: Mapping[str, Scalar] = field(default_factory=dict, compare=False)

    @property
    def cost(self) -> int:
        """What it costs to give it up."""
        return self.kind.cost


# Conditions that forbid something together: it is free again as soon as one of them is given up.
Bar = tuple[Requirement, ...]
