"""The running text of Markdown: words at their places, everything else blank."""

from __future__ import annotations

import pytest

from coursewright.model.running_text import OBJECT, Part, RunningText
from coursewright.sources.markdown_prose import read_prose


def running(text: str, first_line: int = 1) -> tuple[RunningText, ...]:
    return read_prose(text, first_line).running


def shown(text: str) -> list[str]:
    return [each.words.replace(OBJECT, "#") for each in running(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Solo parole,\nsu due righe.\n", ["Solo parole,\nsu due righe."]),
        ("Con **forza** e *cura*\n", ["Con   forza   e  cura "]),
        ("Vedi [la pagina](a.md), poi\n", ["Vedi  la pagina       , poi"]),
        ("Vedi [la *pagina*][a]\n\n[a]: b\n", ["Vedi  la  pagina     "]),
        ("[](a.md) porta\n", ["         porta"]),
        ("Vedi <https://x.y> qui\n", ["Vedi               qui"]),
        ("Scrivi `make` e aspetta\n", ["Scrivi  #     e aspetta"]),
        ("Un fatto {cite:p}`rossi-2020`.\n", ["Un fatto" + " " * 21 + "."]),
        ("La {term}`rete`\n", ["La        rete "]),
        ("Le {term}`reti <rete>` qui\n", ["Le        reti         qui"]),
        ("Un {module}`squadra` qui\n", ["Un          #        qui"]),
        ("Un ![tavolo](a.png) qui\n", ["Un #                qui"]),
        ("Una nota[^1]\n\n[^1]: sotto\n", ["Una nota    ", "sotto"]),
        ("Un <b>testo</b>\n", ["Un    testo    "]),
        ("A \\*segno\\* e &amp; oltre\n", ["A  *segno * e &     oltre"]),
        ("riga  \nnuova\\\nancora\n", ["riga  \nnuova \nancora"]),
    ],
)
def test_words_stand_where_they_stand_in_the_file(text: str, words: list[str]) -> None:
    assert shown(text) == words


def test_parts_of_a_page() -> None:
    text = "# Titolo\n\nTesto\n\n- voce\n\n| a | b |\n|---|---|\n| c | d |\n\n:::{note} Nota\nDentro\n:::\n"
    assert [(each.words, each.part) for each in running(text)] == [
        ("Titolo", Part.HEADING),
        ("Testo", Part.PARAGRAPH),
        ("voce", Part.PARAGRAPH),
        *((cell, Part.CELL) for cell in "abcd"),
        ("Nota", Part.HEADING),
        ("Dentro", Part.PARAGRAPH),
    ]


def test_arguments_that_are_no_titles_are_no_text() -> None:
    assert shown("```{course-list} modules\n```\n\n:::{container} porte\nEntra\n:::\n") == ["Entra"]


def test_notes_for_trainers_are_marked_to_their_end() -> None:
    text = "Prima\n\n::::{facilitation}\nNota\n\n:::{note}\nDentro\n:::\n::::\n\nDopo\n"
    assert [(each.words, each.for_trainers) for each in running(text)] == [
        ("Prima", False),
        ("Nota", True),
        ("Dentro", True),
        ("Dopo", False),
    ]


def test_names_are_what_is_in_italics_or_names_another_entry() -> None:
    (text,) = running("*Essere leader* e {figure}`il coach <local-coach>`, {term}`reti <rete>`, [a *b*](c)\n")
    assert [text.words[start:end].strip() for start, end in text.names] == ["Essere leader", "il coach", "b"]
    assert text.terms == ("rete",)


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Prima riga,\nseconda parola.\n", "parola", (6, 9)),
        ("- voce\n\n  altra *parola*\n", "parola", (7, 10)),
        ("> citata\n> {term}`parola`\n", "parola", (6, 10)),
        ("| a | parola |\n|---|---|\n", "parola", (5, 7)),
        (":::{note}\n:class: x\nUna parola\n:::\n", "parola", (7, 5)),
        ("[a](b) `c` parola\n", "parola", (5, 12)),
    ],
)
def test_place_of_a_word(text: str, word: str, place: tuple[int, int]) -> None:
    (found,) = (each for each in running(text, 5) if word in each.words)
    assert found.block.place(found.words.index(word)) == place
