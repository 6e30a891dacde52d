"""The ways in which a module can be taken: with which of its lifts.

A module is taken once, and lifts only who is far enough by then. So to take it for one of its lifts and for two of them
are different things: the second waits until the group is far enough for both. As ways, the order of taking is part of
what is searched: any order in which the needs of each way are met is one in which the modules can be taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from coursewright.groups.lifting import Lift, Lifting

# A module with more lifts that have to be waited for is counted as if the others needed no waiting.
_MOST = 6


@dataclass(frozen=True)
class Way:
    """A module taken for some of its lifts; those in ``waits`` start above where the group stands."""

    module: int
    lifts: tuple[Lift, ...]
    waits: tuple[Lift, ...]


def ways(lifting: Lifting) -> Iterator[Way]:
    """Every way to take every module."""
    for module, step in enumerate(lifting.steps):
        later = [lift for lift in step.lifts if lift.start > lifting.standing[lift.competency]]
        sure = tuple(lift for lift in step.lifts if lift not in later)
        loose = tuple(later[_MOST:])
        for count in range(min(len(later), _MOST) + 1):
            for waits in combinations(later[:_MOST], count):
                yield Way(module, (*sure, *waits, *loose), waits)


def are_exact(lifting: Lifting) -> bool:
    """Whether each module is counted in all its ways."""
    return all(
        sum(lift.start > lifting.standing[lift.competency] for lift in step.lifts) <= _MOST for step in lifting.steps
    )
