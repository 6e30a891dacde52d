"""The path: the modules that bring a group to its aspirations, in an order in which they can be taken.

Fewest minutes, then fewer modules, then course order: of two sets of modules that differ, the one with the earliest
module that is not in both. Where not all aspirations can be met, or not within the time: most aspired competencies
met, then most gradations towards them, and only then the least time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coursewright.groups.lifting import Lift, Lifting, Step, relevant
from coursewright.groups.search import Ground, Search, ground
from coursewright.groups.standing import Gradations, rank, short
from coursewright.model.curriculum import Curriculum
from coursewright.model.module import Module

# How much work a search may do: steps that are counted, so that the answer is the same on every machine.
WORK = 2_000_000


@dataclass(frozen=True)
class Path:
    """Modules in the order to take them.

    ``reached`` is where the group stands after them, for each aspired competency; ``short`` are the aims above that.
    ``proven``: no other path is better; else it is the best that was found with the work a search may do. ``work`` is
    what it did.
    """

    modules: tuple[str, ...]
    minutes: int
    reached: Gradations
    short: Gradations
    proven: bool
    work: int = field(compare=False, default=0)

    @property
    def complete(self) -> bool:
        """Whether all aims are met."""
        return not self.short


def path(
    curriculum: Curriculum,
    standing: Mapping[str, str],
    aims: Mapping[str, str],
    minutes: int | None = None,
    work: int = WORK,
) -> Path:
    """The best path from where a group stands to its aims, within so many minutes if there is a limit."""
    lifting, positions = relevant(as_numbers(curriculum, standing, aims))
    return path_on(curriculum, ground(lifting), positions, standing, aims, minutes, work)


def path_on(
    curriculum: Curriculum,
    common: Ground,
    positions: Sequence[int],
    standing: Mapping[str, str],
    aims: Mapping[str, str],
    minutes: int | None,
    work: int,
) -> Path:
    """The same, on a ground that other searches stand on too; ``positions`` are those of its modules."""
    modules = curriculum.modules_in_order
    found = Search(common, minutes, work).run()
    taken = tuple(modules[positions[number]] for number in found.modules)
    reached = _reached(curriculum, standing, aims, taken)
    return Path(
        tuple(module.id for module in taken),
        sum(module.minutes for module in taken),
        reached,
        short(curriculum, reached, aims),
        found.proven,
        found.work,
    )


def as_numbers(curriculum: Curriculum, standing: Mapping[str, str], aims: Mapping[str, str]) -> Lifting:
    """The course's modules, the standing and the aims in numbers; competencies and modules in course order."""
    competencies = {identifier: number for number, identifier in enumerate(curriculum.competencies)}
    modules = curriculum.modules_in_order
    positions = {module.id: position for position, module in enumerate(modules)}
    steps = tuple(
        Step(
            module.minutes,
            tuple(
                Lift(
                    competencies[each.competency],
                    rank(curriculum, each.competency, each.start),
                    rank(curriculum, each.competency, each.to),
                )
                for each in module.teaches
            ),
            tuple(positions[required] for required in module.requires),
        )
        for module in modules
    )
    return Lifting(
        steps,
        tuple(rank(curriculum, each, standing[each]) for each in competencies),
        goals(curriculum, aims),
    )


def goals(curriculum: Curriculum, aims: Mapping[str, str]) -> Mapping[int, int]:
    """The aims in numbers."""
    competencies = {identifier: number for number, identifier in enumerate(curriculum.competencies)}
    return {competencies[each]: rank(curriculum, each, to) for each, to in aims.items()}


def _reached(
    curriculum: Curriculum, standing: Mapping[str, str], aims: Mapping[str, str], taken: tuple[Module, ...]
) -> Gradations:
    levels = dict(standing)
    for module in taken:
        before = {each.competency: levels[each.competency] for each in module.teaches}
        for each in module.teaches:
            is_open = _is_at_least(curriculum, each.competency, before[each.competency], each.start)
            if is_open and not _is_at_least(curriculum, each.competency, levels[each.competency], each.to):
                levels[each.competency] = each.to
    return {competency: levels[competency] for competency in aims}


def _is_at_least(curriculum: Curriculum, competency: str, level: str, asked: str) -> bool:
    return rank(curriculum, competency, level) >= rank(curriculum, competency, asked)
