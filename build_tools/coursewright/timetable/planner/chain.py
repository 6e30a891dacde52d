"""One choice among occasions in order of time, as a solver likes it: by when, and when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ortools.sat.python import cp_model

from coursewright.timetable.planner.literals import Literal, negated


class Chain:
    """Exactly one of ``allowed`` occasions (in order); ``at`` are its literals by occasion."""

    def __init__(self, model: cp_model.CpModel, allowed: Sequence[int], name: str) -> None:
        self.model = model
        self.allowed = list(allowed)
        self.at = {occasion: model.new_bool_var(f"{name} at {occasion}") for occasion in self.allowed}
        model.add_exactly_one(self.at.values())
        self._until = [model.new_bool_var(f"{name} by {occasion}") for occasion in self.allowed[:-1]]
        self._link()

    def by(self, occasion: int) -> Literal:
        """Whether the choice is that occasion or an earlier one."""
        position = bisect_right(self.allowed, occasion)
        if position == 0:
            return False
        return True if position == len(self.allowed) else self._until[position - 1]

    def before(self, later: Chain, lag: Sequence[int], unless: Sequence[Literal] = ()) -> None:
        """Another choice comes after this one: not by an occasion, unless this one by ``lag`` of that occasion."""
        for occasion in later.allowed:
            self._imply(later.by(occasion), self.by(lag[occasion]), unless)

    def _link(self) -> None:
        for position, occasion in enumerate(self.allowed):
            now = self._until[position] if position < len(self._until) else True
            earlier = self._until[position - 1] if position else False
            at = self.at[occasion]
            self._imply(earlier, now, ())
            self._imply(at, now, ())
            self._imply(at, negated(earlier), ())
            self.model.add_bool_or([negated(now), earlier, at])

    def _imply(self, one: Literal, other: Literal, unless: Sequence[Literal]) -> None:
        if one is not False and other is not True:
            self.model.add_bool_or([negated(one), other, *unless])
