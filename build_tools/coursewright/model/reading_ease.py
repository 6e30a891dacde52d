"""How easily a text is read: the Gulpease index, made for Italian.

Pietro Lucisano and Maria Emanuela Piemontese, «GULPEASE: una formula per la predizione della difficoltà dei testi in
lingua italiana», Scuola e città 3, 1988: 89 + (300 · sentences - 10 · letters) / words, from 0 to 100. Its authors
give as hard to read without help: below 80 for who left school after the fifth year, below 60 after the eighth, below
40 with a diploma. It was measured on Italian readers: for a text in another language it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.model.prose import Prose
from coursewright.model.running_text import Part, RunningText
from coursewright.model.sentences import WORD, sentences
from coursewright.model.words import N_

LANGUAGE = "it"
WORDS = N_("Words")
"""What a table calls the number of words that were counted."""


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
