"""Earlier settlements, read back; and tables that look like one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from coursewright.cli.fees.settlement_sheets import translations
from coursewright.fees.earlier import (
    NotASettlementError,
    holdings_of_document,
    holdings_of_table,
    without_results,
)
from coursewright.locale import LANGUAGES, wording
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.statement import Holding
from coursewright.model.table import Row, Table

WORDS = translations([wording(language) for language in LANGUAGES])
RESULTS = ("Riga", "Esito", "Quota dovuta", "Prezzo intero", "Riduzione presto", "Da verificare")


def test_columns_of_a_settlement_are_taken_away_and_cells_beyond_the_last_stay() -> None:
    table = Table((*RESULTS, "Domanda"), [Row(2, [2, "ammessa", "90,00", "100,00", "-10,00", "", "A", "in più"])])
    assert without_results(table, WORDS) == Table(("Domanda",), [Row(2, ["A", "in più"])])


def test_columns_of_the_applicants_own_stay_whatever_they_are_called() -> None:
    table = Table(("Domanda", "Esito", "Riga"), [Row(2, ["A", "x", "y"])])
    assert without_results(table, WORDS) is table


def test_holdings_of_a_table_in_any_language() -> None:
    row = Row(2, [2, "borsa di studio", "0,00", "100,00", "-100,00", "", "A"])
    held = holdings_of_table(Table((*RESULTS, "Domanda"), [row]), {}, WORDS)
    expected = Holding(ApplicationStatus.SCHOLARSHIP, Decimal("0.00"), {"presto": Decimal("-100.00")})
    assert held == {"A": expected}


@pytest.mark.parametrize("document", [None, [], {}, {"statements": 1}, {"statements": [{"status": "x"}]}, "testo"])
def test_documents_that_no_settlement_has_written(document: object) -> None:
    with pytest.raises(NotASettlementError, match="statements"):
        holdings_of_document(document)


def test_of_two_rows_with_one_id_the_one_with_a_place_is_held() -> None:
    accepted: dict[str, object] = {"application": "A", "status": "accepted", "due": "90.00", "lines": []}
    refused: dict[str, object] = {"application": "A", "status": "refused", "due": None, "lines": []}
    for order in ([accepted, refused], [refused, accepted]):
        assert holdings_of_document({"statements": order})["A"].has_place
