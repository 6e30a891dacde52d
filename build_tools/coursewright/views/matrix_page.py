"""The page of a governance matrix: who does what towards a common goal."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.curriculum import Curriculum


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
