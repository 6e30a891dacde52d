"""Loops of a directed graph, told in the same way whatever the order of its parts."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from itertools import pairwise

Graph = Mapping[str, Collection[str]]
Edge = tuple[str, str]
_Links = dict[str, set[str]]


def loops(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """The shortest loop through each edge that is part of one, each loop once, sorted.

    A loop begins with its smallest name; a loop of one is a node that leads to itself. All loops there are
    can be too many to list: those that share
    every edge with shorter ones appear when the shorter ones are gone.
    """
    tangle = _tangle(graph)
    sources = _reversed(tangle)
    found: set[tuple[str, ...]] = set()
    for node in tangle:
        came_from = _shortest_ways(node, tangle)
        for source in sources[node]:
            if source in came_from:
                found.add(_begun_with_smallest(_way_to(source, came_from)))
    return tuple(sorted(found))


def edges_of(loop: tuple[str, ...]) -> tuple[Edge, ...]:
    """The steps of a loop, the last of them back to its beginning."""
    return tuple(pairwise((*loop, loop[0])))


def _tangle(graph: Graph) -> _Links:
    """The part that can hold loops: nodes that nothing leads to, or that lead nowhere, are peeled off."""
    links = {node: {target for target in targets if target in graph} for node, targets in graph.items()}
    return _reversed(_without_ends(_reversed(_without_ends(links))))


def _without_ends(links: _Links) -> _Links:
    """The graph without nodes that lead nowhere, as often as that leaves others leading nowhere."""
    sources = _reversed(links)
    left = {node: len(targets) for node, targets in links.items()}
    queue = deque(node for node, count in left.items() if count == 0)
    gone = set(queue)
    while queue:
        for source in sources[queue.popleft()]:
            left[source] -= 1
            if left[source] == 0:
                gone.add(source)
                queue.append(source)
    return {node: targets - gone for node, targets in links.items() if node not in gone}


def _reversed(links: _Links) -> _Links:
    turned: _Links = {node: set() for node in links}
    for node, targets in links.items():
        for target in targets:
            turned[target].add(node)
    return turned


def _shortest_ways(start: str, links: _Links) -> dict[str, str]:
    """For each node that ``start`` leads to, the one before it on a shortest way; for ``start``, itself."""
    came_from = {start: start}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for target in sorted(links[node]):
            if target not in came_from:
                came_from[target] = node
                queue.append(target)
    return came_from


def _way_to(end: str, came_from: Mapping[str, str]) -> tuple[str, ...]:
    way = [end]
    while came_from[way[-1]] != way[-1]:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))


def _begun_with_smallest(loop: tuple[str, ...]) -> tuple[str, ...]:
    start = loop.index(min(loop))
    return loop[start:] + loop[:start]
