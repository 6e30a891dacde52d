"""What proposals of a cohort's days go by: where one may look, and what matters more than what."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, WithJsonSchema, model_validator

from coursewright.model.entry import Entry
from coursewright.model.ids import PersonId, VenueId
from coursewright.model.words import N_
from coursewright.model.written import PositiveCount, choice, refuse, whole

_HEAVIEST = 1000
# Ten years, which no two sessions are apart.
_FARTHEST = 3650
Weight = Annotated[int, whole(0, _HEAVIEST), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": _HEAVIEST})]

Days = Annotated[int, whole(1, _FARTHEST), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": _FARTHEST})]


class Weekday(StrEnum):
    """A day of the week; in order, as :meth:`datetime.date.weekday` counts."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class DaysBetween(Entry):
    """How many days lie from one session to the next: 7 is the same weekday of the next week."""

    at_least: Days = Field(default=1, description=N_("At least so many; 1, if absent: no two on one day."))
    at_most: Days | None = Field(default=None, description=N_("At most so many; any number, if absent."))

    @model_validator(mode="after")
    def _least_before_most(self) -> Self:
        if self.at_most is not None and self.at_most < self.at_least:
            raise refuse("reversed", first=str(self.at_least), last=str(self.at_most))
        return self


class Preferences(Entry):
    """What a departure from each preference weighs when days are proposed; 0 is: it does not matter."""

    trips: Weight = Field(default=10, description=N_("Each day on which a trainer goes to a place."))
    spacing: Weight = Field(default=1, description=N_("Each day by which a session is off an even rhythm."))
    bridge_days: Weight = Field(default=15, description=N_("Each session on a bridge day."))
    late_days: Weight = Field(default=40, description=N_("Each day that the last session is after the cohort's end."))
    places: Weight = Field(default=20, description=N_("Each place that a cohort uses beyond the first."))
    people: Weight = Field(default=5, description=N_("Each trainer that a cohort has beyond the first."))
    order: Weight = Field(default=20, description=N_("Each session held before the one that stands before it."))


class Planning(Entry):
    """What ``calendar --propose`` goes by where it looks for days, trainers and places."""

    days: tuple[Annotated[Weekday, choice(Weekday)], ...] = Field(
        default=(), description=N_("The weekdays on which one can meet; if absent, that of the cohort's first day.")
    )
    days_between: DaysBetween = Field(
        default_factory=DaysBetween, description=N_("How far apart the sessions may lie.")
    )
    trainers: tuple[PersonId, ...] = Field(
        default=(),
        description=N_(
            "The ids of the people who can be asked to lead; if absent, those whose role is trainer, or everyone."
        ),
    )
    leaders: PositiveCount = Field(default=1, description=N_("How many people lead each session."))
    venues: tuple[VenueId, ...] = Field(
        default=(), description=N_("The ids of the places that can be used; all, if absent.")
    )
    weights: Preferences = Field(default_factory=Preferences, description=N_("What each preference weighs."))
