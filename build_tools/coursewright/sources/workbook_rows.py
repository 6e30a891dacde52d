"""Rows of the first sheet of a workbook, read element by element: what a sheet holds is never in memory as a whole.

openpyxl, which knows every kind of file, keeps all styles, all other strings and each row as trees; here only its ways
with dates and formats are used. ECMA-376, part 1, chapter 18 says what stands where.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from io import FileIO

from openpyxl.styles.numbers import builtin_format_code, is_date_format, is_datetime, is_timedelta_format
from openpyxl.utils.cell import column_index_from_string
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel, from_ISO8601

from coursewright.model.table import Cell
from coursewright.sources.bounded_xml import Attributes, BoundedXml, BrokenXmlError
from coursewright.sources.table_bounds import (
    CELLS,
    LAST_ROW,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROW_LENGTH,
    MAX_TEXT,
    STRINGS,
    TEXT,
    too_long,
    too_many_columns,
    too_many_rows,
    too_much,
    unreadable,
)
from coursewright.sources.workbook_archive import MAX_PART, MAX_SHEET, MAX_STRINGS, NO_WORKBOOK, WorkbookArchive

# How a workbook writes tabs, line ends, and the sign with which it begins to write them.
_ESCAPED = re.compile("_x(0009|000[AaDd]|005[Ff])_")
_CONTENT_TYPES = "[Content_Types].xml"
_USUAL_WORKBOOK = "xl/workbook.xml"
_WORKBOOK_TYPES = tuple(
    f"application/vnd.{kind}.main+xml"
    for kind in (
        "openxmlformats-officedocument.spreadsheetml.sheet",
        "ms-excel.sheet.macroEnabled",
        "openxmlformats-officedocument.spreadsheetml.template",
        "ms-excel.template.macroEnabled",
    )
)
# As many as a spreadsheet keeps (65,490), and some.
_MAX_FORMATS = 100_000
_MAX_SHEETS = 10_000
_MAX_STRINGS = 1_200_000
_MAX_FORMAT = 1_000
_MAX_OTHERS = 100_000
_PLAIN = (False, False, False)
_ERROR = "#VALUE!"


def workbook_rows(file: FileIO) -> Iterator[tuple[int, list[Cell]]]:
    """Each row that has something in it, with its number; TableFaultError where the file is no workbook.

    Days, times, numbers and truth keep their type; a formula gives the value that was kept with it.
    """
    archive = WorkbookArchive(file)
    try:
        book = _Book.of(archive)
        reader = _SheetReader(book)
        with archive.part(book.sheet, MAX_SHEET) as stream:
            for _ in reader.pieces(stream):
                yield from reader.taken()
    # Numbers, styles and names that are none, or that lead nowhere.
    except (BrokenXmlError, ValueError, OverflowError, LookupError):
        raise unreadable(NO_WORKBOOK) from None


@dataclass(frozen=True)
class _Book:
    """What is to be known of a workbook before its sheet is read; ``formats`` are by the number of the style."""

    sheet: str
    epoch: datetime
    strings: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, archive: WorkbookArchive) -> _Book:
        name = _workbook_name(archive)
        workbook = _WorkbookReader()
        with archive.part(name) as stream:
            workbook.read(stream)
        relations = _Relations(posixpath.dirname(name))
        with archive.part(
            posixpath.join(posixpath.dirname(name), "_rels", f"{posixpath.basename(name)}.rels")
        ) as stream:
            relations.read(stream)
        known = (relations.targets[each] for each in workbook.sheets)
        sheet = next((target for target, kind in known if "chartsheet" not in kind and target in archive), None)
        if sheet is None:
            raise BrokenXmlError
        strings, styles = _Strings(), _Styles()
        _read_related(archive, relations, "/sharedStrings", strings, MAX_STRINGS)
        _read_related(archive, relations, "/styles", styles, MAX_PART)
        return cls(sheet, MAC_EPOCH if workbook.is_1904 else WINDOWS_EPOCH, strings.found, styles.codes())


def _read_related(archive: WorkbookArchive, relations: _Relations, kind: str, reader: BoundedXml, limit: int) -> None:
    part = relations.first(kind)
    if part is not None and part in archive:
        with archive.part(part, limit) as stream:
            reader.read(stream)


def _workbook_name(archive: WorkbookArchive) -> str:
    types = _ContentTypes()
    with archive.part(_CONTENT_TYPES) as stream:
        types.read(stream)
    for kind in _WORKBOOK_TYPES:
        if kind in types.named:
            return types.named[kind].lstrip("/")
    if types.defaults & set(_WORKBOOK_TYPES):
        return _USUAL_WORKBOOK
    raise BrokenXmlError


class _ContentTypes(BoundedXml):
    """The first part of each type of content, and the types that endings stand for."""

    def __init__(self) -> None:
        super().__init__()
        self.named: dict[str, str] = {}
        self.defaults: set[str] = set()

    def begin(self, name: str, attributes: Attributes) -> None:
        kind = attributes.get("ContentType", "")
        if kind not in _WORKBOOK_TYPES:
            return
        if name == "Override":
            self.named.setdefault(kind, attributes["PartName"])
        elif name == "Default":
            self.defaults.add(kind)


class _WorkbookReader(BoundedXml):
    """The relations of the sheets in their order, and from which year days are counted."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[str] = []
        self.is_1904 = False

    def begin(self, name: str, attributes: Attributes) -> None:
        if name == "workbookPr":
            self.is_1904 = attributes.get("date1904", "0").lower() in ("1", "true")
        elif name == "sheet" and self.depth == 3:
            # The prefix of the namespace is whatever the program that wrote the file has chosen.
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            if relation and len(self.sheets) < _MAX_SHEETS:
                self.sheets.append(relation)


