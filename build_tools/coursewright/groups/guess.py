"""A good path, quickly: each fact by the way that costs least for it alone, then without what is not needed."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from coursewright.groups.necessary import NEVER, Necessary
from coursewright.groups.rules import Reached, Rules

# How often a module that would be taken twice is settled on one way.
_TRIES = 30


class Guess:
    """Paths put together at certain prices of the ways.

    What is ``closed`` is not taken; ``sure`` are modules that every path takes.
    """

    def __init__(self, rules: Rules, prices: Sequence[int], closed: Collection[int], sure: Collection[int]) -> None:
        self.work = 0
        self._rules = rules
        self._prices = prices
        self._closed = set(closed)
        self._sure = set(sure)

    def path(self, facts: Sequence[int], kept: Collection[int] = ()) -> frozenset[int] | None:
        """Ways that reach the facts, each of another module; ``kept`` are among them. None where none are found."""
        closed = set(self._closed)
        for _ in range(_TRIES):
            found = self._cheapest(facts, closed)
            if found is None:
                return None
            chosen = self.pruned(found | set(kept), facts, kept)
            twice = self._twice(chosen)
            if not twice:
                return frozenset(chosen)
            for several in twice:
                stays = next((way for way in several if way in kept), None)
                if stays is None:
                    stays = max(several, key=lambda way: len(self._rules.needs[way]))
                closed.update(way for way in self._rules.siblings[self._rules.ways[stays].module] if way != stays)
        return None

    def rough(self, facts: Sequence[int]) -> frozenset[int]:
        """Ways that reach the facts, some perhaps needlessly; the facts are within reach."""
        return frozenset(self._cheapest(facts, self._closed) or ())

    def better(self, chosen: frozenset[int], facts: Sequence[int], allowance: int) -> frozenset[int]:
        """The path without one of its modules after the other, where that comes to cost less."""
        rules, tried = self._rules, set()
        while self.work < allowance:
            left = [way for way in chosen if (chosen, way) not in tried and rules.ways[way].module not in self._sure]
            if not left:
                break
            dropped = max(left, key=rules.costs.__getitem__)
            tried.add((chosen, dropped))
            prices = [0 if way in chosen else cost for way, cost in enumerate(rules.costs)]
            closed = self._closed.union(rules.siblings[rules.ways[dropped].module])
            guess = Guess(rules, prices, closed, self._sure)
            found = guess.path(facts)
            self.work += guess.work
            if found is not None and rules.cost(found) < rules.cost(chosen):
                chosen = found
        return chosen

    def _cheapest(self, facts: Sequence[int], closed: Collection[int]) -> set[int] | None:
        """Going up from what costs least, the first rule that brings each fact; then back from the facts."""
        rules, by = self._rules, [-1] * len(self._rules.names)
        waits, price = [len(needed) for needed in rules.needs], [0] * len(rules.needs)
        paid = len(rules.ways)
        queue = []
        for rule in range(len(rules.needs)):
            if rule >= paid or rule not in closed:
                price[rule] = self._prices[rule] if rule < paid else 0
                if not waits[rule]:
                    queue.append((price[rule], rule))
            else:
                waits[rule] = -1
        self.work += len(waits) // 4
        heapq.heapify(queue)
        left = set(facts)
        while queue and left:
            cost, rule = heapq.heappop(queue)
            self.work += 1
            for fact in rules.brings[rule]:
                if by[fact] < 0:
                    by[fact] = rule
                    left.discard(fact)
                    for needing in rules.needing[fact]:
                        waits[needing] -= 1
                        price[needing] += cost
                        if not waits[needing]:
                            heapq.heappush(queue, (price[needing], needing))
        return None if left else self._behind(facts, by)

    def _behind(self, facts: Sequence[int], by: Sequence[int]) -> set[int]:
        rules, seen, waiting = self._rules, set(facts), list(facts)
        used: set[int] = set()
        while waiting:
            rule = by[waiting.pop()]
            if rule not in used:
                used.add(rule)
                fresh = [fact for fact in rules.needs[rule] if fact not in seen]
                seen.update(fresh)
                waiting.extend(fresh)
        return {rule for rule in used if rule < len(rules.ways)}

    def pruned(self, ways: Collection[int], facts: Sequence[int], kept: Collection[int]) -> set[int]:
        """Without those that the facts do not need, the most costly first."""
        chosen = set(ways)
        once = Counter(self._rules.ways[way].module for way in ways)
        sure = self._sure.union(self._necessary(chosen, facts))
        for way in sorted(chosen.difference(kept), key=self._rules.costs.__getitem__, reverse=True):
            module = self._rules.ways[way].module
            if (module not in sure or once[module] > 1) and self._reach(chosen - {way}, facts):
                chosen.discard(way)
                once[module] -= 1
        return chosen

    def _necessary(self, ways: Collection[int], facts: Iterable[int]) -> Iterator[int]:
        """The modules without which these ways do not reach the facts."""
        some = Rules(self._rules.lifting, [self._rules.ways[way] for way in sorted(ways)])
        necessary = Necessary(some)
        # To write the rules down takes longer than to follow them.
        self.work += necessary.work + 20 * len(ways)
        for fact in facts:
            number = some.fact(*self._rules.names[fact])
            if number < len(necessary.of_facts) and necessary.of_facts[number] != NEVER:
                yield from necessary.modules(number)

    def _reach(self, ways: Iterable[int], facts: Sequence[int]) -> bool:
        reached = Reached(self._rules, ways)
        self.work += reached.work
        return all(reached.holds[fact] for fact in facts)

    def _twice(self, ways: Iterable[int]) -> list[list[int]]:
        by_module: dict[int, list[int]] = {}
        for way in sorted(ways):
            by_module.setdefault(self._rules.ways[way].module, []).append(way)
        return [several for several in by_module.values() if len(several) > 1]
