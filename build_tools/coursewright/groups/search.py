"""The least costly modules that bring a group furthest towards its goals: branch and bound over landmarks.

A *landmark* of a fact is a set of modules of which every path that reaches the fact takes at least one. Landmarks that
share no cost add up to a bound below which no path costs; a node of the search has taken some modules and ruled out
others, and branches over the modules of one landmark.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from coursewright.groups.closure import MODULE, Closure, Fact
from coursewright.groups.lifting import Lifting, relevant
from coursewright.groups.taking import Taking, TooLongError

# How much work is done on an order before it counts as unknown.
_ORDERS = 20_000
_AT_ONCE = 32
Rank = tuple[int, int, int]
"""Goals not met, gradations missing to them, cost: less is better."""


@dataclass(frozen=True)
class Found:
    """The modules of the best path in the order to take them, and whether it is proven that none is better."""

    modules: tuple[int, ...]
    proven: bool
    work: int


@dataclass(frozen=True)
class _Landmark:
    """One of ``modules`` is needed for all of ``facts`` together."""

    facts: tuple[Fact, ...]
    modules: tuple[int, ...]
    mask: int


@dataclass
class _Node:
    taken: frozenset[int]
    out: frozenset[int]
    targets: dict[int, int]
    rank: Rank = (0, 0, 0)
    branch: tuple[int, ...] = ()
    facts: tuple[Fact, ...] = ()


class Search:
    """One search; ``minutes`` is the time there is, ``limit`` how much work may be done."""

    def __init__(self, lifting: Lifting, minutes: int | None, limit: int) -> None:
        self.lifting = lifting
        self.limit = limit
        self.closure = Closure(lifting)
        self.spendable = None if minutes is None else (minutes + 1) * lifting.minute
        self.landmarks: dict[Fact, list[_Landmark]] = {}
        self.joint: list[_Landmark] = []
        self.best_rank: Rank | None = None
        self.best: tuple[int, ...] = ()
        self.best_targets: dict[int, int] = {}
        self.work = 0
        self.nodes = 0
        self.gave_up = False
        self.live = tuple(range(len(lifting.steps)))
        self.never = sum(lifting.costs) * 4 + 1

    # --- the search

    def run(self) -> Found:
        everything = range(len(self.lifting.steps))
        self.closure.add_all(everything)
        targets = {c: min(goal, self.closure.levels[c]) for c, goal in self.lifting.goals.items()}
        self.closure.undo(0)
        self._consider(frozenset(), {c: min(level, self.lifting.standing[c]) for c, level in targets.items()})
        root = _Node(frozenset(), frozenset(), targets)
        queue: list[tuple[Rank, int, _Node]] = []
        self._push(root, queue)
        self.live = tuple(module for module in self.live if module not in root.out)
        proven = True
        while queue:
            rank, _, node = heapq.heappop(queue)
            if self.best_rank is not None and rank >= self.best_rank:
                break
            if self.total_work > self.limit:
                proven = False
                break
            for child in self._children(node):
                self._push(child, queue)
        order = Taking(self.lifting, self.best, self.best_targets, 10**9).first()
        return Found(order, proven and not self.gave_up, self.total_work)

    @property
    def total_work(self) -> int:
        return self.work + self.closure.work

    def _push(self, node: _Node, queue: list[tuple[Rank, int, _Node]]) -> None:
        self.nodes += 1
        if self._bound(node):
            heapq.heappush(queue, (node.rank, -self.nodes, node))

    def _children(self, node: _Node) -> Iterable[_Node]:
        ruled_out = node.out
        for module in node.branch:
            yield _Node(node.taken | {module}, ruled_out, dict(node.targets))
            ruled_out = ruled_out | {module}
        if len(node.facts) <= 1:
            # That the fact is out of reach now, the bound will see.
            yield _Node(node.taken, ruled_out, dict(node.targets))
            return
        for competency, level in node.facts:
            yield _Node(node.taken, ruled_out, {**node.targets, competency: level - 1})

    # --- the bound

    def _bound(self, node: _Node) -> bool:
        """Give the node its rank and what to branch over; False where it can be left out."""
        lifting, closure, costs = self.lifting, self.closure, self.lifting.costs
        residual = list(costs)
        for module in node.out:
            residual[module] = self.never
        spent = 0
        mask = 0
        for module in node.taken:
            spent += costs[module]
            residual[module] = 0
            mask |= 1 << module
        if self.spendable is not None:
            for module, cost in enumerate(residual):
                if cost and spent + costs[module] >= self.spendable:
                    residual[module] = self.never
        never = self.never
        standing = lifting.standing
        while True:
            closure.undo(0)
            spare = list(residual)
            weights: dict[Fact, int] = {}
            hard = shared = 0
            required = {each for module in node.taken for each in lifting.steps[module].requires}
            open_marks: list[tuple[int, int, _Landmark]] = []
            lowered = False
            for landmark in self._active(node, required):
                if landmark.mask & mask:
                    continue
                left = sum(1 for module in landmark.modules if residual[module] < never)
                if not left and len(landmark.facts) > 1:
                    unmet, missing = self._shortfall(node.targets)
                    node.rank, node.branch, node.facts = (unmet, missing + 1, spent), (), landmark.facts
                    return True
                if not left:
                    if not self._lower(node, landmark.facts):
                        return False
                    lowered = True
                    break
                open_marks.append((left, len(open_marks), landmark))
                self.work += 1
            if lowered:
                continue
            open_marks.sort()
            for _, _, landmark in open_marks:
                weight = min([spare[module] for module in landmark.modules])
                if weight:
                    for module in landmark.modules:
                        spare[module] -= weight
                    if landmark.facts[0][0] == MODULE:
                        hard += weight
                    else:
                        for fact in landmark.facts:
                            weights[fact] = weights.get(fact, 0) + weight
                        shared += weight * (len(landmark.facts) - 1)
            rank = self._rank(node, spent + hard, weights, shared)
            if rank is None or (self.best_rank is not None and rank >= self.best_rank):
                return False
            closure.add_all(node.taken)
            closure.add_all(module for module, cost in enumerate(spare) if not cost)
            fresh = None
            while (fact := self._unreached(node, required)) is not None:
                landmark = self._cut(fact, spare)
                self.landmarks.setdefault(fact, []).append(landmark)
                weight = min((spare[module] for module in landmark.modules), default=never)
                if weight >= never // 2:
                    if not self._lower(node, (fact,)):
                        return False
                    lowered = True
                    break
                fresh = landmark
                for module in landmark.modules:
                    spare[module] -= weight
                    if not spare[module]:
                        closure.add(module)
                if fact[0] == MODULE:
                    hard += weight
                else:
                    weights[fact] = weights.get(fact, 0) + weight
                open_marks.append((sum(1 for m in landmark.modules if residual[m] < never), len(open_marks), landmark))
            if lowered:
                continue
            if fresh is not None:
                rank = self._rank(node, spent + hard, weights, shared)
                if rank is None or (self.best_rank is not None and rank >= self.best_rank):
                    return False
            node.rank = rank
            self._guess(node, spare, weights)
            if self.best_rank is not None and rank >= self.best_rank:
                return False
            self._fix(node, residual, spare, spent + hard, weights, shared)
            if not open_marks:
                return self._leaf(node)
            open_marks.sort()
            landmark = open_marks[0][2]
            modules = [module for module in landmark.modules if residual[module] < never and module not in node.out]
            node.branch = tuple(sorted(modules, key=lambda module: (spare[module], costs[module])))
            node.facts = landmark.facts
            return True

    def _active(self, node: _Node, required: set[int]) -> Iterable[_Landmark]:
        standing = self.lifting.standing
        for competency, target in node.targets.items():
            for level in range(standing[competency] + 1, target + 1):
                yield from self.landmarks.get((competency, level), ())
        for module in sorted(required):
            yield from self.landmarks.get((MODULE, module), ())
        for landmark in self.joint:
            if all(node.targets[competency] >= level for competency, level in landmark.facts):
                yield landmark

    def _lower(self, node: _Node, facts: tuple[Fact, ...]) -> bool:
        """Give up what cannot be reached any more; False where it has to be."""
        if facts[0][0] == MODULE or len(facts) > 1:
            return False
        competency, level = facts[0]
        node.targets[competency] = level - 1
        return True

    def _unreached(self, node: _Node, required: set[int]) -> Fact | None:
        levels = self.closure.levels
        for competency, target in node.targets.items():
            if levels[competency] < target:
                return competency, levels[competency] + 1
        for module in sorted(required):
            if not self.closure.holds((MODULE, module)):
                return MODULE, module
        return None

    def _cut(self, fact: Fact, spare: list[int]) -> _Landmark:
        """A landmark of a fact that the closure does not reach: what is left when all else has been added to it."""
        closure = self.closure
        start = closure.mark
        left = []
        for module in sorted(self.live, key=spare.__getitem__):
            mark = closure.mark
            closure.add(module)
            if closure.holds(fact):
                closure.undo(mark)
                left.append(module)
        closure.undo(start)
        return _Landmark((fact,), tuple(left), sum(1 << module for module in left))

    def _rank(self, node: _Node, spent: int, weights: Mapping[Fact, int], shared: int) -> Rank | None:
        """What no path below the node beats; None where the time does not suffice for what it has to take."""
        goals = self.lifting.goals
        unmet, missing = self._shortfall(node.targets)
        total = spent + sum(weights.values()) - shared
        if self.spendable is None:
            return unmet, missing, self._rounded(total)
        if spent >= self.spendable:
            return None
        excess = self._rounded(total) - self.spendable
        if excess < 0:
            return unmet, missing, self._rounded(total)
        excess = total - self.spendable
        by_goal: dict[int, int] = {}
        for (competency, _), weight in weights.items():
            by_goal[competency] = by_goal.get(competency, 0) + weight
        free = sum(weight for c, weight in by_goal.items() if node.targets[c] < goals[c])
        more_unmet = _fewest(
            excess - free, sorted((w for c, w in by_goal.items() if node.targets[c] >= goals[c]), reverse=True)
        )
        steps = sorted(weights.values(), reverse=True)
        more_missing = max(_fewest(excess, steps), more_unmet, 1)
        return unmet + more_unmet, missing + more_missing, spent

    def _rounded(self, cost: int) -> int:
        """The least that a path can cost which does not cost less."""
        grain = self.lifting.grain * self.lifting.minute
        return cost if cost % grain < self.lifting.minute else (cost // grain + 1) * grain

    def _fix(
        self, node: _Node, residual: list[int], spare: list[int], spent: int, weights: Mapping[Fact, int], shared: int
    ) -> None:
        """Rule out the modules that no path better than the best known takes."""
        if self.best_rank is None:
            return
        left = sorted((m for m, cost in enumerate(residual) if 0 < cost < self.never), key=spare.__getitem__)
        low, high = 0, len(left)
        while low < high:
            middle = (low + high) // 2
            rank = self._rank(node, spent + spare[left[middle]], weights, shared)
            if rank is None or rank >= self.best_rank:
                high = middle
            else:
                low = middle + 1
        if low < len(left):
            node.out = node.out | frozenset(left[low:])

    # --- paths found

    def _leaf(self, node: _Node) -> bool:
        """All is reached by what is taken, if each lift happened when it helps: see whether it can."""
        self._consider(node.taken, node.targets)
        if self.best_rank is not None and node.rank >= self.best_rank:
            return False
        landmark = self._conflict(node)
        if landmark is None:
            self.gave_up = True
            return False
        if len(landmark.facts) == 1:
            self.landmarks.setdefault(landmark.facts[0], []).append(landmark)
        else:
            self.joint.append(landmark)
        return self._bound(node)

    def _conflict(self, node: _Node) -> _Landmark | None:
        """A landmark of goals that no order of what is taken reaches together; None where that is not known."""
        targets = {c: level for c, level in node.targets.items() if level > self.lifting.standing[c]}
        for competency in tuple(targets):
            fewer = {c: level for c, level in targets.items() if c != competency}
            if self._can(node.taken, fewer) is False:
                targets = fewer
        if self._can(node.taken, targets) is not False:
            return None
        among = set(relevant(Lifting(self.lifting.steps, self.lifting.standing, targets))[1])
        added, left = set(node.taken) & among, []
        parts = [sorted(among - added, key=self.lifting.costs.__getitem__)]
        while parts:
            part = parts.pop()
            if len(part) <= _AT_ONCE and self._can(added | set(part), targets, _ORDERS // 10) is False:
                added.update(part)
            elif len(part) == 1:
                left += part
            elif part:
                parts += [part[len(part) // 2 :], part[: len(part) // 2]]
            if self.total_work > self.limit:
                return None
        return _Landmark(tuple(targets.items()), tuple(left), sum(1 << module for module in left))

    def _can(self, modules: Collection[int], targets: Mapping[int, int], limit: int = _ORDERS) -> bool | None:
        """Whether the modules can be taken in an order that reaches the targets; None where that is not known."""
        taking = Taking(self.lifting, modules, targets, limit)
        try:
            return taking.is_possible()
        except TooLongError:
            return None
        finally:
            self.work += taking.work

    def _guess(self, node: _Node, spare: list[int], weights: Mapping[Fact, int]) -> None:
        """Try what the bound has brought together, without what is not needed, as far as the time goes."""
        if self.nodes > 20 and self.nodes % 10:
            return
        targets = dict(node.targets)
        chosen = self._pruned({m for m, cost in enumerate(spare) if not cost} | node.taken, targets)
        if self.spendable is not None and self._cost(chosen) >= self.spendable and self.nodes > 1 and self.nodes % 50:
            return
        while self.spendable is not None and self._cost(chosen) >= self.spendable:
            trials = [self._without(chosen, targets, goal) for goal in self._dearest(targets, weights)]
            if not trials:
                return
            chosen, targets = min(trials, key=lambda trial: self._cost(trial[0]))
        self._consider(frozenset(chosen), targets)

    def _dearest(self, targets: Mapping[int, int], weights: Mapping[Fact, int]) -> list[int]:
        """The goals to try to do without: all of them at first, later the one that costs most."""
        standing = self.lifting.standing
        wanted = [goal for goal, level in targets.items() if level > standing[goal]]
        if self.nodes == 1 or not wanted:
            return wanted
        by_goal = dict.fromkeys(wanted, 0)
        for (goal, _), weight in weights.items():
            if goal in by_goal:
                by_goal[goal] += weight
        return [max(wanted, key=by_goal.__getitem__)]

    def _without(
        self, chosen: set[int], targets: Mapping[int, int], goal: int
    ) -> tuple[set[int], dict[int, int]]:
        fewer = {**targets, goal: self.lifting.standing[goal]}
        return self._pruned(chosen, fewer), fewer

    def _pruned(self, modules: Collection[int], targets: Mapping[int, int]) -> set[int]:
        """The modules without those that the targets do not need, the most costly first."""
        closure, costs = self.closure, self.lifting.costs
        chosen = set(modules)
        wanted = [(c, level) for c, level in targets.items() if level > self.lifting.standing[c]]
        for module in sorted(chosen, key=costs.__getitem__, reverse=True):
            closure.undo(0)
            closure.add_all(chosen - {module})
            if all(closure.levels[c] >= level for c, level in wanted):
                chosen.discard(module)
        return chosen

    def _cost(self, modules: Iterable[int]) -> int:
        return sum(self.lifting.costs[module] for module in modules)

    def _consider(self, modules: frozenset[int], targets: Mapping[int, int]) -> None:
        cost = self._cost(modules)
        if self.spendable is not None and cost >= self.spendable:
            return
        rank = (*self._shortfall(targets), cost)
        if self.best_rank is not None and rank >= self.best_rank:
            return
        if self._can(modules, targets):
            self.best_rank, self.best, self.best_targets = rank, tuple(sorted(modules)), dict(targets)


    def _shortfall(self, targets: Mapping[int, int]) -> tuple[int, int]:
        """How many goals are not met, and how many gradations are missing to them."""
        short = [goal - targets[c] for c, goal in self.lifting.goals.items() if targets[c] < goal]
        return len(short), sum(short)


def _fewest(amount: int, weights: list[int]) -> int:
    """How many of the weights, largest first, make more than the amount."""
    count = 0
    for weight in weights:
        if amount < 0:
            break
        amount -= weight
        count += 1
    return count + (1 if amount >= 0 else 0)
