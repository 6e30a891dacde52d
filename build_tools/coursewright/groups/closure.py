"""How far some modules lift a group if each of its lifts may happen when it helps: never less than any real order."""

from __future__ import annotations

from collections.abc import Iterable

from coursewright.groups.lifting import Lifting

# What holds in a closure: a competency at a gradation or above, or a module taken or all that it teaches reached.
Fact = tuple[int, int]
MODULE = -1
"""``(MODULE, position)`` is the fact that what requires the module may be taken."""


class Closure:
    """What modules taken together reach. Adding one only raises it; :meth:`undo` takes back the last ones."""

    def __init__(self, lifting: Lifting) -> None:
        self.levels = list(lifting.standing)
        self.work = 0
        self._lifts = [tuple((lift.competency, lift.start, lift.to) for lift in step.lifts) for step in lifting.steps]
        self._wanting = lifting.wanting
        self._teaching = lifting.teaching
        self._waits = [len(step.requires) for step in lifting.steps]
        self._added = [0] * len(lifting.steps)
        self._taken = [0] * len(lifting.steps)
        self._met = [0] * len(lifting.steps)
        self._trail: list[tuple[list[int], int, int]] = []

    def holds(self, fact: Fact) -> bool:
        """Whether the fact is reached."""
        first, second = fact
        return self._met[second] == 1 if first == MODULE else self.levels[first] >= second

    @property
    def mark(self) -> int:
        """The present state, for :meth:`undo`."""
        return len(self._trail)

    def undo(self, mark: int) -> None:
        """Go back to the state of that mark."""
        trail = self._trail
        while len(trail) > mark:
            values, index, before = trail.pop()
            values[index] = before

    def add_all(self, modules: Iterable[int]) -> None:
        """Add modules."""
        for module in modules:
            self.add(module)

    def add(self, module: int) -> None:
        """Add a module; it is taken as soon as what it requires is met."""
        self.work += 1
        if self._added[module]:
            return
        self._set(self._added, module, 1)
        if not self._waits[module]:
            self._take([module])

    def _take(self, ready: list[int]) -> None:
        levels, lifts = self.levels, self._lifts
        while ready:
            module = ready.pop()
            self.work += 1
            if not self._taken[module]:
                self._set(self._taken, module, 1)
                self._meet(module, ready)
            for competency, start, to in lifts[module]:
                if start <= levels[competency] < to:
                    self._set(levels, competency, to)
                    self._raise(competency, ready)

    def _raise(self, competency: int, ready: list[int]) -> None:
        levels, lifts = self.levels, self._lifts
        for module in self._teaching[competency]:
            if self._taken[module]:
                ready.append(module)
            elif self._wanting[module] and all(levels[each] >= to for each, _, to in lifts[module]):
                self._meet(module, ready)

    def _meet(self, module: int, ready: list[int]) -> None:
        if self._met[module]:
            return
        self._set(self._met, module, 1)
        for wanting in self._wanting[module]:
            waits = self._waits[wanting] - 1
            self._set(self._waits, wanting, waits)
            if not waits and self._added[wanting]:
                ready.append(wanting)

    def _set(self, values: list[int], index: int, value: int) -> None:
        self._trail.append((values, index, values[index]))
        values[index] = value
