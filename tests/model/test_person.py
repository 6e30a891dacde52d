"""Who is one person, however e-mail and name were typed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.model.person import Person, may_be_one_name, name_words, share_a_word

NICOLO = Person.of("nicolo.dangelo@example.org", "Nicolò D'Angelo-Bo")


@pytest.mark.parametrize(
    ("email", "name"),
    [
        ("Nicolo.DAngelo@Example.ORG", "NICOLÒ D'ANGELO-BO"),
        (" nicolo.dangelo @example.org", "  Nicolò   D' Angelo -  Bo "),
        ("nicolo.dangelo@example.org\u200b", "Nicolò\u00a0D'\u202fAngelo\u200d-Bo\ufeff"),
        ("nicolò.dangelo@example.org", "Nicolo\u0300 D'Angelo-Bo"),
        ("nicolo.dangelo@example.org", "Nicolo' D’Angelo‐Bo"),
        ("nicolo.dangelo@example.org", "Nicolo` D`Angelo–Bo"),
        ("nicolo.dangelo@example.org", "Nicolo\u00b4 Dʼ\u2060Angelo\u00ad-Bo"),
        ("ｎicolo.dangelo＠example.org", "Nicolò D＇Angelo－Bo"),
    ],
)
def test_one_person_typed_otherwise(email: str, name: str) -> None:
    assert Person.of(email, name) == NICOLO


@pytest.mark.parametrize(
    ("email", "name"),
    [
        ("nicolo.dangelo@example.com", "Nicolò D'Angelo-Bo"),
        ("nicolo-dangelo@example.org", "Nicolò D'Angelo-Bo"),
        ("nicolodangelo@example.org", "Nicolò D'Angelo-Bo"),
        ("nicolo.dangelo@example.org", "Nicola D'Angelo-Bo"),
        ("nicolo.dangelo@example.org", ""),
        ("nicolo.dangelo@example.org", "Nicolò D'Angelo-Bo 2"),
    ],
)
def test_another_person(email: str, name: str) -> None:
    assert Person.of(email, name) != NICOLO


@pytest.mark.parametrize(
    ("one", "other"),
    [("o'neil@x.org", "o’neil@x.org"), ("a-b@x.org", "a‑b@x.org"), ("a-b@x.org", "a—b@x.org")],
)
def test_kinds_of_apostrophe_and_hyphen_in_an_address_are_one(one: str, other: str) -> None:
    assert Person.of(one, "") == Person.of(other, "") != Person.of(one.replace("'", "").replace("-", ""), "")


@pytest.mark.parametrize(
    ("one", "other"), [("Łukasz", "LUKASZ"), ("Weiß", "WEISS"), ("Işık", "IŞIK"), ("Žižek", "zizek")]
)
def test_letters_of_other_languages_lose_capitals_and_accents(one: str, other: str) -> None:
    assert Person.of("", one) == Person.of("", other)


@given(st.text(), st.text())
def test_who_somebody_is_is_said_once_for_all(email: str, name: str) -> None:
    person = Person.of(email, name)
    assert Person.of(person.email, person.name) == person


def test_words_of_a_name_stand_in_no_order() -> None:
    assert name_words("D’Angelo  Nicolò-Maria") == name_words("nicolo maria d'angelo") == {"dangelo", "nicolo", "maria"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Neri", "Ada Nerri"),
        ("Ada Neri", "Neri Ada"),
        ("Ada Neri", "Ada Nrei"),
        ("Ada Neri", "Ada"),
        ("Ada Neri", "Ada Maria Neri"),
        ("Ada Neri", ""),
        ("Francesco Ruis", "Francisco Ruiz"),
        ("Nicolò D’Angelo", "Nicolo Dangello"),
        ("Classe 1", "Clase 1"),
    ],
)
def test_names_that_may_be_one(one: str, other: str) -> None:
    assert (may_be_one_name(one, other), may_be_one_name(other, one)) == (True, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Neri", "Bruno Sala"),
        ("Ada Neri", "Ada Bianchi"),
        ("Ada", "Ida"),
        ("A", "B"),
        ("Classe 1", "Classe 2"),
        ("Classe 1", "Classe 11"),
        ("Francesco Ruis", "Franzisko Ruiz"),
    ],
)
def test_names_of_two(one: str, other: str) -> None:
    assert (may_be_one_name(one, other), may_be_one_name(other, one)) == (False, False)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("Ada Neri", "Ada Bianchi", True),
        ("Ada Neri", "Bruno Néri", True),
        ("Ada N", "Bruno N", False),
        ("Classe 1", "Classe 2", False),
        ("Ada Neri", "Bruno Sala", False),
    ],
)
def test_names_with_a_word_in_common(one: str, other: str, shared: bool) -> None:
    assert share_a_word(one, other) is shared


def test_texts_too_long_for_names_are_told_apart_at_once() -> None:
    start = time.process_time()
    assert not may_be_one_name("a" * 30_000 + "b", "a" * 30_000 + "c")
    assert time.process_time() - start < 1
