"""Small searches drawn at random, and what is best in them by going through all sets and orders."""

from __future__ import annotations

import random

from coursewright.groups.lifting import Lift, Lifting, Step

Best = tuple[int, int, int, int, list[int]]


def drawn(seed: int) -> tuple[Lifting, int | None]:
    """A search of up to nine modules, and the minutes there are."""
    chance = random.Random(seed)
    modules, competencies, scale = chance.randint(1, 9), chance.randint(1, 4), chance.randint(2, 4)
    are_equal = chance.random() < 0.5
    steps = []
    for position in range(modules):
        least = 0 if chance.random() < 0.1 else 1
        lifts = []
        for competency in chance.sample(range(competencies), chance.randint(least, min(competencies, 3))):
            start = chance.randrange(scale - 1)
            lifts.append(Lift(competency, start, chance.randint(start + 1, scale - 1)))
        others = [each for each in range(modules) if each != position]
        requires = chance.sample(others, min(len(others), chance.randint(1, 2))) if chance.random() < 0.4 else []
        minutes = 60 if are_equal else chance.choice((30, 45, 60, 90, 100))
        steps.append(Step(minutes, tuple(lifts), tuple(requires)))
    standing = tuple(chance.choice((0, 0, 0, 1)) for _ in range(competencies))
    aimed = chance.sample(range(competencies), chance.randint(1, competencies))
    goals = {each: chance.randint(0, scale - 1) for each in aimed}
    return Lifting(tuple(steps), standing, goals), None if chance.random() < 0.4 else chance.randint(0, 400)


def is_open(lifting: Lifting, module: int, taken: set[int], levels: list[int]) -> bool:
    """Whether the module can be taken now."""
    return all(
        required in taken or all(levels[lift.competency] >= lift.to for lift in lifting.steps[required].lifts)
        for required in lifting.steps[module].requires
    )


def lifted(lifting: Lifting, module: int, levels: list[int]) -> list[int]:
    """Where the group stands after the module."""
    after = list(levels)
    for lift in lifting.steps[module].lifts:
        if levels[lift.competency] >= lift.start:
            after[lift.competency] = max(after[lift.competency], lift.to)
    return after


def rank(lifting: Lifting, taken: set[int], levels: list[int]) -> Best:
    """Goals not met, gradations missing, minutes, modules, their positions."""
    short = [goal - levels[each] for each, goal in lifting.goals.items() if levels[each] < goal]
    minutes = sum(lifting.steps[each].minutes for each in taken)
    return len(short), sum(short), minutes, len(taken), sorted(taken)


def best(lifting: Lifting, minutes: int | None) -> Best:
    """The best rank over every order of every set of modules."""
    start = (frozenset[int](), lifting.standing)
    seen, waiting = {start}, [start]
    found = rank(lifting, set(), list(lifting.standing))
    while waiting:
        taken, levels = waiting.pop()
        here = rank(lifting, set(taken), list(levels))
        if minutes is not None and here[2] > minutes:
            continue
        found = min(found, here)
        for module in range(len(lifting.steps)):
            if module not in taken and is_open(lifting, module, set(taken), list(levels)):
                after = (taken | {module}, tuple(lifted(lifting, module, list(levels))))
                if after not in seen:
                    seen.add(after)
                    waiting.append(after)
    return found
