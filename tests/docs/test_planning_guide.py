"""The guide to proposals of days, followed word by word in a copy of the course."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.running import CommandLine
from tests.docs.guide_course import blocks, copy_course

GUIDE = "farsi-proporre-i-giorni.md"
PEOPLE = "curriculum/people.yaml"
COHORT = "curriculum/cohorts/valle-2028.yaml"


@pytest.fixture
def command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line in a course with the edition that the guide opens."""
    copy_course(tmp_path)
    (tmp_path / COHORT).write_text(blocks(GUIDE, "yaml")[0], "utf-8")
    monkeypatch.chdir(tmp_path)
    return CommandLine(tmp_path, capsys)


def _asked(command_line: CommandLine) -> str:
    (line,) = blocks(GUIDE, "sh")
    program, *arguments = shlex.split(line)
    assert program == ".venv/bin/coursewright"
    return command_line.run(*arguments, "--language", "it").out


def test_proposal_says_what_the_guide_shows_and_its_lines_have_no_problem(command_line: CommandLine) -> None:
    said = _asked(command_line)
    install, sessions, lines, weighed, _ = blocks(GUIDE, "text")
    assert install == "make planner\n"
    assert [text for text in (sessions, lines, weighed) if text not in said] == []
    pasted = said[said.index("  sessions:") : said.index("\n\n", said.index("  sessions:"))]
    cohort = command_line.folder / COHORT
    cohort.write_text(cohort.read_text("utf-8") + pasted + "\n", "utf-8")
    assert command_line.run("check", "--language", "it").out == "Nessun problema.\n"


def test_weights_of_the_guide_are_read(command_line: CommandLine) -> None:
    cohort = command_line.folder / COHORT
    planning, weights = blocks(GUIDE, "yaml")[1].splitlines(keepends=True)
    assert planning == "  planning:\n"
    cohort.write_text(cohort.read_text("utf-8").rstrip("\n") + "\n" + weights, "utf-8")
    said = _asked(command_line)
    assert [
        line.split()[-1]
        for line in said.splitlines()
        if line.startswith(("incontri in giorni di ponte", "docenti oltre"))
    ] == [
        "0",
        "30",
    ]


def test_without_a_plan_the_answer_is_that_of_the_guide(command_line: CommandLine) -> None:
    people = command_line.folder / PEOPLE
    text = people.read_text("utf-8")
    before = "    summary: Conduce i laboratori con gli abitanti.\n"
    assert before in text
    people.write_text(text.replace(before, before + blocks(GUIDE, "yaml")[2]), "utf-8")
    assert _asked(command_line) == blocks(GUIDE, "text")[-1]
