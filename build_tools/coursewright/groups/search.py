"""The least costly modules that bring a group furthest towards its goals: branch and bound over landmarks.

A node of the search has taken some ways and ruled out others, and aims at targets at or below the goals. Landmarks
that share no cost bound what any path below it costs; it branches over the ways of one landmark. Nodes are looked at
best first, so the first that the best path known beats ends the search: nothing is better.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from coursewright.groups.guess import Guess
from coursewright.groups.landmarks import Landmark, Landmarks
from coursewright.groups.lifting import Lifting
from coursewright.groups.necessary import NEVER, Necessary, thinned
from coursewright.groups.rules import Reached, Rules
from coursewright.groups.taking import in_order
from coursewright.groups.tally import Rank, Tally, shortfall
from coursewright.groups.ways import Way, are_exact, ways

# The first nodes all try for a path, later one in so many does; where goals have to be given up, that takes longer.
_FIRST, _OFTEN, _SELDOM = 20, 10, 50
# The root is begun anew while it rules out one in so many ways.
_SHARE = 20


@dataclass(frozen=True)
class Found:
    """The modules of the best path in the order to take them, whether none is better, and the work done."""

    modules: tuple[int, ...]
    proven: bool
    work: int


@dataclass(frozen=True)
class Ground:
    """What searches towards any of the goals have in common."""

    rules: Rules
    necessary: Necessary
    landmarks: Landmarks

    def towards(self, goals: Mapping[int, int]) -> Ground:
        """The same for some of the goals."""
        return Ground(self.rules.towards(goals), self.necessary, self.landmarks)


def ground(lifting: Lifting, kept: Iterable[Way] | None = None) -> Ground:
    """The ground of searches; what cannot matter is gone from the lifting. ``kept``: no other ways."""
    rules, necessary = thinned(lifting, tuple(ways(lifting) if kept is None else kept))
    return Ground(rules, necessary, Landmarks(rules, necessary))


@dataclass
class _Node:
    taken: frozenset[int]
    out: frozenset[int]
    targets: dict[int, int]
    rank: Rank = (0, 0, 0)
    branch: tuple[int, ...] = ()
    is_binding: bool = False


class _DeadEndError(Exception):
    """Nothing below a node can be better than the best path known."""


class Search:
    """One search; ``minutes`` is the time there is, ``limit`` how much work may be done before it ends unproven."""

    def __init__(self, ground: Ground, minutes: int | None, limit: int) -> None:
        self.lifting = lifting = ground.rules.lifting
        self.nodes = 0
        self._limit = limit
        self._spendable = None if minutes is None else (minutes + 1) * lifting.minute
        self._best: Rank | None = None
        self._modules: tuple[int, ...] = ()
        self._targets: dict[int, int] = {}
        self._work = 0
        self._unknown = False
        self._stand_on(ground)

    def _stand_on(self, ground: Ground) -> None:
        self._rules, self._necessary, self._landmarks = ground.rules, ground.necessary, ground.landmarks
        self._work -= self._landmarks.work

    @property
    def work(self) -> int:
        """The work done so far: rules followed, landmarks weighed."""
        return self._work + self._landmarks.work

    def run(self) -> Found:
        """The best path."""
        found = self._by_necessity()
        if found is not None:
            return found
        queue = self._rooted()
        proven = True
        while queue and not self._is_beaten(queue[0][0]):
            if self.work > self._limit:
                proven = False
                break
            for child in self._children(heapq.heappop(queue)[2]):
                self._push(child, queue)
        # Where the order nearest to the course is not found, the one in which the ways become open will do.
        order = in_order(self.lifting, self._modules, self._targets) or self._modules
        return Found(order, proven and not self._unknown, self.work)

    def _by_necessity(self) -> Found | None:
        """The modules without which the goals are not reached, where they are all that it takes."""
        targets = self._within_reach()
        modules = self._sure(targets)
        cost = sum(self.lifting.costs[module] for module in modules)
        self._work += len(modules)
        if self._spendable is not None and cost >= self._spendable:
            return None
        if not self._facts(targets):
            return Found((), True, self.work)
        reached = Reached(self._rules, sorted(way for module in modules for way in self._rules.siblings[module]))
        self._work += reached.work
        if not all(reached.holds[fact] for fact in self._facts(targets)):
            return None
        order = in_order(self.lifting, modules, targets)
        return Found(order, True, self.work) if order else None

    def _rooted(self) -> list[tuple[Rank, int, _Node]]:
        """The queue with the root, begun anew without the ways that it rules out while that helps."""
        while True:
            root = _Node(frozenset(), frozenset(), self._within_reach())
            if self._best is None:
                standing = {each: min(to, self.lifting.standing[each]) for each, to in root.targets.items()}
                self._best, self._targets = (*shortfall(self.lifting, standing), 0), standing
            queue: list[tuple[Rank, int, _Node]] = []
            self._push(root, queue)
            if not queue or len(root.out) * _SHARE < len(self._rules.ways) or self.work > self._limit:
                return queue
            kept = [way for number, way in enumerate(self._rules.ways) if number not in root.out]
            self._work += self._landmarks.work
            self._stand_on(ground(self.lifting, kept))

    def _within_reach(self) -> dict[int, int]:
        found = {}
        for competency, facts in self._rules.goals.items():
            level = min(self.lifting.standing[competency], self.lifting.goals[competency])
            for fact in facts:
                if self._necessary.of_facts[fact] == NEVER:
                    break
                level += 1
            found[competency] = level
        return found

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
        for way in node.branch:
            siblings = self._rules.siblings[self._rules.ways[way].module]
            yield _Node(node.taken | {way}, out.union(siblings) - {way}, dict(node.targets))
            out = out | {way}
        if not node.is_binding:
            # That the fact is out of reach now, the landmark without choices will say.
            yield _Node(node.taken, out, dict(node.targets))

    # What the best path below a node costs at least

    def _bound(self, node: _Node) -> bool:
        """Give the node its rank and what to branch over; False where its targets had to be lowered first."""
        rules = self._rules
        tally = Tally(rules, node.taken, node.out, self._spendable)
        binding = {fact for way in node.taken for fact in rules.needs[way]}
        owners = self._owners([*sorted(binding), *self._facts(node.targets)])
        mask = sum(1 << way for way in node.taken)
        unhit = [each for each in self._landmarks.of(owners) if not each.mask & mask]
        self._work += sum(len(each.ways) for each in unhit) // 4 + len(rules.ways) // 4 + len(owners)
        for each in unhit:
            if not tally.choices(each):
                return self._without_choices(node, owners[each.fact], binding)
        unhit.sort(key=tally.choices)
        for each in unhit:
            tally.charge(each, owners[each.fact], owners[each.fact] in binding)
        node.rank = self._checked(tally.rank(node.targets))
        reached = Reached(rules, node.taken)
        reached.add_all(way for way, cost in enumerate(tally.spare) if not cost)
        for fact, owner in owners.items():
            while not reached.holds[fact] and self.work <= self._limit:
                fresh = self._landmarks.cut(reached, fact)
                if not tally.choices(fresh):
                    return self._without_choices(node, owner, binding)
                tally.charge(fresh, owner, owner in binding)
                reached.add_all(way for way in fresh.ways if not tally.spare[way])
                unhit.append(fresh)
        self._work += reached.work
        node.rank = self._checked(tally.rank(node.targets))
        self._guess(node, tally)
        self._checked(node.rank)
        if self.work > self._limit:
            return True
        self._rule_out(node, tally)
        if not unhit:
            return self._at_end(node)
        over = min(unhit, key=tally.choices)
        self._branch(node, over, tally, owners[over.fact] in binding)
        return True

    def _owners(self, wanted: Iterable[int]) -> dict[int, int]:
        """What is necessary to what is wanted, nearest to where the group stands first, and to which of it at first."""
        owners: dict[int, int] = {}
        for each in wanted:
            for fact in self._necessary.facts(each):
                owners.setdefault(fact, each)
        return owners

    def _facts(self, targets: Mapping[int, int]) -> list[int]:
        standing = self.lifting.standing
        return [
            fact
            for competency, target in targets.items()
            for fact in self._rules.goals[competency][: max(0, target - standing[competency])]
        ]

    def _without_choices(self, node: _Node, wanted: int, binding: Collection[int]) -> bool:
        """Nothing reaches what is wanted any more: aim lower."""
        if wanted in binding:
            raise _DeadEndError
        competency, level = self._rules.names[wanted]
        node.targets[competency] = level - 1
        return False

    def _at_end(self, node: _Node) -> bool:
        """All that is aimed at is reached."""
        self._consider(node.taken, node.targets)
        self._checked(node.rank)
        self._unknown = True
        raise _DeadEndError

    def _rule_out(self, node: _Node, tally: Tally) -> None:
        """Rule out the ways with which no path is better than the best known: those with the most to spare."""
        left = sorted(
            (way for way, price in enumerate(tally.price) if 0 < price < tally.never), key=tally.spare.__getitem__
        )
        low, high = 0, len(left)
        while low < high:
            middle = (low + high) // 2
            rank = tally.rank(node.targets, more=tally.spare[left[middle]])
            if rank is None or self._is_beaten(rank):
                high = middle
            else:
                low = middle + 1
        node.out = node.out.union(left[low:])

    def _branch(self, node: _Node, over: Landmark, tally: Tally, is_binding: bool) -> None:
        left = [way for way in over.ways if tally.is_possible(way) and way not in node.out]
        node.branch = tuple(sorted(left, key=lambda way: (tally.spare[way], self._rules.costs[way])))
        node.is_binding = is_binding

    def _checked(self, rank: Rank | None) -> Rank:
        if rank is None or self._is_beaten(rank):
            raise _DeadEndError
        return rank

    def _is_beaten(self, rank: Rank) -> bool:
        return self._best is not None and rank >= self._best

    # Paths found on the way

    def _consider(self, taken: Collection[int], targets: dict[int, int]) -> None:
        """Keep the modules if they are the best so far."""
        cost = self._rules.cost(taken)
        rank = (*shortfall(self.lifting, targets), cost)
        if (self._spendable is None or cost < self._spendable) and not self._is_beaten(rank):
            order = Reached(self._rules, sorted(taken)).order
            modules = tuple(self._rules.ways[rule].module for rule in order if rule < len(self._rules.ways))
            if are_exact(self.lifting) or in_order(self.lifting, modules, targets):
                self._best, self._modules, self._targets = rank, modules, dict(targets)

    def _guess(self, node: _Node, tally: Tally) -> None:
        """Try what the bound has brought together, without what is not needed, as far as the time goes."""
        if self.nodes > _FIRST and self.nodes % _OFTEN:
            return
        closed = [way for way, price in enumerate(tally.price) if price >= tally.never]
        targets = self._facts(node.targets)
        needed = [fact for way in sorted(node.taken) for fact in self._rules.needs[way]]
        sure = self._sure(node.targets)
        for prices in (tally.spare, self._rules.costs) if self.nodes == 1 else (tally.spare,):
            guess = Guess(self._rules, prices, closed, sure)
            chosen = guess.path([*targets, *needed], node.taken)
            if chosen is not None and self.nodes == 1:
                self._consider(chosen, node.targets)
                if self._is_beaten(node.rank):
                    return
                chosen = guess.better(chosen, targets, self._limit // 8)
            self._work += guess.work
            if chosen is None:
                continue
            if self._spendable is None or self._rules.cost(chosen) < self._spendable:
                self._consider(chosen, node.targets)
            elif self.nodes == 1 or not self.nodes % _SELDOM:
                self._give_up(node, chosen, tally)

    def _sure(self, targets: Mapping[int, int]) -> set[int]:
        """The modules without which the targets are not reached."""
        return {module for fact in self._facts(targets) for module in self._necessary.modules(fact)}

    def _give_up(self, node: _Node, chosen: frozenset[int], tally: Tally) -> None:
        """Give up one goal after the other until the time is enough, each time the one that saves most."""
        targets, standing = dict(node.targets), self.lifting.standing
        rules, spendable = self._rules, self._spendable or 0
        while rules.cost(chosen) >= spendable and self.work <= self._limit:
            closed = [way for way in range(len(rules.ways)) if way not in chosen]
            trials = []
            for each in (each for each, level in targets.items() if level > standing[each]):
                fewer = {**targets, each: standing[each]}
                guess = Guess(rules, tally.spare, closed, self._sure(fewer))
                trials.append((guess.rough(self._facts(fewer)), fewer))
                # To go through what is closed takes as long as to follow it.
                self._work += guess.work + len(rules.ways) * 2
            chosen, targets = min(trials, key=lambda trial: rules.cost(trial[0]))
            if rules.cost(chosen) < spendable * 5 // 4:
                guess = Guess(rules, tally.spare, closed, self._sure(targets))
                chosen = guess.path(self._facts(targets)) or chosen
                self._work += guess.work
        self._consider(chosen, targets)
