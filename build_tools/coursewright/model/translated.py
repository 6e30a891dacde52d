"""The course in another language: every text that a catalog translates, the others marked as they were written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from posixpath import splitext
from typing import Any

from coursewright.model.card import CARDS
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry
from coursewright.model.entry_texts import with_texts
from coursewright.model.module import WithProse
from coursewright.model.translation import Catalog


def translated(curriculum: Curriculum, language: str) -> Curriculum:
    """The curriculum in ``language``: the same entries at the same places, their texts as its catalogs have them.

    It keeps the catalogs of that language alone.
    """
    catalogs = curriculum.catalogs.get(language, {})
    saying = _Saying(catalogs)
    said = {card.entries: saying.all(getattr(curriculum, card.entries)) for card in CARDS if not card.is_private}
    return replace(
        curriculum,
        **said,
        catalogs={language: catalogs},
        written=curriculum,
    )


class _Saying:
    """The catalogs of one language, asked for each file's own."""

    def __init__(self, catalogs: Mapping[str, Catalog]) -> None:
        self._catalogs = catalogs

    def entry(self, entry: Entry) -> Entry:
        """The entry with its texts, and for Markdown with the title of its own."""
        said = with_texts(entry, self._of(entry).text)
        return self._titled(entry, said) if isinstance(entry, WithProse) and isinstance(said, WithProse) else said

    def all(self, entries: Any) -> Any:
        """An entry, entries by id, or None, as a curriculum has them."""
        if isinstance(entries, Mapping):
            return {identifier: self.entry(entry) for identifier, entry in entries.items()}
        return None if entries is None else self.entry(entries)

    def _titled(self, entry: WithProse, said: WithProse) -> WithProse:
        """The entry with the title of its text, which is what others show of that."""
        title = entry.prose.title
        translated = self._of(entry).text(title) if title else title
        return said.with_prose(replace(entry.prose, title=translated))

    def _of(self, entry: Entry) -> Catalog:
        return self._catalogs.get(splitext(entry.origin.path)[0], _NONE)


_NONE = Catalog("")
