"""Thermometers: graded self-observation of practices by situation."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from coursewright.model.entry import Entry, Identified, Subject
from coursewright.model.ids import CompetencyId, ItsSource, MapId, ThermometerId
from coursewright.model.words import N_
from coursewright.model.written import Count, Day, Identifier, Markdown, Text

DAY_OF_READING = N_("The day of the reading.")
# What pages call a competency that is read in situations.
PRACTICE = N_("Practice")
ITS_THERMOMETER = N_("The id of the thermometer.")


class Axis(Entry):
    """What a thermometer runs between."""

    start: Text = Field(alias="from", description=N_("The words at its lower end."))
    to: Text = Field(description=N_("The words at its upper end."))


class Situation(Entry):
    """A situation in which one observes oneself."""

    id: Identifier = Field(description=N_("The id of the situation."))
    title: Text = Field(description=N_("The situation in a few words."))
    summary: Markdown | None = Field(default=None, description=N_("One or two sentences that make it concrete."))


class ObservedPractice(Entry):
    """A competency as the thermometer observes it."""

    competency: CompetencyId = Field(description=N_("The id of a competency of the thermometer's map."))
    describes: dict[Identifier, Markdown] = Field(
        default_factory=dict, description=N_("One sentence a gradation: what one would say of oneself.")
    )


class Thermometer(Identified):
    """``curriculum/thermometers/*.yaml``; its gradations are those of its map."""

    kind: Literal["thermometer"] = Field(default="thermometer", description=N_("Always “thermometer”."))
    title: Text = Field(description=N_("The thermometer's title."))
    summary: Markdown | None = Field(default=None, description=N_("What it is for and how to use it."))
    map: MapId = Field(description=N_("The id of the competency map whose gradations it uses."))
    axis: Axis = Field(description=N_("What it runs between."))
    situations: tuple[Situation, ...] = Field(description=N_("The situations to choose from."))
    practices: tuple[ObservedPractice, ...] = Field(description=N_("The practices it observes."))
    source: ItsSource = None


class Reading(Subject):
    """One dated use of a thermometer by a group: how many stand at each gradation of each practice."""

    on: Day = Field(description=DAY_OF_READING)
    thermometer: ThermometerId = Field(description=ITS_THERMOMETER)
    counts: dict[CompetencyId, dict[Identifier, Count]] = Field(
        description=N_("For each practice, how many chose each gradation; under five are refused.")
    )
