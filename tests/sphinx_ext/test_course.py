"""The course that this repository carries."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursewright.model.page import Edition
from tests.sphinx_ext.course_site import CourseSite, run

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("edition", Edition)
def test_course_builds_without_a_warning(edition: Edition, tmp_path: Path) -> None:
    settings = {"coursewright_edition": edition.value, "nitpicky": True}
    build = run(ROOT, tmp_path / "html", tmp_path / "doctrees", "html", 2, settings)
    assert (build.failure, build.warnings) == ("", ())


def test_single_entries_are_said_to_be_made_up(course: CourseSite) -> None:
    made_up = {
        "competencies/mappa": ("title: Misurare\n", "title: Misurare\n        illustrative: true\n"),
        "figures": ("source: bianchi-2021\n", "illustrative: true\n"),
        "glossary": ("source: bianchi-2021}", "illustrative: true}"),
    }
    for page, (old, new) in made_up.items():
        course.replace(f"curriculum/{page}.yaml", old, new)
    build = course.build()
    told = {
        page: build.page(f"curriculum/{page}").text.count("Illustrativo: inventato per il corso.") for page in made_up
    }
    assert told == dict.fromkeys(made_up, 1)
