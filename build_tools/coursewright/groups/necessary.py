"""What every path to a fact passes through, and the ways that no best path takes.

The facts and modules that are necessary for each fact are the greatest solution of: a fact needs itself and what all
that brings it have in common; a rule needs what all its needs need (Keyder, Richter and Helmert, «Sound and complete
landmarks for and/or graphs», 2010). Sets are the bits of whole numbers: facts first, then modules.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from coursewright.groups.lifting import Lifting
from coursewright.groups.rules import Rules
from coursewright.groups.ways import Way

NEVER = -1
"""The set of what cannot be reached: everything."""


class Necessary:
    """For each fact, and for the needs of each rule, what is necessary; :data:`NEVER` where nothing leads there."""

    def __init__(self, rules: Rules) -> None:
        self.work = 0
        self.of_facts = [NEVER] * len(rules.names)
        self.of_needs = [NEVER] * len(rules.needs)
        self._rules = rules
        self._shift = len(rules.names)
        self._settle()

    def facts(self, fact: int) -> list[int]:
        """The facts that are necessary for the fact, itself among them, those that need least before them first."""
        everything = self.of_facts[fact]
        if everything == NEVER:
            return [fact]
        found = _members(everything & (1 << self._shift) - 1)
        return sorted(found, key=lambda each: (self.of_facts[each].bit_count(), each))

    def modules(self, fact: int, without: int = 0) -> list[int]:
        """The modules that are necessary for the fact, those in another such set left out."""
        return _members((self.of_facts[fact] & ~without) >> self._shift)

    def _settle(self) -> None:
        rules, of_facts = self._rules, self.of_facts
        waiting = deque(rule for rule, needed in enumerate(rules.needs) if not needed)
        queued = set(waiting)
        paid = len(rules.ways)
        # What one rule brings holds together.
        together = [sum(1 << fact for fact in brought) for brought in rules.brings]
        while waiting:
            rule = waiting.popleft()
            queued.discard(rule)
            self.work += 1
            needs = 0
            for fact in rules.needs[rule]:
                needs |= of_facts[fact]
            if needs == NEVER or needs == self.of_needs[rule]:
                continue
            brought = needs | together[rule]
            if rule < paid:
                own = 1 << (self._shift + rules.ways[rule].module)
                if needs & own:
                    continue
                brought |= own
            self.of_needs[rule] = needs
            for fact in rules.brings[rule]:
                now = of_facts[fact] & brought
                if now != of_facts[fact]:
                    of_facts[fact] = now
                    fresh = [each for each in rules.needing[fact] if each not in queued]
                    waiting.extend(fresh)
                    queued.update(fresh)


def _members(bits: int) -> list[int]:
    found = []
    while bits:
        lowest = bits & -bits
        found.append(lowest.bit_length() - 1)
        bits ^= lowest
    return found


def thinned(lifting: Lifting, ways: Sequence[Way]) -> tuple[Rules, Necessary]:
    """The rules of the ways that a best path may take, and what is necessary in them."""
    while True:
        rules = Rules(lifting, ways)
        necessary = Necessary(rules)
        kept = [way for number, way in enumerate(rules.ways) if not _is_idle(rules, necessary, number)]
        if len(kept) == len(ways):
            return rules, necessary
        ways = kept


def _is_idle(rules: Rules, necessary: Necessary, way: int) -> bool:
    """Whether it cannot be taken, brings nothing new, or another can stand for it wherever it is taken."""
    before = necessary.of_needs[way]
    if before == NEVER:
        return True
    fresh = [fact for fact in rules.brings[way] if not before >> fact & 1]
    if not fresh:
        return True
    rarest = min(fresh, key=lambda fact: len(rules.bringing[fact]))
    return any(
        other < len(rules.ways)
        and other != way
        and _is_instead(rules, way, other)
        and all(before >> fact & 1 for fact in rules.needs[other])
        and set(fresh).issubset(rules.brings[other])
        for other in rules.bringing[rarest]
    )


def _is_instead(rules: Rules, way: int, other: int) -> bool:
    """Whether the other can always stand for the way: it costs less, and its module is taken in no other way.

    Of two ways of one module, the one that waits for more.
    """
    one, two = rules.ways[way], rules.ways[other]
    if one.module == two.module:
        return set(one.waits) < set(two.waits)
    return rules.costs[other] < rules.costs[way] and len(rules.siblings[two.module]) == 1
