"""Earlier settlements, read back; and tables that look like one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from coursewright.door.settling import result_words
from coursewright.fees.earlier import (
    NotASettlementError,
    statements_of_document,
    statements_of_table,
    without_results,
)
from coursewright.model.earlier_statement import EarlierStatement, Holding
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.layout import Layout, own_layout
from coursewright.model.table import Row, Table
from tests.fees.cohorts import ROME, at

WORDS = result_words()
RESULTS = ("Riga", "Esito", "Quota dovuta", "Prezzo intero", "Riduzione presto", "Da verificare")


def test_columns_of_a_settlement_are_taken_away_and_cells_beyond_the_last_stay() -> None:
    table = Table((*RESULTS, "Domanda"), [Row(2, [2, "ammessa", "90,00", "100,00", "-10,00", "", "A", "in più"])])
    assert without_results(table, WORDS) == Table(("Domanda",), [Row(2, ["A", "in più"])])


def test_columns_of_the_applicants_own_stay_whatever_they_are_called() -> None:
    table = Table(("Domanda", "Esito", "Riga"), [Row(2, ["A", "x", "y"])])
    assert without_results(table, WORDS) is table


def test_statements_of_a_table_in_any_language_name_the_person_and_the_row() -> None:
    row = Row(7, [2, "borsa di studio", "0,00", "100,00", "-100,00", "", "A", "Ada", "Neri", "ada@x.org", "1/11/2022"])
    headers = (*RESULTS, "Domanda", "Nome", "Cognome", "Posta", "Ricevuta il")
    held = statements_of_table(Table(headers, [row]), own_layout({"email": ["posta"]}, {}), WORDS, ROME)
    holding = Holding(ApplicationStatus.SCHOLARSHIP, Decimal("0.00"), {"presto": Decimal("-100.00")})
    received = at("2022-11-01T23:59:59.999999")
    assert held == [EarlierStatement(7, "A", "ada@x.org", "Ada Neri", received, holding)]


def test_statements_of_a_table_without_columns_for_persons_name_nobody() -> None:
    row = Row(2, [2, "ammessa", "90,00", "100,00", "-10,00", "", "A"])
    (held,) = statements_of_table(Table((*RESULTS, "Domanda"), [row]), Layout(), WORDS, ROME)
    assert (held.application, held.email, held.name, held.received) == ("A", "", "", None)


def test_table_with_two_columns_for_one_thing_is_refused() -> None:
    row = Row(2, [2, "ammessa", "90,00", "100,00", "-10,00", "", "A", "a@x.org", "b@x.org"])
    with pytest.raises(NotASettlementError, match="Email, E-mail"):
        statements_of_table(Table((*RESULTS, "Domanda", "Email", "E-mail"), [row]), Layout(), WORDS, ROME)


def _document(**keys: Any) -> dict[str, Any]:
    statement = {"application": "A", "row": 4, "status": "accepted", "due": "90.00", "lines": [], **keys}
    return {"statements": [statement]}


def test_statements_of_a_document_name_the_person_and_the_row() -> None:
    document = _document(email="ada@x.org", name="Ada", received="2022-11-01T10:00:00+01:00")
    holding = Holding(ApplicationStatus.ACCEPTED, Decimal("90.00"), {})
    expected = EarlierStatement(4, "A", "ada@x.org", "Ada", at("2022-11-01T10:00"), holding)
    assert statements_of_document(document) == [expected]


def test_statements_of_a_document_of_before_name_nobody() -> None:
    (held,) = statements_of_document(_document(received=None))
    assert (held.row, held.email, held.name, held.received) == (4, "", "", None)


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        {},
        {"statements": 1},
        {"statements": [1]},
        {"statements": [{"status": "x"}]},
        "testo",
        _document(received="2022-11-01T10:00:00"),
        _document(received=1),
        _document(row="x"),
    ],
)
def test_documents_that_no_settlement_has_written(document: object) -> None:
    with pytest.raises(NotASettlementError):
        statements_of_document(document)
