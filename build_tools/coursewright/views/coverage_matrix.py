"""Which module lifts which competency, as a matrix."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.views.links import Link, link, links
from coursewright.views.usage import usage


@dataclass(frozen=True)
class CoverageRow:
    """A competency: for each module of the matrix the gradation's title it leads to, or an empty text."""

    competency: Link
    cells: tuple[str, ...]


@dataclass(frozen=True)
class CoverageMatrix:
    """Competencies of one map by the modules that teach any of them."""

    title: str
    modules: tuple[Link, ...]
    rows: tuple[CoverageRow, ...]


def coverage_matrix(curriculum: Curriculum, identifier: str) -> CoverageMatrix:
    """The matrix of the map with that id; modules in the order of the path."""
    competency_map = curriculum.maps[identifier]
    teachings = usage(curriculum).teachings_of_competency
    reached: dict[tuple[str, str], str] = {}
    for competency in competency_map.competencies():
        for module, teaching in teachings.get(competency.id, ()):
            reached[competency.id, module] = curriculum.gradation_title(competency.id, teaching.to)
    taught_in = {module for _, module in reached}
    modules = tuple(module.id for module in curriculum.modules_in_order if module.id in taught_in)
    rows = []
    for competency in competency_map.competencies():
        to = link(curriculum, Kind.COMPETENCY, competency.id)
        if to is not None:
            rows.append(CoverageRow(to, tuple(reached.get((competency.id, module), "") for module in modules)))
    return CoverageMatrix(competency_map.title, links(curriculum, Kind.MODULE, modules), tuple(rows))
