"""References to what is known only within one file: members of a group, levels and objectives of a matrix."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from coursewright.checks.lookup import unknown_among
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Finding, Kind
from coursewright.model.group import GroupCurriculum
from coursewright.model.matrix import GovernanceMatrix
from coursewright.model.place import Place


def check_inner_references(curriculum: Curriculum) -> Iterator[Finding]:
    """unknown-id: a member, level or objective that the file itself does not define."""
    for group in curriculum.groups.values():
        yield from _members(group)
    for matrix in curriculum.matrices.values():
        yield from _levels(matrix)


def _members(group: GroupCurriculum) -> Iterator[Finding]:
    members = {member.id for member in group.members}
    for interaction in group.interactions:
        for index, identifier in enumerate(interaction.between):
            yield from _unknown(Kind.MEMBER, identifier, interaction.place("between", index), members)


def _levels(matrix: GovernanceMatrix) -> Iterator[Finding]:
    levels = {level.id for level in matrix.levels}
    objectives = {objective.id for objective in matrix.objectives}
    for objective in matrix.objectives:
        place = objective.place("delegated_to")
        yield from _unknown(Kind.LEVEL, objective.delegated_to, place, levels)
    for cell in matrix.cells:
        yield from _unknown(Kind.LEVEL, cell.level, cell.place("level"), levels)
        yield from _unknown(Kind.OBJECTIVE, cell.objective, cell.place("objective"), objectives)


def _unknown(kind: Kind, identifier: str, place: Place, known: Collection[str]) -> Iterator[Finding]:
    if identifier not in known:
        yield unknown_among(kind, identifier, place, known)
