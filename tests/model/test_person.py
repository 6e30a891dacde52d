"""Who is one person, however e-mail and name were typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.model.person import Person, name_words

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
