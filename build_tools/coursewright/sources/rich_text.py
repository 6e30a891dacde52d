"""Markdown as text with its structure, for paper: roles become words, directives boxes; what is for screens goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from coursewright.model.rich_text import (
    Block,
    BoxBlock,
    HeadingBlock,
    ListBlock,
    ParagraphBlock,
    Run,
    Runs,
    TableBlock,
)
from coursewright.sources.markdown_parser import MarkdownReading, TooTangledError

__all__ = ["TooTangledError", "rich_text"]

NameOf = Callable[[str, str], str]
"""The words for what a role names: the role, its target."""

_DIRECTIVE = re.compile(r"\{([a-zA-Z0-9:_+-]+)\}\s*(.*)")
_OPTION = re.compile(r"\s*:([\w-]+):\s*(.*)")
_SHOWN_TARGET = re.compile(r"(.*?)<([^<>]*)>\s*", re.DOTALL)
_BOXES = {
    "admonition",
    "note",
    "tip",
    "hint",
    "important",
    "attention",
    "caution",
    "warning",
    "dropdown",
    "facilitation",
}
# A directive with a title of the writer's own; that of others is the name of the box.
_TITLED = {"admonition", "dropdown"}
_MAX_DEPTH = 20


def rich_text(text: str, name_of: NameOf, is_shown: Callable[[str], bool]) -> tuple[Block, ...]:
    """The blocks of a Markdown text; directives that are not shown (by their names) are left out with what they hold.

    Pictures, code and directives that only a site can show are left out too. Raises TooTangledError where the text
    takes too much work to read.
    """
    return tuple(_Reader(name_of, is_shown).blocks(text, 0))


@dataclass
class _Reader:
    name_of: NameOf
    is_shown: Callable[[str], bool]
    markdown: MarkdownReading = field(default_factory=MarkdownReading)

    def blocks(self, text: str, depth: int) -> Iterator[Block]:
        """The blocks of a text that stands in so many directives."""
        tokens = self.markdown.parse(text, 1)
        yield from self._blocks(tokens, depth)

    def _blocks(self, tokens: list[Token], depth: int) -> Iterator[Block]:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            end = _closing(tokens, at)
            inside = tokens[at + 1 : end]
            match token.type:
                case "heading_open":
                    yield HeadingBlock(int(token.tag[1]), self._runs(inside[0]))
                case "paragraph_open":
                    runs = self._runs(inside[0])
                    if any(run.text.strip() for run in runs):
                        yield ParagraphBlock(runs)
                case "bullet_list_open" | "ordered_list_open":
                    items = tuple(tuple(self._blocks(item, depth)) for item in _parts(inside, "list_item_open"))
                    yield ListBlock(token.type == "ordered_list_open", items)
                case "blockquote_open":
                    yield BoxBlock("quote", "", (), tuple(self._blocks(inside, depth)))
                case "table_open":
                    yield self._table(inside)
                case "dl_open":
                    yield from self._definitions(inside, depth)
                case "fence" | "colon_fence":
                    yield from self._directive(token, depth)
                case _:
                    pass
            at = end + 1

    def _definitions(self, tokens: list[Token], depth: int) -> Iterator[Block]:
        """A list of definitions as paragraphs: what is defined in bold, what it means below."""
        at = 0
        while at < len(tokens):
            end = _closing(tokens, at)
            inside = tokens[at + 1 : end]
            if tokens[at].type == "dt_open":
                yield ParagraphBlock(tuple(replace(run, strong=True) for run in self._runs(inside[0])))
            else:
                yield from self._blocks(inside, depth)
            at = end + 1

    def _table(self, tokens: list[Token]) -> TableBlock:
        rows = [tuple(self._runs(cell[0]) for cell in _cells(row)) for row in _parts(tokens, "tr_open", through=True)]
        return TableBlock(rows[0] if rows else (), tuple(rows[1:]))

    def _directive(self, token: Token, depth: int) -> Iterator[Block]:
        directive = _DIRECTIVE.match(token.info.strip())
        if directive is None or depth >= _MAX_DEPTH:
            return
        name, argument = directive.groups()
        if name not in _BOXES or not self.is_shown(name):
            return
        options, body = _options(token.content)
        title = self._line(argument, depth) if name in _TITLED else ()
        blocks = tuple(self.blocks(body if name in _TITLED else f"{argument}\n\n{body}", depth + 1))
        yield BoxBlock(name, options.get("class", ""), title, blocks)

    def _line(self, text: str, depth: int) -> Runs:
        for block in self.blocks(text, depth + 1):
            if isinstance(block, ParagraphBlock):
                return block.runs
        return ()

    def _runs(self, inline: Token) -> Runs:
        """The words of a passage with their styles; neighbours of one style are one run."""
        runs: list[Run] = []
        style = Run("")
        for token in inline.children or []:
            match token.type:
                case "strong_open" | "strong_close":
                    style = replace(style, strong=token.nesting == 1)
                case "em_open" | "em_close":
                    style = replace(style, emphasis=token.nesting == 1)
                case "link_open":
                    address = str(token.attrGet("href") or "")
                    style = replace(style, address=address if "://" in address else "")
                case "link_close":
                    style = replace(style, address="")
                case "text":
                    runs.append(replace(style, text=token.content))
                case "softbreak" | "hardbreak":
                    runs.append(replace(style, text=" "))
                case "code_inline":
                    runs.append(replace(style, text=token.content, code=True))
                case "myst_role":
                    runs.append(replace(style, text=self._role(token)))
                case _:
                    pass
        return tuple(_joined([run for run in runs if run.text]))

    def _role(self, token: Token) -> str:
        role = str(token.meta["name"])
        shown = _SHOWN_TARGET.fullmatch(token.content)
        return shown.group(1).strip() if shown else self.name_of(role, token.content.strip())


def _joined(runs: list[Run]) -> Iterator[Run]:
    waiting: Run | None = None
    for run in runs:
        if waiting is not None and replace(run, text="") == replace(waiting, text=""):
            waiting = replace(waiting, text=waiting.text + run.text)
            continue
        if waiting is not None:
            yield waiting
        waiting = run
    if waiting is not None:
        yield waiting


def _closing(tokens: list[Token], at: int) -> int:
    """Where what is opened at a place is closed; the place itself where nothing is opened."""
    depth = 0
    for end in range(at, len(tokens)):
        depth += tokens[end].nesting
        if depth <= 0:
            return end
    return len(tokens) - 1


def _parts(tokens: list[Token], opening: str, through: bool = False) -> Iterator[list[Token]]:
    """What stands within each opening token of a kind; ``through`` other levels, too."""
    at = 0
    while at < len(tokens):
        end = _closing(tokens, at)
        if tokens[at].type == opening:
            yield tokens[at + 1 : end]
        elif through and end > at:
            yield from _parts(tokens[at + 1 : end], opening, through)
        at = end + 1


def _cells(row: list[Token]) -> Iterator[list[Token]]:
    for kind in ("th_open", "td_open"):
        yield from _parts(row, kind)


def _options(content: str) -> tuple[dict[str, str], str]:
    """The options at the top of a directive's text, and the rest."""
    options: dict[str, str] = {}
    lines = content.split("\n")
    for number, line in enumerate(lines):
        option = _OPTION.fullmatch(line)
        if option is None:
            return options, "\n".join(lines[number:])
        options[option.group(1)] = option.group(2).strip()
    return options, ""
