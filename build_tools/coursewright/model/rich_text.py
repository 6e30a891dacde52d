"""Text with its structure, as a printed page needs it: blocks of runs, without the signs of Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style. ``address`` is where they lead, if they lead out of the course."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    address: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A heading; its level from 1."""

    level: int
    runs: Runs
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class ParagraphBlock:
    """A paragraph."""

    runs: Runs
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list, numbered or not; each item has blocks."""

    numbered: bool
    items: tuple[tuple[Block, ...], ...]
    kind: Literal["list"] = "list"


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: the cells of its header, and those of its rows."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class BoxBlock:
    """Text set apart: the name of its directive and of its class, its title, its blocks."""

    name: str
    label: str
    title: Runs
    blocks: tuple[Block, ...]
    kind: Literal["box"] = "box"


@dataclass(frozen=True, slots=True)
class LinesBlock:
    """So many empty lines to write on by hand."""

    count: int
    kind: Literal["lines"] = "lines"


Block = HeadingBlock | ParagraphBlock | ListBlock | TableBlock | BoxBlock | LinesBlock


def words(text: str, strong: bool = False) -> Runs:
    """A text in one style."""
    return (Run(text, strong=strong),)
