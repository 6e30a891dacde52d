"""Files that nobody would bring as applications and anyone could: small ones that unpack to very much, endless rows."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from xlsxwriter import Workbook

MEGABYTE = 1_000_000
_NAMESPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_SHEET, _STRINGS, _STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
_ROWS, _END = b"<worksheet " + _NAMESPACE + b"><sheetData>", b"</sheetData></worksheet>"
_TEXT = b'<c t="inlineStr"><is><t>abc</t></is></c>'


@dataclass(frozen=True)
class HostileTable:
    """A file to be written, the code that has to be told, and whether all of that takes but a moment."""

    name: str
    write: Callable[[Path], object]
    code: str
    is_quick: bool = False


def repeated(head: bytes, unit: bytes, megabytes: float, tail: bytes = b"") -> Iterator[bytes]:
    """So many megabytes of one and the same, between a head and a tail."""
    times = max(1, MEGABYTE // len(unit))
    yield head
    for _ in range(int(megabytes * MEGABYTE) // (times * len(unit))):
        yield unit * times
    yield tail


def good_workbook(file: Path) -> Path:
    """A workbook with its texts in a part of their own."""
    with Workbook(file) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["application", "email", "received"])
        sheet.write_row(1, 0, ["A1", "a@example.org", "2022-12-01 10:00"])
    return file


def _workbook(part: str, pieces: Callable[[], Iterable[bytes]]) -> Callable[[Path], object]:
    """Writes a good workbook of which one part is another."""

    def write(file: Path) -> None:
        good = good_workbook(file.with_name("good.xlsx"))
        with zipfile.ZipFile(good) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
            for entry in source.infolist():
                if entry.filename != part:
                    out.writestr(entry.filename, source.read(entry))
            with out.open(part, "w") as stream:
                stream.writelines(pieces())
        good.unlink()

    return write


def _lying(part: str, pieces: Callable[[], Iterable[bytes]]) -> Callable[[Path], object]:
    """Writes the same, and in the directory that the part is small."""

    def write(file: Path) -> None:
        _workbook(part, pieces)(file)
        content = bytearray(file.read_bytes())
        entry = content.rindex(part.encode()) - 46
        assert content[entry : entry + 4] == b"PK\x01\x02"
        content[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
        file.write_bytes(content)

    return write


def _archive(names: Iterable[str]) -> Callable[[Path], object]:
    def write(file: Path) -> None:
        with zipfile.ZipFile(file, "w") as archive:
            for name in names:
                archive.writestr(name, "")

    return write


def _file(pieces: Callable[[], Iterable[bytes]]) -> Callable[[Path], object]:
    def write(file: Path) -> None:
        with file.open("wb") as stream:
            stream.writelines(pieces())

    return write


def _names() -> Iterator[bytes]:
    yield _ROWS
    names = count()
    for _ in range(20_000):
        yield b"".join(b"<a%d/>" % next(names) for _ in range(100))
    yield _END


def _entities(levels: int) -> Iterator[bytes]:
    yield b'<!DOCTYPE w [<!ENTITY e0 "xxxxxxxxxx">'
    yield from (b'<!ENTITY e%d "%s">' % (level, b"&e%d;" % (level - 1) * 10) for level in range(1, levels))
    yield b"]>" + _ROWS + b'<row><c t="str"><v>&e%d;</v></c></row>' % (levels - 1) + _END


WORKBOOKS = (
    HostileTable("styles", _workbook(_STYLES, lambda: repeated(b"<styleSheet>", b"<xf/>", 490)), "workbook-part"),
    HostileTable("strings", _workbook(_STRINGS, lambda: repeated(b"<sst>", b"<si/>", 490)), "workbook-part"),
    HostileTable("sheet", _workbook(_SHEET, lambda: repeated(_ROWS, b"<row/>", 490)), "workbook-part"),
    HostileTable("lying-sheet", _lying(_SHEET, lambda: repeated(_ROWS, b"<row/>", 490)), "table-unreadable"),
    HostileTable("lying-styles", _lying(_STYLES, lambda: repeated(b"<s>", b"<xf/>", 20)), "table-unreadable", True),
    HostileTable(
        "many-styles",
        _workbook(_STYLES, lambda: repeated(b"<s><cellXfs>", b'<xf numFmtId="14"/>', 19, b"</cellXfs></s>")),
        "table-unreadable",
        True,
    ),
    HostileTable(
        "many-strings",
        _workbook(_STRINGS, lambda: repeated(b"<sst>", b"<si><t>a</t></si>", 59, b"</sst>")),
        "table-content",
    ),
    HostileTable(
        "one-string", _workbook(_STRINGS, lambda: repeated(b"<sst><si><t>", b"a", 59)), "table-row-length", True
    ),
    HostileTable("rows", _workbook(_SHEET, lambda: repeated(_ROWS, b"<row>" + _TEXT + b"</row>", 199)), "table-rows"),
    HostileTable("empty-rows", _workbook(_SHEET, lambda: repeated(_ROWS, b"<row/>", 199)), "table-rows"),
    HostileTable(
        "empty-cells",
        _workbook(_SHEET, lambda: repeated(_ROWS, b"<row>" + b'<c s="1"/>' * 100 + b"</row>", 199)),
        "table-content",
    ),
    HostileTable(
        "far-cell",
        _workbook(
            _SHEET,
            lambda: repeated(_ROWS + b'<row r="1">' + _TEXT + b'<c r="XFD1"/></row>', b"<row>" + _TEXT + b"</row>", 1),
        ),
        "table-content",
        True,
    ),
    HostileTable("one-row", _workbook(_SHEET, lambda: repeated(_ROWS + b"<row>", _TEXT, 199)), "table-columns"),
    HostileTable(
        "one-text",
        _workbook(_SHEET, lambda: repeated(_ROWS + b'<row><c t="str"><v>', b"a", 99)),
        "table-row-length",
        True,
    ),
    HostileTable("deep", _workbook(_SHEET, lambda: repeated(_ROWS, b"<a>", 99)), "table-unreadable", True),
    HostileTable("one-tag", _workbook(_SHEET, lambda: repeated(_ROWS + b"<row ", b" ", 99)), "table-unreadable", True),
    HostileTable("comment", _workbook(_SHEET, lambda: repeated(_ROWS + b"<!--", b"a", 99)), "table-unreadable", True),
    HostileTable("spaces", _workbook(_SHEET, lambda: repeated(_ROWS, b"\n", 199, _END)), "table-empty"),
    HostileTable("names", _workbook(_SHEET, _names), "table-unreadable"),
    HostileTable("entities", _workbook(_SHEET, lambda: _entities(30)), "table-unreadable", True),
    HostileTable("few-entities", _workbook(_SHEET, lambda: _entities(3)), "table-unreadable", True),
    HostileTable(
        "outside-entity",
        _workbook(
            _SHEET,
            lambda: [
                b'<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
                + _ROWS
                + b'<row><c t="str"><v>&e;</v></c></row>'
                + _END
            ],
        ),
        "table-unreadable",
        True,
    ),
    HostileTable(
        "merged-cells",
        _workbook(
            _SHEET,
            lambda: repeated(_ROWS + b"<row>" + _TEXT + b"</row></sheetData>", b'<mergeCell ref="A1:B2"/>', 199),
        ),
        "column-missing",
    ),
    HostileTable(
        "many-parts", _archive(f"xl/worksheets/sheet{number}.xml" for number in range(60_000)), "table-unreadable"
    ),
    HostileTable("open-document", _archive(["mimetype", "content.xml"]), "table-unreadable", True),
    HostileTable(
        "old-kind", _file(lambda: [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\0" * 5000]), "table-unreadable", True
    ),
)
TEXTS = (
    HostileTable("one-line", _file(lambda: repeated(b"a;b\n", b"x y z ", 149)), "table-row-length"),
    HostileTable("semicolons", _file(lambda: repeated(b"", b";", 50)), "table-row-length", True),
    HostileTable("rows-of-semicolons", _file(lambda: repeated(b"a;b\n", b";" * 10_000 + b"\n", 140)), "table-content"),
    HostileTable("lines", _file(lambda: repeated(b"", b"\n", 149)), "table-rows"),
    HostileTable("open-quote", _file(lambda: repeated(b'a;b\n"', b"abc\n", 149)), "table-unreadable"),
    HostileTable("quotes", _file(lambda: repeated(b'a;b\n"', b'""', 20)), "table-row-length", True),
    HostileTable("zeros", _file(lambda: repeated(b"a;b\n", b"\0", 149)), "table-unreadable"),
    HostileTable("late-zero", _file(lambda: repeated(b"a;b\n", b"x;y\n", 149, b"\0")), "table-unreadable"),
    HostileTable("letters", _file(lambda: repeated(b"a;b\n", b"x" * 900 + b";y\n", 149)), "table-content"),
    HostileTable("emoji", _file(lambda: repeated(b"a;b\n", "😀".encode() * 300 + b";y\n", 149)), "table-content"),
    HostileTable("short-rows", _file(lambda: repeated(b"a;b\n", b"x;y\n", 149)), "table-rows"),
)
_STATEMENT = b'{"row":2,"application":"A","status":"accepted","due":"1","lines":[]},'
DOCUMENTS = (
    HostileTable("brackets", _file(lambda: repeated(b'{"statements":', b"[", 50)), "earlier-unreadable", True),
    HostileTable("string", _file(lambda: repeated(b'{"statements":["', b"a", 299)), "earlier-unreadable"),
    HostileTable("spaces", _file(lambda: repeated(b"{", b" ", 299)), "earlier-unreadable"),
    HostileTable("statements", _file(lambda: repeated(b'{"statements":[', _STATEMENT, 12)), "table-rows", True),
    HostileTable(
        "lines",
        _file(
            lambda: repeated(
                b'{"statements":[',
                _STATEMENT[:-3] + b'{"rule":"a","amount":"1"},' * 3000 + b'{"rule":"a","amount":"1"}]},',
                299,
            )
        ),
        "table-rows",
    ),
    HostileTable("too-large", _file(lambda: repeated(b"", b" ", 301)), "table-too-large"),
)
