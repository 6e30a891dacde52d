"""New files: all of them or none, and never over another.

Covers also `cli/scaffold/scaffold.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from coursewright.cli.scaffold.scaffold import Addition, Scaffold
from coursewright.cli.scaffold.writing import write_course, write_into
from coursewright.door.errors import RefusalError


def _contents(root: Path) -> dict[str, bytes]:
    return {str(file.relative_to(root)): file.read_bytes() for file in sorted(root.rglob("*")) if file.is_file()}


def _course(root: Path, text: str = "path: [uno]\n") -> Path:
    (root / "curriculum").mkdir(parents=True)
    (root / "curriculum" / "course.yaml").write_text(text, "utf-8")
    return root


NEW = Scaffold({"modules/due.md": "# Due\n"}, Addition("curriculum/course.yaml", "path", "due"))


def test_file_and_entry_are_written(tmp_path: Path) -> None:
    root = _course(tmp_path)
    (root / "curriculum/course.yaml").chmod(0o640)
    assert write_into(root, NEW)
    assert _contents(root) == {"curriculum/course.yaml": b"path: [uno, due]\n", "modules/due.md": b"# Due\n"}
    assert (root / "curriculum/course.yaml").stat().st_mode & 0o777 == 0o640


def test_entry_is_left_to_the_person_where_the_list_is_unusual(tmp_path: Path) -> None:
    root = _course(tmp_path, "path: &all [uno]\nother: *all\n")
    assert (
        write_into(root, Scaffold({"modules/due.md": "# Due\n"}, Addition("curriculum/course.yaml", "other", "due")))
        is False
    )
    assert sorted(_contents(root)) == ["curriculum/course.yaml", "modules/due.md"]


def test_nothing_is_written_over_and_nothing_stays_of_a_half(tmp_path: Path) -> None:
    root = _course(tmp_path)
    (root / "b.md").write_text("mine")
    before = _contents(root)
    with pytest.raises(RefusalError, match="nothing is written over"):
        write_into(root, Scaffold({"new/folder/a.md": "x", "b.md": "x"}, NEW.addition))
    assert _contents(root) == before
    assert not (root / "new").exists()


def test_nothing_stays_where_the_system_stops_it(tmp_path: Path) -> None:
    root = _course(tmp_path)
    before = _contents(root)
    with pytest.raises(OSError, match="File name too long"):
        write_into(root, Scaffold({"modules/due.md": "x", f"modules/{'x' * 300}.md": "x"}, NEW.addition))
    assert _contents(root) == before
    assert not (root / "modules").exists()


def test_course_goes_into_a_folder_that_is_new_or_empty_or_has_only_a_repository(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    for name in ("new", "a/deep/one", "empty", "repository"):
        write_course(tmp_path / name, {"a/b.md": "x"})
        assert (tmp_path / name / "a/b.md").read_text() == "x"


@pytest.mark.parametrize("name", ["full", "file", "nowhere"])
def test_course_does_not_go_where_something_is(tmp_path: Path, name: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / ".hidden").touch()
    (tmp_path / "file").touch()
    (tmp_path / "nowhere").symlink_to(tmp_path / "missing")
    with pytest.raises(RefusalError):
        write_course(tmp_path / name, {"a.md": "x"})
    assert not (tmp_path / "missing").exists()
