"""Tables that people bring: CSV of any kind that spreadsheets and forms write, and XLSX."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from stat import S_ISREG
from typing import Any

from openpyxl import load_workbook
from openpyxl.styles.numbers import is_datetime

from coursewright.model.finding import Code, Finding, Value
from coursewright.model.place import Place
from coursewright.model.spreadsheet_text import restored
from coursewright.model.table import Cell, Dialect, Row, Table
from coursewright.model.words import N_, Term

MAX_BYTES = 200_000_000
# What a workbook may unpack to, and how much a table may hold: a small file can claim very much.
MAX_UNPACKED = 500_000_000
MAX_CELLS = 10_000_000
# The last row that a spreadsheet has; others are claimed only to keep readers busy.
MAX_ROWS = 1_048_576
_DELIMITERS = ";,\t"
_LINES_LOOKED_AT = 50
# How a workbook writes tabs, line ends, and the sign with which it begins to write them.
_ESCAPED = re.compile("_x(0009|000[AaDd]|005[Ff])_")
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
        status = file.stat()
        if not S_ISREG(status.st_mode):
            raise _refused(file, Code.NOT_A_FILE)
        if status.st_size > MAX_BYTES:
            raise _refused(file, Code.FILE_TOO_LARGE, found=status.st_size, limit=MAX_BYTES)
        content = file.read_bytes()
    except FileNotFoundError:
        raise _refused(file, Code.FILE_MISSING_HERE) from None
    except OSError:
        raise _refused(file, Code.FILE_UNREADABLE) from None
    return reader(file, content)


def _read_csv(file: Path, content: bytes) -> Table:
    text, encoding = _decoded(file, content)
    delimiter = _delimiter(text)
    records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return _table(file, ([restored(cell) for cell in record] for record in records), Dialect(delimiter, encoding))
    except csv.Error:
        raise _refused(file, Code.TABLE_UNREADABLE, found=_UNCLOSED) from None


def _decoded(file: Path, content: bytes) -> tuple[str, str]:
    """The text and its encoding: as a byte order mark says, else UTF-8 if it can be, else that of Windows."""
    marked = [encoding for mark, encoding in _MARKS if content.startswith(mark)]
    for encoding in marked or ("utf-8", "windows-1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            # Five bytes mean nothing in Windows-1252; whoever wrote them meant no text at all.
            continue
        if "\0" not in text:
            return text, encoding.removesuffix("-sig")
    raise _refused(file, Code.TABLE_UNREADABLE, found=_NO_TEXT)


def _delimiter(text: str) -> str:
    """What parts the cells: the sign by which the first row has most of them, and the next ones as many."""

    def quality(delimiter: str) -> tuple[int, int]:
        lines = [record for record in _first_records(text, delimiter) if record]
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
        return _table(file, (_cells(cells) for cells in sheet.iter_rows()), None)
    except TableError:
        raise
    # A file that is no workbook, or a broken one, makes openpyxl and what it builds on fail in very many ways.
    except Exception:
        raise _refused(file, Code.TABLE_UNREADABLE, found=_NO_WORKBOOK) from None


def _cells(cells: Iterable[Any]) -> list[Cell]:
    return [_cell(each) for each in cells]


def _cell(cell: Any) -> Cell:
    value = cell.value
    if isinstance(value, datetime) and is_datetime(cell.number_format) == "date":
        return value.date()
    if isinstance(value, str):
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value) if "_x" in value else value
    return value if isinstance(value, Cell) else str(value)


def _table(file: Path, records: Iterable[list[Cell]], dialect: Dialect | None) -> Table:
    """The rows that have something in them; TableError where there are none, or more than anyone would bring."""
    filled, count = [], 0
    for number, cells in enumerate(records, start=1):
        count += len(cells)
        if count > MAX_CELLS or number > MAX_ROWS:
            limit = MAX_CELLS if count > MAX_CELLS else MAX_ROWS
            raise _refused(file, Code.FILE_TOO_LARGE, found=max(number, count), limit=limit)
        if any(cell is not None and cell != "" for cell in cells):
            filled.append(Row(number, cells))
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
