"""Sheets as CSV, byte by byte."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from coursewright.documents.csv_text import csv_bytes
from coursewright.documents.sheet import Heading, Kind, Sheet


def _sheet(*rows: tuple[object, ...], headings: tuple[Heading, ...] | None = None) -> Sheet:
    names = (Heading("Nome"), Heading("Quota dovuta", Kind.MONEY))
    return Sheet("Conti", names if headings is None else headings, rows)  # type: ignore[arg-type]


def test_semicolons_go_with_a_decimal_comma() -> None:
    assert csv_bytes(_sheet(("Ada", Decimal("1450.00"))), ";", decimal_comma=True) == (
        b"\xef\xbb\xbfNome;Quota dovuta\r\nAda;1450,00\r\n"
    )


def test_commas_go_with_a_decimal_point() -> None:
    assert csv_bytes(_sheet(("Ada", Decimal("-145.00"))), ",", decimal_comma=False) == (
        b"\xef\xbb\xbfNome,Quota dovuta\r\nAda,-145.00\r\n"
    )


def test_accents_are_utf_8_and_line_ends_within_a_cell_are_quoted() -> None:
    assert csv_bytes(_sheet(("Nicolò\nRiva; detto «Nic»", None)), ";", decimal_comma=True) == (
        '\ufeffNome;Quota dovuta\r\n"Nicolò\nRiva; detto «Nic»";\r\n'.encode()
    )


def test_every_kind_of_cell_is_written_as_it_can_be_read() -> None:
    cells = (None, "", 7, 7.5, True, date(2022, 12, 15), datetime(2022, 12, 15, 23, 59), Decimal("0.00"))
    headings = tuple(Heading(f"c{number}") for number, _ in enumerate(cells))
    written = csv_bytes(_sheet(cells, headings=headings), ";", decimal_comma=True).decode("utf-8-sig")
    assert written.splitlines()[1] == ";;7;7,5;1;2022-12-15;2022-12-15 23:59:00;0,00"


def test_cells_and_headers_that_would_be_run_are_made_harmless() -> None:
    sheet = _sheet(("=1+1", None), ("+39 055", Decimal("-1.00")), headings=(Heading("@Nome"), Heading("Quota")))
    assert csv_bytes(sheet, ",", decimal_comma=False).decode("utf-8-sig").splitlines() == [
        "'@Nome,Quota",
        "'=1+1,",
        "'+39 055,-1.00",
    ]


def test_a_lone_surrogate_is_written_out() -> None:
    assert b"\\ud800" in csv_bytes(_sheet(("\ud800", None)), ",", decimal_comma=False)


def test_equal_sheets_give_equal_bytes() -> None:
    assert csv_bytes(_sheet(("Ada", None)), ";", True) == csv_bytes(_sheet(("Ada", None)), ";", True)
