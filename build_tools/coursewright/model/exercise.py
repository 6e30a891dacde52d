"""Exercises: Markdown activities that practise and assess competencies through a device."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from coursewright.model.competency import Aim
from coursewright.model.entry import Entry
from coursewright.model.ids import CompetencyId, ItsSources
from coursewright.model.module import ITS_CUE, WithProse
from coursewright.model.words import N_
from coursewright.model.written import ITS_MINUTES, Markdown, Minutes, PositiveCount, Text, choice

# What pages and booklets call an exercise and its parts.
EXERCISES = N_("Exercises")
DEVICE = N_("Device")
GROUP_SIZE = N_("{least} to {most} people")
PRACTISES = N_("What it practises")
MATERIALS = N_("What is needed")


class Device(StrEnum):
    """The devices that train competencies."""

    LABORATORY = "laboratory"
    INTERVIEW = "interview"
    FOCUS_GROUP = "focus-group"
    RITUAL = "ritual"
    HACKATHON = "hackathon"
    SPEED_DATE = "speed-date"
    MATRIX = "matrix"
    CASE = "case"
    REFLECTION = "reflection"


class GroupSize(Entry):
    """How many people an exercise is for."""

    min: PositiveCount = Field(description=N_("The smallest group it works with."))
    max: PositiveCount = Field(description=N_("The largest group it works with."))


class Step(Entry):
    """One timed step of an exercise."""

    title: Text = Field(description=N_("What is done."))
    minutes: Minutes = Field(description=ITS_MINUTES)
    cue: Markdown | None = Field(default=None, description=ITS_CUE)


class Exercise(WithProse):
    """``exercises/*.md``."""

    summary: Markdown | None = Field(default=None, description=N_("One sentence: what one does and why."))
    device: Annotated[Device, choice(Device, "unknown-device")] = Field(
        description=N_("laboratory, interview, focus-group, ritual, hackathon, speed-date, matrix, case or reflection.")
    )
    practises: tuple[Aim, ...] = Field(description=N_("The competencies it practises, each to a gradation."))
    assesses: tuple[CompetencyId, ...] = Field(default=(), description=N_("The competencies it lets one recognise."))
    group: GroupSize = Field(description=N_("How many people it is for."))
    minutes: Minutes = Field(description=N_("How long it takes, in minutes; the steps add up to it."))
    steps: tuple[Step, ...] = Field(default=(), description=N_("The timed steps."))
    materials: tuple[Text, ...] = Field(default=(), description=N_("What is needed."))
    sources: ItsSources = ()
