"""The words that only trainers may read, looked for in what everyone gets.

Texts are compared as rows of words: how they are set, broken or marked up makes no difference. Of what trainers read,
a few words in a row count if one of them stands in no text for everyone, and of others so many that pages, which put
everyone's words together in their own way, do not have them by chance; further each single sign that nobody writes by
chance: a word in capitals, or one of letters and digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from coursewright.model.place import Place

# So many words in a row count if one is the trainers' own, and so many if none is; a shorter passage counts whole from
# the fewest on, if one is. Found by trying: the guides of a course quote what its pages say.
_ROW, _LONG_ROW, _FEWEST = 5, 10, 3
_WORD = re.compile(r"\w+")
# Where one row ends and another begins: at what readers do not see, at each item of a list and at code, since lists and
# code name things that pages name in a row too.
_BREAK = re.compile(r"`|\]\([^)]*\)|<[^>]*>|\{[\w:-]+\}|^[ \t>]*(?:[-*+]|\d+[.)])\s", re.MULTILINE)
_MIN_CAPITALS, _MIN_MIXED = 8, 6

Row = tuple[str, ...]


@dataclass(frozen=True)
class TrainersPassage:
    """A text for trainers, and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True)
class TrainersWords:
    """What trainers read, less what everyone does."""

    passages: tuple[TrainersPassage, ...]
    for_everyone: tuple[str, ...] = field(repr=False, default=())

    def first_in(self, texts: Iterable[str]) -> TrainersPassage | None:
        """The first passage of which something stands in one of the texts."""
        for text in texts:
            found = self._row_in(text) or self._sign_in(text)
            if found is not None:
                return found
        return None

    def _row_in(self, text: str) -> TrainersPassage | None:
        words = words_of(text)
        if self._anchors.isdisjoint(words):
            return None
        for at in (number for number, word in enumerate(words) if word in self._anchors):
            for length, offset in self._anchors_at[words[at]]:
                row = tuple(words[max(at - offset, 0) : at - offset + length])
                if row in self._rows:
                    return self._rows[row]
        return None

    def _sign_in(self, text: str) -> TrainersPassage | None:
        if not self._signs:
            return None
        found = self._signs.keys() & set(_WORD.findall(text))
        return self._signs[min(found)] if found else None

    @cached_property
    def _everyones(self) -> Counter[str]:
        """How often each word stands in texts for everyone."""
        return Counter(word for text in self.for_everyone for word in words_of(text))

    @cached_property
    def _rows(self) -> dict[Row, TrainersPassage]:
        """The rows of words to look for, each with the first passage that has it."""
        rows: dict[Row, TrainersPassage] = {}
        for passage in self.passages:
            for row in _rows_of(passage.text):
                if len(row) >= _LONG_ROW or any(self._is_trainers_own(word) for word in row):
                    rows.setdefault(row, passage)
        for text in self.for_everyone:
            for row in _rows_of(text):
                rows.pop(row, None)
        return rows

    def _is_trainers_own(self, word: str) -> bool:
        return word.isalpha() and word not in self._everyones

    @cached_property
    def _signs(self) -> dict[str, TrainersPassage]:
        everyones = {word for text in self.for_everyone for word in _WORD.findall(text)}
        signs: dict[str, TrainersPassage] = {}
        for passage in self.passages:
            for word in _WORD.findall(passage.text):
                if _is_sign(word) and word not in everyones:
                    signs.setdefault(word, passage)
        return signs

    @cached_property
    def _anchors_at(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """For the rarest word of each row the lengths of rows and its places in them."""
        found: dict[str, set[tuple[int, int]]] = {}
        for row in self._rows:
            rarest = min(range(len(row)), key=lambda at: (self._everyones[row[at]], at))
            found.setdefault(row[rarest], set()).add((len(row), rarest))
        return {word: tuple(sorted(places)) for word, places in found.items()}

    @cached_property
    def _anchors(self) -> frozenset[str]:
        return frozenset(self._anchors_at)


def words_of(text: str) -> list[str]:
    """The words of a text in order, without capitals and signs; a word that is parted at a line's end is one."""
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    return _WORD.findall(re.sub(r"(?<=\w)-\n(?=\w)", "", plain).casefold())


def _rows_of(text: str) -> Iterator[Row]:
    """Every few words in a row, and every longer row; of a short passage all of it."""
    for piece in _BREAK.split(text):
        words = words_of(piece)
        for length in (min(len(words), _ROW), _LONG_ROW):
            if length >= _FEWEST:
                yield from (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def _is_sign(word: str) -> bool:
    if word.isupper() and word.isalpha():
        return len(word) >= _MIN_CAPITALS
    has_both = any(letter.isdigit() for letter in word) and any(letter.isalpha() for letter in word)
    return len(word) >= _MIN_MIXED and (has_both or "_" in word.strip("_"))
