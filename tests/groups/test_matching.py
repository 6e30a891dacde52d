"""The matching against every way to serve every seek."""

from __future__ import annotations

import random
from collections import Counter
from itertools import product

from coursewright.groups.matching import Match, matches
from coursewright.model.group import GroupCurriculum, Member, Openness


def _drawn(seed: int) -> GroupCurriculum:
    chance = random.Random(seed)
    members = [
        Member(
            id=f"nodo-{letter}",
            offers=tuple(chance.sample("xyz", chance.randint(0, 3))),
            seeks=tuple(chance.sample("xyz", chance.randint(0, 2))),
        )
        for letter in "abcde"[: chance.randint(2, 5)]
    ]
    return GroupCurriculum(
        id="rete",
        title="Rete",
        open=Openness(licence="CC-BY-SA-4.0", invites="Chi vuole."),
        purpose="Provare.",
        members=tuple(members),
    )


def _best(group: GroupCurriculum) -> list[Match]:
    seeks = [(member.id, each) for member in group.members for each in member.seeks]
    able = [[giver.id for giver in group.members if each in giver.offers and giver.id != to] for to, each in seeks]
    ways = product(*[givers or [""] for givers in able])
    lists = [sorted(Match(giver, *seek) for giver, seek in zip(way, seeks, strict=True) if giver) for way in ways]
    return min(lists, key=lambda each: (sorted(Counter(match.giver for match in each).values(), reverse=True), each))


def test_matching_is_the_most_even_then_the_first() -> None:
    for seed in range(600):
        group = _drawn(seed)
        assert list(matches(group)) == _best(group), seed
