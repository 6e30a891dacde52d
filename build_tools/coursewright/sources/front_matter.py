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


def split_front_matter(file: TextFile) -> MarkdownFile:
    """The two parts of a Markdown file; front matter stands between two lines ``---``, one of them the file's first.

    It ends where MyST takes it to end: at a line of as many hyphens, or of three points.
    """
    lines = file.text.split("\n")
    opening = _OPENING.fullmatch(lines[0])
    if opening is None:
        return MarkdownFile(file.path, None, file.text, 1)
    hyphens, rest = opening.group(1), opening.group(2).strip()
    closing = re.compile(rf" {{0,3}}{hyphens}-*[ \t]*|\.\.\.[ \t]*")
    end = next((number for number, line in enumerate(lines[1:], 1) if closing.fullmatch(line)), None)
    if end is None and (hyphens != _MARK or rest):
        return MarkdownFile(file.path, None, file.text, 1)
    if end is None:
        finding = Finding(Code.FRONT_MATTER_UNCLOSED, Place(file.path))
        return MarkdownFile(file.path, None, None, len(lines), (finding,))
    body, body_line = "\n".join(lines[end + 1 :]), min(end + 2, len(lines))
    if hyphens != _MARK or rest:
        finding = Finding(Code.YAML_SYNTAX, Place(file.path, 1, len(_MARK) + 1))
        return MarkdownFile(file.path, None, body, body_line, (finding,))
    tree = read_yaml("\n".join(lines[1:end]), file.path, first_line=2)
    return MarkdownFile(file.path, tree, body, body_line, tree.findings)


def without_front_matter(file: TextFile) -> str:
    """The text with blank lines where the front matter was, so that every line keeps its number."""
    end = split_front_matter(file).body_line - 1
    lines = file.text.split("\n")
    return "\n".join([*[""] * end, *lines[end:]])
