"""Which figures of the course a group already is, which it may become, and what stands in the way of the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coursewright.groups.lifting import relevant
from coursewright.groups.path import Path, as_numbers, goals, path_on
from coursewright.groups.rules import Reached, Rules
from coursewright.groups.search import ground
from coursewright.groups.standing import Gradations, figure_aims, highest, rank, short, standing
from coursewright.model.curriculum import Curriculum
from coursewright.model.group import GroupCurriculum
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.words import N_

# How much work the searches for all figures may do: each at most its share of what those before have left.
_WORK = 2_000_000


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
    aims = {identifier: figure_aims(curriculum, identifier) for identifier in dict.fromkeys(each.id for each in listed)}
    every = highest(curriculum, [aim for aimed in aims.values() for aim in aimed.items()])
    lifting, positions = relevant(as_numbers(curriculum, start, every))
    common = ground(lifting)
    levels = _furthest(curriculum, common.rules)
    found: dict[str, Becoming] = {}
    work = _WORK
    for figure, aimed in aims.items():
        state = _without_path(curriculum, start, aimed, levels, figure)
        if state is None:
            own = common.towards(goals(curriculum, aimed))
            way = path_on(curriculum, own, positions, start, aimed, None, work // (len(aims) - len(found)))
            state = _with_path(curriculum, way, figure)
            work -= min(work, way.work)
        found[figure] = state
    return tuple(found.values())


def _without_path(
    curriculum: Curriculum, start: Gradations, aims: Gradations, levels: Mapping[str, int], figure: str
) -> Becoming | None:
    """What can be said of a figure without looking for a path."""
    missing = short(curriculum, start, aims)
    if not missing:
        return Becoming(figure, FigureState.REACHED, Reason(ReasonCode.FIGURE_REACHED))
    obstacle = _obstacle(curriculum, missing, levels)
    return None if obstacle is None else Becoming(figure, FigureState.OUT_OF_REACH, obstacle)


def _with_path(curriculum: Curriculum, found: Path, figure: str) -> Becoming:
    if not found.complete:
        return Becoming(figure, FigureState.OUT_OF_REACH, _not_together(curriculum, found))
    code = ReasonCode.FIGURE_REACHABLE if found.proven else ReasonCode.FIGURE_REACHABLE_UNPROVEN
    reason = Reason(code, {"modules": len(found.modules), "minutes": found.minutes})
    return Becoming(figure, FigureState.REACHABLE, reason, found)


def _furthest(curriculum: Curriculum, rules: Rules) -> Mapping[str, int]:
    """How far all modules together bring each competency that some figure draws on."""
    holds = Reached(rules, range(len(rules.ways))).holds
    return {
        identifier: rules.lifting.standing[number] + sum(holds[fact] for fact in rules.goals[number])
        for number, identifier in enumerate(curriculum.competencies)
        if number in rules.goals
    }


def _obstacle(curriculum: Curriculum, missing: Gradations, levels: Mapping[str, int]) -> Reason | None:
    """Why the first competency that all modules together do not bring far enough stays short."""
    for competency, to in missing.items():
        level = levels[competency]
        if level < rank(curriculum, competency, to):
            title = curriculum.competencies[competency].competency.title
            values = {"competency": title, "to": curriculum.gradation_title(competency, to)}
            teaching = [
                module.id
                for module in curriculum.modules_in_order
                for each in module.teaches
                if each.competency == competency and rank(curriculum, competency, each.to) > level
            ]
            if not teaching:
                return Reason(ReasonCode.NOT_TAUGHT_SO_FAR, values)
            scale = curriculum.competencies[competency].map.scale
            values["reached"] = curriculum.gradation_title(competency, scale[level])
            values["modules"] = ", ".join(curriculum.modules[each].title for each in dict.fromkeys(teaching))
            return Reason(ReasonCode.NOT_ENTERED, values)
    return None


def _not_together(curriculum: Curriculum, found: Path) -> Reason:
    code = ReasonCode.NOT_TOGETHER if found.proven else ReasonCode.NOT_FOUND
    titles = (curriculum.competencies[each].competency.title for each in found.short)
    return Reason(code, {"competencies": ", ".join(titles)})
