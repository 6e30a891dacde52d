"""The pages of what groups practise with: thermometers, governance matrices."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.views.competency_map import NamedGradation
from coursewright.views.links import Link, link


@dataclass(frozen=True)
class SituationLine:
    """A situation in which one observes oneself."""

    title: str
    summary: str


@dataclass(frozen=True)
class PracticeSheet:
    """A practice with what one would say of oneself at each gradation."""

    competency: Link
    gradations: tuple[NamedGradation, ...]


@dataclass(frozen=True)
class ThermometerPage:
    """The page of a thermometer."""

    title: str
    summary: str
    axis_from: str
    axis_to: str
    situations: tuple[SituationLine, ...]
    practices: tuple[PracticeSheet, ...]
    source: str
    illustrative: bool


@dataclass(frozen=True)
class MatrixRow:
    """An objective: the level that answers for it, and for each level what it does (empty: an open question)."""

    objective: str
    delegated_to: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class MatrixPage:
    """The page of a governance matrix: objectives by levels."""

    title: str
    summary: str
    goal: str
    levels: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    source: str
    illustrative: bool


def thermometer_page(curriculum: Curriculum, identifier: str) -> ThermometerPage:
    """The page of the thermometer with that id."""
    thermometer = curriculum.thermometers[identifier]
    competency_map = curriculum.maps.get(thermometer.map)
    scale = competency_map.gradations if competency_map is not None else ()
    practices = []
    for practice in thermometer.practices:
        to = link(curriculum, Kind.COMPETENCY, practice.competency)
        if to is not None:
            described = ((each.title, practice.describes[each.id]) for each in scale if each.id in practice.describes)
            practices.append(PracticeSheet(to, tuple(NamedGradation(*each) for each in described)))
    return ThermometerPage(
        thermometer.title,
        thermometer.summary or "",
        thermometer.axis.start,
        thermometer.axis.to,
        tuple(SituationLine(each.title, each.summary or "") for each in thermometer.situations),
        tuple(practices),
        thermometer.source or "",
        thermometer.is_illustrative,
    )


def matrix_page(curriculum: Curriculum, identifier: str) -> MatrixPage:
    """The page of the governance matrix with that id."""
    matrix = curriculum.matrices[identifier]
    titles = {level.id: level.title for level in matrix.levels}
    does = {(cell.objective, cell.level): cell.does for cell in matrix.cells}
    rows = tuple(
        MatrixRow(
            each.title,
            titles.get(each.delegated_to, each.delegated_to),
            tuple(does.get((each.id, level.id), "") for level in matrix.levels),
        )
        for each in matrix.objectives
    )
    return MatrixPage(
        matrix.title,
        matrix.summary or "",
        matrix.goal,
        tuple(titles.values()),
        rows,
        matrix.source or "",
        matrix.is_illustrative,
    )
