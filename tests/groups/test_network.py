"""How members hang together: against what taking each pair away would do."""

from __future__ import annotations

import random

from coursewright.groups.network import network
from coursewright.model.group import GroupCurriculum, Interaction, Member, Openness


def _group(size: int, pairs: list[tuple[int, int]]) -> GroupCurriculum:
    return GroupCurriculum(
        id="g",
        title="G",
        open=Openness(licence="L", invites="I"),
        purpose="P",
        members=tuple(Member(id=f"nodo-{number}") for number in range(size)),
        interactions=tuple(
            Interaction(between=(f"nodo-{one}", f"nodo-{other}"), way="coaching") for one, other in pairs
        ),
    )


def _components(size: int, pairs: list[tuple[int, int]]) -> int:
    part = list(range(size))
    for one, other in pairs:
        part = [part[other] if each == part[one] else each for each in part]
    return len(set(part))


def test_bridges_are_the_interactions_whose_loss_splits_a_component() -> None:
    draw = random.Random(7)
    for _ in range(400):
        size = draw.randint(2, 8)
        pairs = [tuple(sorted(draw.sample(range(size), 2))) for _ in range(draw.randint(0, 10))]
        drawn = [(one, other) for one, other in pairs]
        found = network(_group(size, drawn))
        expected = {
            (f"nodo-{one}", f"nodo-{other}")
            for number, (one, other) in enumerate(drawn)
            if _components(size, drawn[:number] + drawn[number + 1 :]) > _components(size, drawn)
        }
        assert set(found.bridges) == expected
        assert len(found.components) == _components(size, drawn)
        tied = {member for pair in drawn for member in pair}
        assert found.apart == tuple(f"nodo-{number}" for number in range(size) if number not in tied)


def test_long_chain_takes_no_deep_recursion() -> None:
    found = network(_group(3000, [(number, number + 1) for number in range(2999)]))
    assert (len(found.bridges), len(found.components)) == (2999, 1)
