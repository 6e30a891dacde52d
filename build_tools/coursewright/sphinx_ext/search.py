"""Search that finds what people type: accents or not, small words too.

Sphinx leaves out common words (one looks in vain for «perché») and holds «elettricita» and «elettricità» for two words.
Here no word is left out, and accents are dropped on both sides: from the text when it is indexed, from the query in the
browser.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from sphinx.application import Sphinx
from sphinx.search import IndexBuilder, SearchLanguage, js_index
from sphinx.search.en import SearchEnglish
from sphinx.search.it import SearchItalian

from coursewright.locale import Wording
from coursewright.model.words import N_

# Without the characters that Sphinx's template would escape.
_SPLITTER = r"""
var splitQuery = (query) =>
  query
    .normalize(`NFKD`)
    .replace(/\p{Mark}/gu, ``)
    .split(/[^\p{Letter}\p{Number}_]+/gu)
    .filter((word) => word.length);
"""


SEARCH = N_("Search")
"""What leads to the search, and what it is called."""
SEARCH_THE_SITE = N_("Search the site")
_SEARCHING = N_("Searching")
# What Sphinx's search says in the browser, and what we say in its place (English; the catalogs have the rest).
_SAYINGS = {
    "Search Results": N_("What was found"),
    "Searching": _SEARCHING,
    "Preparing search...": _SEARCHING,
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've "
    "selected enough categories.": N_("No page has all these words. Try with fewer, or with another word."),
}
_ONE_PAGE = "Search finished, found one page matching the search query."


def sayings(wording: Wording) -> str:
    """What Sphinx's search says, by its own English, as JSON for ``coursewright-search.js``."""
    said: dict[str, str | list[str]] = {theirs: wording.text(ours) for theirs, ours in _SAYINGS.items()}
    said[", in "] = f", {wording.text(N_('in'))} "  # between a title and the page it stands in
    said[_ONE_PAGE] = [
        wording.text(N_("One page found.")),
        wording.text(N_("Pages found: {count}."), count="${resultCount}"),
    ]
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


class _AccentFree(SearchLanguage):
    """A language without accents and without words left out."""

    stopwords = frozenset[str]()
    js_splitter_code = _SPLITTER

    def split(self, input: str) -> list[str]:
        """The words of a text, their accents dropped."""
        decomposed = unicodedata.normalize("NFKD", input)
        return super().split("".join(each for each in decomposed if not unicodedata.combining(each)))


class AccentFreeItalian(_AccentFree, SearchItalian):
    """Italian as people type it."""


class AccentFreeEnglish(_AccentFree, SearchEnglish):
    """English; pages that are not translated have Italian words in it."""


def setup_search(app: Sphinx) -> None:
    """Search so, in both languages."""
    app.add_search_language(AccentFreeItalian)
    app.add_search_language(AccentFreeEnglish)


class CourseIndex(IndexBuilder):
    """An index that is the same, byte for byte, whether all pages were read or only those that changed.

    ``pages`` are the names of the pages that the index had when it was loaded.
    """

    pages: frozenset[str] = frozenset()

    def load(self, stream: Any, format: Any) -> None:
        """Take over the index of the last build, the entries of its ``{index}`` directives included."""
        text = stream.read()
        super().load(StringIO(text), format)
        written = js_index.load(StringIO(text))
        self.pages = frozenset(self._titles)
        self._index_entries = _entries_by_page(written)

    def prune(self, docnames: Iterable[str]) -> None:
        """Forget the pages that are not named, and the words that only they had."""
        kept = frozenset(docnames)
        super().prune(kept)
        self._index_entries = {name: entries for name, entries in self._index_entries.items() if name in kept}
        self._mapping = {word: pages for word, pages in self._mapping.items() if pages}
        self._title_mapping = {word: pages for word, pages in self._title_mapping.items() if pages}

    def freeze(self) -> dict[str, Any]:
        """The index as it is written, in an order that does not depend on that of reading."""
        self._objtypes, self._objnames = {}, {}
        self._index_entries = {
            name: sorted((entry.lower(), anchor, main) for entry, anchor, main in entries)
            for name, entries in sorted(self._index_entries.items())
        }
        return super().freeze()


def _entries_by_page(written: Mapping[str, Any]) -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = {name: [] for name in written["docnames"]}
    for entry, places in written["indexentries"].items():
        for number, anchor, is_main in places:
            found[written["docnames"][number]].append((entry, anchor, "main" if is_main else ""))
    return found
