"""The made-up courses are sound, and always the same."""

from __future__ import annotations

from pathlib import Path

from coursewright.project import open_project
from tests.bench.synthetic_course import map_file, module_file, write_course


def contents(root: Path) -> dict[str, str]:
    """Every file of a folder."""
    return {str(file.relative_to(root)): file.read_text("utf-8") for file in root.rglob("*") if file.is_file()}


def test_course_has_no_finding(tmp_path: Path) -> None:
    write_course(tmp_path / "course", 21)
    assert open_project(tmp_path / "course").findings == ()


def test_course_is_the_same_each_time(tmp_path: Path) -> None:
    write_course(tmp_path / "one", 11)
    write_course(tmp_path / "two", 11)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_course_has_what_was_asked(tmp_path: Path) -> None:
    write_course(tmp_path / "course", 11)
    curriculum = open_project(tmp_path / "course").curriculum
    counts = (len(curriculum.modules), len(curriculum.exercises), len(curriculum.maps), len(curriculum.competencies))
    assert counts == (11, 22, 2, 11)
    assert module_file(tmp_path / "course", 10).is_file()
    assert map_file(tmp_path / "course", 1).is_file()
