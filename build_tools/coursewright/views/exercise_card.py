"""An exercise's card and its timed steps."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.curriculum import Curriculum
from coursewright.model.exercise import Device
from coursewright.model.finding import Kind
from coursewright.views.gradations import AimedCompetency, aimed
from coursewright.views.links import Link, links
from coursewright.views.usage import usage


@dataclass(frozen=True)
class ExerciseCard:
    """What an exercise's card shows; group sizes in people, time in minutes."""

    device: Device
    minutes: int
    smallest_group: int
    largest_group: int
    practises: tuple[AimedCompetency, ...]
    assesses: tuple[Link, ...]
    materials: tuple[str, ...]
    modules: tuple[Link, ...]
    illustrative: bool


@dataclass(frozen=True)
class TimedStep:
    """A step with the minutes at which it starts and ends, counted from the exercise's beginning."""

    title: str
    starts_at: int
    ends_at: int
    minutes: int
    cue: str


@dataclass(frozen=True)
class ExerciseSteps:
    """The steps of an exercise, and how long they take together."""

    steps: tuple[TimedStep, ...]
    minutes: int


def exercise_card(curriculum: Curriculum, identifier: str) -> ExerciseCard:
    """The card of an exercise."""
    exercise = curriculum.exercises[identifier]
    return ExerciseCard(
        device=exercise.device,
        minutes=exercise.minutes,
        smallest_group=exercise.group.min,
        largest_group=exercise.group.max,
        practises=aimed(curriculum, exercise.practises),
        assesses=links(curriculum, Kind.COMPETENCY, exercise.assesses),
        materials=exercise.materials,
        modules=links(curriculum, Kind.MODULE, usage(curriculum).modules_of_exercise.get(identifier, ())),
        illustrative=exercise.is_illustrative,
    )


def exercise_steps(curriculum: Curriculum, identifier: str) -> ExerciseSteps:
    """The timed steps of an exercise."""
    at = 0
    steps = []
    for step in curriculum.exercises[identifier].steps:
        steps.append(TimedStep(step.title, at, at + step.minutes, step.minutes, step.cue or ""))
        at += step.minutes
    return ExerciseSteps(tuple(steps), at)
