"""How easily a text is read: the Gulpease index, made for Italian.

Pietro Lucisano and Maria Emanuela Piemontese, «GULPEASE: una formula per la predizione della difficoltà dei testi in
lingua italiana», Scuola e città 3, 1988: 89 + (300 · sentences - 10 · letters) / words, from 0 to 100. Its authors
give as hard to read without help: below 80 for who left school after the fifth year, below 60 after the eighth, below
40 with a diploma. It was measured on Italian readers: for a text in another language it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.model.prose import Prose
from coursewright.model.running_text import Part, RunningText
from coursewright.model.words import N_

LANGUAGE = "it"
WORDS = N_("Words")
"""What a table calls the number of words that were counted."""
WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
"""A word: letters and digits, parts joined by hyphens; what stands before an apostrophe is a word of its own."""
# Begun only where a run of signs begins: else a long one takes time that grows with the square of its length.
_MARK = re.compile(r"""(?<![.!?…])([.!?…]+)[»”’"')\]]*\s+""")
_BEFORE = re.compile(r"[^\W\d_]+$")
_OPENING = "«“‘\"'(["
# Shortened words that something follows; those that may also end a sentence (ecc.) do so before a capital letter.
_SHORTENED = frozenset(
    [
        *("es", "n", "nn", "nr", "art", "artt", "lett", "p", "pp", "pag", "pagg", "cap", "vol", "voll", "fig", "figg"),
        *("tab", "cfr", "tel", "min", "max", "ca", "lgs", "dpr", "dott", "dottssa", "ssa", "prof", "sig", "sigg"),
        *("avv", "ing", "arch", "geom", "rag", "eg", "vs", "mr", "mrs", "ms", "dr"),
    ]
)


@dataclass(frozen=True)
class Reading:
    """What is counted of a text: headings and items of lists are sentences of their own."""

    sentences: int
    words: int
    letters: int

    @property
    def ease(self) -> int | None:
        """The Gulpease index, rounded down; None for a text without words."""
        if not self.words:
            return None
        return min(max(89 + (300 * self.sentences - 10 * self.letters) // self.words, 0), 100)


@dataclass(frozen=True)
class Sentence:
    """A sentence: the line of the file at which it begins, and how many words it has."""

    line: int
    words: int


def reading(prose: Prose) -> Reading:
    """The count of what everyone reads: notes for trainers are left out, and so are tables, which have no sentences."""
    sentences_in_all = 0
    words: list[str] = []
    for text in _read(prose):
        sentences_in_all += sum(1 for _ in sentences(text.words))
        words += WORD.findall(text.words)
    joined = "".join(words)
    return Reading(sentences_in_all, len(words), len(joined) - joined.count("-"))


def longest_sentences(prose: Prose, count: int) -> tuple[Sentence, ...]:
    """The sentences with most words, the longest first; of two as long, the earlier."""
    found = [
        Sentence(text.block.place(start)[0], len(WORD.findall(text.words, start, end)))
        for text in _read(prose)
        for start, end in sentences(text.words)
    ]
    return tuple(sorted(found, key=lambda each: -each.words)[:count])


def reading_ease(prose: Prose, language: str) -> int | None:
    """The Gulpease index of a text; None where it is not in Italian, or has no words."""
    return reading(prose).ease if is_measured(language) else None


def is_measured(language: str) -> bool:
    """Whether the index means anything in that language."""
    return language.split("-")[0] == LANGUAGE


def _read(prose: Prose) -> Iterator[RunningText]:
    return (text for text in prose.running if not text.for_trainers and text.part is not Part.CELL)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of one block, blanks around it left out; one that has no word is none.

    A point ends one unless it follows a shortened word or an initial, or what comes next begins with a small letter;
    so do «…», «!» and «?». Where the block ends, so does its last sentence.
    """
    start = 0
    for mark in _MARK.finditer(text):
        if _ends(text, mark):
            yield from _with_words(text, start, mark.end())
            start = mark.end()
    yield from _with_words(text, start, len(text))


def _ends(text: str, mark: re.Match[str]) -> bool:
    following = text[mark.end() :].lstrip(_OPENING)[:1]
    if following.islower():
        return False
    if mark[1] != ".":
        return True
    before = _BEFORE.search(text, max(mark.start() - 20, 0), mark.start())
    if before is None:
        return True
    word = before.group()
    return word.lower() not in _SHORTENED and not (len(word) == 1 and word.isupper())


def _with_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = WORD.search(text, start, end)
    if first is not None:
        while text[start].isspace():
            start += 1
        while text[end - 1].isspace():
            end -= 1
        yield start, end
