"""Every text that the bytes of a file hold, whatever its kind."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
import typst

from coursewright.documents.texts_in_files import texts_in
from coursewright.model.trainers_words import words_of

_INVENTORY = b"# Sphinx inventory version 2\n# Project: x\n# Version: \n# zlib\n"
WORDS = "Aspetta che il più timido si alzi da sé, senza chiamarlo per nome."


def _zipped(name: str, content: bytes) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return packed.getvalue()


def _png(kind: bytes, said: bytes) -> bytes:
    chunk = kind + said
    return b"\x89PNG\r\n\x1a\n" + len(said).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big")


LEAKS: dict[str, Callable[[], bytes]] = {
    "testo.txt": lambda: WORDS.encode(),
    "altro.txt": lambda: WORDS.upper().replace(" ", "\n").encode(),
    "pagina.html": lambda: WORDS.replace("più", "<b>pi&ugrave;</b>").encode(),
    "attributo.html": lambda: f'<img alt="{WORDS}">'.encode(),
    "dati.json": lambda: WORDS.encode("unicode-escape").replace(b"\\x", b"\\u00"),
    "feed.ics": lambda: f"SUMMARY:{WORDS[:30]}\r\n {WORDS[30:]}".encode(),
    "archivio.zip": lambda: _zipped("dentro.zip", _zipped("testo.txt", WORDS.encode())),
    "documento.docx": lambda: _zipped("word/document.xml", f"<w:t>{WORDS}</w:t>".encode()),
    "testo.txt.gz": lambda: gzip.compress(WORDS.encode()),
    "foto.png": lambda: _png(b"tEXt", b"Comment\0" + WORDS.encode()),
    "altra.png": lambda: _png(b"zTXt", b"Comment\0\0" + zlib.compress(WORDS.encode())),
    "foto.jpg": lambda: b"\xff\xd8\xff\xfe\0\x60" + WORDS.encode() + b"\xff\xd9",
    "nota.pdf": lambda: typst.compile(f'#set document(title: "x")\n{WORDS}'.encode()),
    "titolo.pdf": lambda: typst.compile(f'#set document(title: "{WORDS}")\nx'.encode()),
    "objects.inv": lambda: _INVENTORY + zlib.compress(WORDS.encode()),
    "utf16.bin": lambda: b"\0\1" + WORDS.encode("utf-16-le"),
}


@pytest.mark.parametrize("name", LEAKS)
def test_text_in_a_file_of_any_kind_is_read(name: str) -> None:
    texts = [" ".join(words_of(text)) for text in texts_in(name, LEAKS[name]())]
    assert any(" ".join(words_of(WORDS)) in text for text in texts)


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 broken", b"PK\x03\x04broken", b"\x1f\x8bbroken", b"\x89PNG\r\n\x1a\n\0"]
)
def test_broken_file_is_looked_at_as_it_is(content: bytes) -> None:
    assert all(isinstance(text, str) for text in texts_in("x", content))