class _Relations(BoundedXml):
    """Where a workbook's parts are: by id, target and kind."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder
        self.targets: dict[str, tuple[str, str]] = {}

    def begin(self, name: str, attributes: Attributes) -> None:
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        if len(self.targets) >= _MAX_SHEETS:
            raise BrokenXmlError
        target = attributes["Target"]
        path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(self._folder, target))
        self.targets[attributes["Id"]] = path, attributes.get("Type", "")

    def first(self, kind: str) -> str | None:
        """The first part whose kind ends so."""
        return next((target for target, each in self.targets.values() if each.endswith(kind)), None)


class _Styles(BoundedXml):
    """How numbers are shown, by the number of a cell's style."""

    def __init__(self) -> None:
        super().__init__()
        self._custom: dict[int, str] = {}
        self._ids: list[int] = []
        self._is_cells = False

    def begin(self, name: str, attributes: Attributes) -> None:
        if self.depth == 2:
            self._is_cells = name == "cellXfs"
        elif self.depth == 3 and name == "xf" and self._is_cells:
            self._ids.append(int(attributes.get("numFmtId", "0")))
        elif self.depth == 3 and name == "numFmt":
            self._custom[int(attributes["numFmtId"])] = attributes.get("formatCode", "")[:_MAX_FORMAT]
        if len(self._ids) + len(self._custom) > _MAX_FORMATS:
            raise BrokenXmlError

    def codes(self) -> list[str]:
        """The code of each style."""
        return [self._custom[each] if each in self._custom else builtin_format_code(each) or "" for each in self._ids]


