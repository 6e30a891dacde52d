"""Where sentences end, and what counts as a word."""

from __future__ import annotations

import pytest

from coursewright.model.sentences import WORD, sentences


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
