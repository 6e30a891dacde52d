"""Sheets as a workbook, read back."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from coursewright.documents.sheet import Heading, Kind, Sheet
from coursewright.documents.spreadsheet import xlsx_bytes
from coursewright.model.table import Cell

HOSTILE = (
    "=1+1",
    '=HYPERLINK("https://example.org")',
    "+39 055 000001",
    "-1+1",
    "@SUM(A1)",
    "'quoted",
    "#N/A",
    "\t=1",
    "\uff1d1",
    "{=1}",
)


def _written(headings: Sequence[Heading], *rows: Sequence[Cell], frozen: int = 0) -> Any:
    content = xlsx_bytes([Sheet("Conti", tuple(headings), rows, frozen)])
    return load_workbook(io.BytesIO(content)).worksheets[0]


def _column(*cells: Cell, kind: Kind = Kind.TEXT) -> list[Any]:
    """The cells of one column, read back."""
    page = _written([Heading("Valore", kind)], *([cell] for cell in cells))
    return [row[0] for row in page.iter_rows(min_row=2)]


def test_the_header_and_the_first_columns_stay_in_sight() -> None:
    page = _written([Heading("Riga"), Heading("Esito"), Heading("Nome")], (2, "ammessa", "Ada"), frozen=2)
    assert (page.freeze_panes, page.auto_filter.ref) == ("C2", "A1:C2")
    assert [cell.font.bold for cell in page[1]] == [True, True, True]


def test_columns_have_their_widths() -> None:
    page = _written([Heading("Riga", width=7), Heading("Perché", width=44)], (2, "posto"))
    assert [int(page.column_dimensions[letter].width) for letter in "AB"] == [7, 44]


def test_amounts_are_numbers_with_two_decimals() -> None:
    (cell,) = _column(Decimal("-145.00"), kind=Kind.MONEY)
    assert (cell.value, cell.data_type, cell.number_format) == (-145, "n", "#,##0.00")


def test_days_and_times_are_real_ones() -> None:
    day, moment = _column(date(2022, 12, 15), datetime(2022, 12, 15, 23, 59, 59), kind=Kind.INSTANT)
    assert (day.value, day.data_type, day.number_format) == (datetime(2022, 12, 15), "d", "dd/mm/yyyy")
    assert (moment.value, moment.data_type) == (datetime(2022, 12, 15, 23, 59, 59), "d")
    assert moment.number_format == "dd/mm/yyyy hh:mm:ss"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_never_a_formula_and_stays_as_it_was(text: str) -> None:
    (cell,) = _column(text)
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_header_is_never_a_formula(text: str) -> None:
    page = _written([Heading(text)])
    assert (page["A1"].value, page["A1"].data_type) == (text, "s")


def test_what_begins_like_a_formula_stays_a_text_when_it_is_edited() -> None:
    assert [cell.quotePrefix for cell in _column("=1+1", "+39", "Ada")] == [True, True, False]


@settings(max_examples=40)
@given(st.lists(st.text(max_size=20), min_size=1, max_size=8))
def test_no_text_breaks_the_workbook_or_runs(texts: list[str]) -> None:
    content = xlsx_bytes([Sheet("Conti", tuple(Heading(text) for text in texts), [texts])])
    page = load_workbook(io.BytesIO(content)).worksheets[0]
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value is not None} <= {"s"}


def test_what_xml_cannot_hold_becomes_a_replacement_character() -> None:
    assert [cell.value for cell in _column("a\x00b", "a\ufffeb", "a\uffffb", "a\ud800b")] == ["a\ufffdb"] * 4


def test_floats_stay_numbers_and_long_whole_numbers_stay_exact() -> None:
    average, identifier = _column(0.1234567890123456, 12345678901234567890)
    assert (average.value, average.data_type) == (0.1234567890123456, "n")
    assert (identifier.value, identifier.data_type) == ("12345678901234567890", "s")


def test_what_no_spreadsheet_counts_as_a_number_or_day_is_a_text() -> None:
    cells = _column(float("inf"), float("nan"), date(1899, 12, 31), datetime(1900, 1, 1, 5), kind=Kind.MONEY)
    assert [(cell.value, cell.data_type) for cell in cells] == [
        ("inf", "s"),
        ("nan", "s"),
        ("1899-12-31", "s"),
        ("1900-01-01 05:00:00", "s"),
    ]


def test_a_cell_holds_as_many_letters_as_a_spreadsheet_can() -> None:
    (cell,) = _column("a" * 100_000)
    assert cell.value == "a" * 32_767


def test_names_of_sheets_are_what_a_spreadsheet_takes() -> None:
    content = xlsx_bytes([Sheet("Borse: 2022/2023 [tutte le graduatorie]", (Heading("a"),), [])])
    assert load_workbook(io.BytesIO(content)).sheetnames == ["Borse  2022 2023  tutte le grad"]


def test_equal_sheets_give_equal_bytes_that_know_no_clock() -> None:
    sheet = Sheet("Conti", (Heading("Nome"),), [("Ada",), (date(2022, 12, 15),)])
    content = xlsx_bytes([sheet])
    assert xlsx_bytes([sheet]) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert set(re.findall(rb"\d{4}-\d\d-\d\dT", archive.read("docProps/core.xml"))) == {b"1980-01-01T"}
