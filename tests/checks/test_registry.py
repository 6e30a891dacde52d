"""All checks together: on files of every state, and on a course of a thousand modules."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

import pytest

from coursewright.checks.registry import CHECKS, check_curriculum
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Severity
from coursewright.model.module import Module
from coursewright.sources.course_tree import read_course
from tests.checks.course_folder import MINIMAL, CourseFolder

FILES = sorted(path.relative_to(MINIMAL).as_posix() for path in MINIMAL.rglob("*.*") if path.is_file())


def test_every_check_stands_once() -> None:
    assert len(set(CHECKS)) == len(CHECKS)


@pytest.mark.parametrize("path", FILES)
def test_file_that_cannot_be_read_brings_no_other_errors(course: CourseFolder, path: str) -> None:
    (course.root / path).write_bytes(b"\xff")
    assert [told.code for told in course.told()] == ["not-utf8"]


@pytest.mark.parametrize("path", FILES)
def test_file_that_is_not_there_stops_nothing(course: CourseFolder, path: str) -> None:
    course.remove(path)
    assert all(finding.severity in Severity for finding in course.findings())


def test_thousand_modules_are_checked_in_moments() -> None:
    curriculum = _large(read_course(MINIMAL).curriculum, 1000)
    start = time.process_time()
    findings = check_curriculum(curriculum)
    assert time.process_time() - start < 3
    assert findings == ()


def _large(small: Curriculum, count: int) -> Curriculum:
    """The course with ``count`` modules, each requiring the two before it."""
    second = small.modules["secondo"]
    modules = dict(small.modules)
    names = list(modules)
    for number in range(count):
        name = f"modulo-{number:04}"
        teaches = tuple(teaching for teaching in second.teaches for _ in range(3))
        changes = {"id": name, "requires": tuple(names[-2:]), "teaches": teaches}
        modules[name] = _copy(second, changes)
        names.append(name)
    course = small.course.model_copy(update={"path": tuple(names)})
    return replace(small, modules=modules, course=course)


def _copy(module: Module, changes: Mapping[str, object]) -> Module:
    return module.model_copy(update=changes).located(module.origin).with_prose(module.prose)
