"""How far the translation of a file has come, and hence what its catalog is expected to say.

The catalog of a data file says all of it. That of a Markdown file may say its title and summary alone, which is what
other pages show of it: the text below is expected from the first passage of it that is said.
"""

from __future__ import annotations

from coursewright.model.entry import Entry
from coursewright.model.entry_texts import texts_of_file
from coursewright.model.module import WithProse
from coursewright.model.translation import Catalog


def is_translated(entry: Entry, catalog: Catalog | None) -> bool:
    """Whether the file is meant to be read in the catalog's language."""
    if catalog is None:
        return False
    if not isinstance(entry, WithProse):
        return True
    titles = {heading.text for heading in entry.prose.headings if heading.level == 1}
    below = [message for message in entry.prose.messages if message not in titles]
    return any(message in catalog.said for message in below or entry.prose.messages)


def expected_texts(entry: Entry, catalog: Catalog) -> tuple[str, ...]:
    """The texts that the catalog is expected to say, each once, in their order."""
    texts = dict.fromkeys(text for _, text in texts_of_file(entry))
    if not is_translated(entry, catalog):
        shown_elsewhere = {getattr(entry, "summary", None), getattr(entry, "title", None)}
        return tuple(text for text in texts if text in shown_elsewhere)
    return tuple(texts)
