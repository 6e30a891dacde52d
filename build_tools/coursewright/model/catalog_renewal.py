"""A catalog brought up to date with the texts of its file: nothing that someone has translated is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from coursewright.model.translation import Catalog, CatalogEntry

# How much of a text may have changed for its words to be proposed for the new one: about a quarter.
_ALIKE = 0.75


def renewed(catalog: Catalog, texts: Iterable[str]) -> Catalog:
    """The catalog with exactly these texts, in their order, and the words it had for them.

    A text that has changed a little gets the words of the one it comes from, to be looked at; other words whose text
    is gone are set aside, and come back with it.
    """
    wanted = tuple(dict.fromkeys(texts))
    known = {each.written: each for each in sorted(catalog.entries, key=lambda each: not each.is_set_aside)}
    left = [each for text, each in known.items() if text not in frozenset(wanted) and each.said]
    entries: list[CatalogEntry] = []
    for text in wanted:
        if text in known:
            entries.append(replace(known[text], is_set_aside=False))
            continue
        source = _most_alike(text, left)
        if source is not None:
            left.remove(source)
        entries.append(CatalogEntry(text, source.said if source else "", is_doubtful=source is not None))
    return Catalog(catalog.path, (*entries, *(replace(each, is_set_aside=True) for each in left)))


def _most_alike(text: str, entries: Iterable[CatalogEntry]) -> CatalogEntry | None:
    """The entry whose text is most like this one, if it is enough so."""
    best, likeness = None, _ALIKE
    for entry in entries:
        matcher = SequenceMatcher(None, text, entry.written, autojunk=False)
        if matcher.real_quick_ratio() >= likeness and matcher.quick_ratio() >= likeness:
            ratio = matcher.ratio()
            if ratio >= likeness:
                best, likeness = entry, ratio
    return best
