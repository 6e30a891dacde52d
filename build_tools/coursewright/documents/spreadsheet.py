"""Sheets as an XLSX workbook: numbers, days and times, texts that are never formulas. Equal sheets, equal bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from coursewright.documents.sheet import Heading, Kind, Sheet
from coursewright.model.table import Cell

_FORMATS = {
    Kind.TEXT: "General",
    Kind.NUMBER: "0",
    Kind.MONEY: "#,##0.00",
    Kind.DAY: "dd/mm/yyyy",
    Kind.INSTANT: "dd/mm/yyyy hh:mm:ss",
}
# What a text begins with that might be taken for a formula, a command or an error.
_MARKED = "=+-@'#"
_MOST_LETTERS = 32_767
# What XML cannot hold: openpyxl's own list leaves two out.
_UNWRITABLE = re.compile(f"{ILLEGAL_CHARACTERS_RE.pattern}|[\ud800-\udfff\ufffe\uffff]")
_MOST_DIGITS = 15
# The first time that the format of archives can write: no file tells when it was made.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def xlsx_bytes(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as one workbook."""
    workbook = Workbook(write_only=True)
    for sheet in sheets:
        _write(workbook, sheet)
    stream = io.BytesIO()
    workbook.save(stream)
    return _without_moments(stream)


def _write(workbook: Workbook, sheet: Sheet) -> None:
    page: Any = workbook.create_sheet(_sheet_name(sheet.title))
    page.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}2"
    for number, heading in enumerate(sheet.headings, start=1):
        page.column_dimensions[get_column_letter(number)].width = heading.width
    page.auto_filter.ref = f"A1:{get_column_letter(max(1, len(sheet.headings)))}{len(sheet.rows) + 1}"
    page.append([_header_cell(page, heading) for heading in sheet.headings])
    kinds = [heading.kind for heading in sheet.headings]
    for row in sheet.rows:
        page.append([_written(page, cell, kind) for cell, kind in zip(row, kinds, strict=True)])


def _header_cell(page: Any, heading: Heading) -> Any:
    cell = _text(page, heading.name)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", start_color="E8E4DA")
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell


def _written(page: Any, value: Cell, kind: Kind) -> Any:
    """The value for the sheet: a plain number or a cell with its format; a text that might be run, as a text."""
    match value:
        case None | "":
            return None
        case str():
            return _text(page, value) if value[0] in _MARKED or _UNWRITABLE.search(value) else value[:_MOST_LETTERS]
        case bool():
            return value
        case int() | Decimal() if len(str(value)) > _MOST_DIGITS:
            return _text(page, str(value))
        case datetime() if value.tzinfo is not None:
            return _text(page, value.isoformat(sep=" "))
        case datetime():
            return _formatted(page, value, Kind.INSTANT if kind is Kind.TEXT else kind)
        case date():
            return _formatted(page, value, Kind.DAY)
        case Decimal():
            return _formatted(page, value, kind if kind is Kind.MONEY else Kind.TEXT)
        case time():
            return _text(page, value.isoformat())
        case _:
            return value


def _formatted(page: Any, value: Any, kind: Kind) -> Any:
    cell = WriteOnlyCell(page, value)
    cell.number_format = _FORMATS[kind]
    return cell


def _text(page: Any, value: str) -> Any:
    """A cell that holds a text whatever it begins with, and that stays one when somebody edits it."""
    cell: Any = WriteOnlyCell(page, "")
    cell.value = _UNWRITABLE.sub("\ufffd", value)[:_MOST_LETTERS]
    cell.data_type = "s"
    if value[:1] in set(_MARKED):
        cell.quotePrefix = True
    return cell


def _sheet_name(title: str) -> str:
    return re.sub(r"[\\/*?:\[\]]", " ", title)[:31] or "1"


def _without_moments(stream: io.BytesIO) -> bytes:
    """The workbook with the time at which it was made taken out, of its properties and of the archive."""
    result = io.BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            copy = zipfile.ZipInfo(entry.filename, _EPOCH)
            copy.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(copy, content)
    return result.getvalue()
