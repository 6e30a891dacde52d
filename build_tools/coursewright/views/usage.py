"""Who uses what: the references of the curriculum, read backwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from coursewright.model.competency import RelationWay
from coursewright.model.curriculum import Curriculum
from coursewright.model.module import Teaching

Ids = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class Usage:
    """For each id, the ids of those that use it, in the order of the course."""

    modules_of_exercise: Ids
    teachings_of_competency: Mapping[str, tuple[tuple[str, Teaching], ...]]
    exercises_practising: Ids
    exercises_assessing: Ids
    figures_drawing_on: Ids
    relations_to: Mapping[str, tuple[tuple[str, RelationWay], ...]]


@lru_cache(maxsize=4)
def _usage(key: _ByIdentity) -> Usage:
    curriculum = key.curriculum
    modules_of_exercise = defaultdict(list)
    teachings = defaultdict(list)
    for module in curriculum.modules_in_order:
        for exercise in module.exercises:
            modules_of_exercise[exercise].append(module.id)
        for teaching in module.teaches:
            teachings[teaching.competency].append((module.id, teaching))
    practising, assessing, drawing, related = (
        defaultdict(list),
        defaultdict(list),
        defaultdict(list),
        defaultdict(list),
    )
    for each in curriculum.exercises.values():
        for aim in each.practises:
            practising[aim.competency].append(each.id)
        for competency in each.assesses:
            assessing[competency].append(each.id)
    for figure in curriculum.figures_file.figures if curriculum.figures_file else ():
        for aim in figure.draws_on:
            drawing[aim.competency].append(figure.id)
    for seat in curriculum.competencies.values():
        for relation in seat.competency.relations:
            related[relation.to].append((seat.competency.id, relation.way))
    return Usage(
        _settled(modules_of_exercise),
        {key: tuple(value) for key, value in teachings.items()},
        _settled(practising),
        _settled(assessing),
        _settled(drawing),
        {key: tuple(value) for key, value in related.items()},
    )


def usage(curriculum: Curriculum) -> Usage:
    """The usage in a curriculum, computed once for each."""
    return _usage(_ByIdentity(curriculum))


def _settled(lists: Mapping[str, list[str]]) -> Ids:
    return {key: tuple(dict.fromkeys(values)) for key, values in lists.items()}


class _ByIdentity:
    """A curriculum as a key: the same object, not an equal one."""

    def __init__(self, curriculum: Curriculum) -> None:
        self.curriculum = curriculum

    def __hash__(self) -> int:
        return id(self.curriculum)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and self.curriculum is other.curriculum
