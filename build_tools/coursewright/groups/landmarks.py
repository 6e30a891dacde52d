"""Landmarks: sets of modules of which every path that reaches a fact takes at least one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coursewright.groups.closure import MODULE, Closure, Fact


@dataclass(frozen=True)
class Landmark:
    """Whoever reaches all of ``facts`` takes one of ``modules`` (``mask`` has the same as bits)."""

    facts: tuple[Fact, ...]
    modules: tuple[int, ...]
    mask: int

    @property
    def is_binding(self) -> bool:
        """Whether it cannot be given up: it is about a module that what is taken requires."""
        return self.facts[0][0] == MODULE


def landmark(facts: Sequence[Fact], modules: Sequence[int]) -> Landmark:
    """The landmark of these facts and modules."""
    return Landmark(tuple(facts), tuple(modules), sum(1 << module for module in modules))


def cut(closure: Closure, fact: Fact, modules: Collection[int], spare: Sequence[int]) -> Landmark:
    """A landmark of a fact that the closure does not reach: what is left when all else has been added to it.

    The modules with the most ``spare`` cost are left, so that the landmark weighs much.
    """
    start, left = closure.mark, []
    for module in sorted(modules, key=spare.__getitem__):
        mark = closure.mark
        closure.add(module)
        if closure.holds(fact):
            closure.undo(mark)
            left.append(module)
    closure.undo(start)
    return landmark([fact], left)


class Landmarks:
    """The landmarks found so far; each holds everywhere in a search."""

    def __init__(self, standing: Sequence[int]) -> None:
        self._standing = standing
        self._of_fact: dict[Fact, list[Landmark]] = {}
        self._joint: list[Landmark] = []

    def add(self, found: Landmark) -> None:
        """Keep a landmark."""
        if len(found.facts) == 1:
            self._of_fact.setdefault(found.facts[0], []).append(found)
        else:
            self._joint.append(found)

    def of(self, targets: Mapping[int, int], required: Collection[int]) -> Iterator[Landmark]:
        """The landmarks of what has to be reached: gradations, and modules that are required."""
        for competency, target in targets.items():
            for level in range(self._standing[competency] + 1, target + 1):
                yield from self._of_fact.get((competency, level), ())
        for module in sorted(required):
            yield from self._of_fact.get((MODULE, module), ())
        for found in self._joint:
            if all(targets[competency] >= level for competency, level in found.facts):
                yield found
