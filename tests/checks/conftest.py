"""A course to spoil."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.checks.course_folder import CourseFolder

# What is slow here is the machine that is shared, never one example.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    """A copy of the minimal course."""
    return CourseFolder.minimal(tmp_path / "course")
