"""How the members of a group hang together by their interactions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

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
    single = sorted(pair for pair, count in ties.items() if count == 1)
    components = _components(ids, ties)
    bridges = tuple(pair for pair in single if len(_components(ids, set(ties) - {pair})) > len(components))
    tied = {member for pair in ties for member in pair}
    directions = _directions(group)
    ways = [((one, other) in directions) + ((other, one) in directions) for one, other in combinations(ids, 2)]
    return Network(
        components,
        bridges,
        tuple(identifier for identifier in ids if identifier not in tied),
        sum(1 for way in ways if way),
        sum(1 for way in ways if way == 2),
    )


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one <= other else (other, one)


def _components(ids: Iterable[str], pairs: Iterable[Pair]) -> tuple[tuple[str, ...], ...]:
    part: dict[str, set[str]] = {identifier: {identifier} for identifier in ids}
    for one, other in pairs:
        if part[one] is not part[other]:
            joined = part[one] | part[other]
            part.update(dict.fromkeys(joined, joined))
    return tuple(sorted({tuple(sorted(each)) for each in part.values()}))


def _directions(group: GroupCurriculum) -> set[Pair]:
    """Who offers something to whom."""
    offers: Mapping[str, set[str]] = {member.id: set(member.offers) for member in group.members}
    return {
        (giver, member.id)
        for member in group.members
        for giver, offered in offers.items()
        if giver != member.id and offered.intersection(member.seeks)
    }
