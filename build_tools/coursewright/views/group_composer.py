"""All that a group needs of the course to write its own curriculum: what one can offer, become, and be taught."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coursewright.model.competency import CompetencyMap
from coursewright.model.curriculum import Curriculum
from coursewright.model.figure import Figure
from coursewright.model.finding import Kind
from coursewright.model.module import Module
from coursewright.views.links import Link, link


@dataclass(frozen=True)
class ComposerGradation:
    """A gradation of a scale."""

    id: str
    title: str


@dataclass(frozen=True)
class ComposerCompetency:
    """A competency that members offer and seek."""

    id: str
    title: str


@dataclass(frozen=True)
class ComposerArea:
    """Competencies that stand together."""

    title: str
    competencies: tuple[ComposerCompetency, ...]


@dataclass(frozen=True)
class ComposerMap:
    """A competency map, with its scale from the least practised on."""

    title: str
    scale: tuple[ComposerGradation, ...]
    areas: tuple[ComposerArea, ...]


@dataclass(frozen=True)
class ComposerAim:
    """A competency at a gradation, as a figure asks for it."""

    competency: str
    to: str


@dataclass(frozen=True)
class ComposerFigure:
    """A figure that a group can become."""

    id: str
    title: str
    aims: tuple[ComposerAim, ...]


@dataclass(frozen=True)
class ComposerLift:
    """What a module does for a competency: to a gradation, from another or above."""

    competency: str
    start: str
    to: str


@dataclass(frozen=True)
class ComposerModule:
    """A module; ``requires`` are ids of modules."""

    page: Link
    minutes: int
    lifts: tuple[ComposerLift, ...]
    requires: tuple[str, ...]


@dataclass(frozen=True)
class GroupComposer:
    """The course as a group's curriculum speaks of it; modules in course order."""

    course: str
    maps: tuple[ComposerMap, ...]
    figures: tuple[ComposerFigure, ...]
    modules: tuple[ComposerModule, ...]


def group_composer(curriculum: Curriculum) -> GroupComposer:
    """The composer of the course."""
    return GroupComposer(
        curriculum.course.id,
        tuple(_map(curriculum, each) for each in curriculum.maps.values()),
        tuple(_figures(curriculum)),
        tuple(_modules(curriculum)),
    )


def _map(curriculum: Curriculum, competency_map: CompetencyMap) -> ComposerMap:
    areas = (
        ComposerArea(
            area.title,
            tuple(
                ComposerCompetency(each.id, each.title)
                for each in area.competencies
                if curriculum.competencies[each.id].competency is each  # of two with one id, the first
            ),
        )
        for area in competency_map.areas
    )
    scale = tuple(ComposerGradation(each.id, each.title) for each in competency_map.gradations)
    return ComposerMap(competency_map.title, scale, tuple(area for area in areas if area.competencies))


def _figures(curriculum: Curriculum) -> Iterator[ComposerFigure]:
    listed: Iterable[Figure] = curriculum.figures_file.figures if curriculum.figures_file else ()
    for identifier in dict.fromkeys(each.id for each in listed):
        figure = curriculum.figures[identifier]
        aims = tuple(
            ComposerAim(aim.competency, aim.to)
            for aim in figure.draws_on
            if _is_gradation(curriculum, aim.competency, aim.to)
        )
        yield ComposerFigure(figure.id, figure.title, aims)


def _modules(curriculum: Curriculum) -> Iterator[ComposerModule]:
    for module in curriculum.modules_in_order:
        page = link(curriculum, Kind.MODULE, module.id)
        if page is not None:
            requires = tuple(each for each in module.requires if each in curriculum.modules)
            yield ComposerModule(page, module.minutes, tuple(_lifts(curriculum, module)), requires)


def _lifts(curriculum: Curriculum, module: Module) -> Iterator[ComposerLift]:
    for each in module.teaches:
        if all(_is_gradation(curriculum, each.competency, gradation) for gradation in (each.start, each.to)):
            yield ComposerLift(each.competency, each.start, each.to)


def _is_gradation(curriculum: Curriculum, competency: str, gradation: str) -> bool:
    seat = curriculum.competencies.get(competency)
    return seat is not None and gradation in seat.map.scale
