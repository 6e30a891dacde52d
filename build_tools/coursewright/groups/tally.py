"""What the best path below a node of the search costs at least, added up landmark by landmark."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from coursewright.groups.landmarks import Landmark
from coursewright.groups.lifting import Lifting
from coursewright.groups.rules import Rules

Rank = tuple[int, int, int]
"""Goals not met, gradations missing to them, cost: less is better."""


def shortfall(lifting: Lifting, targets: Mapping[int, int]) -> tuple[int, int]:
    """How many goals lie above the targets, and by how many gradations together."""
    short = [goal - targets[each] for each, goal in lifting.goals.items() if targets[each] < goal]
    return len(short), sum(short)


class Tally:
    """Each landmark takes of the cost of its ways what all of them have to spare, so no cost counts twice.

    What may be given up for want of time is weighed by fact; the rest is ``spent``.
    """

    def __init__(self, rules: Rules, taken: Collection[int], out: Collection[int], spendable: int | None) -> None:
        self._rules = rules
        self._spendable = spendable
        self.never = 4 * sum(rules.costs) + 1
        self.spent = sum(rules.costs[way] for way in taken)
        self.price = list(rules.costs)
        if spendable is not None:
            left = spendable - self.spent
            self.price = [self.never if cost >= left else cost for cost in self.price]
        for way in out:
            self.price[way] = self.never
        for way in taken:
            self.price[way] = 0
        self.spare = list(self.price)
        self.weights: dict[int, int] = {}
        self._total = self.spent

    def is_possible(self, way: int) -> bool:
        """Whether the way may still be taken (or is)."""
        return self.price[way] < self.never

    def choices(self, found: Landmark) -> int:
        """How many ways of the landmark may still be taken."""
        return sum(1 for way in found.ways if self.price[way] < self.never)

    def charge(self, found: Landmark, owner: int, is_binding: bool) -> None:
        """Add a landmark that has choices, for the sake of a fact; what is taken may need that: it is binding."""
        weight = min([self.spare[way] for way in found.ways])
        if not weight:
            return
        for way in found.ways:
            self.spare[way] -= weight
        self._total += weight
        if is_binding:
            self.spent += weight
        else:
            self.weights[owner] = self.weights.get(owner, 0) + weight

    def rank(self, targets: Mapping[int, int], more: int = 0) -> Rank | None:
        """What no path to the targets or below them beats if it spends ``more``; None where the time is too short."""
        lifting = self._rules.lifting
        unmet, missing = shortfall(lifting, targets)
        total = self._total + more
        rounded = self._rounded(total)
        if self._spendable is None or rounded < self._spendable:
            return unmet, missing, rounded
        if self.spent + more >= self._spendable:
            return None
        excess = total - self._spendable
        by_goal: dict[int, int] = {}
        for fact, weight in self.weights.items():
            competency = self._rules.names[fact][0]
            by_goal[competency] = by_goal.get(competency, 0) + weight
        goals = lifting.goals
        free = sum(weight for each, weight in by_goal.items() if targets[each] < goals[each])
        given_up = _fewest(excess - free, [weight for each, weight in by_goal.items() if targets[each] >= goals[each]])
        gradations = max(_fewest(excess, self.weights.values()), given_up, 1)
        return unmet + given_up, missing + gradations, self.spent + more

    def _rounded(self, cost: int) -> int:
        """The least cost from here up that a path can have: its minutes are a multiple of the grain."""
        lifting = self._rules.lifting
        grain = lifting.grain * lifting.minute
        return cost if cost % grain < lifting.minute else (cost // grain + 1) * grain


def _fewest(amount: int, weights: Collection[int]) -> int:
    """How many of the weights, largest first, make more than the amount."""
    count = 0
    for weight in sorted(weights, reverse=True):
        if amount < 0:
            return count
        amount -= weight
        count += 1
    return count if amount < 0 else count + 1
