"""What plans cost, by each preference."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import islice

from coursewright.model.planning import Preferences
from coursewright.timetable.planner.arrangement import Arrangement, Placed, Preference, amounts, cost, trips
from coursewright.timetable.planner.problem import Candidate, CohortToPlan, Format, Problem, SessionToPlace
from tests.timetable.planner.every_plan import plans, price
from tests.timetable.planner.tiny_problems import FIRST, Size, drawn, hours_on, on_days

OCCASIONS = tuple(replace(each, late=late) for each, late in zip(on_days(0, 3, 10), (0, 0, 4), strict=True))
BOTH = (Candidate("t1"), Candidate("t2"))
FORM = Format(hours_on(OCCASIONS), 1, BOTH, (Candidate("v1"), Candidate("v2")))
COHORT = CohortToPlan(
    "c",
    OCCASIONS,
    (FORM,),
    (SessionToPlace(0, FIRST), SessionToPlace(0, FIRST + timedelta(days=5))),
    bridges={"v1": frozenset((1,)), None: frozenset((0, 1, 2))},
)


def _amounts(*placed: Placed, cohort: CohortToPlan = COHORT) -> list[int]:
    found = amounts(Problem((cohort,)), Arrangement((placed,)))
    return [found[each] for each in Preference]


def test_amounts_are_trips_days_off_the_rhythm_bridge_days_days_late_places_people_and_order() -> None:
    assert _amounts(Placed(0, ("t1",), "v1"), Placed(1, ("t1",), "v1")) == [2, 2, 1, 0, 0, 0, 0]
    assert _amounts(Placed(0, ("t1",), "v1"), Placed(2, ("t1", "t2"), "v2")) == [3, 5, 0, 4, 1, 1, 0]
    assert _amounts(Placed(2, ("t1",), "v1"), Placed(1, ("t1",), "v1"))[-1] == 1


def test_session_without_a_place_makes_no_trip_and_has_the_bridge_days_of_all() -> None:
    assert _amounts(Placed(0, ("t1",), None), Placed(1, ("t2",), None)) == [0, 2, 2, 0, 0, 1, 0]


def test_trips_are_made_once_for_all_cohorts_and_not_those_that_are_made_anyway() -> None:
    other = replace(COHORT, sessions=COHORT.sessions[:1])
    arrangement = Arrangement(((Placed(0, ("t1",), "v1"), Placed(1, ("t2",), "v1")), (Placed(0, ("t1",), "v1"),)))
    first, second = ("t1", "v1", FIRST), ("t2", "v1", FIRST + timedelta(days=3))
    assert trips(Problem((COHORT, other)), arrangement) == (first, second)
    assert trips(Problem((COHORT, other), frozenset((first,))), arrangement) == (second,)


def test_trip_weighs_what_it_weighs_most_in_any_cohort() -> None:
    light, heavy = (replace(COHORT, weights=Preferences(trips=weight, spacing=0)) for weight in (2, 30))
    placed = (Placed(0, ("t1",), "v2"), Placed(1, ("t1",), "v2"))
    elsewhere = (Placed(0, ("t2",), "v1"), Placed(2, ("t2",), "v1"))
    problem = Problem((light, heavy))
    assert cost(problem, Arrangement((placed, elsewhere)), Preference.TRIPS) == 4 * 30


def test_cost_is_each_amount_times_its_weight() -> None:
    compared = 0
    for number in range(150):
        problem = drawn(number, Size(barred=0.05))
        for arrangement in islice(plans(problem), 20):
            compared += 1
            assert cost(problem, arrangement) == price(problem, arrangement), number
            for each in Preference:
                assert cost(problem, arrangement, each) == price(problem, arrangement, each), number
    assert compared > 1000
