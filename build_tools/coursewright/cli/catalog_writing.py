"""A catalog of the content as a ``.po`` file: the texts in the order of their file, where each stands said by its keys.

No line numbers and no dates: a catalog changes only when words do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coursewright.model.translation import Catalog, CatalogEntry

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def catalog_source(catalog: Catalog, language: str, places: Mapping[str, str]) -> str:
    """The text of the file; ``places`` says for a text where it stands."""
    blocks = [_header(language), *(_block(each, places.get(each.written, "")) for each in catalog.entries)]
    return "\n".join(blocks)


def _header(language: str) -> str:
    fields = (f"Language: {language}", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8")
    lines = "".join(f'"{field}\\n"\n' for field in (*fields, "Content-Transfer-Encoding: 8bit"))
    return f'msgid ""\nmsgstr ""\n{lines}'


def _block(entry: CatalogEntry, place: str) -> str:
    lines = [*_texts("msgid", entry.written), *_texts("msgstr", entry.said)]
    if entry.is_set_aside:
        lines = [f"#~ {line}" for line in lines]
    marks = [*([f"#. {place}"] if place else []), *(["#, fuzzy"] if entry.is_doubtful else [])]
    return "".join(f"{line}\n" for line in (*marks, *lines))


def _texts(word: str, text: str) -> Iterator[str]:
    """One line, or for a text of several an empty one and then each of them."""
    lines = text.splitlines(keepends=True) if "\n" in text.strip("\n") else [text]
    written = [f'"{"".join(_ESCAPES.get(letter, letter) for letter in line)}"' for line in lines]
    if len(written) > 1:
        yield f'{word} ""'
        yield from written
    else:
        yield f"{word} {written[0]}"
