"""The course in figures."""

from __future__ import annotations

from coursewright.views.course_report import course_report
from tests.checks.course_folder import COHORT, FIRST, MAP, SECOND, CourseFolder


def test_modules_stand_in_the_order_of_the_path_with_every_exercise_once(course: CourseFolder) -> None:
    course.write("modules/altro.md", (course.root / SECOND).read_text("utf-8").replace("id: secondo", "id: altro"))
    rows = course_report(course.curriculum()).modules
    assert [(row.reading.module.id, row.minutes, row.exercises) for row in rows] == [
        ("primo", 60, 1),
        ("secondo", 60, 0),
        ("altro", 60, 0),
    ]


def test_exercise_of_the_plan_alone_counts(course: CourseFolder) -> None:
    course.replace(FIRST, "exercises: [cerchio]\n", "")
    assert [row.exercises for row in course_report(course.curriculum()).modules] == [1, 0]


def test_competency_that_nothing_covers_is_shown_as_such(course: CourseFolder) -> None:
    course.replace(MAP, "      - id: decidere\n", "      - {id: tacere, title: Tacere}\n      - id: decidere\n")
    rows = course_report(course.curriculum()).competencies
    assert [(row.competency.id, row.taught, row.practised, row.assessed) for row in rows] == [
        ("ascoltare", True, True, True),
        ("tacere", False, False, False),
        ("decidere", True, True, True),
    ]


def test_cancelled_sessions_take_no_hours(course: CourseFolder) -> None:
    (before,) = course_report(course.curriculum()).cohorts
    assert (before.session_minutes, before.module_minutes) == (120, 120)
    text = (course.root / COHORT).read_text("utf-8")
    course.write(COHORT, text.replace("modules: [secondo]", "modules: [secondo], cancelled: Neve"))
    (after,) = course_report(course.curriculum()).cohorts
    assert (after.session_minutes, after.module_minutes) == (60, 60)


def test_hours_that_cannot_be_told_are_unknown(course: CourseFolder) -> None:
    course.replace(COHORT, "Europe/Rome", "Europe/Roma")
    (row,) = course_report(course.curriculum()).cohorts
    assert (row.session_minutes, row.module_minutes) == (None, 120)
