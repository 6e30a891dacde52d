"""Every profile that the rules tell apart, and the few that they treat differently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from coursewright.fees.conditions import Conditions
from coursewright.model.condition import Profile, Verdicts
from coursewright.model.interval import Interval

# More than any rules that people can follow; beyond it nothing is listed or proven.
MOST_ROWS = 20_000

RuleMask = int
"""A set of rules: bit n stands for the rule in place n of the file."""


class TooManyProfilesError(Exception):
    """The rules tell more profiles apart than can be gone through."""


@dataclass(frozen=True)
class Treatment:
    """Profiles under which the same rules hold, whatever the window: those rules, and one of the profiles."""

    holding: RuleMask
    numbers: tuple[int, ...]


def all_profiles(conditions: Conditions) -> Iterator[tuple[tuple[int, ...], Profile]]:
    """Every profile with the numbers of its classes; TooManyProfilesError beyond the limit."""
    count = 1
    for dimension in conditions.dimensions:
        count *= len(dimension.classes)
    if count * max(1, len(enrolment_windows(conditions))) > MOST_ROWS:
        raise TooManyProfilesError
    for numbers in product(*(range(len(dimension.classes)) for dimension in conditions.dimensions)):
        yield numbers, profile_of(conditions, numbers)


def treatments(conditions: Conditions) -> tuple[Treatment, ...]:
    """One profile for each set of rules that can hold; so what is true of these is true of all profiles."""
    every = (1 << len(conditions.window_verdicts[0])) - 1
    found: dict[RuleMask, tuple[int, ...]] = {every: ()}
    for dimension in conditions.dimensions:
        classes = [mask_of(verdicts) for verdicts in dimension.verdicts]
        wider: dict[RuleMask, tuple[int, ...]] = {}
        for mask, numbers in found.items():
            for number, holding in enumerate(classes):
                wider.setdefault(mask & holding, (*numbers, number))
        if len(wider) * len(conditions.windows) > MOST_ROWS:
            raise TooManyProfilesError
        found = wider
    return tuple(Treatment(mask, numbers) for mask, numbers in found.items())


def profile_of(conditions: Conditions, numbers: tuple[int, ...]) -> Profile:
    """The profile whose classes have these numbers."""
    return tuple(dimension.classes[number] for dimension, number in zip(conditions.dimensions, numbers, strict=True))


def enrolment_windows(conditions: Conditions) -> list[tuple[int, Interval]]:
    """The windows in which enrolment is open, with their numbers, in order."""
    return [
        (number, window)
        for number, window in enumerate(conditions.windows)
        if window.start is not None and window.start in conditions.enrolment
    ]


def mask_of(verdicts: Verdicts) -> RuleMask:
    """The rules that hold."""
    return sum(1 << number for number, verdict in enumerate(verdicts) if verdict is None)


def members(mask: RuleMask) -> tuple[int, ...]:
    """The places of the rules in a set, ascending."""
    return tuple(number for number in range(mask.bit_length()) if mask >> number & 1)
