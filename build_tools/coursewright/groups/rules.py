"""What follows from what: ways need facts and bring facts, and all that a module teaches stands for the module."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace

from coursewright.groups.lifting import Lifting
from coursewright.groups.ways import Way

MODULE = -1
"""``(MODULE, position)`` is the fact that what requires the module may be taken."""


class Rules:
    """Facts are numbers; so are rules, first those of the ways, then those that cost nothing.

    A fact is a competency at a gradation or above, or a required module met. No fact holds where the group stands.
    """

    def __init__(self, lifting: Lifting, ways: Sequence[Way]) -> None:
        self.lifting = lifting
        self.ways = tuple(ways)
        self.names: list[tuple[int, int]] = []
        self._numbers: dict[tuple[int, int], int] = {}
        required = sorted({each for way in ways for each in lifting.steps[way.module].requires})
        needs = [self._needs(way) for way in ways]
        brings = [self._brings(way, required) for way in ways]
        for module in required:
            lifts = lifting.steps[module].lifts
            needs.append(tuple(dict.fromkeys(self.fact(each.competency, each.to) for each in lifts)))
            brings.append((self.fact(MODULE, module),))
        self.needs = tuple(needs)
        self.brings = tuple(brings)
        self.waits = [len(needed) for needed in needs]
        self.costs = tuple(lifting.costs[way.module] for way in ways)
        self.goals = self._goals(lifting)
        self.needing: list[list[int]] = [[] for _ in self.names]
        self.bringing: list[list[int]] = [[] for _ in self.names]
        for rule, (needed, brought) in enumerate(zip(needs, brings, strict=True)):
            for fact in needed:
                self.needing[fact].append(rule)
            for fact in brought:
                self.bringing[fact].append(rule)
        self.siblings: dict[int, list[int]] = {}
        for number, way in enumerate(ways):
            self.siblings.setdefault(way.module, []).append(number)

    def fact(self, first: int, second: int) -> int:
        """The number of a fact."""
        name = (first, second)
        if name not in self._numbers:
            self._numbers[name] = len(self.names)
            self.names.append(name)
        return self._numbers[name]

    def towards(self, goals: Mapping[int, int]) -> Rules:
        """The same rules, where some of the goals are aimed at, or less of them."""
        other = copy(self)
        other.lifting = replace(self.lifting, goals=goals)
        other.goals = self._goals(other.lifting)
        return other

    def _goals(self, lifting: Lifting) -> Mapping[int, tuple[int, ...]]:
        return {
            competency: tuple(self.fact(competency, level) for level in range(lifting.standing[competency] + 1, to + 1))
            for competency, to in lifting.goals.items()
        }

    def cost(self, ways: Iterable[int]) -> int:
        """What some ways cost together."""
        return sum(self.costs[way] for way in ways)

    def _needs(self, way: Way) -> tuple[int, ...]:
        required = [self.fact(MODULE, each) for each in self.lifting.steps[way.module].requires]
        return tuple(dict.fromkeys([*required, *(self.fact(each.competency, each.start) for each in way.waits)]))

    def _brings(self, way: Way, required: Iterable[int]) -> tuple[int, ...]:
        found = [self.fact(MODULE, way.module)] if way.module in required else []
        for lift in way.lifts:
            least = max(lift.start, self.lifting.standing[lift.competency]) + 1
            found += [self.fact(lift.competency, level) for level in range(least, lift.to + 1)]
        return tuple(dict.fromkeys(found))


class Reached:
    """The facts that follow from some ways. Adding one only makes them more."""

    def __init__(self, rules: Rules, added: Iterable[int] = ()) -> None:
        self.work = len(rules.needs) // 50
        self.holds = bytearray(len(rules.names))
        self.order: list[int] = []
        self._rules = rules
        self._waits = rules.waits.copy()
        # What costs nothing is always added; each such rule needs something.
        self._added = bytearray(len(rules.ways)) + b"\1" * (len(rules.needs) - len(rules.ways))
        self.add_all(added)

    def is_added(self, rule: int) -> bool:
        """Whether the rule has been added; those that cost nothing always are."""
        return self._added[rule] == 1

    def add_all(self, ways: Iterable[int]) -> None:
        """Add ways; each is taken as soon as what it needs holds."""
        for way in ways:
            if not self._added[way]:
                self.work += 1
                self._added[way] = 1
                if not self._waits[way]:
                    self._follow([way])

    def _follow(self, ready: list[int]) -> None:
        holds, waits, added, rules = self.holds, self._waits, self._added, self._rules
        for rule in ready:
            self.order.append(rule)
            self.work += 1
            for fact in rules.brings[rule]:
                if not holds[fact]:
                    holds[fact] = 1
                    for needing in rules.needing[fact]:
                        waits[needing] -= 1
                        if not waits[needing] and added[needing]:
                            ready.append(needing)
