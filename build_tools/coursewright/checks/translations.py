"""Catalogs of the content: each says every text of its file, and no text that the file no longer has.

A file without a catalog is shown as it was written, and nobody is told: translating it has not begun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from posixpath import splitext

from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry
from coursewright.model.entry_texts import texts_of_file
from coursewright.model.finding import Code, Finding, Value
from coursewright.model.place import Place
from coursewright.model.translation import Catalog
from coursewright.model.translation_progress import expected_texts

# How much of how many texts stands in a message.
_SHOWN, _LETTERS = 3, 40


def check_translations(curriculum: Curriculum) -> Iterator[Finding]:
    """translation-missing, translation-stale: for each language that the course is translated to."""
    files = {splitext(entry.origin.path)[0]: entry for entry in curriculum.files()}
    for language in curriculum.course.translations:
        for page, catalog in curriculum.catalogs.get(language, {}).items():
            if page in files:
                yield from _compared(files[page], catalog, language)
            elif not curriculum.unread_kinds:
                yield from _stale(catalog, frozenset())


def _compared(entry: Entry, catalog: Catalog, language: str) -> Iterator[Finding]:
    texts = frozenset(text for _, text in texts_of_file(entry))
    missing = [text for text in expected_texts(entry, catalog) if text not in catalog.said]
    if missing:
        values: dict[str, Value] = {
            "count": len(missing),
            "language": language,
            "first": _first(missing),
            "path": catalog.path,
        }
        yield Finding(Code.TRANSLATION_MISSING, entry.place(), values, related=(Place(catalog.path),))
    yield from _stale(catalog, texts)


def _stale(catalog: Catalog, texts: frozenset[str]) -> Iterator[Finding]:
    stale = [each for each in catalog.entries if not each.is_set_aside and each.written not in texts]
    if stale:
        values: dict[str, Value] = {"count": len(stale), "first": _first(each.written for each in stale)}
        yield Finding(Code.TRANSLATION_STALE, Place(catalog.path, stale[0].line), values)


def _first(texts: Iterable[str]) -> str:
    """The first of them, each cut where it gets long."""
    several = list(texts)
    shown = [text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1]}…" for text in several[:_SHOWN]]
    return " · ".join([*(" ".join(text.split()) for text in shown), *(["…"] if len(several) > _SHOWN else [])])
