"""What the best path below a node of the search costs at least, added up landmark by landmark."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from coursewright.groups.closure import Fact
from coursewright.groups.landmarks import Landmark
from coursewright.groups.lifting import Lifting

Rank = tuple[int, int, int]
"""Goals not met, gradations missing to them, cost: less is better."""


def shortfall(lifting: Lifting, targets: Mapping[int, int]) -> tuple[int, int]:
    """How many goals lie above the targets, and by how many gradations together."""
    short = [goal - targets[each] for each, goal in lifting.goals.items() if targets[each] < goal]
    return len(short), sum(short)


class Tally:
    """Each landmark takes of the cost of its modules what all of them have to spare, so no cost counts twice.

    What may be given up for want of time is weighed by fact; the rest is ``spent``.
    """

    def __init__(self, lifting: Lifting, taken: Collection[int], out: Collection[int], spendable: int | None) -> None:
        self._lifting = lifting
        self._spendable = spendable
        self.never = 4 * sum(lifting.costs) + 1
        self.spent = sum(lifting.costs[module] for module in taken)
        self.price = list(lifting.costs)
        for module, cost in enumerate(self.price):
            if module in taken:
                self.price[module] = 0
            elif module in out or (spendable is not None and self.spent + cost >= spendable):
                self.price[module] = self.never
        self.spare = list(self.price)
        self.weights: dict[Fact, int] = {}
        self._total = self.spent

    def is_possible(self, module: int) -> bool:
        """Whether the module may still be taken (or is)."""
        return self.price[module] < self.never

    def choices(self, found: Landmark) -> int:
        """How many modules of the landmark may still be taken."""
        return sum(1 for module in found.modules if self.price[module] < self.never)

    def charge(self, found: Landmark) -> None:
        """Add a landmark that has choices."""
        weight = min([self.spare[module] for module in found.modules])
        if not weight:
            return
        for module in found.modules:
            self.spare[module] -= weight
        self._total += weight
        if found.is_binding:
            self.spent += weight
        else:
            for fact in found.facts:
                self.weights[fact] = self.weights.get(fact, 0) + weight

    def rank(self, targets: Mapping[int, int], more: int = 0) -> Rank | None:
        """What no path to the targets or below them beats if it spends ``more``; None where the time is too short."""
        unmet, missing = shortfall(self._lifting, targets)
        total = self._total + more
        rounded = self._rounded(total)
        if self._spendable is None or rounded < self._spendable:
            return unmet, missing, rounded
        if self.spent + more >= self._spendable:
            return None
        excess = total - self._spendable
        by_goal: dict[int, int] = {}
        for (competency, _), weight in self.weights.items():
            by_goal[competency] = by_goal.get(competency, 0) + weight
        goals = self._lifting.goals
        free = sum(weight for each, weight in by_goal.items() if targets[each] < goals[each])
        given_up = _fewest(excess - free, [weight for each, weight in by_goal.items() if targets[each] >= goals[each]])
        gradations = max(_fewest(excess, self.weights.values()), given_up, 1)
        return unmet + given_up, missing + gradations, self.spent + more

    def _rounded(self, cost: int) -> int:
        """The least cost from here up that a path can have: its minutes are a multiple of the grain."""
        grain = self._lifting.grain * self._lifting.minute
        return cost if cost % grain < self._lifting.minute else (cost // grain + 1) * grain


def _fewest(amount: int, weights: Collection[int]) -> int:
    """How many of the weights, largest first, make more than the amount."""
    count = 0
    for weight in sorted(weights, reverse=True):
        if amount < 0:
            return count
        amount -= weight
        count += 1
    return count if amount < 0 else count + 1