class _Strings(BoundedXml):
    """The texts that cells name by number."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._length = 0
        self._text: str = ""
        self._is_phonetic = False

    def begin(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002
        if self.depth == 2:
            self._text = ""
        elif self.depth == 3:
            # How a Japanese text is read aloud stands beside it, and is no part of it.
            self._is_phonetic = name == "rPh"
        if name == "t" and not self._is_phonetic:
            self.begin_text()

    def end(self, name: str) -> None:
        if self.is_text:
            self._text += self.end_text()
        elif self.depth == 2 and name == "si":
            self._keep(_unescaped(self._text))

    def _keep(self, text: str) -> None:
        self._length += len(text)
        if len(text) > MAX_ROW_LENGTH:
            raise too_long(1)
        if self._length > MAX_TEXT:
            raise too_much(1, TEXT, MAX_TEXT)
        if len(self.found) == _MAX_STRINGS:
            raise too_much(1, STRINGS, _MAX_STRINGS)
        self.found.append(text)


class _SheetReader(BoundedXml):
    """The rows of a sheet: ``taken`` gives those that are complete, and forgets them.

    The tree is worksheet, sheetData, row, c, and in it v, or is with t, or with r and t.
    """

    def __init__(self, book: _Book) -> None:
        super().__init__()
        self._strings = book.strings
        self._number = _numbers(book)
        self._rows: list[tuple[int, list[Cell]]] = []
        self._is_data = self._is_row = self._is_phonetic = False
        self._cells: list[Cell] = []
        self._attributes: Attributes = {}
        self._text: str | None = None
        self._length = 0
        self._total = self._others = 0

    def taken(self) -> list[tuple[int, list[Cell]]]:
        """The rows read since the last time that have something in them."""
        rows, self._rows = self._rows, []
        return rows

    def begin(self, name: str, attributes: Attributes) -> None:
        depth = self.depth
        if depth == 4:
            self._attributes, self._text, self._is_phonetic = attributes, None, False
        elif depth > 4:
            if self._is_row and (name == "v" if depth == 5 else name == "t" and not self._is_phonetic):
                self.begin_text()
            elif name == "rPh":
                self._is_phonetic = True
        elif depth == 3:
            self._is_row = self._is_data and name == "row"
            if self._is_row:
                self._begin_row(attributes)
            else:
                self._begin_other()
        elif depth == 2:
            self._is_data = name == "sheetData"
            self._begin_other()

    def end(self, name: str) -> None:
        depth = self.depth
        if depth > 4:
            if self.is_text:
                text = self.end_text()
                self._text = text if self._text is None else self._text + text
            elif name == "rPh":
                self._is_phonetic = False
        elif depth == 4:
            if self._is_row and name == "c":
                self._end_cell()
        elif depth == 3 and self._is_row:
            self._is_row = False
            if any(cell is not None and cell != "" for cell in self._cells):
                self._rows.append((self.row, self._cells))
        elif depth == 2 and self._is_data:
            self.is_done = True

    def _begin_other(self) -> None:
        """Widths of columns, views and the like stand before the rows, and are few."""
        self._others += 1
        if self._others > _MAX_OTHERS:
            raise BrokenXmlError

    def _begin_row(self, attributes: Attributes) -> None:
        written = attributes.get("r")
        row = self.row + 1 if written is None else int(float(written))
        if row <= self.row:
            raise BrokenXmlError
        if row > LAST_ROW:
            raise too_many_rows(LAST_ROW + 1, LAST_ROW)
        self.row, self._cells, self._length = row, [], 0

    def _end_cell(self) -> None:
        cells = self._cells
        coordinate = self._attributes.get("r")
        column = len(cells) + 1 if coordinate is None else _column(coordinate.rstrip("0123456789"))
        if column > MAX_COLUMNS:
            raise too_many_columns(self.row)
        if column <= len(cells):
            raise BrokenXmlError
        self._total += column - len(cells)
        if self._total > MAX_CELLS:
            raise too_much(self.row, CELLS, MAX_CELLS)
        while len(cells) < column - 1:
            cells.append(None)
        value = None if self._text is None else self._value(self._text)
        if type(value) is str:
            self._length += len(value)
            if self._length > MAX_ROW_LENGTH:
                raise too_long(self.row)
        cells.append(value)

    def _value(self, text: str) -> Cell:
        kind = self._attributes.get("t", "n")
        if kind == "inlineStr":
            return _unescaped(text)
        if not text:
            return None
        if kind == "s":
            return self._strings[int(text)]
        if kind == "n":
            return self._number(text, int(self._attributes.get("s", "0")))
        if kind == "b":
            return bool(int(text))
        if kind == "d":
            return _known(from_ISO8601(text))  # type: ignore[no-untyped-call]
        return _unescaped(text)


def _numbers(book: _Book) -> Callable[[str, int], Cell]:
    """What a number stands for, by the style of its cell."""
    shown = [(is_date_format(code), is_timedelta_format(code), is_datetime(code) == "date") for code in book.formats]

    def number(text: str, style: int) -> Cell:
        value = float(text) if "." in text or "E" in text or "e" in text else int(text)
        is_moment, is_span, is_day = shown[style] if style < len(shown) else _PLAIN
        if not is_moment:
            return value
        try:
            moment = from_excel(value, book.epoch, timedelta=is_span)
        except (OverflowError, ValueError):
            return _ERROR
        return moment.date() if is_day and isinstance(moment, datetime) else _known(moment)

    return number


def _known(value: object) -> Cell:
    """Lengths of time, which no column asks for, as text."""
    return value if isinstance(value, Cell) else str(value)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


@cache
def _column(letters: str) -> int:
    return int(column_index_from_string(letters))
