"""The booklets of a site: of this edition, written once, gone with what they show."""

from __future__ import annotations

import io

from pypdf import PdfReader

from coursewright.model.page import Edition
from tests.sphinx_ext.course_site import Build, CourseSite


def _built(site: CourseSite, edition: Edition = Edition.PARTICIPANTS) -> Build:
    return site.build(edition=edition, coursewright_booklets=True)


def _text(build: Build, name: str) -> str:
    (path,) = [each for each in build.files if each.startswith("booklets/") and name in each]
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(build.files[path])).pages)


def test_what_is_for_trainers_is_in_their_booklets_alone(course: CourseSite) -> None:
    participants, trainers = (_built(course, edition) for edition in Edition)
    for name in ("exercises", "workbook"):
        shown = _text(participants, name)
        assert ("SUGGERIMENTO" in shown, "CONDUCE" in shown) == (False, False)
    assert "SUGGERIMENTO" in _text(trainers, "exercises")


def test_booklets_are_written_when_their_sources_change_and_only_then(course: CourseSite) -> None:
    first, again = _built(course), _built(course)
    before = {path: stamp for path, stamp in first.stamps.items() if path.startswith("booklets/")}
    assert len(before) == 2
    assert {path: again.stamps[path] for path in before} == before
    course.replace("exercises/scelta.md", "# La scelta", "# Una scelta nuova")
    changed = _built(course)
    assert "Una scelta nuova" in _text(changed, "exercises")
    assert all(changed.stamps[path] != before[path] for path in before)
