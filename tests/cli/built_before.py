"""Loads all that a build needs, by building: what is forked of this process has it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.sphinx_ext.course_site import ROOTS, CourseSite

with TemporaryDirectory() as _folder:
    CourseSite.copy(Path(_folder), ROOTS / "minimal").build()
