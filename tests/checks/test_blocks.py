"""Blocks that are opened wrongly, never closed, or of an unknown name.

Covers also `checks/texts.py`.
"""

from __future__ import annotations

import pytest

from coursewright.checks.blocks import check_blocks
from coursewright.model.course import Course
from coursewright.model.curriculum import Curriculum
from coursewright.model.page import Edition, Page
from coursewright.sources.markdown_prose import read_prose
from tests.checks.course_folder import FIRST, CourseFolder

_COURSE = Course(id="corso", title="Corso", summary="Un corso.", language="it", path=())


def found(text: str) -> list[tuple[str, int]]:
    page = Page(id="pagina").with_prose(read_prose(f"# Titolo\n\n{text}\n"))
    findings = check_blocks(Curriculum(_COURSE, pages={"pagina": page}))
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
        "::{note}\nUn appunto.\n::",
        ":{note}\nUn appunto.",
        "{note}\nUn appunto.",
        "Testo ::{note} in mezzo.",
    ],
)
def test_block_opened_with_too_few_signs_is_an_error(text: str) -> None:
    assert found(text) == [("block-not-opened", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "::{facilitation}\nPer chi conduce.\n::",
        "{facilitation}\nPer chi conduce.",
        "Testo ::{facilitation} in mezzo.",
        ":::{facilitazione}\nPer chi conduce.\n:::",
        "```{code-block} text\n:::{facilitation}\n:::\n```",
        "<div>\n:::{facilitation}\nPer chi conduce.\n:::\n</div>",
    ],
)
def test_what_is_nearly_a_block_for_trainers_is_one_error(text: str) -> None:
    codes = found(text)
    assert [code for code, _ in codes] == ["nearly-facilitation"]


def test_page_for_trainers_may_show_how_such_a_block_is_written() -> None:
    page = Page(id="guida", edition=Edition.TRAINERS).with_prose(read_prose("```text\n:::facilitation\n:::\n```\n"))
    assert list(check_blocks(Curriculum(_COURSE, pages={"guida": page}))) == []


@pytest.mark.parametrize(
    "text",
    [
        "- uno\n\n  :::{facilitation}\n  Nota.\n\nSecondo paragrafo.\n  :::\n",
        ":::{facilitation}\n:::{note}\nUn appunto.\n:::\nPer chi conduce.\n:::\n",
    ],
)
def test_block_for_trainers_that_ends_too_early_is_an_error(text: str) -> None:
    assert "block-not-closed" in [code for code, _ in found(text)]


@pytest.mark.parametrize(
    "text", [":::{facilitation}\nPer chi conduce.", "```{note}\nAperto.\n\n## Altro", "::::{note}\nMeno segni.\n:::"]
)
def test_block_never_closed_is_an_error(text: str) -> None:
    assert ("block-not-closed", 3) in found(text)


def test_unknown_block_is_told() -> None:
    assert found(":::{stepps}\n:::") == [("unknown-block", 3)]


def test_block_for_trainers_in_data_is_an_error(course: CourseFolder) -> None:
    course.replace(
        FIRST, "summary: Si impara ad ascoltare.", "summary: |\n  Si impara.\n\n  :::{facilitation}\n  No.\n  :::"
    )
    assert [told.code for told in course.told()] == ["nearly-facilitation"]
