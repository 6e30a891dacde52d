"""A thermometer observes the practices of its map, and a reading counts practices of its thermometer."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.model.competency import CompetencyMap
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding
from coursewright.model.nearest import nearest
from coursewright.model.thermometer import Reading, Thermometer


def check_practices(curriculum: Curriculum) -> Iterator[Finding]:
    """foreign-practice and practice-missing: practices of another map, or some of its own map left out.

    Nothing missing can stand in a file that could not be read: the thermometer and its map are both here.
    """
    for thermometer in curriculum.thermometers.values():
        competency_map = curriculum.maps.get(thermometer.map)
        if competency_map is not None:
            yield from _foreign(thermometer, competency_map, curriculum)
            yield from _left_out(thermometer, competency_map)


def check_counted_practices(curriculum: Curriculum) -> Iterator[Finding]:
    """practice-not-observed: a reading counts a practice that its thermometer does not have."""
    for group in curriculum.groups.values():
        for reading in group.readings:
            thermometer = curriculum.thermometers.get(reading.thermometer)
            if thermometer is not None:
                yield from _not_observed(reading, thermometer, curriculum)


def _foreign(thermometer: Thermometer, competency_map: CompetencyMap, curriculum: Curriculum) -> Iterator[Finding]:
    own = {competency.id for competency in competency_map.competencies()}
    for practice in thermometer.practices:
        if practice.competency not in own and practice.competency in curriculum.competencies:
            values = {
                "found": practice.competency,
                "map": competency_map.id,
                "nearest": nearest(practice.competency, own),
            }
            yield Finding(Code.FOREIGN_PRACTICE, practice.place("competency"), values)


def _left_out(thermometer: Thermometer, competency_map: CompetencyMap) -> Iterator[Finding]:
    observed = {practice.competency for practice in thermometer.practices}
    for competency in competency_map.competencies():
        if competency.id not in observed:
            place = thermometer.origin.key("practices")
            yield Finding(Code.PRACTICE_MISSING, place, {"found": competency.id})


def _not_observed(reading: Reading, thermometer: Thermometer, curriculum: Curriculum) -> Iterator[Finding]:
    observed = {practice.competency for practice in thermometer.practices}
    for competency in reading.counts:
        if competency not in observed and competency in curriculum.competencies:
            values = {
                "found": competency,
                "thermometer": thermometer.id,
                "nearest": nearest(competency, observed),
            }
            yield Finding(Code.PRACTICE_NOT_OBSERVED, reading.origin.key("counts", competency), values)
