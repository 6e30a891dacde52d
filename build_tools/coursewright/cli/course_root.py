"""The folder of the course that a command is about."""

from __future__ import annotations

from pathlib import Path


def course_root(start: Path) -> Path:
    """The nearest folder at or above ``start`` with ``curriculum/course.yaml``; without one, ``start``."""
    for folder in (start, *start.parents):
        if (folder / "curriculum" / "course.yaml").is_file():
            return folder
    return start
