"""Which files are read, and what is said of those that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursewright.sources.course_files import CourseFiles, find_files


def found(root: Path, *paths: str) -> CourseFiles:
    """The files of a course with these empty files; a path that ends with ``/`` is a folder."""
    for path in paths:
        if path.endswith("/"):
            (root / path).mkdir(parents=True, exist_ok=True)
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).touch()
    return find_files(root)


def told(files: CourseFiles) -> list[tuple[str, str, object]]:
    return [(str(finding.code), finding.place.path, finding.values.get("nearest")) for finding in files.findings]


def paths(files: CourseFiles) -> dict[str, list[str]]:
    """The files that there are, by the words of their kinds."""
    several = {
        word: [each.relative_to(files.root).as_posix() for each in found] for word, found in files.by_word.items()
    }
    return {word: found for word, found in several.items() if found}


def test_empty_folder_has_no_files(tmp_path: Path) -> None:
    files = found(tmp_path)
    assert (paths(files), files.bibliography, files.published, files.findings) == ({}, None, [], [])


def test_every_kind_of_file_is_found(tmp_path: Path) -> None:
    files = found(
        tmp_path,
        "index.md",
        "curriculum/course.yaml",
        "curriculum/references.bib",
        "curriculum/cohorts/b.yaml",
        "curriculum/cohorts/a.yaml",
        "curriculum/cohorts/a.published.json",
        "curriculum/pages/casi/uno.md",
        "curriculum/pages/casi.md",
        "modules/b.md",
        "modules/a.md",
        "modules/a.png",
        "exercises/c.md",
    )
    assert files.findings == []
    assert files.bibliography == tmp_path / "curriculum/references.bib"
    assert files.published == [tmp_path / "curriculum/cohorts/a.published.json"]
    assert paths(files) == {
        "course": ["curriculum/course.yaml"],
        "cohort": ["curriculum/cohorts/a.yaml", "curriculum/cohorts/b.yaml"],
        "module": ["modules/a.md", "modules/b.md"],
        "exercise": ["exercises/c.md"],
        "page": ["curriculum/pages/casi/uno.md", "curriculum/pages/casi.md", "index.md"],
    }


def test_hidden_files_are_left_alone(tmp_path: Path) -> None:
    hidden = ("modules/.a.md", "modules/_a.md", "curriculum/~a.yaml", "curriculum/pages/_old/a.md", "curriculum/.git/a")
    assert found(tmp_path, *hidden).findings == []
    assert paths(find_files(tmp_path)) == {}


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("curriculum/curse.yaml", "course.yaml"),
        ("curriculum/figures.yml", "figures.yaml"),
        ("curriculum/Course.YAML", "course.yaml"),
        ("curriculum/reference.bib", "references.bib"),
        ("curriculum/notes.txt", None),
        ("curriculum/cohort/", "cohorts"),
        ("curriculum/modules/", None),
        ("curriculum/cohorts", None),
        ("curriculum/cohorts/a.yml", "a.yaml"),
        ("curriculum/cohorts/a.YAML", "a.yaml"),
        ("curriculum/cohorts/a.json", None),
        ("curriculum/groups/a.published.json", None),
        ("curriculum/groups/old/", None),
        ("curriculum/pages/a.markdown", "a.md"),
        ("curriculum/pages/a.MD", "a.md"),
        ("modules", None),
        ("modules/a.MD", "a.md"),
        ("modules/a.markdown", "a.md"),
        ("modules/a.yaml", "a.md"),
        ("modules/a.txt", "a.md"),
        ("exercises/old/", None),
    ],
)
def test_what_nothing_reads_is_told_with_the_name_that_was_meant(
    tmp_path: Path, path: str, nearest: str | None
) -> None:
    assert told(found(tmp_path, path)) == [("unexpected-file", path.rstrip("/"), nearest)]


@pytest.mark.parametrize(
    "folder", ["modules/html", "curriculum/html", "curriculum/cohorts/html", "curriculum/pages/html"]
)
def test_built_site_is_no_source(tmp_path: Path, folder: str) -> None:
    files = found(tmp_path, f"{folder}/.buildinfo", f"{folder}/index.md", f"{folder}/curriculum/pages/a.md")
    assert (paths(files), files.findings) == ({}, [])


def test_link_to_a_folder_of_pages_is_not_followed(tmp_path: Path) -> None:
    found(tmp_path, "curriculum/pages/a/b.md")
    (tmp_path / "curriculum/pages/again").symlink_to(".")
    files = find_files(tmp_path)
    assert paths(files) == {"page": ["curriculum/pages/a/b.md"]}
    assert told(files) == [("unexpected-file", "curriculum/pages/again", None)]


def test_folders_named_as_files_are_for_the_reader_to_refuse(tmp_path: Path) -> None:
    files = found(
        tmp_path, "curriculum/course.yaml/", "modules/a.md/", "curriculum/pages/b.md/", "curriculum/groups/c.yaml/"
    )
    assert files.findings == []
    assert paths(files) == {
        "course": ["curriculum/course.yaml"],
        "group-curriculum": ["curriculum/groups/c.yaml"],
        "module": ["modules/a.md"],
        "page": ["curriculum/pages/b.md"],
    }
