"""By what the catalogue of exercises can be filtered: the values that occur in it."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.curriculum import Curriculum
from coursewright.model.exercise import Device
from coursewright.model.finding import Kind
from coursewright.views.links import Link, links


@dataclass(frozen=True)
class ExerciseFilters:
    """Devices and competencies that occur, in the order of the model and of the maps; lengths in minutes, rising."""

    devices: tuple[Device, ...]
    competencies: tuple[Link, ...]
    minutes: tuple[int, ...]


def exercise_filters(curriculum: Curriculum) -> ExerciseFilters:
    """The filters of the course's exercises."""
    exercises = curriculum.exercises.values()
    devices = {each.device for each in exercises}
    practised = {aim.competency for each in exercises for aim in each.practises}
    return ExerciseFilters(
        tuple(device for device in Device if device in devices),
        links(curriculum, Kind.COMPETENCY, (each for each in curriculum.competencies if each in practised)),
        tuple(sorted({each.minutes for each in exercises})),
    )
