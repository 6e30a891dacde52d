"""What is taught, practised, assessed and used; and silence where a file that may tell could not be read."""

from __future__ import annotations

from coursewright.model.finding import Code
from tests.checks.course_folder import EXERCISE, FIRST, MAP, SECOND, CourseFolder, Told

NEW = "      - {id: tacere, title: Tacere}\n"
ABSENCES = {"competency-not-taught", "competency-not-practised", "competency-not-assessed"}


def _with_new_competency(course: CourseFolder) -> CourseFolder:
    return course.replace(MAP, "      - id: decidere\n", NEW + "      - id: decidere\n")


def test_competency_that_nothing_covers_is_found_three_times(course: CourseFolder) -> None:
    told = [told for told in _with_new_competency(course).told() if told.code in ABSENCES]
    assert told == [Told(code, f"{MAP}:16:14", "tacere") for code in sorted(ABSENCES)]


def test_teaching_is_not_missed_while_a_module_cannot_be_read(course: CourseFolder) -> None:
    _with_new_competency(course).replace(SECOND, "minutes: 60\nteaches", "minutes: x\nteaches")
    codes = {told.code for told in course.told()} & ABSENCES
    assert codes == {"competency-not-practised", "competency-not-assessed"}


def test_practice_is_not_missed_while_an_exercise_cannot_be_read(course: CourseFolder) -> None:
    _with_new_competency(course).replace(EXERCISE, "device: ritual", "device: rito")
    assert {told.code for told in course.told()} & ABSENCES == {"competency-not-taught"}


def test_exercise_that_no_module_lists_or_plans_is_found(course: CourseFolder) -> None:
    course.replace(FIRST, "exercises: [cerchio]\n", "")
    course.replace(FIRST, "{exercise: cerchio}", "{title: Giro, minutes: 30}")
    assert course.told() == [Told("exercise-not-used", f"{EXERCISE}:2:5", "cerchio")]


def test_exercise_that_is_only_listed_is_used(course: CourseFolder) -> None:
    course.replace(FIRST, "{exercise: cerchio}", "{title: Giro, minutes: 30}")
    assert course.told() == []


def test_exercise_is_not_missed_while_a_module_cannot_be_read(course: CourseFolder) -> None:
    course.replace(FIRST, "minutes: 60\n", "minutes: x\n")
    assert course.places(Code.EXERCISE_NOT_USED) == []
