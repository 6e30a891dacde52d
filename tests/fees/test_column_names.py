"""Columns found among the headers of a table."""

from __future__ import annotations

import pytest

from coursewright.fees.column_names import Columns, columns_of, unknown_names
from coursewright.model.application import COLUMNS
from coursewright.model.column import EMAIL, RECEIVED
from coursewright.model.layout import own_layout


def _positions(columns: Columns) -> dict[str, int]:
    """Where each column stands, by its name."""
    return {column.name: position for column, position in columns.positions.items()}


def test_columns_are_found_by_their_names() -> None:
    columns = columns_of(("application", "email", "received", "score"))
    assert _positions(columns) == {"application": 0, "email": 1, "received": 2, "score": 3}
    assert (columns.missing, columns.twice) == ((), ())


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Informazioni cronologiche", "received"),
        ("Indirizzo e-mail", "email"),
        ("E_MAIL", "email"),
        ("  Ha gia   partecipato? ", "alumni"),
        ("Esperienza dal:", "experience_since"),
        ("experience_since", "experience_since"),
        ("Codice Ricevuto", "code"),
        ("PUNTEGGIO", "score"),
    ],
)
def test_capitals_accents_and_signs_make_no_difference(header: str, column: str) -> None:
    assert _positions(columns_of((header,))) == {column: 0}


def test_every_column_is_known_by_its_own_name_and_no_name_by_two() -> None:
    names = [name for column in COLUMNS for name in column.names]
    assert len(names) == len(set(names))
    for column in COLUMNS:
        assert _positions(columns_of((column.name,))) == {column.name: 0}


def test_required_columns_that_are_not_there_are_missing() -> None:
    assert columns_of(("Nome", "email")).missing == (RECEIVED,)


def test_unknown_headers_are_passed_over() -> None:
    columns = columns_of(("Note", "", "email", "Consenso"))
    assert _positions(columns) == {"email": 2}


def test_headers_that_mean_the_same_are_told() -> None:
    columns = columns_of(("email", "Indirizzo email", "E-mail"))
    assert columns.twice == (("email", "Indirizzo email"), ("email", "E-mail"))
    assert _positions(columns) == {"email": 0}


def test_cohort_says_what_a_column_is_called() -> None:
    columns = columns_of(
        ("Quando", "Ricevuta il", "Protocollo"), own_layout({"received": ["quando"], "application": ["PROTOCOLLO"]}, {})
    )
    assert _positions(columns) == {"received": 0, "application": 2}
    assert columns.twice == ()


def test_accents_make_no_difference_within_a_word_either() -> None:
    assert _positions(columns_of(("Beruf fur Gruppen",), own_layout({"category": ["Beruf für Gruppen"]}, {}))) == {
        "category": 0
    }


def test_header_that_a_cohort_takes_for_one_column_is_not_another() -> None:
    columns = columns_of(("Codice", "Email"), own_layout({"application": ["Codice"]}, {}))
    assert _positions(columns) == {"application": 0, "email": 1}


def test_header_is_told_as_written_or_as_it_should_be() -> None:
    columns = columns_of(("Ricevuta il",))
    assert [columns.header(each) for each in (RECEIVED, EMAIL)] == ["Ricevuta il", "email"]


def test_names_that_are_no_columns() -> None:
    assert unknown_names({"received": "Quando", "ricevuta": "Quando", "Score": "x"}) == ("ricevuta", "Score")
