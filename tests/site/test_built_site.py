"""The site of the course that this repository carries."""

from __future__ import annotations

from tests.site.built_site import BuiltSite


def test_course_builds_without_a_warning(site: BuiltSite) -> None:
    assert site.warnings == ""
