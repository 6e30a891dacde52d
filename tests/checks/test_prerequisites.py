"""Modules that require each other, or something that comes later."""

from __future__ import annotations

from coursewright.model.finding import Code
from tests.checks.course_folder import COURSE, FIRST, SECOND, CourseFolder, Told


def test_loop_is_told_once_from_its_smallest_module(course: CourseFolder) -> None:
    course.replace(FIRST, "minutes: 60\n", "minutes: 60\nrequires: [secondo]\n")
    (found,) = course.findings()
    assert (found.code, found.values["loop"]) == (Code.PREREQUISITE_LOOP, "primo → secondo → primo")
    assert str(found.place) == f"{FIRST}:5:12"
    assert [str(place) for place in found.related] == [f"{SECOND}:6:12"]


def test_module_that_requires_itself_is_a_loop(course: CourseFolder) -> None:
    course.replace(SECOND, "requires: [primo]", "requires: [primo, secondo]")
    assert course.values(Code.PREREQUISITE_LOOP) == [{"loop": "secondo → secondo"}]


def test_required_module_that_comes_later_is_found(course: CourseFolder) -> None:
    course.replace(COURSE, "path: [primo, secondo]", "path: [secondo, primo]")
    assert course.told() == [Told("required-later", f"{SECOND}:6:12", "primo")]


def test_required_module_outside_the_path_is_not_later(course: CourseFolder) -> None:
    course.replace(COURSE, "path: [primo, secondo]", "path: [secondo]")
    assert course.told() == [Told("module-not-in-path", f"{FIRST}:2:5", "primo")]
