"""How a module's time is spent, stretch by stretch."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.views.links import Link, link


@dataclass(frozen=True)
class Stretch:
    """A part of the day: its minutes, and those from the beginning (breaks counted) at which it starts and ends.

    ``exercise`` is set for an exercise, ``is_break`` for a break; else ``title`` says what happens.
    """

    title: str
    exercise: Link | None
    is_break: bool
    starts_at: int
    ends_at: int
    minutes: int
    cue: str


@dataclass(frozen=True)
class ModulePlan:
    """The stretches of a module in order."""

    stretches: tuple[Stretch, ...]


def module_plan(curriculum: Curriculum, identifier: str) -> ModulePlan:
    """The plan of a module; an exercise takes the minutes of its own page."""
    at = 0
    stretches = []
    for item in curriculum.modules[identifier].plan:
        exercise = curriculum.exercises.get(item.exercise or "")
        minutes = exercise.minutes if exercise is not None else item.pause or item.minutes or 0
        to = link(curriculum, Kind.EXERCISE, exercise.id) if exercise is not None else None
        is_break = item.pause is not None
        stretches.append(Stretch(item.title or "", to, is_break, at, at + minutes, minutes, item.cue or ""))
        at += minutes
    return ModulePlan(tuple(stretches))
