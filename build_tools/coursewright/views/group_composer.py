"""All that a group needs of the course to write its own curriculum: what one can offer, become, and be taught."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from coursewright.model.competency import Aim, Area, CompetencyMap
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.model.group import RHYTHM_WORDS, WAY_WORDS
from coursewright.model.module import Module
from coursewright.views.composer_words import COMPOSER_WORDS
from coursewright.views.links import link

Document: TypeAlias = Mapping[str, Any]
"""What becomes JSON: texts, numbers, links, and tuples and mappings of such."""


@dataclass(frozen=True)
class GroupComposer:
    """The composer of the course.

    ``course`` is the course as a group's curriculum speaks of it, and as scripts read it: maps with scale, areas and
    competencies, figures with what they draw on, modules in course order with what they lift and require.
    ``words`` are messages by the names that scripts call them, ``ways`` and ``rhythms`` words by what a file says.
    """

    course: Document
    words: Mapping[str, str]
    ways: Mapping[str, str]
    rhythms: Mapping[str, str]


def group_composer(curriculum: Curriculum) -> GroupComposer:
    """The composer of the course; what the course names and does not have is left out."""
    course = {
        "course": curriculum.course.id,
        "maps": tuple(_map(curriculum, each) for each in curriculum.maps.values()),
        "figures": tuple(_figure(curriculum, each) for each in _listed_figures(curriculum)),
        "modules": tuple(_module(curriculum, each) for each in curriculum.modules_in_order),
    }
    return GroupComposer(course, COMPOSER_WORDS, WAY_WORDS, RHYTHM_WORDS)


def _map(curriculum: Curriculum, found: CompetencyMap) -> Document:
    areas = (_area(curriculum, each) for each in found.areas)
    scale = tuple({"id": each.id, "title": each.title} for each in found.gradations)
    return {"title": found.title, "scale": scale, "areas": tuple(each for each in areas if each["competencies"])}


def _area(curriculum: Curriculum, area: Area) -> Document:
    competencies = tuple(
        {"id": each.id, "title": each.title}
        for each in area.competencies
        if curriculum.competencies[each.id].competency is each  # of two with one id, the first
    )
    return {"title": area.title, "competencies": competencies}


def _listed_figures(curriculum: Curriculum) -> Iterator[str]:
    listed = curriculum.figures_file.figures if curriculum.figures_file else ()
    yield from dict.fromkeys(each.id for each in listed)


def _figure(curriculum: Curriculum, identifier: str) -> Document:
    figure = curriculum.figures[identifier]
    aims = tuple(
        {"competency": each.competency, "to": each.to} for each in figure.draws_on if _is_aim(curriculum, each)
    )
    return {"id": figure.id, "title": figure.title, "aims": aims}


def _module(curriculum: Curriculum, module: Module) -> Document:
    lifts = tuple(
        {"competency": each.competency, "from": each.start, "to": each.to}
        for each in module.teaches
        if _is_gradation(curriculum, each.competency, each.start)
        and _is_gradation(curriculum, each.competency, each.to)
    )
    requires = tuple(each for each in module.requires if each in curriculum.modules)
    page = link(curriculum, Kind.MODULE, module.id)
    return {"page": page, "minutes": module.minutes, "lifts": lifts, "requires": requires}


def _is_aim(curriculum: Curriculum, aim: Aim) -> bool:
    return _is_gradation(curriculum, aim.competency, aim.to)


def _is_gradation(curriculum: Curriculum, competency: str, gradation: str) -> bool:
    seat = curriculum.competencies.get(competency)
    return seat is not None and gradation in seat.map.scale
