"""Why there is no plan: compared with every choice of conditions, for problems with few."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import combinations
from random import Random
from threading import Event

import pytest

from coursewright.timetable.planner.conflict import Conflict, conflict, smallest_hitting_set
from coursewright.timetable.planner.problem import Candidate, CohortToPlan, Format, Problem, SessionToPlace
from coursewright.timetable.planner.requirement import Bar, Requirement, RequirementKind
from tests.timetable.planner.every_plan import broken, is_free, plans
from tests.timetable.planner.tiny_problems import FIRST, Size, drawn, hours_on, on_days, rule

ONE = Size(cohorts=(1, 1), sessions=(2, 2), occasions=(2, 3), trainers=2, rules=5, barred=0.5)
TWO = Size(cohorts=(2, 2), sessions=(1, 1), occasions=(1, 4), trainers=2, rules=4, barred=0.4)


def _subsets(requirements: Collection[Requirement]) -> Iterator[frozenset[Requirement]]:
    for size in range(len(requirements) + 1):
        yield from map(frozenset, combinations(requirements, size))


def _breaches(problem: Problem) -> list[frozenset[Bar]]:
    """What each plan breaks that would be one if everything were given up, the least of them."""
    found = {frozenset(broken(problem, each)) for each in plans(problem, problem.requirements())}
    return [each for each in found if not any(other < each for other in found)]


def _is_possible(breaches: Collection[frozenset[Bar]], given_up: Collection[Requirement]) -> bool:
    return any(is_free(each, given_up) for each in breaches)


def _cost(requirements: Collection[Requirement]) -> int:
    return sum(each.cost for each in requirements)


@pytest.mark.parametrize("share", [0.3, pytest.param(1, marks=pytest.mark.audit)], ids=["few", "all"])
@pytest.mark.parametrize("size", [ONE, TWO], ids=["one cohort", "two cohorts"])
def test_conflict_is_smallest_and_what_is_to_be_given_up_is_cheapest(size: Size, share: float) -> None:
    explained = hopeless = 0
    for number in range(int(150 * share)):
        problem = drawn(number, size)
        everything = frozenset(problem.requirements())
        breaches = _breaches(problem)
        if _is_possible(breaches, ()) or len(everything) > 9:
            continue
        found = conflict(problem)
        assert found is not None
        if not breaches:
            hopeless += 1
            assert (found.requirements, found.is_smallest, found.relaxation) == ((), True, ()), number
            continue
        explained += 1
        in_conflict = (each for each in _subsets(everything) if not _is_possible(breaches, everything - each))
        assert found.is_smallest, number
        assert len(found.requirements) == len(next(in_conflict)), number
        assert not _is_possible(breaches, everything - set(found.requirements)), number
        cheapest = min(_cost(each) for each in _subsets(everything) if _is_possible(breaches, each))
        assert _is_possible(breaches, found.relaxation), number
        assert _cost(found.relaxation) == cheapest, number
    assert explained > 20 * share
    assert hopeless > 2 * share


def _one_session(*bars: Bar) -> Problem:
    occasions = on_days(*range(len(bars)), bars={position: (bar,) for position, bar in enumerate(bars)})
    form = Format(hours_on(occasions), 1, (Candidate("t1"),))
    return Problem((CohortToPlan("c", occasions, (form,), (SessionToPlace(0, FIRST),)),))


def test_conditions_stand_in_the_order_of_their_places() -> None:
    late, early = rule(9), rule(2)
    found = conflict(_one_session((late,), (early,)))
    assert found is not None
    assert found.requirements == (early, late)


def test_cheapest_of_several_ways_out_is_named() -> None:
    requires, ends = rule(1, RequirementKind.REQUIRES), rule(2, RequirementKind.ENDS)
    assert conflict(_one_session((requires,), (ends,))) == Conflict((requires, ends), True, (ends,), (("c", 1),))


def test_two_cheap_conditions_go_before_one_that_costs_more_than_both() -> None:
    starts, ends, holidays = (
        rule(1, RequirementKind.STARTS),
        rule(2, RequirementKind.ENDS),
        rule(3, RequirementKind.HOLIDAYS),
    )
    occasions = on_days(0, 1, bars={0: ((starts,), (ends,)), 1: ((holidays,),)})
    problem = Problem((CohortToPlan("c", occasions, (Format(hours_on(occasions)),), (SessionToPlace(0, FIRST),)),))
    found = conflict(problem)
    assert found is not None
    assert found.relaxation == (starts, ends)
    assert len(found.requirements) == 2
    assert holidays in found.requirements


def test_session_that_nothing_could_make_possible_has_no_conditions_to_name() -> None:
    occasions = on_days(0)
    problem = Problem((CohortToPlan("c", occasions, (Format({}),), (SessionToPlace(0, FIRST),)),))
    assert conflict(problem) == Conflict((), True, (), (("c", 1),))


def test_search_for_a_conflict_that_is_stopped_says_nothing() -> None:
    stop = Event()
    stop.set()
    assert conflict(_one_session((rule(1),)), stop) is None


def test_hitting_set_is_smallest_and_of_those_cheapest() -> None:
    for number in range(60):
        random = Random(number)
        rules = [rule(line, random.choice(tuple(RequirementKind))) for line in range(1, 7)]
        sets = [random.sample(rules, random.randint(1, 3)) for _ in range(random.randint(1, 6))]
        found = smallest_hitting_set(sets)
        hitting: list[Collection[Requirement]] = [
            each for each in _subsets(rules) if all(each & set(one) for one in sets)
        ]
        assert (len(found), _cost(found)) == min((len(each), _cost(each)) for each in hitting), number
        assert frozenset(found) in hitting, number
