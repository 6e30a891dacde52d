"""Rows packed and had back."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from coursewright.model.packed_rows import PackedRows
from coursewright.model.table import Cell, Row


@pytest.mark.parametrize(
    "cells",
    [
        [],
        [""],
        ["", ""],
        ["a", "", "è", "’😀\n"],
        ["a\0b", "c"],
        ["\udcff", "\x80"],
        ["\x80"],
        [None, "a", 1, 1.5, True, Decimal("1.50"), date(2022, 1, 2), datetime(2022, 1, 2, 3, 4), time(5, 6)],
    ],
)
def test_cells_come_back_as_they_were(cells: list[Cell]) -> None:
    rows = PackedRows([Row(7, cells)])
    assert (list(rows), rows[0], rows[-1:]) == ([Row(7, cells)], Row(7, cells), [Row(7, cells)])
    assert [type(cell) for cell in rows[0].cells] == [type(cell) for cell in cells]


def test_packed_rows_are_equal_to_the_same_rows_of_any_kind() -> None:
    rows = [Row(2, ["a"]), Row(5, [1, None])]
    assert PackedRows(rows) == rows
    assert PackedRows(rows) == PackedRows(rows)
    assert PackedRows(rows) != rows[:1]
    assert PackedRows(rows) != [Row(2, ["a"]), Row(5, [2, None])]


def test_a_row_of_texts_takes_its_letters_and_little_more() -> None:
    rows = PackedRows([Row(2, ["abc", "de"])])
    assert rows.size == len("abc\0de")
    with pytest.raises(IndexError):
        rows[1]
