"""What is told, as data: sections of sentences, lists, steps and tables, with no word put into a language yet.

A terminal and a page each show all of it in their own way, so that what one says the other says too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from coursewright.model.words import Sayable, Sentence, Told


@dataclass(frozen=True)
class Duration(Told):
    """A length of time, in minutes."""

    minutes: int

    def __str__(self) -> str:
        """Hours and minutes, such as 1 h 30 min; no hours or no minutes where there are none."""
        hours, rest = divmod(self.minutes, 60)
        return " ".join(
            each for each in (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "") if each
        )


def say(message: str, **values: Sayable) -> Sentence:
    """A sentence with its values."""
    return Sentence(message, values)


@dataclass(frozen=True)
class Paragraph:
    """Sentences that belong together."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Lines:
    """A list, each line a sentence."""

    lines: tuple[Sentence, ...]


@dataclass(frozen=True)
class Entries:
    """A list of terms, each with what is said of it."""

    entries: tuple[tuple[Sentence, Paragraph], ...]


@dataclass(frozen=True)
class Steps:
    """What comes one after the other, each with a line beneath it."""

    steps: tuple[tuple[Sentence, Sentence], ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells under heads; ``caption`` and ``look`` (a class of the style sheet) may be empty."""

    heads: tuple[Sayable, ...]
    rows: tuple[tuple[Sayable, ...], ...]
    caption: Sentence | None = None
    look: str = ""


@dataclass(frozen=True)
class Picture:
    """A view that a directive draws: shown where there are pictures."""

    directive: str
    id: str


Part: TypeAlias = Paragraph | Lines | Entries | Steps | Table | Picture


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it; parts without anything in them are not shown."""

    heading: Sentence
    parts: tuple[Part, ...]
