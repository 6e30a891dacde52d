"""The page of a thermometer: to read, to print, and to take readings with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coursewright.model.competency import CompetencyMap
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.model.thermometer import Thermometer
from coursewright.views.links import Link, link


@dataclass(frozen=True)
class SituationLine:
    """A situation in which one observes oneself."""

    id: str
    title: str
    summary: str


@dataclass(frozen=True)
class Notch:
    """A gradation on the thermometer's thread; ``describes`` is empty where nothing is said of it."""

    id: str
    title: str
    describes: str


@dataclass(frozen=True)
class PracticeSheet:
    """A practice with what one would say of oneself at each gradation, and the area of the map it belongs to.

    Where the thermometer says nothing, the notches have the words of the competency, or of the map.
    """

    competency: Link
    area: str
    notches: tuple[Notch, ...]


@dataclass(frozen=True)
class ThermometerPage:
    """The page of a thermometer; ``scale`` are the gradations of its map, the least practised first."""

    id: str
    course: str
    title: str
    summary: str
    axis_from: str
    axis_to: str
    scale: tuple[Notch, ...]
    situations: tuple[SituationLine, ...]
    practices: tuple[PracticeSheet, ...]
    source: str
    illustrative: bool


def thermometer_page(curriculum: Curriculum, identifier: str) -> ThermometerPage:
    """The page of the thermometer with that id."""
    thermometer = curriculum.thermometers[identifier]
    competency_map = curriculum.maps.get(thermometer.map)
    return ThermometerPage(
        thermometer.id,
        curriculum.course.id,
        thermometer.title,
        thermometer.summary or "",
        thermometer.axis.start,
        thermometer.axis.to,
        tuple(_scale(competency_map)),
        tuple(SituationLine(each.id, each.title, each.summary or "") for each in thermometer.situations),
        tuple(_sheets(curriculum, thermometer, competency_map)),
        thermometer.source or "",
        thermometer.is_illustrative,
    )


def _scale(competency_map: CompetencyMap | None) -> Iterator[Notch]:
    for each in competency_map.gradations if competency_map is not None else ():
        yield Notch(each.id, each.title, each.describes or "")


def _sheets(
    curriculum: Curriculum, thermometer: Thermometer, competency_map: CompetencyMap | None
) -> Iterator[PracticeSheet]:
    for practice in thermometer.practices:
        seat = curriculum.competencies.get(practice.competency)
        to = link(curriculum, Kind.COMPETENCY, practice.competency)
        if seat is not None and to is not None:
            described = {**seat.competency.gradations, **practice.describes}
            yield PracticeSheet(to, seat.area.title, tuple(_notches(competency_map, described)))


def _notches(competency_map: CompetencyMap | None, described: Mapping[str, str]) -> Iterator[Notch]:
    """The map's gradations, with what it says of them where nothing nearer does."""
    for each in _scale(competency_map):
        yield Notch(each.id, each.title, described.get(each.id) or each.describes)
