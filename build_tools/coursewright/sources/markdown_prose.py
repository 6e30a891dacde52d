"""Markdown read for what checks need: headings, links, images, paragraphs, mentions, directives, each with its line.

The text inside directives is read too, as the site will show it; code is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from coursewright.model.prose import Heading, Mention, Passage, Prose

_DIRECTIVE = re.compile(r"\{([a-zA-Z0-9:_+-]+)\}\s*(.*)")
_VERBATIM = {
    "code",
    "code-block",
    "sourcecode",
    "code-cell",
    "literalinclude",
    "parsed-literal",
    "raw",
    "math",
    "eval-rst",
    "toctree",
    "bibliography",
}
_TARGET = re.compile(r"<([^<>]*)>\s*$", re.DOTALL)


@dataclass
class _Collected:
    headings: list[Heading] = field(default_factory=list)
    images: list[Passage] = field(default_factory=list)
    links: list[Passage] = field(default_factory=list)
    paragraphs: list[Passage] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    directives: list[Passage] = field(default_factory=list)


def read_prose(text: str, first_line: int = 1) -> Prose:
    """What the Markdown ``text``, which begins at ``first_line`` of its file, holds."""
    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table")
    parser.use(colon_fence_plugin).use(myst_role_plugin).use(deflist_plugin)
    collected = _Collected()
    _read(parser, text, first_line, collected, 0)
    title = next((heading.text for heading in collected.headings if heading.level == 1), "")
    return Prose(
        title=title,
        headings=tuple(collected.headings),
        images_without_alt=tuple(collected.images),
        links=tuple(collected.links),
        paragraphs=tuple(collected.paragraphs),
        mentions=tuple(collected.mentions),
        directives=tuple(collected.directives),
    )


def _read(parser: MarkdownIt, text: str, first_line: int, collected: _Collected, depth: int) -> None:
    lines = text.split("\n")
    heading_level: int | None = None
    for token in parser.parse(text):
        line = first_line + token.map[0] if token.map else first_line
        if token.type == "heading_open":
            heading_level = int(token.tag[1])
        elif token.type == "inline":
            _read_inline(token, line, lines, first_line, collected)
            if heading_level is not None:
                collected.headings.append(Heading(heading_level, _words(token.children or []), line))
                heading_level = None
        elif token.type in {"fence", "colon_fence"} and depth < 8:
            _read_fence(parser, token, line, collected, depth)


def _read_fence(parser: MarkdownIt, token: Token, line: int, collected: _Collected, depth: int) -> None:
    directive = _DIRECTIVE.match(token.info.strip())
    if directive is None:
        return
    name, argument = directive.groups()
    collected.directives.append(Passage(name, line))
    if argument:
        collected.paragraphs.append(Passage(argument, line))
    if name in _VERBATIM:
        return
    body = token.content.split("\n")
    skipped = 0
    while skipped < len(body) and re.match(r"\s*:[a-z-]+:", body[skipped]):
        skipped += 1
    _read(parser, "\n".join(body[skipped:]), line + 1 + skipped, collected, depth + 1)


def _read_inline(token: Token, line: int, lines: list[str], first_line: int, collected: _Collected) -> None:
    children = token.children or []
    here = line
    link_words: list[str] | None = None
    link_line = here
    words: list[str] = []
    for child in children:
        if child.type in {"softbreak", "hardbreak"}:
            here += 1
            words.append(" ")
        elif child.type == "text":
            words.append(child.content)
            if link_words is not None:
                link_words.append(child.content)
        elif child.type == "image":
            alt = child.content.strip()
            if not alt:
                collected.images.append(
                    _passage(str(child.attrGet("src") or ""), here, "![", lines, first_line)
                )
            if link_words is not None:
                link_words.append(alt)
        elif child.type == "link_open":
            link_words, link_line = [], here
        elif child.type == "link_close" and link_words is not None:
            collected.links.append(_passage("".join(link_words).strip(), link_line, "[", lines, first_line))
            link_words = None
        elif child.type == "myst_role":
            role = str(child.meta["name"])
            found = _TARGET.search(child.content)
            target = (found.group(1) if found else child.content).strip()
            passage = _passage(target, here, "{" + role + "}", lines, first_line)
            collected.mentions.append(Mention(role, target, here, passage.column))
            words.append(child.content)
    text = "".join(words).strip()
    if text:
        collected.paragraphs.append(Passage(text, line))


def _passage(text: str, line: int, mark: str, lines: list[str], first_line: int) -> Passage:
    """The passage with the column at which ``mark`` and the text stand on their line, as near as can be told."""
    written = lines[line - first_line] if 0 <= line - first_line < len(lines) else ""
    at = written.find(mark + text)
    column = max(at if at >= 0 else written.find(mark), 0) + 1
    return Passage(text, line, column)


def _words(tokens: list[Token]) -> str:
    return "".join(_texts(tokens)).strip()


def _texts(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"text", "code_inline"}:
            yield token.content
        elif token.type in {"softbreak", "hardbreak"}:
            yield " "
        elif token.children:
            yield from _texts(token.children)
