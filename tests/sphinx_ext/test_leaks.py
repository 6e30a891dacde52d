"""The last look at a participants' site: trainers' words in any byte of it end the build."""

from __future__ import annotations

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


@pytest.mark.parametrize("name", ["testo.txt", "nota.pdf"])
def test_trainers_words_in_any_file_end_the_build(course: CourseSite, name: str) -> None:
    content = typst.compile(f'#set document(title: "x")\n{WORDS}'.encode()) if name == "nota.pdf" else WORDS.encode()
    (course.root / "private" / name).write_bytes(content)
    failure = course.try_to_build().failure
    assert (name in failure, PAGE in failure) == (True, True)


def test_note_about_a_feed_is_no_leak(course: CourseSite) -> None:
    course.append(PAGE, "\n:::{facilitation}\nSe cambi il giorno, SEQUENCE cresce e STATUS resta CONFIRMED.\n:::\n")
    course.write("private/feed.ics", "BEGIN:VCALENDAR\r\nSEQUENCE:1\r\nSTATUS:CONFIRMED\r\nEND:VCALENDAR\r\n")
    assert course.build().failure == ""


def test_trainers_site_may_say_it_all(course: CourseSite) -> None:
    course.write("private/testo.txt", WORDS)
    assert course.build(edition=Edition.TRAINERS).failure == ""


def test_file_that_was_looked_at_is_looked_at_again_when_it_or_the_words_change(course: CourseSite) -> None:
    course.write("private/testo.txt", "Bisogna saper tacere quando gli altri cercano le parole.")
    assert course.build().failure == ""
    assert course.build().failure == ""
    course.append(PAGE, "\n:::{facilitation}\nBisogna saper tacere quando gli altri cercano.\n:::\n")
    assert "testo.txt" in course.try_to_build().failure
