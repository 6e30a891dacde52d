"""Trainers' words found in other texts, however they are set, and not where everyone has them too."""

from __future__ import annotations

import pytest

from coursewright.model.place import Place
from coursewright.model.trainers_words import TrainersPassage, TrainersWords

PLACE = Place("exercises/cerchio.md", 20)
SENTENCE = "Aspetta che il più timido si alzi da sé, senza chiamarlo per nome."


def found(passage: str, text: str, *for_everyone: str) -> bool:
    words = TrainersWords((TrainersPassage(passage, PLACE),), for_everyone)
    return words.first_in([text]) is not None


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        SENTENCE.upper(),
        "prima\naspetta che il più\ntimido si alzi dopo",
        "aspetta che il più ti-\nmido si alzi",
        "Aspetta, che: il «più» timido!",
    ],
)
def test_a_part_of_a_passage_is_found(text: str) -> None:
    assert found(SENTENCE, text)


def test_fewer_words_than_a_row_are_not_enough() -> None:
    assert not found(SENTENCE, "prima\nsenza  chiamarlo\tper nome")


def test_passage_that_everyone_reads_is_no_secret() -> None:
    assert not found(SENTENCE, SENTENCE, SENTENCE)


def test_words_that_everyone_has_count_only_in_a_long_row() -> None:
    everyones = "il timido si alzi aspetta che più da sé senza chiamarlo per nome"
    assert not found(SENTENCE, "aspetta che il più timido", everyones)
    assert found(SENTENCE, SENTENCE, everyones)


def test_short_passage_counts_whole() -> None:
    assert found("Tieni la porta", "… tieni la porta aperta")
    assert not found("Tieni la porta", "tieni una porta")
    assert not found("Pausa breve", "una pausa breve")


@pytest.mark.parametrize("sign", ["SUGGERIMENTO", "zqx7zqx", "nota_riservata", "Parola4chiave"])
def test_sign_that_nobody_writes_by_chance_counts_alone(sign: str) -> None:
    assert found(f"Vedi {sign}.", f"<p>{sign}</p>")
    assert not found(f"Vedi {sign}.", f"<p>{sign}</p>", f"Per tutti: {sign}")


@pytest.mark.parametrize("word", ["Vedi", "2023", "PDF", "attenzione"])
def test_ordinary_word_does_not_count_alone(word: str) -> None:
    assert not found(f"{word}.", f"<p>{word}</p>")


def test_lists_and_code_are_not_rows_of_words() -> None:
    listed = "- Ascoltare prima\n- Parlare dopo\n- Tacere ancora\n"
    assert not found(listed, "Ascoltare prima Parlare dopo Tacere ancora")
    assert not found("`laboratory`, `interview`, `ritual`, `matrix`, `case`", "laboratory interview ritual matrix case")
