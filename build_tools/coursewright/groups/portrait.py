"""All that is shown of a group, computed once for text, JSON and its page."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.groups.coverage import Covered, coverage
from coursewright.groups.figures import Becoming, figures
from coursewright.groups.matching import Match, matches
from coursewright.groups.network import Network, network
from coursewright.groups.path import Path, path
from coursewright.groups.standing import aspirations, standing
from coursewright.model.curriculum import Curriculum
from coursewright.model.group import GroupCurriculum


@dataclass(frozen=True)
class Portrait:
    """A group as it stands and may become; ``minutes`` is the time there is for the path, if there is a limit."""

    group: GroupCurriculum
    coverage: tuple[Covered, ...]
    matches: tuple[Match, ...]
    network: Network
    figures: tuple[Becoming, ...]
    path: Path
    minutes: int | None

    @property
    def seeks(self) -> int:
        """How many competencies are sought, each counted once for each member who seeks it."""
        return sum(len(set(member.seeks)) for member in self.group.members)


def portrait(curriculum: Curriculum, group: GroupCurriculum, minutes: int | None) -> Portrait:
    """The portrait of the group."""
    start, aims = standing(curriculum, group), aspirations(curriculum, group)
    return Portrait(
        group,
        coverage(curriculum, group),
        matches(group),
        network(group),
        figures(curriculum, group),
        path(curriculum, start, aims, minutes),
        minutes,
    )
