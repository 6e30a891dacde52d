"""The text of a Markdown file, as far as checks and pages need to know it."""

from __future__ import annotations

from dataclasses import dataclass, field

from coursewright.model.named_file import NamedFile
from coursewright.model.running_text import RunningText


@dataclass(frozen=True)
class Passage:
    """Something in the text: its words and its line, counted from 1 in the whole file."""

    text: str
    line: int
    column: int = 1


@dataclass(frozen=True)
class Heading:
    """A heading: its level from 1, its text, its line."""

    level: int
    text: str
    line: int


@dataclass(frozen=True)
class Mention:
    """A role that names an entry of the course, such as ``{module}`squadra```."""

    role: str
    target: str
    line: int
    column: int = 1


@dataclass(frozen=True)
class Prose:
    """What a Markdown text holds, in reading order; ``messages`` is what translators get of it, markup included.

    ``for_trainers`` are the lines of each block for trainers (the first, and the one after the last);
    ``nearly_for_trainers`` what looks like such a block and is none, ``open_comments`` comments that end elsewhere.
    ``lines`` is all of it as it is written, from ``first_line`` of its file on.
    """

    title: str = ""
    headings: tuple[Heading, ...] = ()
    images_without_alt: tuple[Passage, ...] = ()
    links: tuple[Passage, ...] = ()
    paragraphs: tuple[Passage, ...] = ()
    running: tuple[RunningText, ...] = ()
    mentions: tuple[Mention, ...] = ()
    directives: tuple[Passage, ...] = ()
    unclosed: tuple[Passage, ...] = ()
    messages: tuple[str, ...] = ()
    files: tuple[NamedFile, ...] = ()
    for_trainers: tuple[tuple[int, int], ...] = ()
    nearly_for_trainers: tuple[Passage, ...] = ()
    open_comments: tuple[Passage, ...] = ()
    lines: tuple[str, ...] = field(default=(), repr=False)
    first_line: int = 1
