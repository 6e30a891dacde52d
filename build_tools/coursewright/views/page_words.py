"""What translators say on a page: not shown by itself, but a page that changes with it."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.curriculum import Curriculum


@dataclass(frozen=True)
class PageWords:
    """The texts of a page's file that have words of the site's language, each with those."""

    has_catalog: bool
    said: tuple[tuple[str, str], ...]


def page_words(curriculum: Curriculum, docname: str) -> PageWords:
    """What the catalogs of the site's language say of a page; a curriculum that is not translated has none."""
    catalogs = [pages[docname] for pages in curriculum.catalogs.values() if docname in pages]
    return PageWords(bool(catalogs), tuple(pair for catalog in catalogs for pair in catalog.said.items()))
