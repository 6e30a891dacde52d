"""Every text that the bytes of a file hold, whatever its kind: shown, hidden in its marks, compressed, or said of it.

Nothing is refused: what cannot be taken apart is looked at as it is.
"""

from __future__ import annotations

import gzip
import html
import io
import logging
import re
import zipfile
import zlib
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError

_TAG = re.compile(r"<[^>]*>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_FOLDED = re.compile(r"\r?\n[ \t]")
# Archives in archives are opened so deep, and no more of any of them is unpacked.
_MAX_DEPTH, _MAX_BYTES = 4, 200_000_000
_PNG, _ZIP, _GZIP, _PDF = b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\x1f\x8b", b"%PDF-"
_INVENTORY = b"# Sphinx inventory version 2"
_MARKUP = (".html", ".htm", ".xhtml", ".xml", ".svg", ".opf", ".ncx", ".rels")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1f]")


def texts_in(name: str, content: bytes, depth: int = 0) -> Iterator[str]:
    """The texts of a file called ``name``."""
    if content.startswith(_PDF):
        yield from _texts_of_pdf(content)
    elif content.startswith(_PNG):
        yield from _texts_of_png(content)
    elif content.startswith(_ZIP) and depth < _MAX_DEPTH:
        yield from _texts_of_archive(content, depth)
    elif content.startswith(_GZIP) and depth < _MAX_DEPTH:
        yield from texts_in(name, _unpacked(content, 31), depth + 1)
    elif content.startswith(_INVENTORY):
        yield _unpacked(content.split(b"\n", 4)[-1], 15).decode("utf-8", "replace")
    elif _BINARY.search(content):
        # Descriptions in pictures, sound and films stand among their bytes, in one of these.
        yield from (content.decode(encoding, "ignore") for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"))
        yield content[1:].decode("utf-16-le", "ignore")
    else:
        yield from _texts_of_text(name, content.decode("utf-8", "replace"))


def _texts_of_text(name: str, text: str) -> Iterator[str]:
    if name.lower().endswith(_MARKUP):
        yield html.unescape(_TAG.sub(" ", text))
        yield html.unescape(text)
        return
    yield _FOLDED.sub("", text)
    if "\\u" in text:
        yield _ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), text)


def _texts_of_pdf(content: bytes) -> Iterator[str]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it complains aloud of what other programs write
    try:
        reader = PdfReader(io.BytesIO(content))
        yield "\n".join(page.extract_text() for page in reader.pages)
        yield "\n".join(str(value) for value in (reader.metadata or {}).values())
        if reader.xmp_metadata is not None:
            yield reader.xmp_metadata.stream.get_data().decode("utf-8", "replace")
        for attached, versions in reader.attachments.items():
            yield attached
            for version in versions:
                yield from texts_in(attached, version, _MAX_DEPTH)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        yield content.decode("latin-1")


def _texts_of_png(content: bytes) -> Iterator[str]:
    at = len(_PNG)
    while at + 8 <= len(content):
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        said = content[at + 8 : at + 8 + length]
        if kind in {b"tEXt", b"iTXt", b"eXIf"}:
            yield said.decode("utf-8", "replace").replace("\0", " ")
        if kind in {b"zTXt", b"iTXt"}:
            packed = said[said.find(b"\x78") :] if b"\x78" in said else b""
            yield _unpacked(packed, 15).decode("utf-8", "replace")
        at += 12 + length


def _texts_of_archive(content: bytes, depth: int) -> Iterator[str]:
    left = _MAX_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield archive.comment.decode("utf-8", "replace")
            for entry in archive.infolist():
                yield entry.filename
                yield entry.comment.decode("utf-8", "replace")
                with archive.open(entry) as stream:
                    inside = stream.read(left + 1)
                left -= len(inside)
                if left < 0:
                    return
                yield from texts_in(entry.filename, inside, depth + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, OSError):
        yield content.decode("latin-1")


def _unpacked(content: bytes, window: int) -> bytes:
    """What was compressed, as far as it can be read."""
    try:
        return zlib.decompressobj(window).decompress(content, _MAX_BYTES)
    except (zlib.error, gzip.BadGzipFile):
        return content
