"""The course in another language: every text that a catalog translates, the others marked as they were written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from posixpath import splitext
from typing import TypeVar

from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry
from coursewright.model.entry_texts import with_texts
from coursewright.model.module import WithProse
from coursewright.model.translation import Catalog

_EntryT = TypeVar("_EntryT", bound=Entry)
_ProseT = TypeVar("_ProseT", bound=WithProse)


def translated(curriculum: Curriculum, language: str) -> Curriculum:
    """The curriculum in ``language``: the same entries at the same places, their texts as its catalogs have them.

    It keeps the catalogs of that language alone.
    """
    catalogs = curriculum.catalogs.get(language, {})
    saying = _Saying(catalogs)
    return replace(
        curriculum,
        course=saying.entry(curriculum.course),
        maps=saying.entries(curriculum.maps),
        figures_file=saying.file(curriculum.figures_file),
        people_file=saying.file(curriculum.people_file),
        venues_file=saying.file(curriculum.venues_file),
        glossary=saying.file(curriculum.glossary),
        plain_words=saying.file(curriculum.plain_words),
        modules=saying.pages(curriculum.modules),
        exercises=saying.pages(curriculum.exercises),
        thermometers=saying.entries(curriculum.thermometers),
        groups=saying.entries(curriculum.groups),
        matrices=saying.entries(curriculum.matrices),
        cohorts=saying.entries(curriculum.cohorts),
        pages=saying.pages(curriculum.pages),
        catalogs={language: catalogs},
        written=curriculum,
    )


class _Saying:
    """The catalogs of one language, asked for each file's own."""

    def __init__(self, catalogs: Mapping[str, Catalog]) -> None:
        self._catalogs = catalogs

    def entry(self, entry: _EntryT) -> _EntryT:
        return with_texts(entry, self._of(entry).text)

    def file(self, entry: _EntryT | None) -> _EntryT | None:
        return None if entry is None else self.entry(entry)

    def entries(self, entries: Mapping[str, _EntryT]) -> Mapping[str, _EntryT]:
        return {identifier: self.entry(entry) for identifier, entry in entries.items()}

    def pages(self, entries: Mapping[str, _ProseT]) -> Mapping[str, _ProseT]:
        return {identifier: self._page(entry) for identifier, entry in entries.items()}

    def _page(self, entry: _ProseT) -> _ProseT:
        """The entry with the title of its text, which is what others show of that."""
        title = entry.prose.title
        said = self._of(entry).text(title) if title else title
        return self.entry(entry).model_copy().with_prose(replace(entry.prose, title=said))

    def _of(self, entry: Entry) -> Catalog:
        return self._catalogs.get(splitext(entry.origin.path)[0], _NONE)


_NONE = Catalog("")
