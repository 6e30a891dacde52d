"""The planner's engine with the preferences of curriculum-based course timetabling in place of ours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import groupby
from threading import Event

from ortools.sat.python import cp_model

from coursewright.timetable.planner.draft import CohortDraft, Draft
from coursewright.timetable.planner.literals import Literal, negated
from coursewright.timetable.planner.preferences import WeightedSum
from coursewright.timetable.planner.solving import TURNS, Manner, Solution, solve
from tests.timetable.planner.ctt import Course, Instance
from tests.timetable.planner.ctt_penalties import FURTHER_ROOM, LONELY_LECTURE, MISSING_DAY, STUDENT_WITHOUT_SEAT
from tests.timetable.planner.ctt_problem import as_problem


def minimised(instance: Instance, effort: float, stop: Event | None = None, manner: Manner = TURNS) -> Solution:
    """The cheapest timetable found with so much effort, as :func:`coursewright.timetable.planner.solving.solve`."""
    draft = Draft(as_problem(instance))
    total = WeightedSum()
    for course, cohort in zip(instance.courses, draft.cohorts, strict=True):
        _count_students_without_seat(instance, course, cohort, total)
        _count_missing_days(instance, course, cohort, total)
        _count_further_rooms(cohort, total)
    _count_lonely_lectures(instance, draft, total)
    draft.model.minimize(total.expression())
    return solve(draft, effort, manner, stop)


def _count_students_without_seat(instance: Instance, course: Course, cohort: CohortDraft, total: WeightedSum) -> None:
    capacity = {room.id: room.capacity for room in instance.rooms}
    for (_, room, _), literal in cohort.at.items():
        total.add(literal, STUDENT_WITHOUT_SEAT * max(0, course.students - capacity[room]))


def _count_missing_days(instance: Instance, course: Course, cohort: CohortDraft, total: WeightedSum) -> None:
    """``course.days``, less one for each day that has a lecture: further days than that count for nothing."""
    model = cohort.model
    counted: list[Literal] = []
    for _, periods in groupby(cohort.meets, key=instance.day_of):
        has_lecture = model.new_bool_var("day")
        model.add_bool_or([has_lecture.negated(), *(cohort.meets[period] for period in periods)])
        counted.append(has_lecture)
    missing = [model.new_bool_var("missing day") for _ in range(course.days)]
    model.add(cp_model.LinearExpr.sum([*missing, *counted]) >= course.days)
    for each in missing:
        total.add(each, MISSING_DAY)


def _count_further_rooms(cohort: CohortDraft, total: WeightedSum) -> None:
    by_room: dict[str, list[Literal]] = defaultdict(list)
    for (_, room, _), literal in cohort.at.items():
        by_room[room].append(literal)
    used = [cohort.model.new_bool_var(f"uses {room}") for room in by_room]
    for one, literals in zip(used, by_room.values(), strict=True):
        for literal in literals:
            cohort.model.add_implication(literal, one)
        total.add(one, FURTHER_ROOM)
    cohort.model.add_at_least_one(used)
    total.add(True, -FURTHER_ROOM)


def _count_lonely_lectures(instance: Instance, draft: Draft, total: WeightedSum) -> None:
    cohorts = {cohort.cohort.id: cohort for cohort in draft.cohorts}
    for curriculum in instance.curricula:
        busy = _busy(draft, [cohorts[course].meets for course in curriculum.courses])
        for period, literal in busy.items():
            near = [each for each in (period - 1, period + 1) if instance.day_of(each) == instance.day_of(period)]
            lonely = draft.model.new_bool_var("lonely")
            draft.model.add_bool_or([lonely, negated(literal), *(busy[each] for each in near if each in busy)])
            total.add(lonely, LONELY_LECTURE)


def _busy(draft: Draft, meets: list[Mapping[int, Literal]]) -> dict[int, Literal]:
    """Whether a curriculum has a lecture in each period; it never has two in one."""
    by_period: dict[int, list[Literal]] = defaultdict(list)
    for each in meets:
        for period, literal in each.items():
            by_period[period].append(literal)
    busy: dict[int, Literal] = {}
    for period, literals in sorted(by_period.items()):
        one = draft.model.new_bool_var("busy")
        draft.model.add_exactly_one([*literals, one.negated()])
        busy[period] = one
    return busy
