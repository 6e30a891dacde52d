"""Folders that a site may go to, and folders that it may not.

Covers also `cli/refusal.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from coursewright.cli.output_folder import MARKER, marker_text, output_folder
from coursewright.door.errors import RefusalError
from coursewright.model.page import Edition
from tests.checks.course_folder import CourseFolder

PARTICIPANTS, TRAINERS = Edition.PARTICIPANTS, Edition.TRAINERS


def test_each_edition_has_its_own_place(course: CourseFolder) -> None:
    build = course.root.resolve() / "_build"
    assert output_folder(course.root, None, PARTICIPANTS) == build / "html"
    assert output_folder(course.root, None, TRAINERS) == build / "html-trainers"


@pytest.mark.parametrize("folder", ["public", "_build/elsewhere", "../site", "../new/deep/site"])
def test_a_new_folder_is_taken(course: CourseFolder, folder: str) -> None:
    given = course.root / folder
    assert output_folder(course.root, given, PARTICIPANTS) == given.resolve()


@pytest.mark.parametrize(
    "folder",
    [
        ".",
        "..",
        "/",
        "curriculum",
        "curriculum/pages/site",
        "Modules",
        "exercises/html",
        "build_tools",
        "tests",
        "docs/site",
        "locales",
        "private/site",
        ".git",
        ".venv/site",
        "_build",
        "_build/.cache",
        "_build/.cache/participants/html",
        "public/../curriculum",
        "curriculum/course.yaml",
    ],
)
def test_a_folder_of_sources_or_above_them_is_refused(course: CourseFolder, folder: str) -> None:
    with pytest.raises(RefusalError):
        output_folder(course.root, course.root / folder, PARTICIPANTS)


def test_a_link_to_the_sources_is_refused(course: CourseFolder, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(course.root / "modules")
    for folder in (tmp_path / "link", tmp_path / "link" / "site"):
        with pytest.raises(RefusalError):
            output_folder(course.root, folder, PARTICIPANTS)


def test_a_folder_above_the_course_is_refused_even_if_it_was_a_site(course: CourseFolder, tmp_path: Path) -> None:
    (tmp_path / MARKER).write_text(marker_text(PARTICIPANTS))
    with pytest.raises(RefusalError):
        output_folder(course.root, tmp_path, PARTICIPANTS)


def test_a_file_is_refused(course: CourseFolder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(RefusalError):
        output_folder(course.root, tmp_path / "file", PARTICIPANTS)


def test_a_folder_with_other_peoples_files_is_refused(course: CourseFolder, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    assert output_folder(course.root, folder, PARTICIPANTS) == folder
    (folder / "wedding.jpg").write_text("mine")
    (folder / ".buildinfo").write_text("")
    with pytest.raises(RefusalError):
        output_folder(course.root, folder, PARTICIPANTS)


def test_an_earlier_site_is_taken_and_one_of_another_edition_refused(course: CourseFolder, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("")
    (folder / MARKER).write_text(marker_text(PARTICIPANTS))
    assert output_folder(course.root, folder, PARTICIPANTS) == folder
    with pytest.raises(RefusalError):
        output_folder(course.root, folder, TRAINERS)


def test_a_folder_inside_a_site_is_refused(course: CourseFolder, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / MARKER).write_text(marker_text(PARTICIPANTS))
    with pytest.raises(RefusalError):
        output_folder(course.root, site / "below", PARTICIPANTS)


def test_the_default_folder_may_hold_what_sphinx_made(course: CourseFolder) -> None:
    folder = course.root / "_build" / "html"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("")
    with pytest.raises(RefusalError):
        output_folder(course.root, None, PARTICIPANTS)
    (folder / ".buildinfo").write_text("")
    assert output_folder(course.root, None, PARTICIPANTS) == folder.resolve()
