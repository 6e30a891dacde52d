"""Minutes that add up, sizes and sessions that make sense.

Covers also `model/exercise.py`.
"""

from __future__ import annotations

from coursewright.model.finding import Code
from tests.checks.course_folder import COHORT, EXERCISE, FIRST, SECOND, CourseFolder, Told


def test_plan_counts_exercises_with_their_own_minutes(course: CourseFolder) -> None:
    course.replace(FIRST, "minutes: 60", "minutes: 75")
    assert course.values(Code.PLAN_OFF) == [{"found": 60, "expected": 75, "difference": 15}]
    assert course.places(Code.PLAN_OFF) == [f"{FIRST}:4:10"]


def test_plan_does_not_count_breaks(course: CourseFolder) -> None:
    course.replace(FIRST, "  - {exercise: cerchio}\n", "  - {break: 15}\n  - {exercise: cerchio}\n")
    assert course.told() == []


def test_plan_with_an_exercise_that_could_not_be_read_is_not_added_up(course: CourseFolder) -> None:
    course.replace(EXERCISE, "minutes: 30", "minutes: trenta")
    assert course.told() == [Told("wrong-type", f"{EXERCISE}:7:10", "trenta")]


def test_module_without_plan_is_found(course: CourseFolder) -> None:
    course.replace(SECOND, "plan:\n  - {title: Un caso, minutes: 60}\n", "")
    assert course.told() == [Told("plan-missing", f"{SECOND}:2:1")]


def test_planned_exercise_is_also_listed(course: CourseFolder) -> None:
    course.replace(FIRST, "exercises: [cerchio]\n", "")
    assert course.told() == [Told("planned-not-listed", f"{FIRST}:8:16", "cerchio")]


def test_steps_that_do_not_add_up_are_found(course: CourseFolder) -> None:
    course.replace(EXERCISE, "{title: Giro, minutes: 20}", "{title: Giro, minutes: 10}")
    assert course.values(Code.STEPS_OFF) == [{"found": 20, "expected": 30, "difference": 10}]


def test_exercise_without_steps_has_none_to_add_up(course: CourseFolder) -> None:
    steps = "steps:\n  - {title: Giro, minutes: 20}\n  - {title: Chiusura, minutes: 10}\n"
    course.replace(EXERCISE, steps, "")
    assert course.told() == []


def test_group_of_one_size_is_fine(course: CourseFolder) -> None:
    course.replace(EXERCISE, "{min: 6, max: 10}", "{min: 6, max: 6}")
    assert course.told() == []


def test_group_size_reversed_is_found(course: CourseFolder) -> None:
    course.replace(EXERCISE, "{min: 6, max: 10}", "{min: 6, max: 5}")
    assert course.told() == [Told("group-size-reversed", f"{EXERCISE}:6:14")]


def test_session_without_modules_is_found(course: CourseFolder) -> None:
    course.replace(COHORT, "{id: s2, modules: [secondo], ", "{id: s2, ")
    assert course.told() == [Told("session-without-modules", f"{COHORT}:13:12", "s2")]


def test_cancelled_session_teaches_nothing(course: CourseFolder) -> None:
    course.replace(COHORT, "{id: s2, modules: [secondo], ", "{id: s2, cancelled: Neve, ")
    assert course.places(Code.SESSION_WITHOUT_MODULES) == []
