"""Landmarks: sets of ways of which every path that reaches a fact takes at least one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coursewright.groups.necessary import NEVER, Necessary
from coursewright.groups.rules import Reached, Rules


@dataclass(frozen=True)
class Landmark:
    """Whoever reaches ``fact`` takes one of ``ways`` (``mask`` has the same as bits)."""

    fact: int
    ways: tuple[int, ...]
    mask: int


def _mask(ways: Iterable[int]) -> int:
    return sum(1 << way for way in ways)


class Landmarks:
    """The landmarks found so far; each holds everywhere in a search."""

    def __init__(self, rules: Rules, necessary: Necessary) -> None:
        self.work = 0
        self._rules = rules
        self._depth = [0 if each == NEVER else each.bit_count() for each in necessary.of_facts]
        self._necessary = necessary
        self._taking = {module: _mask(several) for module, several in rules.siblings.items()}
        self._cuts: list[list[Landmark]] = [[] for _ in necessary.of_facts]

    def of(self, facts: Iterable[int]) -> Iterator[Landmark]:
        """The landmarks of some facts; the ways of a necessary module once, for the first fact that needs it."""
        seen = 0
        for fact in facts:
            if self._necessary.of_facts[fact] != NEVER:
                for module in self._necessary.modules(fact, seen):
                    yield Landmark(fact, tuple(self._rules.siblings[module]), self._taking[module])
                seen |= self._necessary.of_facts[fact]
            yield from self._cuts[fact]

    def cut(self, reached: Reached, target: int) -> Landmark:
        """A landmark of a fact that is not reached: the ways that lead into the zone before it.

        The zone is the fact, and of each rule that brings something in it at no cost, one of the needs that miss: that
        to which most is necessary. Whoever comes into the zone comes by a way whose needs all lie outside.
        """
        rules, zone, waiting = self._rules, {target}, [target]
        paid: list[int] = []
        while waiting:
            fact = waiting.pop()
            for rule in rules.bringing[fact]:
                self.work += 1
                if not reached.is_added(rule):
                    paid.append(rule)
                elif zone.isdisjoint(rules.needs[rule]):
                    missing = [need for need in rules.needs[rule] if not reached.holds[need]]
                    chosen = max(missing, key=self._depth.__getitem__)
                    zone.add(chosen)
                    waiting.append(chosen)
        ways = sorted({way for way in paid if zone.isdisjoint(rules.needs[way])})
        found = Landmark(target, tuple(ways), _mask(ways))
        self._cuts[target].append(found)
        return found
