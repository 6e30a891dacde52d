"""Competencies: what one can do, in maps with an ordered scale of gradations."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from coursewright.model.entry import Entry, Identified
from coursewright.model.ids import CompetencyId, ItsSource
from coursewright.model.words import N_
from coursewright.model.written import Identifier, Markdown, Text, choice

ITS_COMPETENCY = N_("The id of a competency.")
ITS_GRADATION = N_("The gradation it leads to.")
# What pages and tables call a competency, and how far an aim goes.
COMPETENCY = N_("Competency")
UP_TO = N_("up to:")


class RelationWay(StrEnum):
    """How one competency stands to another."""

    PART_OF = "part-of"
    RELATED = "related"
    PRECEDES = "precedes"


class Gradation(Entry):
    """A described way of practising: not a rank."""

    id: Identifier = Field(description=N_("The id of the gradation, such as pratica."))
    title: Text = Field(description=N_("What people call it."))
    describes: Markdown | None = Field(default=None, description=N_("How one practises at this gradation."))


class Relation(Entry):
    """A tie from one competency to another."""

    to: CompetencyId = Field(description=N_("The id of the other competency."))
    way: Annotated[RelationWay, choice(RelationWay)] = Field(
        alias="as", description=N_("How they are tied: part-of, related or precedes.")
    )


class Aim(Entry):
    """A competency and a gradation of its map."""

    competency: CompetencyId = Field(description=ITS_COMPETENCY)
    to: Identifier = Field(description=ITS_GRADATION)


class Competency(Identified):
    """Something one can do."""

    title: Text = Field(description=N_("What one can do, in a few words."))
    summary: Markdown | None = Field(default=None, description=N_("Two or three sentences that explain it."))
    gradations: dict[Identifier, Markdown] = Field(
        default_factory=dict, description=N_("What each gradation looks like here.")
    )
    relations: tuple[Relation, ...] = Field(default=(), description=N_("Ties to other competencies."))
    source: ItsSource = None


class Area(Identified):
    """A part of a map."""

    title: Text = Field(description=N_("The area's title."))
    summary: Markdown | None = Field(default=None, description=N_("What holds its competencies together."))
    competencies: tuple[Competency, ...] = Field(description=N_("The competencies of the area."))


class CompetencyMap(Identified):
    """``curriculum/competencies/*.yaml``."""

    kind: Literal["competency-map"] = Field(default="competency-map", description=N_("Always “competency-map”."))
    title: Text = Field(description=N_("The map's title."))
    summary: Markdown | None = Field(default=None, description=N_("What the map is for."))
    source: ItsSource = None
    gradations: tuple[Gradation, ...] = Field(
        min_length=1, description=N_("The gradations, the least practised first.")
    )
    areas: tuple[Area, ...] = Field(description=N_("The areas, each with its competencies."))

    def competencies(self) -> Iterator[Competency]:
        """Every competency of the map, in order."""
        for area in self.areas:
            yield from area.competencies

    @property
    def scale(self) -> tuple[str, ...]:
        """The ids of the gradations, the least practised first."""
        return tuple(gradation.id for gradation in self.gradations)

    def gradation(self, identifier: str) -> Gradation | None:
        """The gradation of that id."""
        return next((gradation for gradation in self.gradations if gradation.id == identifier), None)
