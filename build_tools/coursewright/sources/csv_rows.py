"""Rows of a CSV file of any dialect, read piece by piece: never more of it in memory than one row."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Sequence
from functools import partial
from io import BufferedReader, FileIO, RawIOBase, TextIOWrapper
from typing import Any

from coursewright.model.spreadsheet_text import restored
from coursewright.model.table import Cell, Dialect
from coursewright.model.words import N_, Term
from coursewright.sources.table_bounds import MAX_BYTES, MAX_ROW_LENGTH, UNCLOSED, too_large, too_long, unreadable

_DELIMITERS = ";,\t"
_LINES_LOOKED_AT = 50
_LETTERS_LOOKED_AT = 1_000_000
_PIECE = 1_000_000
_NO_TEXT = Term(N_("it holds bytes that are no text"))
_WORKBOOK = Term(N_("it is a workbook, though its name ends as that of a text does"))
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ARCHIVE = b"PK\x03\x04"


class CsvRows:
    """The records of an open file, and the dialect they are written in. TableFaultError where it is no table."""

    def __init__(self, file: FileIO) -> None:
        encoding = _encoding(file)
        self._stream = _text(file, encoding)
        delimiter = _delimiter(self._stream.read(_LETTERS_LOOKED_AT))
        self.dialect = Dialect(delimiter, encoding.removesuffix("-sig"))
        self._stream = _text(file, encoding)

    def __iter__(self) -> Iterator[tuple[int, list[Cell]]]:
        """Each record with its number, cells that our own exports have made harmless as they were."""
        number, length = 1, 0

        def lines() -> Iterator[str]:
            nonlocal length
            # A line that never ends would be in memory before its length is seen.
            for line in iter(partial(self._stream.readline, MAX_ROW_LENGTH + 1), ""):
                length += len(line)
                if length > MAX_ROW_LENGTH:
                    raise too_long(number)
                yield line

        try:
            for record in csv.reader(lines(), delimiter=self.dialect.delimiter):
                yield number, [restored(cell) for cell in record]
                number, length = number + 1, 0
        except csv.Error:
            raise unreadable(UNCLOSED, number) from None
        except UnicodeDecodeError:
            raise unreadable(_NO_TEXT, number) from None


def _text(file: FileIO, encoding: str) -> TextIOWrapper:
    return TextIOWrapper(BufferedReader(_Bounded(file)), encoding, newline="")


class _Bounded(RawIOBase):
    """A file from its beginning, of which no more is read than is allowed, though it should grow meanwhile."""

    def __init__(self, file: FileIO) -> None:
        super().__init__()
        # The file is read once for its encoding, once for its dialect, and once for its rows.
        file.seek(0)
        self._file = file
        self._left = MAX_BYTES

    def readable(self) -> bool:
        """As the file is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as the file goes; TableFaultError beyond what is allowed."""
        count = self._file.readinto(buffer) or 0
        self._left -= count
        if self._left < 0:
            raise too_large(MAX_BYTES - self._left)
        return count


def _encoding(file: FileIO) -> str:
    """As a byte order mark says, else UTF-8 if the file can be, else that of Windows."""
    start = file.read(4)
    if start == _ARCHIVE:
        raise unreadable(_WORKBOOK)
    marked = [encoding for mark, encoding in _MARKS if start.startswith(mark)]
    # Five bytes mean nothing in Windows-1252; whoever wrote them meant no text at all.
    fitting = (encoding for encoding in marked or ("utf-8", "windows-1252") if _fits(file, encoding))
    found = next(fitting, None)
    if found is None:
        raise unreadable(_NO_TEXT)
    return found


def _fits(file: FileIO, encoding: str) -> bool:
    """Whether all of the file is text in that encoding."""
    bounded = BufferedReader(_Bounded(file))
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for piece in iter(partial(bounded.read, _PIECE), b""):
            # UTF-16 without its mark is UTF-8 too, with a zero beside each letter.
            if "\0" in decoder.decode(piece):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _delimiter(head: str) -> str:
    """What parts the cells: the sign by which the first row has most of them, and the next ones as many."""
    lines = head.splitlines(keepends=True)[:_LINES_LOOKED_AT]

    def quality(delimiter: str) -> tuple[int, int]:
        records = [record for record in _records(lines, delimiter) if record]
        columns = len(records[0]) if records else 0
        return columns, sum(len(record) == columns for record in records)

    return max(_DELIMITERS, key=quality)


def _records(lines: Sequence[str], delimiter: str) -> Sequence[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return []
