"""The Gulpease index of known texts."""

from __future__ import annotations

import pytest

from coursewright.model.reading_ease import Reading, Sentence, is_measured, longest_sentences, reading, reading_ease
from coursewright.sources.markdown_prose import read_prose


@pytest.mark.parametrize(
    ("read", "ease"),
    [
        (Reading(sentences=5, words=100, letters=500), 54),
        (Reading(sentences=4, words=100, letters=489), 52),
        (Reading(sentences=1, words=10, letters=30), 89),
        (Reading(sentences=10, words=10, letters=20), 100),
        (Reading(sentences=1, words=20, letters=400), 0),
        (Reading(sentences=0, words=0, letters=0), None),
    ],
)
def test_index_is_the_formula_rounded_down_between_0_and_100(read: Reading, ease: int | None) -> None:
    assert read.ease == ease


def test_headings_and_items_are_sentences_of_their_own() -> None:
    prose = read_prose("# Il tavolo\n\nSi comincia. Poi si va avanti:\n\n- prima riga\n- seconda riga\n")
    assert reading(prose) == Reading(
        sentences=5, words=12, letters=len("IltavolosicominciaPoisivaavantiprimarigasecondariga")
    )


@pytest.mark.parametrize(
    "unread",
    [
        "```\ncodice che nessuno legge\n```\n",
        "`codice`\n",
        "% un commento\n",
        "<div>\nHTML\n</div>\n",
        "| a | b |\n|---|---|\n| c | d |\n",
        "```{figure} una/figura.png\n:alt: Si vede un tavolo.\n```\n",
        "```{course-list} modules\n```\n",
        ":::{facilitation}\nPer chi forma.\n:::\n",
        "{cite:p}`rossi-2020`\n",
        "{module}`welfare-generativo`\n",
        "<https://example.org/una/pagina>\n",
    ],
)
def test_what_is_no_running_text_is_not_counted(unread: str) -> None:
    assert reading(read_prose(f"Si legge questo.\n\n{unread}\n")) == Reading(sentences=1, words=3, letters=13)


def test_words_of_links_roles_and_blocks_are_counted_without_addresses_and_options() -> None:
    prose = read_prose(
        "[due parole](https://example.org/altro) {term}`una sola` {term}`altre due <voce>`\n\n"
        ":::{dropdown} Un titolo\n:open:\nE un testo.\n:::\n"
    )
    assert (reading(prose).sentences, reading(prose).words) == (3, 11)


def test_longest_sentences_are_told_by_the_lines_at_which_they_begin() -> None:
    prose = read_prose("Uno due.\nTre\nquattro cinque. Sei\n\n- sette otto nove dieci\n- uno due tre\n", first_line=8)
    assert longest_sentences(prose, 3) == (Sentence(12, 4), Sentence(9, 3), Sentence(13, 3))


def test_index_is_for_italian_alone() -> None:
    prose = read_prose("Si comincia da qui.")
    assert (reading_ease(prose, "it"), reading_ease(prose, "it-CH"), reading_ease(prose, "en")) == (100, 100, None)
    assert not is_measured("ita")
