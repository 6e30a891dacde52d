"""A course to change."""

from pathlib import Path

import pytest

from tests.checks.course_folder import CourseFolder


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    """A copy of the minimal course."""
    return CourseFolder.minimal(tmp_path / "course")
