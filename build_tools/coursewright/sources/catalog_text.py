"""A catalog of translations as translators' programs write it (gettext's ``.po``), read.

Texts and their words, the marks of gettext on them, and what was set aside. Contexts and plural forms are refused:
the course's texts have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from coursewright.model.translation import CatalogEntry

_LINE = re.compile(r'(?:(msgid|msgstr)[ \t]+|)"((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "t": "\t", "r": "\r"}
_SET_ASIDE = "#~"


class CatalogError(Exception):
    """A catalog that cannot be read from ``line`` on."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass
class _Reading:
    """The entry being read: which of its two texts the next line belongs to."""

    entry: CatalogEntry | None = None
    part: str = ""
    flags: set[str] = field(default_factory=set)


def read_catalog_text(text: str) -> tuple[CatalogEntry, ...]:
    """The entries of a catalog in order, without its header. Raises :class:`CatalogError`."""
    return tuple(each for each in _entries(text) if each.written)


def _entries(text: str) -> Iterator[CatalogEntry]:
    reading = _Reading()
    for number, line in enumerate(text.split("\n"), start=1):
        content, is_set_aside = _content(line)
        if content.startswith("#"):
            if content.startswith("#,"):
                reading.flags.update(flag.strip() for flag in content[2:].split(","))
            continue
        if not content:
            continue
        matched = _LINE.fullmatch(content)
        if matched is None:
            raise CatalogError(number)
        part, value = matched.groups()
        if part == "msgid":
            yield from _finished(reading, number)
            entry = CatalogEntry("", is_doubtful="fuzzy" in reading.flags, is_set_aside=is_set_aside, line=number)
            reading = _Reading(entry, part)
        elif part == "msgstr" and reading.part != "msgid":
            raise CatalogError(number)
        _add(reading, part or reading.part, _ESCAPED.sub(_meant, value), number)
    yield from _finished(reading, text.count("\n") + 1)


def _content(line: str) -> tuple[str, bool]:
    """What a line says, and whether that was set aside."""
    line = line.strip()
    # “#~|” keeps what the text said before it was changed.
    if line.startswith(_SET_ASIDE) and not line.startswith(f"{_SET_ASIDE}|"):
        return line.removeprefix(_SET_ASIDE).strip(), True
    return line, False


def _add(reading: _Reading, part: str, value: str, line: int) -> None:
    if reading.entry is None:
        raise CatalogError(line)
    reading.part = part
    entry = reading.entry
    if part == "msgid":
        reading.entry = replace(entry, written=entry.written + value)
    else:
        reading.entry = replace(entry, said=entry.said + value)


def _finished(reading: _Reading, line: int) -> Iterator[CatalogEntry]:
    if reading.entry is None:
        return
    if reading.part != "msgstr":
        raise CatalogError(line)
    yield reading.entry


def _meant(escaped: re.Match[str]) -> str:
    return _MEANT.get(escaped[1], escaped[1])
