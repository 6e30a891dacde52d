"""The least costly modules that bring a group furthest towards its goals: branch and bound over landmarks.

A node of the search has taken some modules and ruled out others, and aims at targets at or below the goals. Landmarks
that share no cost bound what any path below it costs; it branches over the modules of one landmark. Nodes are looked
at best first, so the first that the best path known beats ends the search: nothing is better.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from coursewright.groups.closure import MODULE, Closure, Fact
from coursewright.groups.landmarks import Landmark, Landmarks, cut, landmark
from coursewright.groups.lifting import Lifting, relevant
from coursewright.groups.taking import Taking, TooLongError
from coursewright.groups.tally import Rank, Tally, shortfall

# How much work is done on one order of modules before it counts as unknown.
_ORDERS = 20_000
# How many modules are tried together when a conflict of orders is widened.
_AT_ONCE = 32
# The first nodes all try for a path, later one in so many does; where goals have to be given up, that takes longer.
_FIRST, _OFTEN, _SELDOM = 20, 10, 50


@dataclass(frozen=True)
class Found:
    """The modules of the best path in the order to take them, whether none is better, and the work done."""

    modules: tuple[int, ...]
    proven: bool
    work: int


@dataclass
class _Node:
    taken: frozenset[int]
    out: frozenset[int]
    targets: dict[int, int]
    rank: Rank = (0, 0, 0)
    branch: tuple[int, ...] = ()
    facts: tuple[Fact, ...] = ()


class _DeadEndError(Exception):
    """Nothing below a node can be better than the best path known."""


class Search:
    """One search; ``minutes`` is the time there is, ``limit`` how much work may be done before it ends unproven."""

    def __init__(self, lifting: Lifting, minutes: int | None, limit: int) -> None:
        self.lifting = lifting
        self.nodes = 0
        self._limit = limit
        self._spendable = None if minutes is None else (minutes + 1) * lifting.minute
        self._closure = Closure(lifting)
        self._landmarks = Landmarks(lifting.standing)
        self._live: tuple[int, ...] = tuple(range(len(lifting.steps)))
        self._best: Rank | None = None
        self._modules: frozenset[int] = frozenset()
        self._targets: dict[int, int] = {}
        self._work = 0
        self._unknown = False

    @property
    def work(self) -> int:
        """The work done so far: modules added to closures, landmarks weighed, states of orders."""
        return self._work + self._closure.work

    def run(self) -> Found:
        """The best path."""
        root = self._root()
        self._consider(frozenset(), {each: min(to, self.lifting.standing[each]) for each, to in root.targets.items()})
        queue: list[tuple[Rank, int, _Node]] = []
        self._push(root, queue)
        # What the root has ruled out is ruled out for good.
        self._live = tuple(module for module in self._live if module not in root.out)
        proven = True
        while queue and not self._is_beaten(queue[0][0]):
            if self.work > self._limit:
                proven = False
                break
            for child in self._children(heapq.heappop(queue)[2]):
                self._push(child, queue)
        order = Taking(self.lifting, self._modules, self._targets, 50 * _ORDERS).first()
        is_whole = len(order) == len(self._modules)
        return Found(order, proven and is_whole and not self._unknown, self.work)

    def _root(self) -> _Node:
        self._closure.add_all(self._live)
        targets = {each: min(goal, self._closure.levels[each]) for each, goal in self.lifting.goals.items()}
        return _Node(frozenset(), frozenset(), targets)

    def _push(self, node: _Node, queue: list[tuple[Rank, int, _Node]]) -> None:
        self.nodes += 1
        try:
            while not self._bound(node):
                continue
        except _DeadEndError:
            return
        # Of equal ranks the newest first: it has taken most.
        heapq.heappush(queue, (node.rank, -self.nodes, node))

    def _children(self, node: _Node) -> Iterator[_Node]:
        out = node.out
        for module in node.branch:
            yield _Node(node.taken | {module}, out, dict(node.targets))
            out = out | {module}
        if len(node.facts) == 1:
            # That the fact is out of reach now, the landmark without choices will say.
            yield _Node(node.taken, out, dict(node.targets))
        else:
            for competency, level in node.facts:
                yield _Node(node.taken, out, {**node.targets, competency: level - 1})

    # What the best path below a node costs at least

    def _bound(self, node: _Node) -> bool:
        """Give the node its rank and what to branch over; False where its targets had to be lowered first."""
        tally = Tally(self.lifting, node.taken, node.out, self._spendable)
        required = {each for module in node.taken for each in self.lifting.steps[module].requires}
        mask = sum(1 << module for module in node.taken)
        unhit = [each for each in self._landmarks.of(node.targets, required) if not each.mask & mask]
        self._work += len(unhit)
        for each in unhit:
            if not tally.choices(each):
                return self._without_choices(node, each, tally)
        unhit.sort(key=tally.choices)
        for each in unhit:
            tally.charge(each)
        node.rank = self._checked(tally.rank(node.targets))
        self._closure.undo(0)
        self._closure.add_all(node.taken)
        self._closure.add_all(module for module, cost in enumerate(tally.spare) if not cost)
        while (fact := self._unreached(node, required)) is not None:
            fresh = cut(self._closure, fact, self._live, tally.spare)
            self._landmarks.add(fresh)
            if not tally.choices(fresh):
                return self._without_choices(node, fresh, tally)
            tally.charge(fresh)
            self._closure.add_all(module for module in fresh.modules if not tally.spare[module])
            unhit.append(fresh)
        node.rank = self._checked(tally.rank(node.targets))
        self._guess(node, tally, {each.modules[0] for each in unhit if len(each.modules) == 1})
        self._checked(node.rank)
        self._rule_out(node, tally)
        if not unhit:
            return self._at_end(node)
        self._branch(node, min(unhit, key=tally.choices), tally)
        return True

    def _without_choices(self, node: _Node, found: Landmark, tally: Tally) -> bool:
        """Nothing reaches the facts of the landmark any more: aim lower, or branch over which of them to give up."""
        if found.is_binding:
            raise _DeadEndError
        if len(found.facts) == 1:
            competency, level = found.facts[0]
            node.targets[competency] = level - 1
            return False
        unmet, missing = shortfall(self.lifting, node.targets)
        node.rank = self._checked((unmet, missing + 1, tally.spent))
        node.branch, node.facts = (), found.facts
        return True

    def _unreached(self, node: _Node, required: Collection[int]) -> Fact | None:
        levels = self._closure.levels
        for competency, target in node.targets.items():
            if levels[competency] < target:
                return competency, levels[competency] + 1
        return next((fact for each in sorted(required) if not self._closure.holds(fact := (MODULE, each))), None)

    def _rule_out(self, node: _Node, tally: Tally) -> None:
        """Rule out the modules with which no path is better than the best known: those with the most to spare."""
        left = sorted((m for m in self._live if 0 < tally.price[m] < tally.never), key=tally.spare.__getitem__)
        low, high = 0, len(left)
        while low < high:
            middle = (low + high) // 2
            rank = tally.rank(node.targets, more=tally.spare[left[middle]])
            if rank is None or self._is_beaten(rank):
                high = middle
            else:
                low = middle + 1
        node.out = node.out.union(left[low:])

    def _branch(self, node: _Node, over: Landmark, tally: Tally) -> None:
        modules = [module for module in over.modules if tally.is_possible(module) and module not in node.out]
        node.branch = tuple(sorted(modules, key=lambda module: (tally.spare[module], self.lifting.costs[module])))
        node.facts = over.facts

    def _checked(self, rank: Rank | None) -> Rank:
        if rank is None or self._is_beaten(rank):
            raise _DeadEndError
        return rank

    def _is_beaten(self, rank: Rank) -> bool:
        return self._best is not None and rank >= self._best

    # Orders of taking

    def _at_end(self, node: _Node) -> bool:
        """What is taken reaches the targets if each lift may happen when it helps: see whether an order does."""
        self._consider(node.taken, node.targets)
        self._checked(node.rank)
        found = self._conflict(node)
        if found is None:
            self._unknown = True
            raise _DeadEndError
        self._landmarks.add(found)
        return False

    def _conflict(self, node: _Node) -> Landmark | None:
        """A landmark of targets that no order of what is taken reaches together; None where that is not known."""
        targets = {each: level for each, level in node.targets.items() if level > self.lifting.standing[each]}
        for competency in tuple(targets):
            fewer = {each: level for each, level in targets.items() if each != competency}
            if self._is_orderable(node.taken, fewer) is False:
                targets = fewer
        if self._is_orderable(node.taken, targets) is not False:
            return None
        among = set(relevant(Lifting(self.lifting.steps, self.lifting.standing, targets))[1]).intersection(self._live)
        added, left = set(node.taken), []
        parts = [sorted(among - added, key=self.lifting.costs.__getitem__)]
        while parts:
            part = parts.pop()
            if len(part) <= _AT_ONCE and self._is_orderable(added.union(part), targets, _ORDERS // 10) is False:
                added.update(part)
            elif len(part) == 1:
                left += part
            elif part:
                parts += [part[len(part) // 2 :], part[: len(part) // 2]]
            if self.work > self._limit:
                return None
        return landmark(tuple(targets.items()), left)

    def _is_orderable(self, modules: Collection[int], targets: Mapping[int, int], limit: int = _ORDERS) -> bool | None:
        """Whether the modules can be taken in an order that reaches the targets; None where that is not known."""
        taking = Taking(self.lifting, modules, targets, limit)
        try:
            return taking.is_possible()
        except TooLongError:
            return None
        finally:
            self._work += taking.work

    # Paths found on the way

    def _consider(self, modules: frozenset[int], targets: Mapping[int, int]) -> None:
        """Keep the modules if they are the best so far and can be taken."""
        cost = self._cost(modules)
        rank = (*shortfall(self.lifting, targets), cost)
        is_affordable = self._spendable is None or cost < self._spendable
        if is_affordable and not self._is_beaten(rank) and self._is_orderable(modules, targets):
            self._best, self._modules, self._targets = rank, modules, dict(targets)

    def _guess(self, node: _Node, tally: Tally, needed: set[int]) -> None:
        """Try what the bound has brought together, without what is not needed, as far as the time goes."""
        if self.nodes > _FIRST and self.nodes % _OFTEN:
            return
        targets = dict(node.targets)
        free = {module for module, cost in enumerate(tally.spare) if not cost}
        chosen = self._pruned(free | node.taken, targets, needed)
        if self._spendable is not None and self._cost(chosen) >= self._spendable:
            if self.nodes > 1 and self.nodes % _SELDOM:
                return
            while self._cost(chosen) >= self._spendable:
                chosen, targets = self._without_a_goal(chosen, targets, tally)
        self._consider(frozenset(chosen), targets)

    def _without_a_goal(
        self, chosen: set[int], targets: Mapping[int, int], tally: Tally
    ) -> tuple[set[int], dict[int, int]]:
        """Give up one goal: at first the one that saves most, later the one that weighs most."""
        standing = self.lifting.standing
        wanted = [each for each, level in targets.items() if level > standing[each]]
        if self.nodes > 1:
            weight = dict.fromkeys(self.lifting.goals, 0)
            for (competency, _), charged in tally.weights.items():
                weight[competency] += charged
            wanted = [max(wanted, key=weight.__getitem__)]
        trials = [{**targets, each: standing[each]} for each in wanted]
        found = [(self._pruned(chosen, fewer), fewer) for fewer in trials]
        return min(found, key=lambda trial: self._cost(trial[0]))

    def _pruned(self, modules: Collection[int], targets: Mapping[int, int], needed: Collection[int] = ()) -> set[int]:
        """The modules without those that the targets do not need, the most costly first."""
        closure, chosen = self._closure, set(modules)
        wanted = [(each, level) for each, level in targets.items() if level > self.lifting.standing[each]]
        for module in sorted(chosen.difference(needed), key=self.lifting.costs.__getitem__, reverse=True):
            closure.undo(0)
            closure.add_all(chosen - {module})
            if all(closure.levels[each] >= level for each, level in wanted):
                chosen.discard(module)
        return chosen

    def _cost(self, modules: Iterable[int]) -> int:
        return sum(self.lifting.costs[module] for module in modules)
