"""Sphinx's search index, without a trace of what is gone and with all of what is not read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from sphinx.search import IndexBuilder, js_index


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
