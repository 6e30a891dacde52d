"""The validator's figures, against cases counted by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from coursewright.timetable.planner.arrangement import Arrangement, Placed
from tests.timetable.planner.ctt import read_ctt
from tests.timetable.planner.ctt_penalties import Penalties, penalties
from tests.timetable.planner.test_ctt import TINY

Timetable = Mapping[str, Sequence[tuple[int, str]]]

# Day 0 has periods 0 to 2, day 1 periods 3 to 5. The one lecture of curriculum «secondo» is always alone: 2.
BEST: Timetable = {
    "storia": [(0, "aula"), (3, "aula")],
    "fisica": [(1, "saletta"), (4, "saletta")],
    "canto": [(2, "aula")],
}


def counted(timetable: Timetable) -> Penalties:
    """The figures of a timetable of the tiny instance."""
    courses = (tuple(Placed(period, (), room) for period, room in timetable[each]) for each in BEST)
    return penalties(read_ctt(TINY), Arrangement(tuple(courses)))


def test_best_timetable_costs_only_what_cannot_be_helped() -> None:
    found = counted(BEST)
    assert (found, found.hard, found.soft) == (Penalties(curriculum_compactness=2), 0, 2)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {"storia": [(0, "aula"), (0, "saletta")]},
            Penalties(
                lectures=1,
                # Ten sit on the floor, one of two days is missing, «fisica» is alone on day 1, there are two rooms.
                room_capacity=10,
                minimum_working_days=5,
                curriculum_compactness=4,
                room_stability=1,
            ),
            id="two lectures of a course in one period",
        ),
        pytest.param(
            {"canto": [(3, "saletta")]},
            Penalties(conflicts=1, room_capacity=5, curriculum_compactness=2),
            id="two courses of a teacher in one period",
        ),
        pytest.param(
            {"fisica": [(0, "saletta"), (4, "saletta")]},
            Penalties(conflicts=1, curriculum_compactness=6),
            id="two courses of a curriculum in one period: both are without a neighbour",
        ),
        pytest.param(
            {"storia": [(0, "aula"), (5, "aula")]},
            Penalties(availability=1, curriculum_compactness=2),
            id="a course in a period in which it cannot be held",
        ),
        pytest.param(
            {"canto": [(1, "saletta")]},
            Penalties(room_occupancy=1, room_capacity=5, curriculum_compactness=2),
            id="two courses in a room",
        ),
        pytest.param(
            {"storia": [(0, "saletta"), (3, "saletta")]},
            Penalties(room_capacity=20, curriculum_compactness=2),
            id="each lecture in a room that is too small",
        ),
        pytest.param(
            {"storia": [(0, "aula"), (2, "aula")], "canto": [(3, "aula")]},
            Penalties(minimum_working_days=5, curriculum_compactness=4),
            id="fewer days than wanted",
        ),
        pytest.param(
            {"storia": [(2, "aula"), (3, "aula")], "fisica": [(4, "saletta"), (5, "saletta")], "canto": [(1, "aula")]},
            Penalties(curriculum_compactness=4),
            id="the next period is of the next day",
        ),
        pytest.param(
            {"fisica": [(1, "aula"), (4, "saletta")]},
            Penalties(curriculum_compactness=2, room_stability=1),
            id="a second room",
        ),
    ],
)
def test_each_departure_is_counted(changes: Timetable, expected: Penalties) -> None:
    assert counted({**BEST, **changes}) == expected


def test_sums_are_over_what_is_hard_and_what_is_soft() -> None:
    found = Penalties(1, 2, 4, 8, 16, 32, 64, 128)
    assert (found.hard, found.soft) == (15, 240)
