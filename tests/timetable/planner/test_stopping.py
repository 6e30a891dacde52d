"""A search that somebody stops ends soon, with what it has."""

from __future__ import annotations

from threading import Event
from time import monotonic

import pytest

from coursewright.timetable.planner.search import Search
from tests.timetable.planner.every_plan import broken, price
from tests.timetable.planner.large_problem import large


@pytest.mark.parametrize("cohorts", [1, 5])
def test_search_that_is_stopped_gives_the_best_plan_so_far(cohorts: int) -> None:
    problem, stop = large(cohorts, 8 if cohorts == 1 else 5), Event()
    at: list[float] = []

    def told(*_: int) -> None:
        at.append(monotonic())
        stop.set()

    found = Search(problem, 1000.0, stop=stop, tell=told).run()
    assert monotonic() - at[0] < 3
    assert found.arrangement is not None
    assert broken(problem, found.arrangement) == set()
    assert found.cost == price(problem, found.arrangement)
    assert not found.is_complete


@pytest.mark.parametrize("cohorts", [1, 5])
def test_search_that_is_stopped_before_it_begins_ends_at_once(cohorts: int) -> None:
    stop = Event()
    stop.set()
    begun = monotonic()
    found = Search(large(cohorts, 5), 1000.0, stop=stop).run()
    assert monotonic() - begun < 6
    assert not found.is_impossible
