"""The statements of a settlement's JSON document, one after another: the document is never in memory as a whole."""

from __future__ import annotations

import json
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import FileIO
from os import fstat
from pathlib import Path
from typing import Any

from coursewright.model.finding import Code, Finding, Value
from coursewright.model.place import Place
from coursewright.sources.regular_file import FileRefusedError, open_regular
from coursewright.sources.table_bounds import MAX_ROWS, TableFaultError, too_many_rows
from coursewright.sources.table_files import TableError

# A statement has less than a thousand letters, and of as many as are settled at once there are 90 MB.
MAX_BYTES = 300_000_000
MAX_STATEMENT = 100_000
# A value before the statements, such as all rankings where somebody has sorted the keys.
MAX_VALUE = 10_000_000
MAX_LINES = 2_000_000
_PIECE = 1_000_000
_SPACE = re.compile(r"[ \t\r\n]*")
_STATEMENTS = "statements"


@contextmanager
def open_settlement(file: Path) -> Iterator[Mapping[str, Any]]:
    """The document with its statements to be iterated once, while the file is open.

    TableError where there is no such file or it is too large; ValueError or RecursionError where it is no JSON.
    """
    try:
        with open_regular(file) as opened:
            size = fstat(opened.fileno()).st_size
            if size > MAX_BYTES:
                raise TableFaultError(Code.TABLE_TOO_LARGE, found=size, limit=MAX_BYTES)
            yield {_STATEMENTS: _statements(_Reader(opened))}
    except FileRefusedError as error:
        raise _refused(file, error.code) from None
    except OSError:
        raise _refused(file, Code.FILE_UNREADABLE) from None
    except TableFaultError as fault:
        raise _refused(file, fault.code, **fault.values) from None


def _statements(reader: _Reader) -> Iterator[Any]:
    """The statements; what comes after them says nothing that is asked for, if only it is there."""
    reader.expect("{")
    while True:
        key = reader.value(MAX_STATEMENT)
        reader.expect(":")
        if key == _STATEMENTS:
            break
        reader.value(MAX_VALUE)
        reader.expect(",")
    reader.expect("[")
    if reader.next() != "]":
        yield from _items(reader)
    reader.expect("]")
    if reader.last() != "}":
        raise ValueError("the document is cut off")


def _items(reader: _Reader) -> Iterator[Any]:
    count = lines = 0
    while True:
        statement = reader.value(MAX_STATEMENT)
        count += 1
        lines += len(statement.get("lines", ())) if isinstance(statement, dict) else 0
        if count > MAX_ROWS or lines > MAX_LINES:
            raise too_many_rows(1, MAX_ROWS)
        yield statement
        if reader.next() == "]":
            return
        reader.expect(",")


class _Reader:
    """A text read value by value; ValueError where there is none."""

    def __init__(self, file: FileIO) -> None:
        self._file = file
        self._decode = getincrementaldecoder("utf-8")().decode
        self._scan = json.JSONDecoder().raw_decode
        self._text = ""
        self._at = 0
        self._left = MAX_BYTES

    def next(self) -> str:
        """The next sign that is no space; empty at the end."""
        while True:
            self._at = _end_of_space(self._text, self._at)
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def expect(self, sign: str) -> None:
        """Pass over a sign that has to come."""
        if self.next() != sign:
            raise ValueError(f"{sign} is missing")
        self._at += 1

    def value(self, limit: int) -> Any:
        """The next value, of at most so many letters."""
        self.next()
        while True:
            try:
                value, end = self._scan(self._text, self._at)
            except ValueError:
                end = len(self._text)
            # What reaches the end of what was read may go on.
            if end < len(self._text):
                self._at = end
                return value
            if len(self._text) - self._at > limit or not self._more():
                raise ValueError("no value, or a very long one")

    def last(self) -> str:
        """The last sign of the document that is no space."""
        found = ""
        while True:
            found = self._text[self._at :].rstrip()[-1:] or found
            self._at = len(self._text)
            if not self._more():
                return found

    def _more(self) -> bool:
        """Read another piece; what was passed over is forgotten."""
        piece = self._file.read(_PIECE)
        # The file may grow while it is read.
        self._left -= len(piece)
        if self._left < 0:
            raise TableFaultError(Code.TABLE_TOO_LARGE, found=MAX_BYTES - self._left, limit=MAX_BYTES)
        self._text, self._at = self._text[self._at :] + self._decode(piece, not piece), 0
        return bool(piece)


def _end_of_space(text: str, start: int) -> int:
    match = _SPACE.match(text, start)
    return match.end() if match else start


def _refused(file: Path, code: Code, **values: Value) -> TableError:
    return TableError(Finding(code, Place(file.as_posix()), values))
