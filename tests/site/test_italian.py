"""The Italian site speaks Italian from the first to the last string."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

from babel.messages.pofile import read_po

from coursewright.locale import wording
from tests.site.built_site import BuiltSite

SPOKEN = ("aria-label", "alt", "title", "placeholder", "content", "data-auto", "data-light", "data-dark", "data-found")
# Words that are Italian too, or names.
SHARED = {"Community", "Menu", "Home", "Note", "Focus group", "Online", "in", "Video", "File"}


# Not said to anyone, or said in the files' own language.
SILENT = {"script", "style", "code", "pre"}


class _Sayings(HTMLParser):
    """Every text and every spoken attribute of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        named = {name: value or "" for name, value in attrs}
        self.found.update(_words(named[name]) for name in SPOKEN if name in named)

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.add(_words(data))


def _words(text: str) -> str:
    return " ".join(text.split()).rstrip(":")


@cache
def english() -> frozenset[str]:
    """What Sphinx, both themes and our own interface say in English, unless Italian says it so too."""
    found = set(_catalog_messages())
    italian = wording("it")
    ours = files("coursewright.locale") / "it" / "LC_MESSAGES" / "coursewright.po"
    with ours.open("rb") as stream:
        messages = [message.id for message in read_po(stream) if isinstance(message.id, str) and message.id]
    found.update(_words(each) for each in messages if "{" not in each and italian.text(each) != each)
    return frozenset(each for each in found if re.search("[A-Za-z]{3}", each)) - SHARED


def _catalog_messages() -> Iterator[str]:
    """The source strings of Sphinx's own catalog and of the themes', from whichever language they ship."""
    for package in ("sphinx", "pydata_sphinx_theme", "sphinx_book_theme"):
        for catalog in Path(str(files(package))).rglob("*.po"):
            if catalog.parent.parent.name not in {"it", "de"}:
                continue
            with catalog.open("rb") as stream:
                for message in read_po(stream, ignore_obsolete=True):
                    if isinstance(message.id, str) and message.id and "%" not in message.id:
                        yield _words(message.id)


def test_sphinx_and_both_themes_have_strings_to_compare_with() -> None:
    assert {"Link to this heading", "Search Results", "Skip to main content", "Contents"} <= english()


def test_no_page_says_anything_in_the_words_of_sphinx_or_the_themes(site: BuiltSite) -> None:
    found: dict[str, list[str]] = {}
    for name in site.pages:
        reader = _Sayings()
        reader.feed((site.folder / name).read_text(encoding="utf-8"))
        said = sorted(reader.found & english())
        if said:
            found[name] = said
    assert found == {}
