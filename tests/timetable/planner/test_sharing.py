"""Who and what is in use at one time."""

from __future__ import annotations

from random import Random

from coursewright.timetable.planner.sharing import Use, at_one_time
from tests.timetable.planner.tiny_problems import FIRST


def _use(number: int, start: int, end: int) -> Use:
    return Use(number, 0, 0, start, end, FIRST, True)


def _sets(uses: list[Use]) -> list[list[int]]:
    return [[each.cohort for each in clique] for clique in at_one_time(uses)]


def test_uses_that_touch_do_not_meet() -> None:
    first, second = _use(0, 9, 12), _use(1, 12, 14)
    assert not first.meets(second)
    assert _sets([first, second]) == [[0], [1]]


def test_uses_at_one_time_are_the_largest_sets_that_go_on_at_some_minute() -> None:
    for number in range(300):
        random = Random(number)
        starts = [random.randrange(12) for _ in range(random.randint(1, 7))]
        uses = [_use(index, start, start + random.randint(1, 6)) for index, start in enumerate(starts)]
        going = {frozenset(each.cohort for each in uses if each.start <= minute < each.end) for minute in range(20)} - {
            frozenset()
        }
        largest = {each for each in going if not any(each < other for other in going)}
        found = [frozenset(each) for each in _sets(uses)]
        assert set(found) == largest, number
        assert len(found) == len(largest), number
        for one in uses:
            for other in uses:
                together = any({one.cohort, other.cohort} <= each for each in found)
                assert one.meets(other) == together, number
