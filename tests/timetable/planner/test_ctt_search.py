"""The engine finds the best timetables of small instances, as trying all of them does."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product

import pytest

from coursewright.timetable.planner.arrangement import Arrangement, Placed
from tests.timetable.planner.ctt import Course, CourseGroup, Instance, Room, read_ctt
from tests.timetable.planner.ctt_penalties import penalties
from tests.timetable.planner.ctt_search import minimised
from tests.timetable.planner.test_ctt import TINY

EFFORT = 20.0


def made_up(seed: int) -> Instance:
    """A small instance; the same for the same seed."""
    chance = random.Random(seed)
    courses = tuple(
        Course(
            f"c{number}", f"t{chance.randrange(2)}", chance.randint(1, 2), chance.randint(1, 2), chance.randint(5, 30)
        )
        for number in range(3)
    )
    names = [course.id for course in courses]
    return Instance(
        name=f"made up {seed}",
        days=2,
        periods_per_day=2,
        courses=courses,
        rooms=(Room("r0", chance.randint(5, 30)), Room("r1", chance.randint(5, 30))),
        curricula=tuple(CourseGroup(f"q{number}", tuple(chance.sample(names, 2))) for number in range(2)),
        unavailable=frozenset((chance.choice(names), chance.randrange(4)) for _ in range(2)),
    )


def least_cost(instance: Instance) -> int | None:
    """What the best of all timetables costs that violate nothing; None where there is none."""
    ways = (list(placings(instance, course)) for course in instance.courses)
    found = (penalties(instance, Arrangement(each)) for each in product(*ways))
    return min((each.soft for each in found if each.hard == 0), default=None)


def placings(instance: Instance, course: Course) -> Iterator[tuple[Placed, ...]]:
    """Every way to hold a course."""
    names = [room.id for room in instance.rooms]
    for periods in combinations(instance.periods, course.lectures):
        for rooms in product(names, repeat=course.lectures):
            yield tuple(Placed(period, (), room) for period, room in zip(periods, rooms, strict=True))


@pytest.mark.parametrize("seed", range(12))
def test_optimum_is_that_of_brute_force(seed: int) -> None:
    instance = made_up(seed)
    found = minimised(instance, EFFORT)
    cost = found.cost if found.arrangement is not None else None
    assert (found.is_complete, cost) == (True, least_cost(instance))


@pytest.mark.parametrize("seed", range(12))
def test_cost_is_what_the_validator_counts(seed: int) -> None:
    instance = made_up(seed)
    found = minimised(instance, EFFORT)
    if found.arrangement is not None:
        counted = penalties(instance, found.arrangement)
        assert (counted.hard, counted.soft) == (0, found.cost)


def test_both_kinds_are_among_the_made_up_instances() -> None:
    assert {least_cost(made_up(seed)) is None for seed in range(12)} == {True, False}


def test_best_timetable_of_an_instance_is_found() -> None:
    found = minimised(read_ctt(TINY), EFFORT)
    assert (found.cost, found.bound, found.is_complete) == (2, 2, True)


def test_instance_without_a_timetable_is_known_as_such() -> None:
    instance = read_ctt(TINY)
    closed = frozenset(("canto", period) for period in instance.periods)
    assert minimised(replace(instance, unavailable=closed), EFFORT).is_impossible
