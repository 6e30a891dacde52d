"""A group's network as a picture: members are knots on a circle in the order of the file, interactions are threads.

The layout is a function of the file alone, in units of the picture: the same group gives the same picture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin

from coursewright.groups.network import network
from coursewright.model.curriculum import Curriculum
from coursewright.model.group import GroupCurriculum

WIDTH, HEIGHT = 640, 440
_CENTRE = (WIDTH // 2, HEIGHT // 2)
_RADII = (190, 150)
# How far a thread bends towards the middle, and how far apart threads between the same two members are.
_BEND, _APART = 0.25, 0.18


@dataclass(frozen=True)
class MemberKnot:
    """A member: its point, and where its name begins (``anchor`` is SVG's text-anchor)."""

    id: str
    x: int
    y: int
    name_x: int
    name_y: int
    anchor: str


@dataclass(frozen=True)
class InteractionThread:
    """An interaction as a curve from one knot to the other; ``control`` is the point that it bends towards."""

    start: tuple[int, int]
    control: tuple[int, int]
    end: tuple[int, int]
    is_bridge: bool


@dataclass(frozen=True)
class GroupPicture:
    """The whole picture."""

    title: str
    width: int
    height: int
    knots: tuple[MemberKnot, ...]
    threads: tuple[InteractionThread, ...]

    @property
    def has_bridges(self) -> bool:
        """Whether any thread is a bridge."""
        return any(thread.is_bridge for thread in self.threads)


def group_picture(curriculum: Curriculum, identifier: str) -> GroupPicture:
    """The picture of the group curriculum with that id."""
    group = curriculum.groups[identifier]
    knots = {knot.id: knot for knot in _knots(group)}
    return GroupPicture(group.title, WIDTH, HEIGHT, tuple(knots.values()), tuple(_threads(group, knots)))


def _knots(group: GroupCurriculum) -> Iterator[MemberKnot]:
    for number, member in enumerate(group.members):
        angle = 2 * pi * number / len(group.members) - pi / 2
        across, down = cos(angle), sin(angle)
        anchor = "middle" if abs(across) < 0.2 else "start" if across > 0 else "end"
        yield MemberKnot(
            member.id,
            round(_CENTRE[0] + _RADII[0] * across),
            round(_CENTRE[1] + _RADII[1] * down),
            round(_CENTRE[0] + (_RADII[0] + 20) * across),
            round(_CENTRE[1] + (_RADII[1] + 24) * down) + 5,
            anchor,
        )


def _threads(group: GroupCurriculum, knots: dict[str, MemberKnot]) -> Iterator[InteractionThread]:
    bridges = {frozenset(pair) for pair in network(group).bridges}
    drawn: Counter[frozenset[str]] = Counter()
    for each in group.interactions:
        pair = frozenset(each.between)
        if len(pair) == 2 and pair <= knots.keys():
            first, second = (knots[name] for name in sorted(pair))
            control = _control(first, second, _BEND + _APART * drawn[pair])
            drawn[pair] += 1
            yield InteractionThread((first.x, first.y), control, (second.x, second.y), pair in bridges)


def _control(first: MemberKnot, second: MemberKnot, bend: float) -> tuple[int, int]:
    """From the middle between two knots towards the middle of the picture; across, where the two are one."""
    middle = ((first.x + second.x) / 2, (first.y + second.y) / 2)
    towards = (_CENTRE[0] - middle[0], _CENTRE[1] - middle[1])
    if abs(towards[0]) + abs(towards[1]) < 40:
        towards = (second.y - first.y, first.x - second.x)
        bend -= _BEND
    return round(middle[0] + 2 * bend * towards[0]), round(middle[1] + 2 * bend * towards[1])
