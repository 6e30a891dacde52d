"""``{run-sheets}``: a section for each session of an edition, for trainers alone."""

from __future__ import annotations

from pathlib import Path

from coursewright.model.page import Edition
from tests.sphinx_ext.course_site import ROOTS, CourseSite

PAGE = "---\nid: scalette\n---\n\n# Scalette\n\n```{run-sheets} c-2023\n```\n\n```{run-sheets} c-2022\n```\n"


def test_trainers_have_a_section_a_session_and_participants_none(tmp_path: Path) -> None:
    course = CourseSite.copy(tmp_path, ROOTS / "minimal")
    course.write("curriculum/pages/scalette.md", PAGE)
    trainers = course.build(edition=Edition.TRAINERS)
    page = trainers.page("curriculum/pages/scalette")
    assert page.headings == ("Scalette", "1. Primo", "2. Secondo")
    assert {"run-sheet-c-2023-s1", "run-sheet-c-2023-s2"} <= set(page.ids)
    assert [warning for warning in trainers.warnings if "c-2022" in warning] != []
    assert course.build().page("curriculum/pages/scalette").headings == ("Scalette",)
