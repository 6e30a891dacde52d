"""A competency map: as a picture in words, competency by competency, and which module lifts which."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.competency import Competency, CompetencyMap, RelationWay
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.views.links import Link, anchor_of, docname_of, link, links
from coursewright.views.usage import usage


@dataclass(frozen=True)
class NamedGradation:
    """A gradation of the map: its title and what it means."""

    title: str
    describes: str


@dataclass(frozen=True)
class RelatedCompetency:
    """A tie to another competency; ``inverse`` when it is the other one that states it."""

    way: RelationWay
    inverse: bool
    competency: Link


@dataclass(frozen=True)
class TaughtIn:
    """A module that teaches a competency, with the titles of the gradations."""

    module: Link
    start: str
    to: str


@dataclass(frozen=True)
class CompetencyPortrait:
    """All that the course knows of one competency."""

    competency: Link
    summary: str
    gradations: tuple[NamedGradation, ...]
    relations: tuple[RelatedCompetency, ...]
    taught_in: tuple[TaughtIn, ...]
    practised_in: tuple[Link, ...]
    assessed_by: tuple[Link, ...]
    figures: tuple[Link, ...]
    source: str
    illustrative: bool


@dataclass(frozen=True)
class AreaPortrait:
    """An area with its competencies."""

    title: str
    anchor: str
    summary: str
    competencies: tuple[CompetencyPortrait, ...]


@dataclass(frozen=True)
class CompetencyMapPage:
    """The page of a map."""

    title: str
    summary: str
    gradations: tuple[NamedGradation, ...]
    areas: tuple[AreaPortrait, ...]
    source: str
    illustrative: bool


@dataclass(frozen=True)
class MapArea:
    """An area of the map as an overview shows it."""

    title: str
    competencies: tuple[Link, ...]


@dataclass(frozen=True)
class MapOverview:
    """The map at a glance."""

    areas: tuple[MapArea, ...]


def competency_map_page(curriculum: Curriculum, identifier: str) -> CompetencyMapPage:
    """The page of the map with that id."""
    competency_map = curriculum.maps[identifier]
    return CompetencyMapPage(
        title=competency_map.title,
        summary=competency_map.summary or "",
        gradations=tuple(NamedGradation(each.title, each.describes or "") for each in competency_map.gradations),
        areas=tuple(
            AreaPortrait(
                area.title,
                anchor_of(Kind.AREA, area.id),
                area.summary or "",
                tuple(_portrait(curriculum, competency_map, competency) for competency in area.competencies),
            )
            for area in competency_map.areas
        ),
        source=competency_map.source or "",
        illustrative=competency_map.is_illustrative,
    )


def map_overview(curriculum: Curriculum, identifier: str) -> MapOverview:
    """The map with that id at a glance."""
    competency_map = curriculum.maps[identifier]
    return MapOverview(
        tuple(
            MapArea(area.title, links(curriculum, Kind.COMPETENCY, (each.id for each in area.competencies)))
            for area in competency_map.areas
        ),
    )


def _portrait(curriculum: Curriculum, competency_map: CompetencyMap, competency: Competency) -> CompetencyPortrait:
    used = usage(curriculum)
    identifier = competency.id
    return CompetencyPortrait(
        competency=Link(
            Kind.COMPETENCY,
            identifier,
            competency.title,
            docname_of(competency_map),
            anchor_of(Kind.COMPETENCY, identifier),
        ),
        summary=competency.summary or "",
        gradations=tuple(
            NamedGradation(each.title, competency.gradations[each.id])
            for each in competency_map.gradations
            if each.id in competency.gradations
        ),
        relations=_relations(curriculum, competency),
        taught_in=_taught_in(curriculum, identifier),
        practised_in=links(curriculum, Kind.EXERCISE, used.exercises_practising.get(identifier, ())),
        assessed_by=links(curriculum, Kind.EXERCISE, used.exercises_assessing.get(identifier, ())),
        figures=links(curriculum, Kind.FIGURE, used.figures_drawing_on.get(identifier, ())),
        source=competency.source or competency_map.source or "",
        illustrative=competency.is_illustrative,
    )


def _relations(curriculum: Curriculum, competency: Competency) -> tuple[RelatedCompetency, ...]:
    stated = [(relation.way, False, relation.to) for relation in competency.relations]
    inverse = [(way, True, other) for other, way in usage(curriculum).relations_to.get(competency.id, ())]
    shown = []
    for way, is_inverse, other in dict.fromkeys(stated + inverse):
        if way is RelationWay.RELATED and is_inverse and (way, False, other) in stated:
            continue
        to = link(curriculum, Kind.COMPETENCY, other)
        if to is not None:
            shown.append(RelatedCompetency(way, is_inverse and way is not RelationWay.RELATED, to))
    return tuple(shown)


def _taught_in(curriculum: Curriculum, identifier: str) -> tuple[TaughtIn, ...]:
    shown = []
    for module, teaching in usage(curriculum).teachings_of_competency.get(identifier, ()):
        to = link(curriculum, Kind.MODULE, module)
        if to is not None:
            start = curriculum.gradation_title(identifier, teaching.start)
            shown.append(TaughtIn(to, start, curriculum.gradation_title(identifier, teaching.to)))
    return tuple(shown)


@dataclass(frozen=True)
class CoverageRow:
    """A competency: for each module of the matrix the gradation's title it leads to, or an empty text."""

    competency: Link
    cells: tuple[str, ...]


@dataclass(frozen=True)
class CoverageMatrix:
    """Competencies of one map by the modules that teach any of them."""

    title: str
    modules: tuple[Link, ...]
    rows: tuple[CoverageRow, ...]


def coverage_matrix(curriculum: Curriculum, identifier: str) -> CoverageMatrix:
    """The matrix of the map with that id; modules in the order of the path."""
    competency_map = curriculum.maps[identifier]
    teachings = usage(curriculum).teachings_of_competency
    reached: dict[tuple[str, str], str] = {}
    for competency in competency_map.competencies():
        for module, teaching in teachings.get(competency.id, ()):
            reached[competency.id, module] = curriculum.gradation_title(competency.id, teaching.to)
    taught_in = {module for _, module in reached}
    modules = tuple(module.id for module in curriculum.modules_in_order if module.id in taught_in)
    rows = []
    for competency in competency_map.competencies():
        to = link(curriculum, Kind.COMPETENCY, competency.id)
        if to is not None:
            rows.append(CoverageRow(to, tuple(reached.get((competency.id, module), "") for module in modules)))
    return CoverageMatrix(competency_map.title, links(curriculum, Kind.MODULE, modules), tuple(rows))
