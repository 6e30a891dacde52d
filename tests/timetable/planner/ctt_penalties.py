"""What a timetable of a curriculum-based instance breaks and costs, counted as the competition's validator does."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from coursewright.timetable.planner.arrangement import Arrangement, Placed
from tests.timetable.planner.ctt import Course, Instance

# What each departure costs, by the competition's rules.
STUDENT_WITHOUT_SEAT = 1
MISSING_DAY = 5
LONELY_LECTURE = 2
FURTHER_ROOM = 1


@dataclass(frozen=True)
class Penalties:
    """The validator's figures: four counts of violations, four costs."""

    lectures: int = 0
    conflicts: int = 0
    availability: int = 0
    room_occupancy: int = 0
    room_capacity: int = 0
    minimum_working_days: int = 0
    curriculum_compactness: int = 0
    room_stability: int = 0

    @property
    def hard(self) -> int:
        """All violations."""
        return self.lectures + self.conflicts + self.availability + self.room_occupancy

    @property
    def soft(self) -> int:
        """All costs."""
        return self.room_capacity + self.minimum_working_days + self.curriculum_compactness + self.room_stability


def penalties(instance: Instance, arrangement: Arrangement) -> Penalties:
    """Count what an arrangement of :func:`tests.timetable.planner.ctt_problem.as_problem` comes to."""
    timetable = list(zip(instance.courses, arrangement.cohorts, strict=True))
    periods = {course.id: Counter(each.occasion for each in placed) for course, placed in timetable}
    used = Counter((each.occasion, each.venue) for _, placed in timetable for each in placed)
    rooms = ({each.venue for each in placed} for _, placed in timetable)
    return Penalties(
        lectures=sum(abs(course.lectures - len(periods[course.id])) for course in instance.courses),
        conflicts=_conflicts(instance, periods),
        availability=sum((course, period) in instance.unavailable for course in periods for period in periods[course]),
        room_occupancy=sum(number - 1 for number in used.values()),
        room_capacity=STUDENT_WITHOUT_SEAT * sum(_without_seat(instance, *each) for each in timetable),
        minimum_working_days=MISSING_DAY * sum(_missing_days(instance, each, periods) for each in instance.courses),
        curriculum_compactness=LONELY_LECTURE * sum(_lonely(instance, periods)),
        room_stability=FURTHER_ROOM * sum(max(0, len(each) - 1) for each in rooms),
    )


def _conflicts(instance: Instance, periods: Mapping[str, Counter[int]]) -> int:
    """For each two courses of one teacher or one curriculum, the periods that both have."""
    tied = {
        frozenset((one.id, other.id))
        for one, other in combinations(instance.courses, 2)
        if one.teacher == other.teacher
    }
    tied |= {frozenset(pair) for curriculum in instance.curricula for pair in combinations(curriculum.courses, 2)}
    return sum(len(periods[one].keys() & periods[other].keys()) for one, other in map(sorted, tied))


def _without_seat(instance: Instance, course: Course, placed: tuple[Placed, ...]) -> int:
    capacity = {room.id: room.capacity for room in instance.rooms}
    return sum(max(0, course.students - capacity[each.venue]) for each in placed if each.venue is not None)


def _missing_days(instance: Instance, course: Course, periods: Mapping[str, Counter[int]]) -> int:
    return max(0, course.days - len({instance.day_of(period) for period in periods[course.id]}))


def _lonely(instance: Instance, periods: Mapping[str, Counter[int]]) -> Iterator[int]:
    """For each curriculum and period, its lectures if it has none in the periods next to it on that day."""
    for curriculum in instance.curricula:
        held: dict[int, int] = defaultdict(int)
        for course in curriculum.courses:
            for period, number in periods[course].items():
                held[period] += number
        for period, number in held.items():
            near = [each for each in (period - 1, period + 1) if each in held]
            if not any(instance.day_of(each) == instance.day_of(period) for each in near):
                yield number
