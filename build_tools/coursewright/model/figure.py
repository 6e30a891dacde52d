"""Professional figures, as the competencies they draw on."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from coursewright.model.competency import Aim
from coursewright.model.entry import Identified, Subject
from coursewright.model.ids import ItsSource
from coursewright.model.words import N_
from coursewright.model.written import Markdown, Text, choice


class FigureReading(StrEnum):
    """Whose words describe the figure: the source's, or the course authors' reading of a name."""

    SOURCE = "source"
    AUTHORS = "authors"


class Figure(Identified):
    """A professional figure."""

    title: Text = Field(description=N_("The figure's name."))
    summary: Markdown = Field(description=N_("What the figure does, in two or three sentences."))
    draws_on: tuple[Aim, ...] = Field(default=(), description=N_("The competencies it draws on, each to a gradation."))
    reading: Annotated[FigureReading, choice(FigureReading)] = Field(
        default=FigureReading.SOURCE,
        description=N_("Who describes it so: source, or authors where a source gives only the name."),
    )
    source: ItsSource = None


class Figures(Subject):
    """``curriculum/figures.yaml``."""

    kind: Literal["figures"] = Field(default="figures", description=N_("Always “figures”."))
    figures: tuple[Figure, ...] = Field(description=N_("The figures."))
