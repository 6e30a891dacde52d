"""The guide to fees, followed word by word in a copy of the course."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.running import CommandLine, Said
from tests.docs.guide_course import blocks, copy_course

FEES = "quote-borse-e-domande.md"


@pytest.fixture
def command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line in a course with the edition that the guides open, its fees and its applications."""
    cohort = copy_course(tmp_path)
    fees, *_ = blocks(FEES, "yaml")
    (tmp_path / "curriculum/cohorts/valle-2027.yaml").write_text(cohort + fees, "utf-8")
    (tmp_path / "private").mkdir()
    table = next(text for text in blocks(FEES, "text") if text.startswith("domanda;"))
    (tmp_path / "private/domande.csv").write_text(table, "utf-8")
    monkeypatch.chdir(tmp_path)
    return CommandLine(tmp_path, capsys)


def test_the_edition_of_the_guides_has_no_problem(command_line: CommandLine) -> None:
    assert command_line.run("check", "--language", "it").out == "Nessun problema.\n"


def test_columns_of_ones_own_and_words_of_a_file_are_as_the_guide_says(command_line: CommandLine) -> None:
    file = command_line.folder / "curriculum/cohorts/valle-2027.yaml"
    _, own, layout = blocks(FEES, "yaml")
    file.write_text(layout + file.read_text("utf-8").replace("  rules:\n", own, 1), "utf-8")
    assert command_line.run("check", "--language", "it").out == "Nessun problema.\n"
    asked = ("--received", "2026-11-10", "--given", "isee=12000")
    assert "-270,00\u00a0€  ISEE fino a 15.000\n" in command_line.run("quote", "valle-2027", *asked).out


def test_every_command_says_what_the_guide_shows(command_line: CommandLine) -> None:
    said = []
    for line in blocks(FEES, "sh"):
        program, *arguments = shlex.split(line)
        assert program == ".venv/bin/coursewright"
        run = command_line.run(*arguments, "--language", "it")
        assert run.err == ""
        said.append(run.out)
    refused = command_line.run(
        "settle", "valle-2027", "private/domande.csv", "--output", "esito.xlsx", "--language", "it"
    )
    unclear = _with_another_name(command_line)
    shown = [text for text in blocks(FEES, "text") if not text.startswith("domanda;")]
    assert [text for text in shown if not any(text in each for each in (*said, refused.err, unclear.err))] == []
    assert {file.name for file in (command_line.folder / "private").iterdir()} == {
        "domande.csv",
        "conto-D-01.pdf",
        "esito.xlsx",
        "esito-2.xlsx",
    }


def _with_another_name(command_line: CommandLine) -> Said:
    """What is said where the name of somebody with a place was corrected."""
    file = command_line.folder / "private/domande.csv"
    file.write_text(file.read_text("utf-8").replace("Ada;Neri", "Ada;Nerri"), "utf-8")
    after = ("--after", "private/esito.xlsx", "--output", "private/esito-2.xlsx", "--language", "it")
    return command_line.run("settle", "valle-2027", "private/domande.csv", *after)
