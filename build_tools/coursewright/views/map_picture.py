"""The competency maps drawn as knots on threads, with the ties between them: where each thing stands.

The layout is a function of the maps alone: the same maps give the same picture, in its own units. The smallest map
stands in the middle, the areas of the others hang to its left and right in turn; with one map alone its areas hang
side by side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from coursewright.model.competency import CompetencyMap
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.views.links import Link, link

ROW, TOP, MARGIN = 46, 64, 24
SIDE_COLUMN, MIDDLE_COLUMN = 236, 208
LINE_LENGTH = 25


@dataclass(frozen=True)
class Knot:
    """A competency in the picture: its point, the lines of its label, and on which side of the point they stand."""

    competency: Link
    x: int
    y: int
    lines: tuple[str, ...]
    side: str


@dataclass(frozen=True)
class Thread:
    """An area: a thread from its first knot to its last, under its title."""

    title: str
    x: int
    top: int
    bottom: int
    side: str
    knots: tuple[Knot, ...]


@dataclass(frozen=True)
class Tie:
    """A relation between two competencies, as a curve; ``control`` is where its bend begins and ends."""

    start: tuple[int, int]
    control: tuple[int, int]
    end: tuple[int, int]
    titles: tuple[str, str]


@dataclass(frozen=True)
class MapPicture:
    """The whole picture."""

    width: int
    height: int
    threads: tuple[Thread, ...]
    ties: tuple[Tie, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True)
class _Column:
    """Areas that hang below each other, their labels on one side."""

    side: str
    areas: tuple[tuple[str, tuple[Link, ...]], ...]

    @property
    def width(self) -> int:
        return MIDDLE_COLUMN if self.side == "below" else SIDE_COLUMN

    @property
    def rows(self) -> int:
        return sum(len(links) + 1 for _, links in self.areas) - 1


def map_picture(curriculum: Curriculum) -> MapPicture:
    """The picture of all the course's maps."""
    columns = _columns(curriculum)
    tallest = max((column.rows for column in columns), default=0)
    lefts = tuple(accumulate((column.width for column in columns), initial=0))
    hung = zip(columns, lefts, strict=False)  # the last sum is the picture's width
    threads = tuple(thread for column, left in hung for thread in _threads(column, left, tallest))
    points = {knot.competency.id: knot for thread in threads for knot in thread.knots}
    return MapPicture(
        width=lefts[-1],
        height=TOP + tallest * ROW + MARGIN,
        threads=threads,
        ties=tuple(_ties(curriculum, points)),
        titles=tuple(each.title for each in curriculum.maps.values()),
    )


def _columns(curriculum: Curriculum) -> tuple[_Column, ...]:
    maps = tuple(curriculum.maps.values())
    if len(maps) < 2:
        return tuple(_Column("right", (area,)) for each in maps for area in _areas(curriculum, each))
    middle = min(maps, key=lambda each: sum(1 for _ in each.competencies()))
    others = [area for each in maps if each is not middle for area in _areas(curriculum, each)]
    left = tuple(_Column("left", (area,)) for area in others[0::2])
    right = tuple(_Column("right", (area,)) for area in others[1::2])
    return (*left, _Column("below", tuple(_areas(curriculum, middle))), *right)


def _areas(curriculum: Curriculum, competency_map: CompetencyMap) -> Iterator[tuple[str, tuple[Link, ...]]]:
    for area in competency_map.areas:
        found = (link(curriculum, Kind.COMPETENCY, each.id) for each in area.competencies)
        yield area.title, tuple(each for each in found if each is not None)


def _threads(column: _Column, left: int, tallest: int) -> Iterator[Thread]:
    x = left + {"left": column.width - MARGIN, "right": MARGIN, "below": column.width // 2}[column.side]
    spread = 2 if column.side == "below" and column.rows * 2 <= tallest else 1
    y = TOP + (tallest - column.rows * spread) * ROW // 2
    for title, links in column.areas:
        knots = []
        first = y
        for each in links:
            knots.append(Knot(each, x, y, _lines(each.title), column.side))
            y += ROW * spread
        yield Thread(title, x, first, max(first, y - ROW * spread), column.side, tuple(knots))
        y += ROW * spread


def _ties(curriculum: Curriculum, points: dict[str, Knot]) -> Iterator[Tie]:
    drawn = set()
    for seat in curriculum.competencies.values():
        for relation in seat.competency.relations:
            ends = frozenset((seat.competency.id, relation.to))
            start, end = points.get(seat.competency.id), points.get(relation.to)
            if start is None or end is None or start.x == end.x or ends in drawn:
                continue
            drawn.add(ends)
            middle = (start.x + end.x) // 2
            titles = (start.competency.title, end.competency.title)
            yield Tie((start.x, start.y), (middle, middle), (end.x, end.y), titles)


def _lines(title: str) -> tuple[str, ...]:
    """The title broken between words into lines that fit beside a thread."""
    lines = [""]
    for word in title.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LINE_LENGTH:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)
