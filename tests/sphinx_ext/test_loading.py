"""Findings on the way to a site: errors stop it before anything is written, warnings are told at every build."""

from __future__ import annotations

import pytest

from tests.sphinx_ext.course_site import Build, CourseSite


def spoil(course: CourseSite) -> None:
    """Two errors in two files."""
    course.replace("modules/misura.md", "requires: [decisione]", "requires: [decisioni]")
    course.replace("curriculum/figures.yaml", "competency: misurare", "competency: misurarre")


def test_errors_are_all_told_and_nothing_is_written(unbuilt: CourseSite) -> None:
    spoil(unbuilt)
    build = unbuilt.try_to_build()
    assert build.failure == "Errori nel corso: 2."
    assert [(warning.split(": ERROR:")[0], warning.split("[")[-1]) for warning in build.warnings] == [
        ("curriculum/figures.yaml:12", "unknown-id]"),
        ("modules/misura.md:6", "unknown-id]"),
    ]
    assert build.files == {}


def test_errors_leave_the_last_site_as_it_is(course: CourseSite) -> None:
    before = course.build()
    stamps = before.stamps
    spoil(course)
    assert course.try_to_build().failure
    assert before.stamps == stamps


def test_warnings_are_told_at_every_build(course: CourseSite) -> None:
    course.replace("modules/conclusione.md", "plan: [{title: Un giro, minutes: 45}]\n", "")
    first, second = course.build(), course.build()
    assert [warning.split("[")[-1] for warning in first.warnings] == ["coursewright.plan-missing]"]
    assert second.read == ()
    assert second.warnings == first.warnings


def test_warnings_can_be_silenced_by_their_codes(course: CourseSite) -> None:
    course.replace("modules/conclusione.md", "plan: [{title: Un giro, minutes: 45}]\n", "")
    assert course.build(suppress_warnings=["coursewright.plan-missing"]).warnings == ()


def test_findings_can_be_left_to_who_tells_them_elsewhere(course: CourseSite) -> None:
    course.replace("modules/conclusione.md", "plan: [{title: Un giro, minutes: 45}]\n", "")
    assert course.build(coursewright_report_findings=False).warnings == ()


def test_unknown_edition_is_refused(course: CourseSite) -> None:
    build = course.try_to_build(coursewright_edition="tutti")
    assert "'tutti'" in build.failure
    assert "participants, trainers" in build.failure


@pytest.mark.parametrize("inside", ["modules/out", "curriculum/pages/out", "exercises"])
def test_output_inside_the_course_is_not_read(inside: str, course: CourseSite, participants: Build) -> None:
    within = CourseSite(course.root, course.root / inside)
    silent = ["coursewright.unexpected-file"]
    within.build("text", suppress_warnings=silent)
    within.build(suppress_warnings=silent)
    again = within.build(suppress_warnings=silent)
    assert again.read == ()
    assert again.html == participants.html
