"""The tutorial, followed word by word: every command is run, every change made, every answer compared."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.site_pages import DOCS
from tests.checks.golden_page import patched
from tests.cli.running import CommandLine

_STEP = re.compile(r"^```(console|diff ([^\n]+))\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_DURATION = re.compile(r"\(\d+ seconds?\)")


def test_tutorial_says_what_happens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    said = [(step, _said(step, CommandLine(tmp_path, capsys), monkeypatch)) for step in _steps()]
    assert len(said) > 10
    assert [(step, step) for step, _ in said] == said


def _steps() -> Iterator[str]:
    """Each command of the tutorial with its answer, and each change of a file, in order."""
    for _, path, text in _STEP.findall((DOCS / "tutorial.md").read_text("utf-8")):
        if path:
            file = Path(path)
            file.write_text(patched(file.read_text("utf-8"), text), "utf-8")
        else:
            yield from (
                _DURATION.sub("(… seconds)", f"$ {each}") for each in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
            )


def _said(step: str, command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> str:
    """The command of a step and what comes of it."""
    command = step.partition("\n")[0]
    name, *words = shlex.split(command.removeprefix("$ "))
    if name == "cd":
        monkeypatch.chdir(words[0])
        return step
    said = command_line.run(*words)
    return _DURATION.sub("(… seconds)", f"{command}\n{said.err}{said.out}")
