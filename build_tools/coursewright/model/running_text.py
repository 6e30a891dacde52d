"""Running text: what readers of a Markdown text read in sentences, each character where it stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

OBJECT = "\ufffc"
"""Stands where readers see something that is no running text: code, a picture, the title of another page."""


_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")


@dataclass(frozen=True)
class Block:
    """A passage as it stands in the file: from ``line`` on, each of its lines from a column on (counted from 0)."""

    content: str
    line: int
    starts: tuple[int, ...]

    def place(self, at: int) -> tuple[int, int]:
        """Line and column, both from 1, of the character at that place of the content."""
        number = self.content.count("\n", 0, at)
        start = self.starts[min(number, len(self.starts) - 1)]
        return self.line + number, start + at - self.content.rfind("\n", 0, at)


class Part(StrEnum):
    """What a block of running text is on its page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CELL = "cell"


@dataclass(frozen=True)
class RunningText:
    """The running text of one paragraph, list item, heading or cell of a table.

    ``block`` holds what the file does, with all that is not read as words left blank: marks, addresses, citations.
    ``names`` are stretches of it in italics, as titles of works are, or that name something else of the course;
    ``terms`` are the words of the glossary that it links.
    """

    block: Block
    part: Part = Part.PARAGRAPH
    names: tuple[tuple[int, int], ...] = ()
    terms: tuple[str, ...] = ()
    for_trainers: bool = False

    @property
    def words(self) -> str:
        """The text with its blanks, as long as what stands in the file."""
        return self.block.content

    @property
    def own_words(self) -> str:
        """The text's own words: what is quoted, or stands in a name, is covered by :data:`OBJECT`."""
        return _QUOTED.sub(_covered, covered(self.words, self.names))


def covered(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text with :data:`OBJECT` for each character of the stretches, which may lie in one another."""
    parts, done = [], 0
    for start, end in sorted(stretches):
        if end > done:
            parts += [text[done:start], OBJECT * (end - max(start, done))]
            done = end
    return "".join((*parts, text[done:]))


def _covered(quoted: re.Match[str]) -> str:
    return OBJECT * len(quoted.group())
