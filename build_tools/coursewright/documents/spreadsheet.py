"""Sheets as an XLSX workbook: numbers, days and times, texts that are never formulas. Equal sheets, equal bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from typing import Any

from xlsxwriter import Workbook

from coursewright.documents.sheet import Kind, Sheet
from coursewright.model.table import Cell

_FORMATS = {
    Kind.NUMBER: "0",
    Kind.MONEY: "#,##0.00",
    Kind.DAY: "dd/mm/yyyy",
    Kind.INSTANT: "dd/mm/yyyy hh:mm:ss",
}
# What a text begins with that might be taken for a formula, a command or an error once somebody edits it.
_MARKED = frozenset("=+-@'#")
# A cell of a spreadsheet holds no more.
_MOST_LETTERS = 32_767
# What XML cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MOST_DIGITS = 15
# Before it spreadsheets disagree on what day a number is.
_FIRST_DAY = date(1900, 3, 1)
# No file tells when it was made.
_MADE = datetime(1980, 1, 1)
_OPTIONS = {
    # Row by row: a hundred thousand rows are not held in memory, and texts stand in the cells themselves.
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def xlsx_bytes(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as one workbook."""
    stream = io.BytesIO()
    workbook = Workbook(stream, _OPTIONS)
    workbook.set_properties({"created": _MADE})
    writer = _SheetWriter(workbook)
    for sheet in sheets:
        writer.write(sheet)
    workbook.close()
    return stream.getvalue()


class _SheetWriter:
    """Writes sheets into one workbook, with the formats that they share."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.formats = {kind: workbook.add_format({"num_format": form}) for kind, form in _FORMATS.items()}
        self.quoted = workbook.add_format({"quote_prefix": True})
        header = {"bold": True, "bg_color": "#E8E4DA", "text_wrap": True, "valign": "top"}
        self.header = workbook.add_format(header)
        self.quoted_header = workbook.add_format({**header, "quote_prefix": True})

    def write(self, sheet: Sheet) -> None:
        """Write one sheet."""
        page: Any = self.workbook.add_worksheet(_sheet_name(sheet.title))
        page.freeze_panes(1, sheet.frozen)
        page.autofilter(0, 0, len(sheet.rows), max(0, len(sheet.headings) - 1))
        for column, heading in enumerate(sheet.headings):
            page.set_column(column, column, heading.width)
            form = self.quoted_header if heading.name[:1] in _MARKED else self.header
            page.write_string(0, column, _text(heading.name), form)
        writers = [self._writer(page, heading.kind) for heading in sheet.headings]
        for number, row in enumerate(sheet.rows, start=1):
            for column, (write, cell) in enumerate(zip(writers, row, strict=True)):
                if cell is not None and cell != "":
                    write(number, column, cell)

    def _writer(self, page: Any, kind: Kind) -> Callable[[int, int, Cell], None]:
        """What writes a cell of a column that is meant for one kind of value, whatever is in the cell."""

        def text(row: int, column: int, value: str) -> None:
            page.write_string(row, column, _text(value), self.quoted if value[:1] in _MARKED else None)

        def number(row: int, column: int, value: Any) -> None:
            is_written = isfinite(value) if kind is Kind.MONEY or isinstance(value, float) else _is_exact(value)
            if not is_written:
                text(row, column, str(value))
            else:
                page.write_number(row, column, value, self.formats.get(kind))

        def write(row: int, column: int, cell: Cell) -> None:
            match cell:
                case str():
                    text(row, column, cell)
                case bool():
                    page.write_boolean(row, column, cell)
                case int() | float() | Decimal():
                    number(row, column, cell)
                case datetime() if cell.tzinfo is None and cell.date() >= _FIRST_DAY:
                    page.write_datetime(row, column, cell, self.formats[Kind.INSTANT])
                case datetime():
                    text(row, column, cell.isoformat(sep=" "))
                case date() if cell >= _FIRST_DAY:
                    page.write_datetime(row, column, cell, self.formats[Kind.DAY])
                case date() | time():
                    text(row, column, cell.isoformat())

        return write


def _is_exact(number: object) -> bool:
    """Whether a spreadsheet keeps all digits."""
    return len(str(number)) <= _MOST_DIGITS


def _text(value: str) -> str:
    written = value if value.isprintable() else _UNWRITABLE.sub("\ufffd", value)
    return written[:_MOST_LETTERS]


def _sheet_name(title: str) -> str:
    # Signs and lengths that Excel refuses in the name of a sheet.
    return re.sub(r"[\\/*?:\[\]]", " ", title)[:31] or "1"
