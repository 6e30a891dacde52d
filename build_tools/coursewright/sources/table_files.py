"""Tables that people bring: CSV of any kind that spreadsheets and forms write, and XLSX.

Both are read row by row and packed as they come; what they may hold is looked at before and while reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import FileIO
from os import fstat
from pathlib import Path

from coursewright.model.finding import Code, Finding, Value
from coursewright.model.packed_rows import PackedRows
from coursewright.model.place import Place
from coursewright.model.table import Cell, Dialect, Table
from coursewright.sources.csv_rows import CsvRows
from coursewright.sources.regular_file import FileRefusedError, open_regular
from coursewright.sources.table_bounds import (
    CELLS,
    LAST_ROW,
    MAX_BYTES,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_TEXT,
    TEXT,
    TableFaultError,
    too_large,
    too_many_columns,
    too_many_rows,
    too_much,
)
from coursewright.sources.workbook_rows import workbook_rows

Record = tuple[int, list[Cell]]
IsHeader = Callable[[Sequence[str]], bool]
# So many rows are looked at for the headers, empty ones included.
_LOOKED_AT = 50


class TableError(Exception):
    """A file that is no table, and the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding


def read_table(file: Path, most_text: int = MAX_TEXT, is_header: IsHeader | None = None) -> Table:
    """The table of a file. TableError where there is none.

    The header is the first row that ``is_header`` takes for one, if that is among the first few, as a title may stand
    above; else the first row with something in it. What stands above the header is left out.

    Texts of a CSV file that our own exports have made harmless come back as they were. ``most_text`` is how many bytes
    of text the rows may have.
    """
    readers = {".csv": _read_csv, ".txt": _read_csv, ".tsv": _read_csv, ".xlsx": _read_xlsx, ".xlsm": _read_xlsx}
    reader = readers.get(file.suffix.lower())
    if reader is None:
        raise _refused(file, Code.TABLE_FORMAT, found=file.name)
    try:
        with open_regular(file) as opened:
            size = fstat(opened.fileno()).st_size
            if size > MAX_BYTES:
                raise too_large(size)
            return reader(opened, _Header(is_header), most_text)
    except FileRefusedError as error:
        raise _refused(file, error.code) from None
    except OSError:
        raise _refused(file, Code.FILE_UNREADABLE) from None
    except TableFaultError as fault:
        raise _refused(file, fault.code, fault.row, **fault.values) from None


def _read_csv(file: FileIO, header: _Header, most_text: int) -> Table:
    rows = CsvRows(file)
    return _table(header.first(rows), rows.dialect, most_text)


def _read_xlsx(file: FileIO, header: _Header, most_text: int) -> Table:
    return _table(header.first(workbook_rows(file)), None, most_text)


class _Header:
    """Looks for the row of headers among the first rows."""

    def __init__(self, is_header: IsHeader | None) -> None:
        self.is_header = is_header

    def first(self, records: Iterable[Record]) -> Iterator[Record]:
        """The records from the header on; all of them where none of the first few is one."""
        records = iter(records)
        if self.is_header is None:
            yield from records
            return
        above: list[Record] = []
        for number, cells in records:
            if self.is_header(_texts(cells[:MAX_COLUMNS])):
                above = []
                yield number, cells
                break
            above.append((number, cells))
            if len(above) == _LOOKED_AT:
                break
        yield from above
        yield from records


def _table(records: Iterable[Record], dialect: Dialect | None, most_text: int) -> Table:
    """The rows that have something in them; TableFaultError where there are none, or more than anyone would bring."""
    names: tuple[str, ...] | None = None
    rows = PackedRows()
    count = widest = 0
    for number, cells in records:
        count += len(cells)
        widest = max(widest, len(cells))
        if number > LAST_ROW:
            raise too_many_rows(number, LAST_ROW)
        if len(cells) > MAX_COLUMNS:
            raise too_many_columns(number)
        if not any(cell is not None and cell != "" for cell in cells):
            pass
        elif names is None:
            names = _names(cells)
        elif len(rows) == MAX_ROWS:
            raise too_many_rows(number, MAX_ROWS)
        else:
            rows.append(number, cells)
        # A result has as many columns in each row as the widest.
        if max(count, widest * len(rows)) > MAX_CELLS:
            raise too_much(number, CELLS, MAX_CELLS)
        if rows.size > most_text:
            raise too_much(number, TEXT, most_text)
    if names is None:
        raise TableFaultError(Code.TABLE_EMPTY)
    return Table(names, rows, dialect)


def _names(cells: Iterable[Cell]) -> tuple[str, ...]:
    """The names without the empty ones at the end."""
    found = _texts(cells)
    while not found[-1]:
        found.pop()
    return tuple(found)


def _texts(cells: Iterable[Cell]) -> list[str]:
    return ["" if cell is None else str(cell).strip() for cell in cells]


def _refused(file: Path, code: Code, row: int = 1, **values: Value) -> TableError:
    return TableError(Finding(code, Place(file.as_posix(), row), values))
