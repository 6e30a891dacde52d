"""Markdown files: the data at the top, and the text below it."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.finding import Code, Finding
from coursewright.model.place import Place
from coursewright.sources.text_files import TextFile
from coursewright.sources.yaml_tree import YamlTree, read_yaml


@dataclass(frozen=True)
class MarkdownFile:
    """The front matter of a file (None where it has none) and its text, which begins at ``body_line``."""

    path: str
    front_matter: YamlTree | None
    body: str
    body_line: int
    findings: tuple[Finding, ...] = ()


def split_front_matter(file: TextFile) -> MarkdownFile:
    """The two parts of a Markdown file; front matter is between two lines ``---``, the first being the file's first."""
    lines = file.text.split("\n")
    if lines[0].rstrip() != "---":
        return MarkdownFile(file.path, None, file.text, 1)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in {"---", "..."}:
            tree = read_yaml("\n".join(lines[1:number]), file.path, first_line=2)
            return MarkdownFile(file.path, tree, "\n".join(lines[number + 1 :]), number + 2, tree.findings)
    finding = Finding(Code.FRONT_MATTER_UNCLOSED, Place(file.path))
    return MarkdownFile(file.path, None, "", len(lines), (finding,))
