"""A competency with the two gradations that a first lesson leads between."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.competency import Competency, CompetencyMap, Gradation


@dataclass(frozen=True)
class Lift:
    """A competency, the gradation to start from, the one to lead to."""

    competency: Competency
    start: Gradation
    to: Gradation


def first_lift(competency: Competency, competency_map: CompetencyMap) -> Lift | None:
    """The lift from the first gradation of the map to its second, if it has two."""
    first, *others = competency_map.gradations
    return Lift(competency, first, others[0]) if others else None
