"""What is committed is what the code makes."""

from __future__ import annotations

import pytest

from coursewright.cli.commands import new
from coursewright.cli.program import SUMMARIES
from coursewright.model.card import BY_WORD
from coursewright.model.finding_codes import Code
from docs.generate import ROOT, SCHEMAS, references

MADE = references()


@pytest.mark.parametrize("path", MADE)
def test_reference_is_as_it_would_be_made(path: str) -> None:
    assert (ROOT / path).read_text("utf-8") == MADE[path], "make docs"


def test_no_schema_is_left_of_a_kind_that_is_gone() -> None:
    assert {file.name for file in (ROOT / SCHEMAS).iterdir()} == {f"{name}.json" for name in BY_WORD}


def test_every_code_kind_and_command_has_its_place() -> None:
    findings, kinds, commands = (MADE[f"docs/reference/{name}.md"] for name in ("findings", "kinds", "command-line"))
    assert [code for code in Code if f"\n| `{code}` | {code.severity} | " not in findings] == []
    assert [name for name in BY_WORD if f"\n## {name}\n" not in kinds] == []
    names = [*SUMMARIES, *(f"new {name}" for name in new.SUMMARIES)]
    assert [name for name in names if f"\n## coursewright {name}\n" not in commands] == []
