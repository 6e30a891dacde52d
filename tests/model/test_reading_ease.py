"""The Gulpease index of known texts."""

from __future__ import annotations

import pytest

from coursewright.model.reading_ease import (
    WORD,
    Reading,
    Sentence,
    is_measured,
    longest_sentences,
    reading,
    reading_ease,
    sentences,
)
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


def told(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Una frase sola",
        "Una frase con es. una parola abbreviata",
        "Le regole (art. 55, n. 3) dicono p. es. Tirano",
        "Il dott. Rossi e la dott.ssa Bianchi leggono Turchi, G. P. e gli altri, 2021",
        "Alle 9.30 costava 1.450,00 euro, il 3.5 di ieri",
        "Scrive libri, riviste, ecc. e li presta",
        "«Che cosa ti serve?» chiede Anna",
        "Poi… ma solo a volte… si ferma",
        "Vedi www.example.org e aspetta",
        "Aspetta (perché?) e poi chiede",
    ],
)
def test_sentence_goes_on(text: str) -> None:
    assert told(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Una. Due! Tre? Quattro", ["Una.", "Due!", "Tre?", "Quattro"]),
        ("Prende penne, fogli, ecc. Poi comincia.", ["Prende penne, fogli, ecc.", "Poi comincia."]),
        ("«Vieni.» Anna viene", ["«Vieni.»", "Anna viene"]),
        ("Si ferma… Poi riparte", ["Si ferma…", "Poi riparte"]),
        ("Si ferma... «Vieni», dice", ["Si ferma...", "«Vieni», dice"]),
        ("Sono pochi. 12 comuni in tutto.", ["Sono pochi.", "12 comuni in tutto."]),
        ("Ha detto di no. Poi ci ha pensato.", ["Ha detto di no.", "Poi ci ha pensato."]),
        ("Prima riga.\nSeconda riga.", ["Prima riga.", "Seconda riga."]),
        ("  Una.   \ufffc si legge.  ", ["Una.", "\ufffc si legge."]),
    ],
)
def test_sentence_ends(text: str, parts: list[str]) -> None:
    assert told(text) == parts


@pytest.mark.parametrize("text", ["", "  ", "…", "–. ! \ufffc."])
def test_without_words_there_is_no_sentence(text: str) -> None:
    assert told(text) == []


def test_words_are_joined_by_hyphens_and_parted_by_apostrophes() -> None:
    text = "L'assistente co-progetta 12 tavoli_nuovi – ieri, c'è"
    assert WORD.findall(text) == [
        *("L", "assistente", "co-progetta", "12", "tavoli", "nuovi", "ieri", "c", "è"),
    ]


@pytest.mark.parametrize("sign", [".", "”", ". ", "a. ", "«", "A.", "-a", " "])
def test_any_run_of_signs_is_split_at_once(sign: str) -> None:
    assert len(told(sign * 20_000)) <= 20_000
