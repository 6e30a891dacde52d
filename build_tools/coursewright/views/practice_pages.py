"""The pages of what groups practise with: group curricula, governance matrices."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.model.group import Aspiration, Member
from coursewright.views.gradations import gradation_title
from coursewright.views.links import Link, link, links


@dataclass(frozen=True)
class StandingLine:
    """Where the group stands in a competency."""

    competency: Link
    gradation: str


@dataclass(frozen=True)
class MemberLine:
    """A member under its pseudonym."""

    id: str
    figure: Link | None
    offers: tuple[Link, ...]
    seeks: tuple[Link, ...]


@dataclass(frozen=True)
class InteractionLine:
    """How two members work together."""

    first: str
    second: str
    way: str
    practice: Link | None
    rhythm: str


@dataclass(frozen=True)
class AspirationLine:
    """What the group wants to become; ``to`` is empty for a figure."""

    target: Link
    to: str


@dataclass(frozen=True)
class GroupPage:
    """The page of a group curriculum."""

    title: str
    purpose: str
    invites: str
    licence: str
    standing: tuple[StandingLine, ...]
    members: tuple[MemberLine, ...]
    interactions: tuple[InteractionLine, ...]
    becoming: tuple[AspirationLine, ...]
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


def group_page(curriculum: Curriculum, identifier: str) -> GroupPage:
    """The page of the group curriculum with that id."""
    group = curriculum.groups[identifier]
    standing = []
    for competency, gradation in group.standing.items():
        to = link(curriculum, Kind.COMPETENCY, competency)
        if to is not None:
            standing.append(StandingLine(to, gradation_title(curriculum, competency, gradation)))
    interactions = tuple(
        InteractionLine(
            *each.between,
            each.way,
            link(curriculum, Kind.COMPETENCY, each.practice) if each.practice else None,
            each.rhythm or "",
        )
        for each in group.interactions
    )
    becoming = (_aspiration(curriculum, each) for each in group.becoming)
    return GroupPage(
        group.title,
        group.purpose,
        group.open.invites,
        group.open.licence,
        tuple(standing),
        tuple(_member(curriculum, each) for each in group.members),
        interactions,
        tuple(each for each in becoming if each is not None),
        group.source or "",
        group.is_illustrative,
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


def _member(curriculum: Curriculum, member: Member) -> MemberLine:
    return MemberLine(
        member.id,
        link(curriculum, Kind.FIGURE, member.figure) if member.figure else None,
        links(curriculum, Kind.COMPETENCY, member.offers),
        links(curriculum, Kind.COMPETENCY, member.seeks),
    )


def _aspiration(curriculum: Curriculum, aspiration: Aspiration) -> AspirationLine | None:
    if aspiration.figure is not None:
        to = link(curriculum, Kind.FIGURE, aspiration.figure)
        return AspirationLine(to, "") if to is not None else None
    identifier, gradation = aspiration.competency or "", aspiration.to or ""
    to = link(curriculum, Kind.COMPETENCY, identifier)
    return AspirationLine(to, gradation_title(curriculum, identifier, gradation)) if to is not None else None
