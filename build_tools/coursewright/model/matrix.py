"""Governance matrices: who does what towards a common goal, level by level."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from coursewright.model.entry import Entry, Identified
from coursewright.model.ids import ItsSource, LevelId, ObjectiveId
from coursewright.model.words import N_
from coursewright.model.written import Identifier, Markdown, Text


class Level(Entry):
    """A level of government: political, executive, managerial, operational."""

    id: Identifier = Field(description=N_("The id of the level."))
    title: Text = Field(description=N_("The level's name."))


class Objective(Entry):
    """An objective delegated to a level."""

    id: Identifier = Field(description=N_("The id of the objective."))
    title: Text = Field(description=N_("The objective in a few words."))
    delegated_to: LevelId = Field(description=N_("The id of the level that answers for it."))


class Cell(Entry):
    """What one level does for one objective."""

    level: LevelId = Field(description=N_("The id of a level."))
    objective: ObjectiveId = Field(description=N_("The id of an objective."))
    does: Markdown = Field(description=N_("What is done there towards the common goal."))


class GovernanceMatrix(Identified):
    """``curriculum/matrices/*.yaml``."""

    kind: Literal["governance-matrix"] = Field(
        default="governance-matrix", description=N_("Always “governance-matrix”.")
    )
    title: Text = Field(description=N_("The matrix's title."))
    summary: Markdown | None = Field(default=None, description=N_("Which situation it is about."))
    goal: Markdown = Field(description=N_("The common goal."))
    levels: tuple[Level, ...] = Field(description=N_("The levels, from the political to the operational."))
    objectives: tuple[Objective, ...] = Field(description=N_("The objectives."))
    cells: tuple[Cell, ...] = Field(default=(), description=N_("Who does what; a missing cell is an open question."))
    source: ItsSource = None
