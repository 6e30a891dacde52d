"""``findings.md`` read and written: sections of files that are wrong, and what people are told about them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

PAGE = Path(__file__).with_name("findings.md")
_FENCE = re.compile(r"(`{3,})(\S+) ?(.*)")
_EXPECTED, _COMMAND = "text", "command"


@dataclass(frozen=True)
class Block:
    """A fenced block: the two parts of its first line, its text, and where that stands in the page."""

    word: str
    about: str
    text: str
    lines: slice


@dataclass(frozen=True)
class Section:
    """What the page says about one code; ``why`` it is a finding, in a sentence or two."""

    code: str
    why: str
    blocks: tuple[Block, ...]

    @property
    def changes(self) -> tuple[Block, ...]:
        """The files that are changed."""
        return tuple(block for block in self.blocks if block.word not in (_EXPECTED, _COMMAND))

    @property
    def command(self) -> tuple[str, ...]:
        """The words of the command that tells the finding; none where every reading of the course does."""
        return tuple(word for block in self.blocks if block.word == _COMMAND for word in block.text.split())

    def expected(self, language: str) -> Block:
        """What people are told in ``language``."""
        return next(block for block in self.blocks if (block.word, block.about) == (_EXPECTED, language))


def read_page() -> tuple[Section, ...]:
    """The sections of the page, in its order."""
    lines = PAGE.read_text("utf-8").splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    ends = [*starts[1:], len(lines)]
    return tuple(
        Section(lines[start].removeprefix("## "), _why(lines[start + 1 : end]), _blocks(lines, start, end))
        for start, end in zip(starts, ends, strict=True)
    )


def write_expected(code: str, language: str, text: str) -> None:
    """Put ``text`` into the page as what people are told."""
    section = next(section for section in read_page() if section.code == code)
    lines = PAGE.read_text("utf-8").splitlines()
    lines[section.expected(language).lines] = text.splitlines()
    PAGE.write_text("\n".join(lines) + "\n", "utf-8")


def patched(text: str, diff: str) -> str:
    """``text`` with the lines begun with ``-`` or a space replaced by those begun with ``+`` or a space."""
    lines = diff.splitlines()
    old = "".join(f"{line[1:]}\n" for line in lines if line[:1] in "- ")
    new = "".join(f"{line[1:]}\n" for line in lines if line[:1] in "+ ")
    padded = f"\n{text}"
    assert padded.count(f"\n{old}") == 1, f"not found once:\n{old}"
    return padded.replace(f"\n{old}", f"\n{new}")[1:]


def _why(lines: list[str]) -> str:
    """The words before the first block, on one line."""
    before = takewhile(lambda line: _FENCE.fullmatch(line) is None, lines)
    return " ".join(line for line in before if line)


def _blocks(lines: list[str], start: int, end: int) -> tuple[Block, ...]:
    blocks: list[Block] = []
    number = start
    while number < end:
        opening = _FENCE.fullmatch(lines[number])
        if opening is not None:
            fence, word, about = opening.groups()
            closing = lines.index(fence, number + 1, end)
            body = slice(number + 1, closing)
            blocks.append(Block(word, about, "\n".join(lines[body]), body))
            number = closing
        number += 1
    return tuple(blocks)
