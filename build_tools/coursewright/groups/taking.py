"""An order in which modules can be taken, each once, so that they lift a group to its goals."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from heapq import heappop, heappush

from coursewright.groups.lifting import Lift, Lifting
from coursewright.groups.rules import Rules
from coursewright.groups.ways import Way

Levels = tuple[int, ...]
State = tuple[frozenset[int], Levels]
Asleep = frozenset[tuple[int, tuple[Lift, ...]]]


# How much work is done on one order of modules before it counts as unknown.
_ORDERS = 1_000_000


@dataclass
class _Needed:
    modules: set[int]
    levels: dict[int, int]


class TooLongError(Exception):
    """The orders of some modules are too many to go through."""


class Taking:
    """Orders of a set of modules.

    A module whose lifts all happen now, or can no longer help, is taken at once: nothing is lost by it. Only where a
    module would lose a lift by coming now are orders searched, at most ``limit`` states of them.
    """

    def __init__(self, lifting: Lifting, modules: Collection[int], targets: Mapping[int, int], limit: int) -> None:
        self.work = 0
        self._steps = lifting.steps
        self._standing = lifting.standing
        self._targets = {each: level for each, level in targets.items() if level > lifting.standing[each]}
        needed = self._needed(frozenset(modules))
        self._modules = tuple(sorted(needed.modules))
        self._limit = limit
        self._failed: set[tuple[State, Asleep]] = set()
        self._lifts = {
            module: tuple(
                lift for lift in self._steps[module].lifts if lift.start < needed.levels.get(lift.competency, 0)
            )
            for module in self._modules
        }
        reachable = self._furthest(frozenset(), self._standing, self._lifts)
        self._lifts = {
            module: tuple(lift for lift in lifts if lift.start <= reachable[lift.competency])
            for module, lifts in self._lifts.items()
        }

    def _needed(self, modules: frozenset[int]) -> _Needed:
        """The modules that can be of use, and to which level each competency can: back from the targets."""
        needed = _Needed(set(), dict(self._targets))
        grew = True
        while grew:
            grew = False
            for module in modules - needed.modules:
                if any(
                    lift.start < needed.levels.get(lift.competency, 0) and lift.to > self._standing[lift.competency]
                    for lift in self._steps[module].lifts
                ):
                    self._need(module, modules, needed)
                    grew = True
        return needed

    def _need(self, module: int, modules: frozenset[int], needed: _Needed) -> None:
        waiting = [module]
        while waiting:
            each = waiting.pop()
            if each in needed.modules:
                continue
            needed.modules.add(each)
            for required in self._steps[each].requires:
                if required in modules:
                    waiting.append(required)
                for lift in self._steps[required].lifts:
                    needed.levels[lift.competency] = max(needed.levels.get(lift.competency, 0), lift.to)

    def is_possible(self) -> bool:
        """Whether some order reaches the targets. TooLongError where that is not known."""
        return self._is_possible_from((frozenset(), self._standing))

    def _is_possible_from(self, state: State) -> bool:
        if not self._could(*state):
            return False
        try:
            return self._reaches(state)
        except TooLongError:
            is_worth_it = self._limit > len(self._modules) ** 2
            if is_worth_it and self._is_there(self._settled(state, self._sparing(state))[1]):
                return True
            raise

    def first(self) -> tuple[int, ...]:
        """The order that keeps most to that of the course: at each step the earliest module that can be next.

        There has to be an order. A module without which the targets are reached may be left out.
        """
        state: State = (frozenset(), self._standing)
        order: list[int] = []
        while (following := self._next(state)) is not None:
            order.append(following)
            state = self._after(state, following)
        return tuple(order)

    def _next(self, state: State) -> int | None:
        for module in self._open(state):
            self.work = 0
            if not self._lost(module, state[1]):
                return module
            # What is not known to lead on is not taken: another is.
            with suppress(TooLongError):
                if self._is_possible_from(self._after(state, module)):
                    return module
        return None

    def _reaches(self, state: State, asleep: Asleep = frozenset()) -> bool:
        """Whether the targets are reached from here.

        ``asleep`` are modules that another branch has taken already, with the lifts that they lost there: to take
        them with the same loss leads nowhere new.
        """
        if self.work > self._limit:
            raise TooLongError
        state = self._settled(state, self._lifts, asleep)
        if self._is_there(state[1]):
            return True
        if (state, asleep) in self._failed or not self._could(*state):
            return False
        tried = set(asleep)
        for module in self._awake(state, asleep):
            if self._reaches(self._after(state, module), frozenset(tried)):
                return True
            tried.add((module, self._lost(module, state[1])))
        self._failed.add((state, asleep))
        return False

    def _lost(self, module: int, levels: Levels) -> tuple[Lift, ...]:
        """The lifts that the module loses if it is taken now."""
        return tuple(lift for lift in self._lifts[module] if lift.start > levels[lift.competency])

    def _awake(self, state: State, asleep: Asleep) -> list[int]:
        sleeping = {module for module, lost in asleep if all(lift.start > state[1][lift.competency] for lift in lost)}
        return [module for module in self._open(state) if module not in sleeping]

    def _sparing(self, state: State) -> Mapping[int, tuple[Lift, ...]]:
        """Lifts enough to reach the targets, as few as can be found by leaving out one after the other."""
        kept = {module: list(lifts) for module, lifts in self._lifts.items()}
        for module in self._modules:
            for lift in sorted(self._lifts[module], key=lambda lift: -lift.start):
                if lift.start > state[1][lift.competency]:
                    kept[module].remove(lift)
                    if not self._could(*state, kept):
                        kept[module].append(lift)
        return {module: tuple(lifts) for module, lifts in kept.items()}

    def _settled(self, state: State, minding: Mapping[int, Sequence[Lift]], asleep: Asleep = frozenset()) -> State:
        """The state after all modules that lose none of the lifts to be minded by coming now."""
        moved = True
        while moved:
            moved = False
            self.work += len(self._modules)
            for module in self._modules:
                taken, levels = state
                if module in taken or not self._is_open(module, taken, levels):
                    continue
                if asleep and module not in self._awake(state, asleep):
                    continue
                if all(levels[lift.competency] >= min(lift.start, lift.to) for lift in minding[module]):
                    state, moved = self._after(state, module), True
        return state

    def _open(self, state: State) -> list[int]:
        """The modules that can be taken now, in the order of the course."""
        taken, levels = state
        return [module for module in self._modules if module not in taken and self._is_open(module, taken, levels)]

    def _is_open(self, module: int, taken: Collection[int], levels: Sequence[int]) -> bool:
        return all(
            required in taken or all(lift.to <= levels[lift.competency] for lift in self._steps[required].lifts)
            for required in self._steps[module].requires
        )

    def _after(self, state: State, module: int) -> State:
        taken, levels = state
        raised = list(levels)
        for lift in self._steps[module].lifts:
            if lift.start <= levels[lift.competency]:
                raised[lift.competency] = max(raised[lift.competency], lift.to)
        return taken | {module}, tuple(raised)

    def _could(
        self,
        taken: frozenset[int],
        levels: Levels,
        minding: Mapping[int, Sequence[Lift]] | None = None,
    ) -> bool:
        """Whether the rest could reach the targets if each lift happened when it helps."""
        return self._is_there(self._furthest(taken, levels, self._lifts if minding is None else minding))

    def _furthest(self, taken: frozenset[int], levels: Levels, lifts: Mapping[int, Sequence[Lift]]) -> Sequence[int]:
        now, rest, open_now = list(levels), [each for each in self._modules if each not in taken], set(taken)
        moved = True
        while moved:
            moved = False
            self.work += len(rest)
            for module in rest:
                if module not in open_now:
                    if not self._is_open(module, open_now, now):
                        continue
                    open_now.add(module)
                    moved = True
                for lift in lifts[module]:
                    if lift.start <= now[lift.competency] < lift.to:
                        now[lift.competency] = lift.to
                        moved = True
        return now

    def _is_there(self, levels: Sequence[int]) -> bool:
        return all(levels[competency] >= level for competency, level in self._targets.items())


def in_order(lifting: Lifting, modules: Collection[int], targets: Mapping[int, int]) -> tuple[int, ...]:
    """All the modules, in the first order of :meth:`Taking.first`; empty where none is found."""
    return _straight(lifting, modules) or _searched(lifting, modules, targets)


def _searched(lifting: Lifting, modules: Collection[int], targets: Mapping[int, int]) -> tuple[int, ...]:
    order = Taking(lifting, modules, targets, _ORDERS).first()
    return order if len(order) == len(modules) else ()


def _straight(lifting: Lifting, modules: Collection[int]) -> tuple[int, ...]:
    """Always the first module that is open; empty where one would come too early for a lift, or is never open."""
    every = [Way(module, lifting.steps[module].lifts, ()) for module in sorted(modules)]
    rules, levels, order = Rules(lifting, every), list(lifting.standing), []
    waits, holds = rules.waits.copy(), set[int]()
    ready = [rule for rule, count in enumerate(waits) if not count]
    while ready:
        rule = heappop(ready)
        # What costs nothing goes before every module.
        rule = rule if rule >= 0 else -1 - rule
        if rule < len(every):
            order.append(every[rule].module)
            for lift in every[rule].lifts:
                if lift.start > levels[lift.competency]:
                    return ()
                levels[lift.competency] = max(levels[lift.competency], lift.to)
        for fact in rules.brings[rule]:
            if fact not in holds:
                holds.add(fact)
                for needing in rules.needing[fact]:
                    waits[needing] -= 1
                    if not waits[needing]:
                        heappush(ready, needing if needing < len(every) else -1 - needing)
    return tuple(order) if len(order) == len(modules) else ()
