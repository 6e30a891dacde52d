"""Ids that name something: a field whose type is one of these is checked to lead somewhere, and needs no more said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from coursewright.model.finding import Kind
from coursewright.model.words import N_
from coursewright.model.written import Identifier


@dataclass(frozen=True)
class Names:
    """Marks a text that is the id of something of this kind."""

    kind: Kind


CompetencyId = Annotated[Identifier, Names(Kind.COMPETENCY)]
MapId = Annotated[Identifier, Names(Kind.COMPETENCY_MAP)]
FigureId = Annotated[Identifier, Names(Kind.FIGURE)]
ModuleId = Annotated[Identifier, Names(Kind.MODULE)]
ExerciseId = Annotated[Identifier, Names(Kind.EXERCISE)]
ThermometerId = Annotated[Identifier, Names(Kind.THERMOMETER)]
PersonId = Annotated[Identifier, Names(Kind.PERSON)]
VenueId = Annotated[Identifier, Names(Kind.VENUE)]
SourceId = Annotated[Identifier, Names(Kind.SOURCE)]
MemberId = Annotated[Identifier, Names(Kind.MEMBER)]
"""The id of a member of the same group."""
LevelId = Annotated[Identifier, Names(Kind.LEVEL)]
"""The id of a level of the same matrix."""
ObjectiveId = Annotated[Identifier, Names(Kind.OBJECTIVE)]
"""The id of an objective of the same matrix."""
ItsSource = Annotated[SourceId | None, Field(description=N_("The id of its source in the bibliography."))]
"""The work that an entry comes from."""
ItsSources = Annotated[
    tuple[SourceId, ...], Field(description=N_("The sources it draws on, by their ids in the bibliography."))
]
"""The works that a text draws on."""
