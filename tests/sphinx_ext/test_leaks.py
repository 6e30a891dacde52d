"""The last look at a participants' site: trainers' words in any byte of it end the build."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import typst

from coursewright.model.page import Edition
from tests.sphinx_ext.course_site import ROOTS, CourseSite

WORDS = "Aspetta che il più timido si alzi da sé, senza chiamarlo per nome."
PAGE = "exercises/cerchio.md"
EXTENSION = """
from pathlib import Path

def write(app, error):
    for file in Path(app.srcdir, "private").iterdir():
        Path(app.outdir, file.name).write_bytes(file.read_bytes())

def setup(app):
    app.connect("build-finished", write)
"""


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
    "utf16.bin": lambda: b"\0\1" + WORDS.encode("utf-16-le"),
}


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseSite:
    """The smallest course, with words for trainers, and with an extension that writes into the site what it likes."""
    site = CourseSite.copy(tmp_path, ROOTS / "minimal")
    site.append(PAGE, f"\n:::{{facilitation}}\n{WORDS}\n:::\n")
    site.write("scrive.py", EXTENSION)
    site.write("conf.py", "extensions = ['coursewright.sphinx_ext', 'scrive']\n")
    (site.root / "private").mkdir()
    monkeypatch.syspath_prepend(str(site.root))
    return site


def test_site_without_trainers_words_is_built(course: CourseSite) -> None:
    course.write("private/testo.txt", "Aspetta il tuo turno.")
    assert course.build().failure == ""


def test_trainers_words_in_any_kind_of_file_end_the_build(course: CourseSite) -> None:
    unseen = []
    for name, content in LEAKS.items():
        file = course.root / "private" / name
        file.write_bytes(content())
        failure = course.try_to_build().failure
        if not (name in failure and PAGE in failure):
            unseen.append(name)
        file.unlink()
        (course.output / "html-participants" / name).unlink()
    assert unseen == []


def test_trainers_words_in_a_pdf_end_the_build(course: CourseSite) -> None:
    (course.root / "private/nota.pdf").write_bytes(_pdf(WORDS))
    assert "nota.pdf" in course.try_to_build().failure


def test_trainers_site_may_say_it_all(course: CourseSite) -> None:
    course.write("private/testo.txt", WORDS)
    assert course.build(edition=Edition.TRAINERS).failure == ""


def test_file_that_was_looked_at_is_looked_at_again_when_it_or_the_words_change(course: CourseSite) -> None:
    course.write("private/testo.txt", "Bisogna saper tacere quando gli altri cercano le parole.")
    assert course.build().failure == ""
    assert course.build().failure == ""
    course.append(PAGE, "\n:::{facilitation}\nBisogna saper tacere quando gli altri cercano.\n:::\n")
    assert "testo.txt" in course.try_to_build().failure


def _pdf(words: str) -> bytes:
    """A PDF that says so, as the tool's own are made."""
    return typst.compile(f'#set document(title: "x")\n{words}'.encode(), format="pdf")
