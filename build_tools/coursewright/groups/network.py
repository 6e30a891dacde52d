"""How the members of a group hang together by their interactions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from coursewright.model.group import GroupCurriculum

Pair = tuple[str, str]


@dataclass(frozen=True)
class Network:
    """Ids are sorted in all of it; a member without interactions is a component of its own, and apart.

    ``bridges`` are pairs with a single interaction whose loss splits a component. ``giving`` counts the pairs of
    members where one offers what the other seeks, ``mutual`` those where it holds both ways.
    """

    components: tuple[tuple[str, ...], ...]
    bridges: tuple[Pair, ...]
    apart: tuple[str, ...]
    giving: int
    mutual: int

    @property
    def reciprocity(self) -> Fraction | None:
        """The share of mutual pairs; None where nobody offers what another seeks."""
        return Fraction(self.mutual, self.giving) if self.giving else None


def network(group: GroupCurriculum) -> Network:
    """The network of the group."""
    ids = sorted({member.id for member in group.members})
    ties = Counter(_pair(*each.between) for each in group.interactions if each.between[0] != each.between[1])
    components, bridges = _walk(ids, ties)
    tied = {member for pair in ties for member in pair}
    directions = _directions(group)
    return Network(
        components,
        bridges,
        tuple(identifier for identifier in ids if identifier not in tied),
        len({_pair(giver, receiver) for giver, receiver in directions}),
        sum(giver < receiver and (receiver, giver) in directions for giver, receiver in directions),
    )


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one <= other else (other, one)


def _walk(ids: Iterable[str], ties: Mapping[Pair, int]) -> tuple[tuple[tuple[str, ...], ...], tuple[Pair, ...]]:
    """The components, and the pairs with a single tie whose loss splits one: no circle goes through them (Tarjan)."""
    beside: dict[str, list[str]] = {identifier: [] for identifier in ids}
    for one, other in ties:
        beside[one].append(other)
        beside[other].append(one)
    components: list[tuple[str, ...]] = []
    bridges: list[Pair] = []
    met: dict[str, int] = {}
    lowest: dict[str, int] = {}
    for root in beside:
        if root in met:
            continue
        begun, met[root] = len(met), len(met)
        lowest[root] = met[root]
        way = [(root, "", iter(beside[root]))]
        while way:
            here, before, others = way[-1]
            there = next(others, None)
            if there is None:
                way.pop()
                if before:
                    lowest[before] = min(lowest[before], lowest[here])
                    if lowest[here] > met[before]:
                        bridges.append(_pair(before, here))
            elif there not in met:
                met[there] = lowest[there] = len(met)
                way.append((there, here, iter(beside[there])))
            elif there != before:
                lowest[here] = min(lowest[here], met[there])
        components.append(tuple(sorted(islice(met, begun, None))))
    return tuple(sorted(components)), tuple(sorted(pair for pair in bridges if ties[pair] == 1))


def _directions(group: GroupCurriculum) -> set[Pair]:
    """Who offers something to whom."""
    givers: dict[str, set[str]] = {}
    for member in group.members:
        for competency in member.offers:
            givers.setdefault(competency, set()).add(member.id)
    return {
        (giver, member.id)
        for member in group.members
        for competency in member.seeks
        for giver in givers.get(competency, ())
        if giver != member.id
    }
