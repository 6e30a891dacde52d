"""Courses made by the command, each language once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.course_folder import CourseFolder
from tests.cli.running import CommandLine


@pytest.fixture
def course(tmp_path: Path, command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CourseFolder:
    """A copy of the minimal course; the command line stands in it."""
    copied = CourseFolder.minimal(tmp_path / "course")
    assert command_line.folder == Path.cwd()
    monkeypatch.chdir(copied.root)
    return copied


@pytest.fixture(params=["it", "en"])
def made(request: pytest.FixtureRequest, command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CourseFolder:
    """A course just made by ``coursewright new course``, in each language; the command line stands in it."""
    assert command_line.run("new", "course", "corso", "--language", request.param).status == 0
    monkeypatch.chdir(command_line.folder / "corso")
    return CourseFolder(command_line.folder / "corso")


@pytest.fixture
def italian(command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CourseFolder:
    """A course just made in Italian; the command line stands in it."""
    assert command_line.run("new", "course", "corso").status == 0
    monkeypatch.chdir(command_line.folder / "corso")
    return CourseFolder(command_line.folder / "corso")


def contents(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in sorted(root.rglob("*")) if file.is_file()}
