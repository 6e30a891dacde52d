"""A module's card, and the two doors at its end."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.model.module import Module
from coursewright.views.links import Link, link, link_to, links


@dataclass(frozen=True)
class Lift:
    """A competency lifted from one gradation to another (their titles)."""

    competency: Link
    start: str
    to: str


@dataclass(frozen=True)
class ModuleCard:
    """What a module's card shows. ``minutes`` is teaching time; ``number`` the place in the path from 1, or None."""

    id: str
    number: int | None
    minutes: int
    lifts: tuple[Lift, ...]
    requires: tuple[Link, ...]
    exercises: tuple[Link, ...]
    illustrative: bool


@dataclass(frozen=True)
class ModuleDoors:
    """Where to go after a module: an exercise to do, the module that follows."""

    exercise: Link | None
    following: Link | None
    path: Link


def module_card(curriculum: Curriculum, identifier: str) -> ModuleCard:
    """The card of a module."""
    module = curriculum.modules[identifier]
    return ModuleCard(
        id=identifier,
        number=_number(curriculum, module),
        minutes=module.minutes,
        lifts=_lifts(curriculum, module),
        requires=links(curriculum, Kind.MODULE, module.requires),
        exercises=links(curriculum, Kind.EXERCISE, module.exercises),
        illustrative=module.is_illustrative,
    )


def module_doors(curriculum: Curriculum, identifier: str) -> ModuleDoors:
    """The doors at the end of a module; the last of the path has none to follow."""
    module = curriculum.modules[identifier]
    number = _number(curriculum, module)
    following = curriculum.path[number] if number is not None and number < len(curriculum.path) else None
    exercises = links(curriculum, Kind.EXERCISE, module.exercises)
    return ModuleDoors(
        exercise=exercises[0] if exercises else None,
        following=link_to(Kind.MODULE, following.id, following) if following is not None else None,
        path=Link(Kind.COURSE, curriculum.course.id, curriculum.course.title, "curriculum/course"),
    )


def _number(curriculum: Curriculum, module: Module) -> int | None:
    return curriculum.numbers.get(module.id)


def _lifts(curriculum: Curriculum, module: Module) -> tuple[Lift, ...]:
    lifts = []
    for teaching in module.teaches:
        competency = link(curriculum, Kind.COMPETENCY, teaching.competency)
        if competency is not None:
            start = curriculum.gradation_title(teaching.competency, teaching.start)
            to = curriculum.gradation_title(teaching.competency, teaching.to)
            lifts.append(Lift(competency, start, to))
    return tuple(lifts)
