"""Where a group stands in each competency, and which gradation it aims at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from coursewright.model.curriculum import Curriculum
from coursewright.model.group import GroupCurriculum

Gradations = Mapping[str, str]
"""A gradation's id for each of some competencies."""


def standing(curriculum: Curriculum, group: GroupCurriculum) -> Gradations:
    """Where the group stands in every competency of the course: the first gradation where it says nothing."""
    return {
        identifier: group.standing.get(identifier, seat.map.scale[0])
        for identifier, seat in curriculum.competencies.items()
    }


def aspirations(curriculum: Curriculum, group: GroupCurriculum) -> Gradations:
    """The gradation the group aims at, for each competency it does, in course order.

    A figure is all its competencies at its gradations; of several aims for one competency the highest counts.
    """
    return highest(curriculum, _aims(curriculum, group))


def figure_aims(curriculum: Curriculum, figure: str) -> Gradations:
    """The gradations that a figure draws on, in course order."""
    return highest(curriculum, _of_figure(curriculum, figure))


def highest(curriculum: Curriculum, aims: Iterable[tuple[str, str]]) -> Gradations:
    """For each competency the highest of the gradations named with it."""
    found: dict[str, str] = {}
    for competency, gradation in aims:
        before = found.get(competency)
        if before is None or rank(curriculum, competency, gradation) > rank(curriculum, competency, before):
            found[competency] = gradation
    return {competency: found[competency] for competency in curriculum.competencies if competency in found}


def rank(curriculum: Curriculum, competency: str, gradation: str) -> int:
    """The place of a gradation in the scale of the competency's map, from 0."""
    return curriculum.competencies[competency].map.scale.index(gradation)


def short(curriculum: Curriculum, stands_at: Gradations, aims: Gradations) -> Gradations:
    """Those of the aims that lie above where the group stands."""
    return {
        each: to for each, to in aims.items() if rank(curriculum, each, stands_at[each]) < rank(curriculum, each, to)
    }


def _aims(curriculum: Curriculum, group: GroupCurriculum) -> Iterator[tuple[str, str]]:
    for aspiration in group.becoming:
        if aspiration.figure is not None:
            yield from _of_figure(curriculum, aspiration.figure)
        elif aspiration.competency is not None and aspiration.to is not None:
            yield aspiration.competency, aspiration.to


def _of_figure(curriculum: Curriculum, figure: str) -> Iterator[tuple[str, str]]:
    for aim in curriculum.figures[figure].draws_on:
        yield aim.competency, aim.to
