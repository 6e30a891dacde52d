"""Who teaches and where."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from coursewright.model.entry import Entry, Identified, Subject
from coursewright.model.ids import ModuleId, VenueId
from coursewright.model.words import N_
from coursewright.model.written import FIRST_DAY, LAST_DAY, Day, Markdown, Minutes, MonthDay, Name, PositiveCount, Text

ITS_NAME = N_("The name, as the site shows it.")
# What a sheet calls a person who leads sessions.
TRAINER = N_("trainer")


class Availability(Entry):
    """A stretch of days, both included."""

    start: Day = Field(alias="from", description=FIRST_DAY)
    to: Day = Field(description=LAST_DAY)


class Person(Identified):
    """Someone who teaches or takes care of the course."""

    name: Name = Field(description=ITS_NAME)
    role: Text = Field(description=N_("What this person does, such as trainer."))
    summary: Markdown | None = Field(default=None, description=N_("A few words about this person."))
    available: tuple[Availability, ...] = Field(
        default=(), description=N_("When this person can be asked; always, if absent.")
    )
    leads: tuple[ModuleId, ...] | None = Field(
        default=None,
        description=N_("The ids of the modules this person can lead, for proposals of days; if absent, all."),
    )


class People(Subject):
    """``curriculum/people.yaml``."""

    kind: Literal["people"] = Field(default="people", description=N_("Always “people”."))
    people: tuple[Person, ...] = Field(description=N_("The people."))


class Way(Entry):
    """How long it takes to another venue; the way back takes as long."""

    to: VenueId = Field(description=N_("The id of the other place."))
    minutes: Minutes = Field(description=N_("How many minutes it takes."))


class Venue(Identified):
    """A place where sessions are held."""

    title: Text = Field(description=N_("What the place is called."))
    municipality: Name = Field(description=N_("The municipality it lies in."))
    address: Name | None = Field(default=None, description=N_("The street and number."))
    subdivision: Name | None = Field(default=None, description=N_("The province or region, for local holidays."))
    seats: PositiveCount = Field(description=N_("How many people fit in."))
    patron_day: MonthDay | None = Field(
        default=None, description=N_("The municipality's patron day, as month-day such as 06-24.")
    )
    access: Markdown | None = Field(default=None, description=N_("How to get there and in, steps and lifts included."))
    available: tuple[Availability, ...] = Field(default=(), description=N_("When it can be used; always, if absent."))
    travel: tuple[Way, ...] = Field(
        default=(), description=N_("How long it takes to other places, for trainers who teach in both.")
    )


class Venues(Subject):
    """``curriculum/venues.yaml``."""

    kind: Literal["venues"] = Field(default="venues", description=N_("Always “venues”."))
    venues: tuple[Venue, ...] = Field(description=N_("The places."))
