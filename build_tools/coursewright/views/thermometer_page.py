"""The page of a thermometer: what it observes, its thread, and the desk at which readings are taken."""

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
class ScaleMark:
    """A gradation of the thermometer's map."""

    id: str
    title: str


@dataclass(frozen=True)
class Notch:
    """What one would say of oneself at a gradation; ``describes`` is empty where nothing is said of it."""

    id: str
    title: str
    describes: str


@dataclass(frozen=True)
class PracticeSheet:
    """A practice with its notches, and the area of the map it belongs to.

    Where the thermometer says nothing, the notches have the words of the competency, or of the map.
    """

    competency: Link
    area: str
    notches: tuple[Notch, ...]


@dataclass(frozen=True)
class ThermometerPage:
    """The page of a thermometer."""

    id: str
    title: str
    summary: str
    axis_from: str
    axis_to: str
    situations: tuple[SituationLine, ...]
    practices: tuple[PracticeSheet, ...]
    source: str
    illustrative: bool


@dataclass(frozen=True)
class ThermometerAxis:
    """What a thermometer runs between, and the titles of its gradations, the least practised first."""

    axis_from: str
    axis_to: str
    gradations: tuple[str, ...]


@dataclass(frozen=True)
class ThermometerDesk:
    """All that a reading is made of: by its ids it is kept, by its words it is taken, shown and printed."""

    id: str
    course: str
    title: str
    axis_from: str
    axis_to: str
    scale: tuple[ScaleMark, ...]
    situations: tuple[SituationLine, ...]
    practices: tuple[PracticeSheet, ...]


@dataclass(frozen=True)
class ThermometerGroup:
    """Where the readings of a group are put together; the desk of the same page has all else."""

    id: str


def thermometer_page(curriculum: Curriculum, identifier: str) -> ThermometerPage:
    """The page of the thermometer with that id."""
    thermometer = curriculum.thermometers[identifier]
    return ThermometerPage(
        thermometer.id,
        thermometer.title,
        thermometer.summary or "",
        thermometer.axis.start,
        thermometer.axis.to,
        _situations(thermometer),
        tuple(_sheets(curriculum, thermometer)),
        thermometer.source or "",
        thermometer.is_illustrative,
    )


def thermometer_axis(curriculum: Curriculum, identifier: str) -> ThermometerAxis:
    """The thread of the thermometer with that id."""
    thermometer = curriculum.thermometers[identifier]
    scale = _scale(curriculum.maps.get(thermometer.map))
    return ThermometerAxis(thermometer.axis.start, thermometer.axis.to, tuple(each.title for each in scale))


def thermometer_desk(curriculum: Curriculum, identifier: str) -> ThermometerDesk:
    """The desk of the thermometer with that id."""
    thermometer = curriculum.thermometers[identifier]
    return ThermometerDesk(
        thermometer.id,
        curriculum.course.id,
        thermometer.title,
        thermometer.axis.start,
        thermometer.axis.to,
        _scale(curriculum.maps.get(thermometer.map)),
        _situations(thermometer),
        tuple(_sheets(curriculum, thermometer)),
    )


def thermometer_group(curriculum: Curriculum, identifier: str) -> ThermometerGroup:
    """The group's place on the page of the thermometer with that id."""
    return ThermometerGroup(curriculum.thermometers[identifier].id)


def _scale(competency_map: CompetencyMap | None) -> tuple[ScaleMark, ...]:
    gradations = competency_map.gradations if competency_map is not None else ()
    return tuple(ScaleMark(each.id, each.title) for each in gradations)


def _situations(thermometer: Thermometer) -> tuple[SituationLine, ...]:
    return tuple(SituationLine(each.id, each.title, each.summary or "") for each in thermometer.situations)


def _sheets(curriculum: Curriculum, thermometer: Thermometer) -> Iterator[PracticeSheet]:
    competency_map = curriculum.maps.get(thermometer.map)
    for practice in thermometer.practices:
        seat = curriculum.competencies.get(practice.competency)
        to = link(curriculum, Kind.COMPETENCY, practice.competency)
        if seat is not None and to is not None:
            described = {**seat.competency.gradations, **practice.describes}
            yield PracticeSheet(to, seat.area.title, tuple(_notches(competency_map, described)))


def _notches(competency_map: CompetencyMap | None, described: Mapping[str, str]) -> Iterator[Notch]:
    """The map's gradations, with what it says of them where nothing nearer does."""
    for each in competency_map.gradations if competency_map is not None else ():
        yield Notch(each.id, each.title, described.get(each.id) or each.describes or "")
