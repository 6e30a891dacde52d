"""Some cohorts beside others that are settled: as good as all together, with those where they are."""

from __future__ import annotations

from itertools import product
from random import Random

from coursewright.timetable.planner.arrangement import Arrangement, Placed, cost
from coursewright.timetable.planner.part import fits, part_of
from coursewright.timetable.planner.problem import CohortToPlan
from tests.timetable.planner.every_plan import broken, cohort_plans
from tests.timetable.planner.tiny_problems import Size, drawn

TWO = Size(cohorts=(2, 2), sessions=(2, 2), occasions=(2, 5), barred=0.08)


def _some_plans(cohort: CohortToPlan, number: int) -> list[tuple[Placed, ...]]:
    every = list(cohort_plans(cohort, ()))
    return Random(number).sample(every, min(15, len(every)))


def test_part_allows_what_the_whole_allows_beside_what_is_settled() -> None:
    allowed = forbidden = 0
    for number in range(200):
        problem = drawn(number, TWO)
        first, second = (_some_plans(cohort, number) for cohort in problem.cohorts)
        for settled, placed in product(first, second):
            part = part_of(problem, {0: settled}, [1])
            assert part.cohorts[0].id == problem.cohorts[1].id
            whole, alone = Arrangement((settled, placed)), Arrangement((placed,))
            is_sound = not broken(problem, whole)
            assert (not broken(part, alone)) == is_sound, number
            assert fits(part, [placed]) == is_sound, number
            allowed += is_sound
            forbidden += not is_sound
    assert allowed > 200
    assert forbidden > 200


def test_trips_of_what_is_settled_are_made_anyway() -> None:
    compared = 0
    for number in range(200):
        problem = drawn(number, TWO)
        if problem.cohorts[0].weights.trips != problem.cohorts[1].weights.trips:
            continue
        first, second = (list(cohort_plans(cohort, ()))[:6] for cohort in problem.cohorts)
        for settled, placed in product(first, second):
            own = cost(part_of(problem, {}, [0]), Arrangement((settled,)))
            beside = cost(part_of(problem, {0: settled}, [1]), Arrangement((placed,)))
            assert own + beside == cost(problem, Arrangement((settled, placed))), number
            compared += 1
    assert compared > 100


def test_part_without_anything_settled_is_the_cohorts_alone() -> None:
    problem = drawn(3, TWO)
    part = part_of(problem, {}, [1, 0])
    assert part.cohorts == (problem.cohorts[1], problem.cohorts[0])
    assert (part.trips, part.ways) == (problem.trips, problem.ways)
