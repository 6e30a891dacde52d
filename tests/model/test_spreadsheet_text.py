"""Texts that a spreadsheet would run, made harmless and had back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.model.spreadsheet_text import neutral, restored

# What a spreadsheet takes for the beginning of a formula or command, wide forms included.
RUN = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
SEPARATORS = ";,|\t\r\n"
# Signs that matter are likely to meet here; among all of Unicode they would hardly ever.
TEXTS = st.one_of(st.text(alphabet=f"{RUN}{SEPARATORS}' \"\u00a0\ufeff\u200ba1", max_size=12), st.text(max_size=40))


def _parts(text: str) -> list[str]:
    """What a spreadsheet may take for cells of their own."""
    for separator in SEPARATORS:
        text = text.replace(separator, "\0")
    return text.split("\0")


def _is_run(part: str) -> bool:
    return part.lstrip(' "\u00a0\ufeff\u200b')[:1] in {*RUN} - {*SEPARATORS}


@given(TEXTS)
def test_what_is_made_harmless_comes_back(text: str) -> None:
    assert restored(neutral(text)) == text


@given(TEXTS)
def test_nothing_harmless_begins_with_what_is_run(text: str) -> None:
    harmless = neutral(text)
    assert harmless == text or not any(map(_is_run, _parts(harmless)))


@given(TEXTS)
def test_a_text_is_left_alone_only_without_anything_that_is_run_or_as_a_negative_number(text: str) -> None:
    if neutral(text) == text:
        assert not any(map(_is_run, _parts(text))) or text.lstrip("-").replace(",", "").replace(".", "").isdecimal()


@given(TEXTS)
def test_only_apostrophes_are_added(text: str) -> None:
    assert neutral(text).replace("'", "") == text.replace("'", "")


@pytest.mark.parametrize("text", ["", "Ada Neri", "-145.00", "-145,00", "-7", "0", "1450,00", "2022-12-15", "L'aula"])
def test_an_ordinary_value_stays(text: str) -> None:
    assert neutral(text) == text


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+39 055 000001", "'+39 055 000001"),
        ("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        (" =1", "' =1"),
        ('"=1', "'\"=1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("\uff0b39", "'\uff0b39"),
        ("\uff0d1+1", "'\uff0d1+1"),
        ("\uff20SUM(A1)", "'\uff20SUM(A1)"),
        ("Neri;=1+1", "Neri;'=1+1"),
        ("Neri; @SUM(A1)", "Neri;' @SUM(A1)"),
        ("Neri,+39", "Neri,'+39"),
        ("Neri\n=1+1", "Neri\n'=1+1"),
        ("'=1+1", "''=1+1"),
        ("--1", "'--1"),
        ("-\u0661\u0662", "'-\u0661\u0662"),
        ("-1e9", "'-1e9"),
    ],
)
def test_what_would_be_run_gets_an_apostrophe(text: str, harmless: str) -> None:
    assert (neutral(text), restored(harmless)) == (harmless, text)


def test_an_apostrophe_of_the_text_itself_stays() -> None:
    assert [restored(text) for text in ("'90", "L'aula", "d'=", "''")] == ["'90", "L'aula", "d'=", "''"]
