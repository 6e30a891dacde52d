"""The archive that a workbook is: parts by name, none of them larger than it may be, whatever its directory says."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from coursewright.model.finding import Code
from coursewright.model.words import N_, Term
from coursewright.sources.table_bounds import TableFaultError, unreadable

# What all of an archive may unpack to, and what one part of it may: sheets, and all else.
MAX_UNPACKED = 1_000_000_000
MAX_SHEET = 200_000_000
MAX_STRINGS = 60_000_000
MAX_PART = 20_000_000
# Room for ten thousand parts and their names.
_MAX_DIRECTORY = 1_000_000

NO_WORKBOOK = Term(N_("it is no workbook, or a broken or locked one"))
_OLD = Term(N_("it is a workbook of the old kind (.xls), or one locked by a password"))
_OPEN_DOCUMENT = Term(N_("it is an ODS workbook, though its name ends in .xlsx"))
_BINARY = Term(N_("it is a binary workbook (.xlsb), though its name ends in .xlsx"))
_ALL = Term(N_("all its parts together"))
_OLD_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = 1


class WorkbookArchive:
    """An open archive. TableFaultError where it is none, or unpacks to more than is read."""

    def __init__(self, file: FileIO) -> None:
        file.seek(0)
        if file.read(len(_OLD_MARK)) == _OLD_MARK:
            raise unreadable(_OLD)
        with _faults():
            self._archive = ZipFile(cast("IO[bytes]", _FrugalFile(file)))
        self._parts = {each.filename: each for each in self._archive.infolist()}
        if "content.xml" in self._parts:
            raise unreadable(_OPEN_DOCUMENT)
        if "xl/workbook.bin" in self._parts:
            raise unreadable(_BINARY)
        unpacked = sum(each.file_size for each in self._parts.values())
        if unpacked > MAX_UNPACKED:
            raise TableFaultError(Code.WORKBOOK_PART, part=_ALL, found=unpacked, limit=MAX_UNPACKED)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    @contextmanager
    def part(self, name: str, limit: int = MAX_PART) -> Iterator[IO[bytes]]:
        """A part to be read piece by piece; TableFaultError where it is broken, locked, missing or too large."""
        entry = self._parts.get(name)
        if entry is None or entry.flag_bits & _LOCKED or entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise unreadable(NO_WORKBOOK)
        if entry.file_size > limit:
            raise TableFaultError(Code.WORKBOOK_PART, part=name, found=entry.file_size, limit=limit)
        with _faults(), self._archive.open(entry) as stream:
            yield stream


class _FrugalFile:
    """A file that gives its directory only if that is of sensible size: it is read and kept whole."""

    def __init__(self, file: FileIO) -> None:
        self._file = file
        self.seek, self.tell, self.seekable, self.close = file.seek, file.tell, file.seekable, file.close

    def read(self, size: int = -1) -> bytes:
        """As a file reads; TableFaultError for a piece that only a directory of very many parts would be."""
        if size > _MAX_DIRECTORY:
            raise unreadable(NO_WORKBOOK)
        return self._file.read(size)


@contextmanager
def _faults() -> Iterator[None]:
    """What zipfile says of broken archives, in very many ways, as one fault."""
    try:
        yield
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OverflowError, ValueError, OSError):
        raise unreadable(NO_WORKBOOK) from None
