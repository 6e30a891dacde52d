"""Blocks that are opened wrongly, never closed, or of an unknown name."""

from __future__ import annotations

import pytest

from coursewright.checks.blocks import check_blocks
from coursewright.model.course import Course
from coursewright.model.curriculum import Curriculum
from coursewright.model.page import Page
from coursewright.sources.markdown_prose import read_prose


def found(text: str) -> list[tuple[str, int]]:
    page = Page(id="pagina").with_prose(read_prose(f"# Titolo\n\n{text}\n"))
    course = Course(id="corso", title="Corso", summary="Un corso.", language="it", path=())
    findings = check_blocks(Curriculum(course, pages={"pagina": page}))
    return [(finding.code.value, finding.place.line) for finding in findings]


@pytest.mark.parametrize(
    "text",
    [
        ":::{facilitation}\nPer chi conduce.\n:::",
        "```{facilitation}\nPer chi conduce.\n```",
        "::::{note}\n:::{facilitation}\nPer chi conduce.\n:::\n::::",
        "> :::{note}\n> Citata.\n> :::",
        "- voce\n\n  :::{note}\n  In un elenco.\n  :::",
        "Il ruolo {competency}`squadra` nel testo, e `{facilitation}` come codice.",
        "```yaml\nchiave: '{facilitation}'\n```",
        "```{steps}\n```",
    ],
)
def test_sound_blocks_pass(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "::{facilitation}\nPer chi conduce.\n::",
        ":{facilitation}\nPer chi conduce.",
        "{facilitation}\nPer chi conduce.",
        "Testo ::{facilitation} in mezzo.",
    ],
)
def test_block_opened_with_too_few_signs_is_an_error(text: str) -> None:
    assert found(text) == [("block-not-opened", 3)]


@pytest.mark.parametrize(
    "text", [":::{facilitation}\nPer chi conduce.", "```{note}\nAperto.\n\n## Altro", "::::{note}\nMeno segni.\n:::"]
)
def test_block_never_closed_is_an_error(text: str) -> None:
    assert ("block-not-closed", 3) in found(text)


def test_unknown_block_is_told() -> None:
    assert found(":::{facilitazione}\nPer chi conduce.\n:::") == [("unknown-block", 3)]
