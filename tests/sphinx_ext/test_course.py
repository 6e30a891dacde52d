"""The course that this repository carries."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursewright.model.page import Edition
from tests.sphinx_ext.course_site import run

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("edition", Edition)
def test_course_builds_without_a_warning(edition: Edition, tmp_path: Path) -> None:
    settings = {"coursewright_edition": edition.value, "nitpicky": True}
    build = run(ROOT, tmp_path / "html", tmp_path / "doctrees", "html", 2, settings)
    assert (build.failure, build.warnings) == ("", ())
