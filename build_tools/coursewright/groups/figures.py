"""Which figures of the course a group already is, which it may become, and what stands in the way of the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coursewright.groups.closure import Closure
from coursewright.groups.path import Path, as_numbers, path
from coursewright.groups.standing import figure_aims, rank, standing
from coursewright.model.curriculum import Curriculum
from coursewright.model.group import GroupCurriculum
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.words import N_

# How much work the search for one figure may do.
_WORK = 150_000


class FigureState(StrEnum):
    """How far a figure is from the group."""

    REACHED = "reached"
    REACHABLE = "reachable"
    OUT_OF_REACH = "out-of-reach"


STATE_WORDS = {
    FigureState.REACHED: N_("already there"),
    FigureState.REACHABLE: N_("within reach"),
    FigureState.OUT_OF_REACH: N_("out of reach"),
}


@dataclass(frozen=True)
class Becoming:
    """A figure, how far it is, and why; ``path`` leads to one that is reachable."""

    figure: str
    state: FigureState
    why: Reason
    path: Path | None = None


def figures(curriculum: Curriculum, group: GroupCurriculum) -> tuple[Becoming, ...]:
    """Every figure of the course, in its order."""
    start = standing(curriculum, group)
    listed = curriculum.figures_file.figures if curriculum.figures_file else ()
    return tuple(_becoming(curriculum, start, identifier) for identifier in dict.fromkeys(each.id for each in listed))


def _becoming(curriculum: Curriculum, start: Mapping[str, str], figure: str) -> Becoming:
    aims = figure_aims(curriculum, figure)
    missing = {
        each: to for each, to in aims.items() if rank(curriculum, each, to) > rank(curriculum, each, start[each])
    }
    if not missing:
        return Becoming(figure, FigureState.REACHED, Reason(ReasonCode.FIGURE_REACHED))
    obstacle = _obstacle(curriculum, start, missing)
    if obstacle is not None:
        return Becoming(figure, FigureState.OUT_OF_REACH, obstacle)
    found = path(curriculum, start, aims, work=_WORK)
    if not found.complete:
        return Becoming(figure, FigureState.OUT_OF_REACH, _not_together(curriculum, aims, found))
    code = ReasonCode.FIGURE_REACHABLE if found.proven else ReasonCode.FIGURE_REACHABLE_UNPROVEN
    reason = Reason(code, {"modules": len(found.modules), "minutes": found.minutes})
    return Becoming(figure, FigureState.REACHABLE, reason, found)


def _obstacle(curriculum: Curriculum, start: Mapping[str, str], missing: Mapping[str, str]) -> Reason | None:
    """Why the first competency that all modules together do not bring far enough stays short."""
    lifting = as_numbers(curriculum, start, missing)
    closure = Closure(lifting)
    closure.add_all(range(len(lifting.steps)))
    numbers = {identifier: number for number, identifier in enumerate(curriculum.competencies)}
    for competency, to in missing.items():
        level = closure.levels[numbers[competency]]
        if level < rank(curriculum, competency, to):
            title = curriculum.competencies[competency].competency.title
            values = {"competency": title, "to": _title(curriculum, competency, to)}
            teaching = [
                module.id
                for module in curriculum.modules_in_order
                for each in module.teaches
                if each.competency == competency and rank(curriculum, competency, each.to) > level
            ]
            if not teaching:
                return Reason(ReasonCode.NOT_TAUGHT_SO_FAR, values)
            scale = curriculum.competencies[competency].map.scale
            values["reached"] = _title(curriculum, competency, scale[level])
            values["modules"] = ", ".join(curriculum.modules[each].title for each in dict.fromkeys(teaching))
            return Reason(ReasonCode.NOT_ENTERED, values)
    return None


def _not_together(curriculum: Curriculum, aims: Mapping[str, str], found: Path) -> Reason:
    short = [
        curriculum.competencies[each].competency.title
        for each, to in aims.items()
        if rank(curriculum, each, found.reached[each]) < rank(curriculum, each, to)
    ]
    code = ReasonCode.NOT_TOGETHER if found.proven else ReasonCode.NOT_FOUND
    return Reason(code, {"competencies": ", ".join(short)})


def _title(curriculum: Curriculum, competency: str, gradation: str) -> str:
    found = curriculum.competencies[competency].map.gradation(gradation)
    return found.title if found is not None else gradation
