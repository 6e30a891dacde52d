"""The folder of the course that a command is about."""

from __future__ import annotations

from pathlib import Path

from coursewright.cli.refusal import RefusalError
from coursewright.model.words import N_


def course_root(start: Path) -> Path:
    """The nearest folder at or above ``start`` with ``curriculum/course.yaml``; without one, ``start``."""
    for folder in (start, *start.parents):
        if (folder / "curriculum" / "course.yaml").is_file():
            return folder
    return start


def refuse_courseless(root: Path) -> None:
    """Refuse a folder that is no course."""
    if not (root / "curriculum" / "course.yaml").exists():
        raise RefusalError(
            N_("There is no course here: curriculum/course.yaml is missing."),
            N_("Go into a course's folder, name it with --root, or make one: coursewright new course FOLDER"),
        )
