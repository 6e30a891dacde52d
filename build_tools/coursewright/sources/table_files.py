"""Tables that people bring: CSV of any kind that spreadsheets and forms write, and XLSX."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.styles.numbers import is_datetime

from coursewright.model.finding import Code, Finding, Value
from coursewright.model.place import Place
from coursewright.model.spreadsheet_text import restored
from coursewright.model.table import Cell, Dialect, Row, Table
from coursewright.model.words import N_, Term

MAX_BYTES = 200_000_000
# What a workbook may unpack to: a small file can hold very much.
MAX_UNPACKED = 1_000_000_000
_DELIMITERS = ";,\t"
_LINES_LOOKED_AT = 50
_NO_TEXT = Term(N_("it holds bytes that are no text"))
_UNCLOSED = Term(N_("a cell goes on for very long, a quote is probably never closed"))
_NO_WORKBOOK = Term(N_("it is no workbook, or a broken or locked one"))
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class TableError(Exception):
    """A file that is no table, and the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding


def read_table(file: Path) -> Table:
    """The table of a file, its first row with something in it being the header. TableError where there is none.

    Texts of a CSV file that our own exports have made harmless come back as they were.
    """
    readers = {".csv": _read_csv, ".txt": _read_csv, ".tsv": _read_csv, ".xlsx": _read_xlsx, ".xlsm": _read_xlsx}
    reader = readers.get(file.suffix.lower())
    if reader is None:
        raise _refused(file, Code.TABLE_FORMAT, found=file.name)
    try:
        if file.stat().st_size > MAX_BYTES:
            raise _refused(file, Code.FILE_TOO_LARGE, found=file.stat().st_size, limit=MAX_BYTES)
        content = file.read_bytes()
    except FileNotFoundError:
        raise _refused(file, Code.FILE_MISSING_HERE) from None
    except OSError:
        raise _refused(file, Code.FILE_UNREADABLE) from None
    return reader(file, content)


def _read_csv(file: Path, content: bytes) -> Table:
    text, encoding = _decoded(file, content)
    delimiter = _delimiter(text)
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        raise _refused(file, Code.TABLE_UNREADABLE, found=_UNCLOSED) from None
    rows = [Row(number, [restored(cell) for cell in record]) for number, record in enumerate(records, start=1)]
    return _table(file, rows, Dialect(delimiter, encoding))


def _decoded(file: Path, content: bytes) -> tuple[str, str]:
    """The text and its encoding: as a byte order mark says, else UTF-8 if it can be, else that of Windows."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), encoding.removesuffix("-sig")
            except UnicodeDecodeError:
                raise _refused(file, Code.TABLE_UNREADABLE, found=_NO_TEXT) from None
    if b"\0" in content:
        raise _refused(file, Code.TABLE_UNREADABLE, found=_NO_TEXT)
    for encoding in ("utf-8", "windows-1252"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    # Five bytes mean nothing in Windows-1252; whoever wrote them meant no text at all.
    raise _refused(file, Code.TABLE_UNREADABLE, found=_NO_TEXT)


def _delimiter(text: str) -> str:
    """What parts the cells: the sign by which the first row has most of them, and the next ones as many."""

    def quality(delimiter: str) -> tuple[int, int]:
        lines = [record for record in _first_records(text, delimiter) if any(record)]
        columns = len(lines[0]) if lines else 0
        return columns, sum(len(record) == columns for record in lines)

    return max(_DELIMITERS, key=quality)


def _first_records(text: str, delimiter: str) -> Sequence[list[str]]:
    start = text.splitlines(keepends=True)[:_LINES_LOOKED_AT] if len(text) < MAX_BYTES // 100 else _head(text)
    try:
        return list(csv.reader(start, delimiter=delimiter))
    except csv.Error:
        return []


def _head(text: str) -> list[str]:
    return text[: MAX_BYTES // 100].splitlines(keepends=True)[:_LINES_LOOKED_AT]


def _read_xlsx(file: Path, content: bytes) -> Table:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(each.file_size for each in archive.infolist())
        if unpacked > MAX_UNPACKED:
            raise _refused(file, Code.FILE_TOO_LARGE, found=unpacked, limit=MAX_UNPACKED)
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet: Any = workbook.worksheets[0]
        # The size that a file claims for its sheet is not always so.
        sheet.reset_dimensions()
        rows = [Row(number, _cells(cells)) for number, cells in enumerate(sheet.iter_rows(), start=1)]
    except TableError:
        raise
    # A file that is no workbook, or a broken one, makes openpyxl and what it builds on fail in very many ways.
    except Exception:
        raise _refused(file, Code.TABLE_UNREADABLE, found=_NO_WORKBOOK) from None
    return _table(file, rows, None)


def _cells(cells: Iterable[Any]) -> list[Cell]:
    return [_cell(each) for each in cells]


def _cell(cell: Any) -> Cell:
    value = cell.value
    if isinstance(value, datetime) and is_datetime(cell.number_format) == "date":
        return value.date()
    return value if isinstance(value, Cell) else str(value)


def _table(file: Path, rows: list[Row], dialect: Dialect | None) -> Table:
    filled = [row for row in rows if any(cell not in (None, "") for cell in row.cells)]
    if not filled:
        raise _refused(file, Code.TABLE_EMPTY)
    header = filled[0]
    names = tuple(_trimmed("" if cell is None else str(cell).strip() for cell in header.cells))
    return Table(names, filled[1:], dialect)


def _trimmed(names: Iterator[str]) -> list[str]:
    """The names without the empty ones at the end."""
    found = list(names)
    while found and not found[-1]:
        found.pop()
    return found


def _refused(file: Path, code: Code, **values: Value) -> TableError:
    return TableError(Finding(code, Place(file.as_posix()), values))
