"""Gradations are those of the map they are used with, in its order, described wholly or not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from coursewright.model.competency import Aim, CompetencyMap
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry
from coursewright.model.finding import Code, Finding
from coursewright.model.group import Aspiration, GroupCurriculum
from coursewright.model.module import Teaching
from coursewright.model.nearest import nearest
from coursewright.model.place import Place
from coursewright.model.thermometer import Reading, Thermometer


@dataclass(frozen=True)
class _Use:
    """A gradation written in a file, and the map it should belong to (None where that is not known)."""

    map: CompetencyMap | None
    gradation: str
    place: Place


def check_gradations(curriculum: Curriculum) -> Iterator[Finding]:
    """unknown-gradation: not one of its map."""
    for use in _uses(curriculum):
        if use.map is not None and use.gradation not in use.map.scale:
            yield _unknown(use.map, use.gradation, use.place)


def check_lifts(curriculum: Curriculum) -> Iterator[Finding]:
    """not-a-lift: a module that leads to where it starts from, or lower."""
    for module in curriculum.modules.values():
        for teaching in module.teaches:
            scale = _scale(curriculum, teaching.competency)
            if teaching.start not in scale or teaching.to not in scale:
                continue
            if scale.index(teaching.to) <= scale.index(teaching.start):
                values = {"from": teaching.start, "to": teaching.to, "known": " → ".join(scale)}
                yield Finding(Code.NOT_A_LIFT, teaching.place("to"), values)


def check_descriptions(curriculum: Curriculum) -> Iterator[Finding]:
    """gradation-undescribed: some gradations are described and others are not; describing none is fine."""
    for competency_map in curriculum.maps.values():
        for competency in competency_map.competencies():
            place = competency.origin.key("gradations")
            yield from _undescribed(competency_map, competency.gradations, place)
    for thermometer in curriculum.thermometers.values():
        thermometer_map = curriculum.maps.get(thermometer.map)
        for practice in thermometer.practices if thermometer_map is not None else ():
            place = practice.origin.key("describes")
            yield from _undescribed(thermometer_map, practice.describes, place)


def _undescribed(competency_map: CompetencyMap | None, described: Collection[str], place: Place) -> Iterator[Finding]:
    for gradation in competency_map.scale if competency_map is not None and described else ():
        if gradation not in described:
            yield Finding(Code.GRADATION_UNDESCRIBED, place, {"found": gradation})


def _unknown(competency_map: CompetencyMap, gradation: str, place: Place) -> Finding:
    values = {
        "found": gradation,
        "map": competency_map.id,
        "nearest": nearest(gradation, competency_map.scale),
        "known": ", ".join(competency_map.scale),
    }
    return Finding(Code.UNKNOWN_GRADATION, place, values)


def _scale(curriculum: Curriculum, competency: str) -> tuple[str, ...]:
    seat = curriculum.competencies.get(competency)
    return seat.map.scale if seat is not None else ()


def _uses(curriculum: Curriculum) -> Iterator[_Use]:
    for competency_map in curriculum.maps.values():
        for competency in competency_map.competencies():
            for gradation in competency.gradations:
                yield _Use(competency_map, gradation, competency.origin.key("gradations", gradation))
    for entry in curriculum.entries():
        match entry:
            case Teaching():
                yield _of(curriculum, entry, entry.competency, "from", entry.start)
                yield _of(curriculum, entry, entry.competency, "to", entry.to)
            case Aim():
                yield _of(curriculum, entry, entry.competency, "to", entry.to)
            case Aspiration() if entry.competency is not None and entry.to is not None:
                yield _of(curriculum, entry, entry.competency, "to", entry.to)
            case GroupCurriculum():
                for competency_id, gradation in entry.standing.items():
                    seat = curriculum.competencies.get(competency_id)
                    place = entry.place("standing", competency_id)
                    yield _Use(seat.map if seat is not None else None, gradation, place)
            case Thermometer():
                yield from _observed(curriculum, entry)
            case Reading():
                yield from _counted(curriculum, entry)


def _of(curriculum: Curriculum, entry: Entry, competency: str, key: str, gradation: str) -> _Use:
    seat = curriculum.competencies.get(competency)
    return _Use(seat.map if seat is not None else None, gradation, entry.place(key))


def _observed(curriculum: Curriculum, thermometer: Thermometer) -> Iterator[_Use]:
    competency_map = curriculum.maps.get(thermometer.map)
    for practice in thermometer.practices:
        for gradation in practice.describes:
            yield _Use(competency_map, gradation, practice.origin.key("describes", gradation))


def _counted(curriculum: Curriculum, reading: Reading) -> Iterator[_Use]:
    thermometer = curriculum.thermometers.get(reading.thermometer)
    competency_map = curriculum.maps.get(thermometer.map) if thermometer is not None else None
    for competency, counts in reading.counts.items():
        for gradation in counts:
            yield _Use(competency_map, gradation, reading.origin.key("counts", competency, gradation))
