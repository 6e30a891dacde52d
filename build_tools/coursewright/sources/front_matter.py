"""Markdown files: the data at the top, and the text below it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coursewright.model.finding import Code, Finding
from coursewright.model.place import Place
from coursewright.sources.text_files import TextFile
from coursewright.sources.yaml_tree import YamlTree, read_yaml

_OPENING = re.compile(r"(-{3,})(.*)")
_MARK = "---"


@dataclass(frozen=True)
class MarkdownFile:
    """The front matter of a file (None where it has none) and its text, which begins at ``body_line``.

    ``body`` is None where the front matter never ends.
    """

    path: str
    front_matter: YamlTree | None
    body: str | None
    body_line: int
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class _Bounds:
    """Where front matter ends: the line (from 0) of its last mark, or None; what follows its first mark on that line.

    ``is_there`` is false where the file begins with no mark of it.
    """

    end: int | None = None
    hyphens: str = _MARK
    rest: str = ""
    is_there: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether the first mark is written as it should be."""
        return self.hyphens == _MARK and not self.rest


def split_front_matter(file: TextFile) -> MarkdownFile:
    """The two parts of a Markdown file; front matter stands between two lines ``---``, one of them the file's first.

    It ends where MyST takes it to end: at a line of as many hyphens, or of three points.
    """
    lines = file.text.split("\n")
    bounds = _bounds(lines)
    if not bounds.is_there:
        return MarkdownFile(file.path, None, file.text, 1)
    if bounds.end is None:
        finding = Finding(Code.FRONT_MATTER_UNCLOSED, Place(file.path))
        return MarkdownFile(file.path, None, None, len(lines), (finding,))
    body, body_line = "\n".join(lines[bounds.end + 1 :]), min(bounds.end + 2, len(lines))
    if not bounds.is_plain:
        finding = Finding(Code.YAML_SYNTAX, Place(file.path, 1, len(_MARK) + 1))
        return MarkdownFile(file.path, None, body, body_line, (finding,))
    tree = read_yaml("\n".join(lines[1 : bounds.end]), file.path, first_line=2)
    return MarkdownFile(file.path, tree, body, body_line, tree.findings)


def front_matter_lines(text: str) -> int:
    """How many lines the front matter takes, its marks included; what it holds is not read."""
    lines = text.split("\n")
    bounds = _bounds(lines)
    if not bounds.is_there:
        return 0
    return len(lines) - 1 if bounds.end is None else min(bounds.end + 1, len(lines) - 1)


def without_front_matter(text: str) -> str:
    """The text with blank lines where the front matter was, so that every line keeps its number."""
    end = front_matter_lines(text)
    return "\n".join([*[""] * end, *text.split("\n")[end:]])


def _bounds(lines: list[str]) -> _Bounds:
    opening = _OPENING.fullmatch(lines[0])
    if opening is None:
        return _Bounds()
    hyphens, rest = opening.group(1), opening.group(2).strip()
    closing = re.compile(rf" {{0,3}}{hyphens}-*[ \t]*|\.\.\.[ \t]*")
    end = next((number for number, line in enumerate(lines[1:], 1) if closing.fullmatch(line)), None)
    bounds = _Bounds(end, hyphens, rest, is_there=True)
    return bounds if end is not None or bounds.is_plain else _Bounds()
