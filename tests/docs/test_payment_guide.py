"""The guide to how it is paid, followed word by word in a copy of the course."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.running import CommandLine
from tests.docs.guide_course import blocks, copy_course

GUIDE = "come-si-paga.md"


@pytest.fixture
def command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line in a course with the edition that the guides open, the fees and applications of this one."""
    cohort = copy_course(tmp_path)
    (fees,) = blocks(GUIDE, "yaml")
    (tmp_path / "curriculum/cohorts/valle-2027.yaml").write_text(cohort + fees, "utf-8")
    (tmp_path / "private").mkdir()
    table = next(text for text in blocks(GUIDE, "text") if text.startswith("domanda;"))
    (tmp_path / "private/domande.csv").write_text(table, "utf-8")
    monkeypatch.chdir(tmp_path)
    return CommandLine(tmp_path, capsys)


def test_the_edition_of_the_guide_has_no_problem(command_line: CommandLine) -> None:
    assert command_line.run("check", "--language", "it").out == "Nessun problema.\n"


def test_every_command_says_what_the_guide_shows(command_line: CommandLine) -> None:
    said = []
    for line in blocks(GUIDE, "sh"):
        program, *arguments = shlex.split(line)
        assert program == ".venv/bin/coursewright"
        run = command_line.run(*arguments, "--language", "it")
        assert run.err == ""
        said.append(run.out)
    shown = [text for text in blocks(GUIDE, "text") if not text.startswith("domanda;")]
    assert [text for text in shown if not any(text in each for each in said)] == []
