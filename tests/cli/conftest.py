"""A course, and the command line in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.course_folder import CourseFolder
from tests.cli.running import CommandLine


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    """A copy of the minimal course."""
    return CourseFolder.minimal(tmp_path / "course")


@pytest.fixture
def command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line in an empty folder, where the system names no language."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANGUAGE", "")
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return CommandLine(folder, capsys)
