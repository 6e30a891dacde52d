"""What of the course's files is written for trainers alone, and what for everyone, as it stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry
from coursewright.model.entry_texts import TRAINERS_KEY, written_texts
from coursewright.model.module import WithProse
from coursewright.model.page import Edition, Page
from coursewright.model.place import Place
from coursewright.model.trainers_words import TrainersPassage, TrainersWords, words_of
from coursewright.sources.catalogs import read_catalogs
from coursewright.sources.front_matter import without_front_matter
from coursewright.sources.html_comments import without_comments
from coursewright.sources.markdown_prose import TooTangledError, read_prose

# Lines that stand in no page: comments, and titles that a menu has for pages of the trainers.
_UNSEEN = re.compile(r"^[ \t]*%.*$|^([`:~]{3,})\{toctree\}.*?^\1", re.MULTILINE | re.DOTALL)


_MARK = re.compile(r"[:`~]{3,}\s*(?:\{facilitation\})?")


def for_everyone(text: str) -> str:
    """A Markdown text with blank lines where front matter and blocks for trainers were; nothing where it is unclear."""
    body = without_front_matter(text)
    try:
        prose = read_prose(body)
    except TooTangledError:
        return ""
    lines = body.split("\n")
    for first, end in prose.for_trainers:
        lines[first - 1 : end - 1] = [""] * (end - first)
    return "\n".join(lines)


def trainers_words(curriculum: Curriculum, root: Path, more_for_everyone: Iterable[str] = ()) -> TrainersWords:
    """The words of the course in ``root`` that only trainers may read, in every language.

    ``more_for_everyone`` are other texts that pages show, such as those of the interface.
    """
    texts = _Texts(root)
    for entry in curriculum.as_written.files():
        texts.take_data(entry)
        if isinstance(entry, WithProse):
            texts.take_prose(entry, isinstance(entry, Page) and entry.edition is Edition.TRAINERS)
    for included in curriculum.included.values():
        texts.take_prose(included, is_for_trainers=False)
    texts.take_translations()
    return TrainersWords(tuple(texts.passages), (*texts.for_everyone, *more_for_everyone))


@dataclass
class _Texts:
    root: Path
    passages: list[TrainersPassage] = field(default_factory=list)
    for_everyone: list[str] = field(default_factory=list)

    def take_data(self, entry: Entry) -> None:
        """Take the texts of a file's data."""
        for way, text in written_texts(entry):
            if TRAINERS_KEY in way:
                self.passages.append(TrainersPassage(text, entry.place(*way)))
            else:
                self.for_everyone.append(text)

    def take_prose(self, entry: WithProse, is_for_trainers: bool) -> None:
        """Take a Markdown text, paragraph by paragraph where it is for trainers."""
        lines = [*[""] * (entry.prose.first_line - 1), *entry.prose.lines]
        ranges = [(1, len(lines) + 1)] if is_for_trainers else list(entry.prose.for_trainers)
        for first, end in ranges:
            self.passages += _paragraphs(lines[first - 1 : end - 1], entry.origin.path, first)
            lines[first - 1 : end - 1] = [""] * (end - first)
        self.for_everyone.append(_UNSEEN.sub("", without_comments("\n".join(lines))))

    def take_translations(self) -> None:
        """Take what catalogs say: for trainers where what they translate is, and is so nowhere for everyone."""
        theirs = "\n".join(" ".join(words_of(each.text)) for each in self.passages)
        everyones = "\n".join(" ".join(words_of(text)) for text in self.for_everyone)
        for catalogs in read_catalogs(self.root).by_language.values():
            for catalog in catalogs.values():
                for each in catalog.entries:
                    written = " ".join(words_of(each.written))
                    if written in theirs and written not in everyones:
                        self.passages.append(TrainersPassage(each.said, Place(catalog.path, each.line)))
                    else:
                        self.for_everyone.append(each.said)


def _paragraphs(lines: list[str], path: str, first_line: int) -> Iterator[TrainersPassage]:
    begun: list[str] = []
    for number, written in enumerate([*lines, ""], first_line):
        line = _MARK.sub("", written)
        if line.strip():
            begun.append(line)
        elif begun:
            yield TrainersPassage("\n".join(begun), Place(path, number - len(begun)))
            begun = []
