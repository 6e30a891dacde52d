"""Columns found among the headers of a table."""

from __future__ import annotations

import pytest

from coursewright.fees.column_names import COLUMN_NAMES, columns_of, unknown_names
from coursewright.model.application import Column


def test_columns_are_found_by_their_names() -> None:
    columns = columns_of(("application", "email", "received", "score"), {})
    assert dict(columns.positions) == {Column.APPLICATION: 0, Column.EMAIL: 1, Column.RECEIVED: 2, Column.SCORE: 3}
    assert (columns.missing, columns.twice) == ((), ())


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Informazioni cronologiche", Column.RECEIVED),
        ("Indirizzo e-mail", Column.EMAIL),
        ("E_MAIL", Column.EMAIL),
        ("  Ha gia   partecipato? ", Column.ALUMNI),
        ("Esperienza dal:", Column.EXPERIENCE_SINCE),
        ("experience_since", Column.EXPERIENCE_SINCE),
        ("Codice Ricevuto", Column.CODE),
        ("PUNTEGGIO", Column.SCORE),
    ],
)
def test_capitals_accents_and_signs_make_no_difference(header: str, column: Column) -> None:
    assert dict(columns_of((header,), {}).positions) == {column: 0}


def test_every_column_is_known_by_its_own_name_and_no_name_by_two() -> None:
    names = [name for names in COLUMN_NAMES.values() for name in names]
    assert len(names) == len(set(names))
    for column in Column:
        assert dict(columns_of((column.value,), {}).positions) == {column: 0}


def test_required_columns_that_are_not_there_are_missing() -> None:
    assert columns_of(("Nome", "email"), {}).missing == (Column.APPLICATION, Column.RECEIVED)


def test_unknown_headers_are_passed_over() -> None:
    columns = columns_of(("Note", "", "email", "Consenso"), {})
    assert dict(columns.positions) == {Column.EMAIL: 2}


def test_headers_that_mean_the_same_are_told() -> None:
    columns = columns_of(("email", "Indirizzo email", "E-mail"), {})
    assert columns.twice == (("email", "Indirizzo email"), ("email", "E-mail"))
    assert dict(columns.positions) == {Column.EMAIL: 0}


def test_cohort_says_what_a_column_is_called() -> None:
    columns = columns_of(("Quando", "Ricevuta il", "Protocollo"), {"received": "quando", "application": "PROTOCOLLO"})
    assert dict(columns.positions) == {Column.RECEIVED: 0, Column.APPLICATION: 2}
    assert columns.twice == ()


def test_accents_make_no_difference_within_a_word_either() -> None:
    assert dict(columns_of(("Beruf fur Gruppen",), {"category": "Beruf für Gruppen"}).positions) == {Column.CATEGORY: 0}


def test_header_that_a_cohort_takes_for_one_column_is_not_another() -> None:
    columns = columns_of(("Codice", "Email"), {"application": "Codice"})
    assert dict(columns.positions) == {Column.APPLICATION: 0, Column.EMAIL: 1}


def test_header_is_told_as_written_or_as_it_should_be() -> None:
    columns = columns_of(("Ricevuta il",), {})
    assert [columns.header(each) for each in (Column.RECEIVED, Column.EMAIL)] == ["Ricevuta il", "email"]


def test_names_that_are_no_columns() -> None:
    assert unknown_names({"received": "Quando", "ricevuta": "Quando", "Score": "x"}) == ("ricevuta", "Score")
