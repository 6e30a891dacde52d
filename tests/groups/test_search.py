"""The search against every order of every set of modules.

Covers also `groups/guess.py`, `groups/landmarks.py`, `groups/lifting.py`, `groups/necessary.py`, `groups/rules.py`,
`groups/taking.py`, `groups/ways.py`.
"""

from __future__ import annotations

import pytest

from coursewright.groups.lifting import Lift, Lifting, Step, relevant
from coursewright.groups.search import Search, ground
from tests.groups.drawn import best, drawn, is_open, lifted, rank


@pytest.mark.parametrize("first", range(0, 4000, 500))
def test_path_is_the_best_of_all_orders_of_all_sets(first: int) -> None:
    for seed in range(first, first + 500):
        whole, minutes = drawn(seed)
        lifting, positions = relevant(whole)
        found = Search(ground(lifting), minutes, 1_000_000).run()
        taken: set[int] = set()
        levels = list(whole.standing)
        for number in found.modules:
            module = positions[number]
            assert is_open(whole, module, taken, levels), seed
            levels = lifted(whole, module, levels)
            taken.add(module)
        assert found.proven, seed
        assert rank(whole, taken, levels) == best(whole, minutes), seed


def test_long_chain_of_requirements_is_answered_with_little_work() -> None:
    steps = [Step(60, (Lift(each, 0, 1),), (each - 1,) if each else ()) for each in range(1000)]
    lifting = Lifting(tuple(steps), (0,) * 1000, {999: 1})
    found = Search(ground(lifting), None, 1_000_000).run()
    assert (found.modules, found.proven) == (tuple(range(1000)), True)
    assert found.work < 1_000_000
