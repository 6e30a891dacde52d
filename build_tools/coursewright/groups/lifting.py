"""Modules as what a search needs of them: whole numbers in place of ids, and only what can matter.

Competencies and gradations are numbers (0 is the first gradation of a scale), modules are numbered in the order of
the course. The cost of a set of modules is one whole number whose order is the order of paths: fewer minutes, then
fewer modules, then the earlier module of the course where two sets differ. So no two sets cost the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import gcd


@dataclass(frozen=True)
class Lift:
    """What a module does for one competency: to ``to``, from ``start`` or above."""

    competency: int
    start: int
    to: int


@dataclass(frozen=True)
class Step:
    """A module as numbers: ``requires`` are the positions of modules."""

    minutes: int
    lifts: tuple[Lift, ...]
    requires: tuple[int, ...] = ()


@dataclass(frozen=True)
class Lifting:
    """Modules in the order of the course, where the group stands, and the gradations it aims at."""

    steps: tuple[Step, ...]
    standing: tuple[int, ...]
    goals: Mapping[int, int]

    @cached_property
    def minute(self) -> int:
        """What a minute costs: more than all that ranks after minutes."""
        return 1 << (len(self.steps) + len(self.steps).bit_length())

    @cached_property
    def costs(self) -> tuple[int, ...]:
        """What each module costs."""
        count = len(self.steps)
        return tuple(
            step.minutes * self.minute + (1 << count) - (1 << (count - 1 - position))
            for position, step in enumerate(self.steps)
        )

    @cached_property
    def grain(self) -> int:
        """The minutes of every path are a multiple of this."""
        return gcd(*(step.minutes for step in self.steps)) or 1


def relevant(lifting: Lifting) -> tuple[Lifting, tuple[int, ...]]:
    """The same search without what cannot matter, and the former positions of the modules it keeps.

    A module matters if it lifts something that is needed, or if one that matters requires it; then all that it teaches
    is needed too, for who is there already need not take it.
    """
    needed = {goal: level for goal, level in lifting.goals.items() if level > lifting.standing[goal]}
    kept = _closed_backwards(lifting, needed)
    order = tuple(sorted(kept))
    numbers = {position: number for number, position in enumerate(order)}
    lifts = {position: _needed_lifts(lifting, position, needed) for position in order}
    steps = tuple(
        Step(
            lifting.steps[position].minutes,
            lifts[position],
            tuple(numbers[required] for required in _open_requirements(lifting, position)),
        )
        for position in order
    )
    return Lifting(steps, lifting.standing, lifting.goals), order


def _closed_backwards(lifting: Lifting, needed: dict[int, int]) -> set[int]:
    kept: set[int] = set()
    grew = True
    while grew:
        grew = False
        for position in range(len(lifting.steps)):
            if position not in kept and _needed_lifts(lifting, position, needed):
                grew = True
                waiting = [position]
                while waiting:
                    each = waiting.pop()
                    if each in kept:
                        continue
                    kept.add(each)
                    for required in _open_requirements(lifting, each):
                        waiting.append(required)
                        for lift in lifting.steps[required].lifts:
                            if lift.to > max(needed.get(lift.competency, 0), lifting.standing[lift.competency]):
                                needed[lift.competency] = lift.to
    return kept


def _needed_lifts(lifting: Lifting, position: int, needed: Mapping[int, int]) -> tuple[Lift, ...]:
    return tuple(
        lift
        for lift in lifting.steps[position].lifts
        if lifting.standing[lift.competency] < lift.to and lift.start < min(lift.to, needed.get(lift.competency, 0))
    )


def _open_requirements(lifting: Lifting, position: int) -> Sequence[int]:
    """The modules it requires, without those that teach nothing the group has not reached."""
    return [
        required
        for required in dict.fromkeys(lifting.steps[position].requires)
        if any(lift.to > lifting.standing[lift.competency] for lift in lifting.steps[required].lifts)
    ]
