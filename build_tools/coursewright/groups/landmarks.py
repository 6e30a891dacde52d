"""Landmarks: sets of ways of which every path that reaches a fact takes at least one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from coursewright.groups.necessary import NEVER, Necessary
from coursewright.groups.rules import Reached, Rules


@dataclass(frozen=True)
class Landmark:
    """Whoever reaches ``fact`` takes one of ``ways`` (``mask`` has the same as bits)."""

    fact: int
    ways: tuple[int, ...]
    mask: int


def landmark(fact: int, ways: Iterable[int]) -> Landmark:
    """The landmark of this fact and these ways."""
    found = tuple(ways)
    return Landmark(fact, found, sum(1 << way for way in found))


class Landmarks:
    """The landmarks found so far; each holds everywhere in a search."""

    def __init__(self, rules: Rules, necessary: Necessary) -> None:
        self.work = 0
        self._rules = rules
        self._depth = [0 if each == NEVER else each.bit_count() for each in necessary.of_facts]
        self._known: list[list[Landmark]] = []
        for fact, everything in enumerate(necessary.of_facts):
            modules = [] if everything == NEVER else necessary.modules(fact)
            self._known.append([landmark(fact, rules.siblings[module]) for module in modules])

    def of(self, facts: Iterable[int]) -> Iterator[Landmark]:
        """The landmarks of some facts."""
        for fact in facts:
            yield from self._known[fact]

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
        found = landmark(target, ways)
        self._known[target].append(found)
        return found


def missing(reached: Reached, facts: Sequence[int]) -> int | None:
    """The first of the facts that is not reached."""
    return next((fact for fact in facts if not reached.holds[fact]), None)
