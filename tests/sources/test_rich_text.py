"""Markdown for paper: what stays, what becomes words, what goes."""

from __future__ import annotations

import pytest

from coursewright.model.rich_text import (
    Block,
    BoxBlock,
    HeadingBlock,
    ListBlock,
    ParagraphBlock,
    Run,
    TableBlock,
)
from coursewright.sources.rich_text import TooTangledError, rich_text


def _blocks(text: str, *, with_facilitation: bool = False) -> list[Block]:
    def is_shown(directive: str) -> bool:
        return with_facilitation or directive != "facilitation"

    return list(rich_text(text, lambda role, target: f"<{role} {target}>", is_shown))


def _paragraph(text: str) -> ParagraphBlock:
    return ParagraphBlock((Run(text),))


def test_styles_become_runs_and_neighbours_of_one_style_are_one() -> None:
    (block,) = _blocks("Uno **due *tre*** `a*b`\ne [qui](https://example.org/x) e [là](altra.md).")
    assert block == ParagraphBlock(
        (
            Run("Uno "),
            Run("due ", strong=True),
            Run("tre", strong=True, emphasis=True),
            Run(" "),
            Run("a*b", code=True),
            Run(" e "),
            Run("qui", address="https://example.org/x"),
            Run(" e là."),
        )
    )


def test_roles_become_what_they_name_or_the_words_they_bring() -> None:
    text = "{module}`squadra` e {competency}`la squadra <squadra>`."
    assert _blocks(text) == [_paragraph("<module squadra> e la squadra.")]


def test_headings_lists_and_tables_keep_their_shape() -> None:
    assert _blocks("# A\n\n## B\n\n- uno\n\n  ancora\n- due\n\n1. x\n\n| a | b |\n|---|---|\n| 1 | |\n") == [
        HeadingBlock(1, (Run("A"),)),
        HeadingBlock(2, (Run("B"),)),
        ListBlock(False, ((_paragraph("uno"), _paragraph("ancora")), (_paragraph("due"),))),
        ListBlock(True, ((_paragraph("x"),),)),
        TableBlock(((Run("a"),), (Run("b"),)), (((Run("1"),), ()),)),
    ]


def test_boxes_have_their_title_and_class_and_what_is_in_them() -> None:
    text = "::::{admonition} Doppio **sguardo**\n:class: double-look\n\nDentro.\n\n:::{note}\nNota.\n:::\n::::\n"
    assert _blocks(text) == [
        BoxBlock(
            "admonition",
            "double-look",
            (Run("Doppio "), Run("sguardo", strong=True)),
            (_paragraph("Dentro."), BoxBlock("note", "", (), (_paragraph("Nota."),))),
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "> :::{facilitation}\n> Segreto.\n> :::\n",
        ":::{facilitation}\nSegreto.\n:::\n",
        "- uno\n\n  :::{facilitation}\n  Segreto.\n  :::\n",
        "::::{admonition} Titolo\n:::{facilitation}\nSegreto.\n:::\n::::\n",
        ":::{dropdown} Domanda\n```{facilitation}\nSegreto.\n```\n:::\n",
    ],
)
def test_what_is_for_trainers_is_there_only_where_it_is_asked_for(text: str) -> None:
    assert "Segreto" not in repr(_blocks(text))
    assert "Segreto" in repr(_blocks(text, with_facilitation=True))


@pytest.mark.parametrize(
    "text", ["```{steps}\n```", "```python\nx = 1\n```", "<div>x</div>", "![alt](a.png)", "---", "(a)="]
)
def test_what_only_a_screen_can_show_goes(text: str) -> None:
    assert _blocks(text) == []


def test_text_that_takes_too_much_work_is_refused() -> None:
    with pytest.raises(TooTangledError):
        _blocks("[" * 30_000)
