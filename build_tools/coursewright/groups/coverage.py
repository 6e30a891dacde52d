"""Who carries which competency for the group, beside where it stands and what it aims at."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.groups.standing import aspirations, standing
from coursewright.model.curriculum import Curriculum
from coursewright.model.group import GroupCurriculum


@dataclass(frozen=True)
class Covered:
    """One competency: gradations by id (no ``aspiration`` where the group has none), the members who offer it."""

    competency: str
    standing: str
    aspiration: str | None
    carriers: tuple[str, ...]


def coverage(curriculum: Curriculum, group: GroupCurriculum) -> tuple[Covered, ...]:
    """Every competency of the course, in its order."""
    aims = aspirations(curriculum, group)
    return tuple(
        Covered(
            identifier,
            gradation,
            aims.get(identifier),
            tuple(sorted({member.id for member in group.members if identifier in member.offers})),
        )
        for identifier, gradation in standing(curriculum, group).items()
    )
