"""A file of the course in another language: its catalog, and texts that stayed as they were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


class Untranslated(str):
    """A text of the course that is shown to readers of another language as it was written."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Not that of the same text in the reader's language: a page that shows it is marked otherwise."""
        return f"Untranslated({super().__repr__()})"


@dataclass(frozen=True)
class CatalogEntry:
    """A text as it was written and as it is said in the language (empty: not yet).

    ``is_doubtful`` where someone has still to look at the words (gettext calls them fuzzy), ``is_set_aside`` where the
    course no longer has the text and its words are kept; ``line`` is where the entry begins in its catalog.
    """

    written: str
    said: str = ""
    is_doubtful: bool = False
    is_set_aside: bool = False
    line: int = 1


@dataclass(frozen=True)
class Catalog:
    """The translations of one file of the course; ``path`` is the catalog's own, from the root."""

    path: str
    entries: tuple[CatalogEntry, ...] = ()

    @cached_property
    def said(self) -> Mapping[str, str]:
        """The texts that can be shown, by the texts as they were written."""
        entries = (each for each in self.entries if each.said and not each.is_doubtful and not each.is_set_aside)
        return {each.written: each.said for each in entries}

    def text(self, written: str) -> str:
        """The text in the language, or as it was written and marked so."""
        return self.said.get(written) or Untranslated(written)
