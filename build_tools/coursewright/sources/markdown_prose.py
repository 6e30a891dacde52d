"""Markdown read for what checks need: headings, links, images, paragraphs, mentions, directives, each with its place.

The text inside directives is read too, as the site will show it; code is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from markdown_it.token import Token

from coursewright.model.facilitation_slips import facilitation_slips
from coursewright.model.named_file import NamedFile
from coursewright.model.prose import Heading, Mention, Passage, Prose
from coursewright.model.running_text import Block, Part, RunningText
from coursewright.sources.html_comments import ends_elsewhere
from coursewright.sources.markdown_parser import AT, MarkdownReading, TooTangledError
from coursewright.sources.naming import in_restructured_text, named_by_directive, named_by_link, named_by_role
from coursewright.sources.running_text import SHOWN_TARGET, shown_words

__all__ = ["TooTangledError", "read_prose"]

MAX_NESTED_DIRECTIVES = 20
# Texts whose reading is kept: a preview opens the course at every change, and all but one are as they were.
_KEPT = 4096
_DIRECTIVE = re.compile(r"\{([a-zA-Z0-9:_+-]+)\}\s*(.*)")
_OPTION = re.compile(r"\s*:([\w-]+):\s*(.*)")
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
_PICTURES = {"image", "figure"}
# Directives whose argument translators get by itself: a title that is not the beginning of a text.
_ASKED_FOR = {"admonition", "card", "dropdown", "grid-item-card", "rubric", "sidebar", "tab-item", "topic"}
_CELLS = {"th_open", "td_open"}
# Blocks whose argument is their title; that of any other is a name or an address.
_TITLED = {
    *("admonition", "note", "tip", "hint", "important", "warning", "caution", "attention", "danger", "error"),
    *("dropdown", "card", "grid-item-card", "tab-item", "topic", "sidebar", "rubric", "table"),
}
_FACILITATION = "facilitation"


@lru_cache(maxsize=_KEPT)
def read_prose(text: str, first_line: int = 1) -> Prose:
    """What the Markdown ``text``, which begins at ``first_line`` of its file, holds.

    Raises :class:`TooTangledError` where it takes too much work to read.
    """
    reader = _Reader(text.split("\n"), first_line)
    reader.read(text, first_line, 0)
    return Prose(
        title=reader.title,
        headings=tuple(reader.headings),
        images_without_alt=tuple(reader.images),
        links=tuple(reader.links),
        paragraphs=tuple(reader.paragraphs),
        running=tuple(reader.running),
        mentions=tuple(reader.mentions),
        directives=tuple(reader.directives),
        unclosed=tuple(reader.unclosed),
        messages=tuple(dict.fromkeys(reader.messages)),
        files=tuple(reader.files),
        for_trainers=tuple(reader.trainers_lines),
        nearly_for_trainers=tuple(reader.nearly_for_trainers()),
        open_comments=tuple(reader.open_comments),
        lines=tuple(reader.lines) if text else (),
        first_line=first_line,
    )


@dataclass
class _Reader:
    lines: list[str]
    first_line: int
    title: str = ""
    headings: list[Heading] = field(default_factory=list)
    images: list[Passage] = field(default_factory=list)
    links: list[Passage] = field(default_factory=list)
    paragraphs: list[Passage] = field(default_factory=list)
    running: list[RunningText] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    directives: list[Passage] = field(default_factory=list)
    unclosed: list[Passage] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    files: list[NamedFile] = field(default_factory=list)
    trainers_lines: list[tuple[int, int]] = field(default_factory=list)
    open_comments: list[Passage] = field(default_factory=list)
    markdown: MarkdownReading = field(default_factory=MarkdownReading)
    for_trainers: bool = False

    def read(
        self, text: str, first_line: int, depth: int, part: Part | None = Part.PARAGRAPH, is_message: bool = True
    ) -> None:
        """Read ``text``, which begins at ``first_line`` and stands in so many directives.

        ``part`` is what its paragraphs are on the page, None where they are not read there at all; ``is_message`` says
        whether translators get them.
        """
        heading: Token | None = None
        cell_from: int | None = None
        for token in self.markdown.parse(text, first_line):
            line = first_line + (token.map[0] if token.map else 0)
            if token.type == "heading_open":
                heading = token
            elif token.type == "tr_open":
                cell_from = 0
            elif token.type == "tr_close":
                cell_from = None
            elif token.type == "inline":
                block = self._block(token, line, cell_from)
                if cell_from is not None:
                    cell_from = block.starts[0] + len(token.content)
                if is_message and token.content.strip():
                    self.messages.append(token.content.replace("\n", " ").strip())  # as Sphinx looks them up
                self._read_passage(token, block)
                if part is not None:
                    is_cell = cell_from is not None
                    self._take_running(token, block, Part.HEADING if heading else Part.CELL if is_cell else part)
                if heading is not None:
                    self._take_heading(heading, token, line, depth)
                    heading = None
            elif token.type in {"fence", "colon_fence"}:
                self._read_fence(token, line, depth)
            elif token.type == "html_block":
                self._read_html(token.content, line)

    def nearly_for_trainers(self) -> Iterator[Passage]:
        """The lines that look like a block for trainers; those within such a block are for trainers anyway."""
        for number, found in facilitation_slips(self.lines):
            line = self.first_line + number
            if not any(first <= line < end for first, end in self.trainers_lines):
                yield Passage(found, line, max(self._written(line).find(found), 0) + 1)

    def _read_html(self, html: str, line: int) -> None:
        if ends_elsewhere(html):
            self.open_comments.append(Passage("<!--", line))

    def _take_heading(self, heading: Token, token: Token, line: int, depth: int) -> None:
        taken = Heading(int(heading.tag[1]), _words(token.children or []), line)
        self.headings.append(taken)
        if taken.level == 1 and not self.title and heading.level == 0 and depth == 0:
            self.title = taken.text

    def _block(self, token: Token, line: int, cell_from: int | None) -> Block:
        parts = token.content.split("\n")
        starts = [self._start(part, line + number, cell_from) for number, part in enumerate(parts)]
        return Block(token.content, line, tuple(starts))

    def _start(self, part: str, line: int, cell_from: int | None) -> int:
        """The column, counted from 0, at which a line of a passage begins in the file."""
        written = self._written(line)
        # Marks of lists and quotes stand before a passage, nothing after it: it is found from the end.
        if cell_from is None and written.rstrip().endswith(part.rstrip()):
            return len(written.rstrip()) - len(part.rstrip())
        return max(written.find(part, cell_from or 0), 0)

    def _written(self, line: int) -> str:
        number = line - self.first_line
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def _read_fence(self, token: Token, line: int, depth: int) -> None:
        directive = _DIRECTIVE.match(token.info.strip())
        if directive is None:
            return
        name, argument = directive.groups()
        written = self._written(line)
        opened = Passage(name, line, max(written.find("{"), 0) + 1)
        self.directives.append(opened)
        if not self._is_closed(token, line):
            self.unclosed.append(opened)
        if depth >= MAX_NESTED_DIRECTIVES:
            raise TooTangledError(line)
        body = token.content.split("\n")
        options, taken = _options(body)
        self.files += named_by_directive(name, argument, options, line)
        if name == "eval-rst":
            self.files += in_restructured_text(body, line + 1)
        if name == _FACILITATION and not self.for_trainers:
            first, end = token.map or [0, 0]
            self.trainers_lines.append((line, line + end - first))
        if name == "toctree" and options.get("caption"):
            self.messages.append(options["caption"])
        if name in _VERBATIM:
            return
        if argument:
            part = Part.HEADING if name in _TITLED else None
            self.read(argument, line, depth + 1, part, is_message=name in _ASKED_FOR)
        if name in _PICTURES and not options.get("alt"):
            self.images.append(Passage(argument, line, max(written.rfind(argument), 0) + 1))
        was_for_trainers, self.for_trainers = self.for_trainers, self.for_trainers or name == _FACILITATION
        self.read("\n".join(body[taken:]), line + 1 + taken, depth + 1)
        self.for_trainers = was_for_trainers

    def _is_closed(self, token: Token, line: int) -> bool:
        """Whether the block's last line is its closing mark, and not merely where the text around it ends."""
        first, end = token.map or [0, 0]
        last = self._written(line + end - first - 1).strip("> \t")
        return end - first > 1 and len(last) >= len(token.markup) and set(last) == set(token.markup)

    def _read_passage(self, token: Token, block: Block) -> None:
        children = token.children or []
        opened: list[tuple[int, Token]] = []
        for number, child in enumerate(children):
            match child.type:
                case "image":
                    self._take_picture(child, block)
                case "html_inline":
                    self._read_html(child.content, block.line)
                case "link_open":
                    opened.append((number, child))
                    place = block.place(child.meta.get(AT, 0))
                    self.files += named_by_link(str(child.attrGet("href") or ""), *place)
                case "link_close":
                    start, link = opened.pop()
                    line, column = block.place(link.meta.get(AT, 0))
                    self.links.append(Passage(_words(children[start:number]), line, column))
                case "myst_role":
                    self._take_mention(child, block)
        text = "".join(_texts(children, with_code=False)).strip()
        if text:
            self.paragraphs.append(Passage(text, *block.place(0)))

    def _take_picture(self, image: Token, block: Block) -> None:
        address, place = str(image.attrGet("src") or ""), block.place(image.meta[AT])
        self.files += named_by_link(address, *place, is_link=False)
        if not image.content.strip():
            self.images.append(Passage(address, *place))

    def _take_running(self, token: Token, block: Block, part: Part) -> None:
        shown = shown_words(block.content, token.children or [])
        if shown.words.strip():
            words = Block(shown.words, block.line, block.starts)
            self.running.append(RunningText(words, part, shown.names, shown.terms, self.for_trainers))

    def _take_mention(self, role: Token, block: Block) -> None:
        shown = SHOWN_TARGET.fullmatch(role.content)
        target = shown.group(2) if shown else role.content
        name, place = str(role.meta["name"]), block.place(role.meta[AT])
        self.mentions.append(Mention(name, target.strip(), *place))
        self.files += named_by_role(name, target.strip(), *place)


def _options(body: list[str]) -> tuple[dict[str, str], int]:
    """The options at the top of a directive's body, and how many lines they take."""
    if body[0].strip() == "---":
        end = next((number for number, line in enumerate(body[1:], 1) if line.strip() == "---"), None)
        if end is not None:
            pairs = (line.partition(":") for line in body[1:end])
            return {name.strip(): value.strip() for name, _, value in pairs}, end + 1
    options: dict[str, str] = {}
    for number, line in enumerate(body):
        option = _OPTION.fullmatch(line)
        if option is None:
            return options, number
        options[option.group(1)] = option.group(2).strip()
    return options, len(body)


def _words(tokens: list[Token]) -> str:
    return "".join(_texts(tokens, with_code=True)).strip()


def _texts(tokens: list[Token], with_code: bool) -> Iterator[str]:
    for token in tokens:
        if token.type == "text" or (with_code and token.type == "code_inline"):
            yield token.content
        elif token.type in {"softbreak", "hardbreak"}:
            yield " "
        elif token.type == "myst_role":
            shown = SHOWN_TARGET.fullmatch(token.content)
            yield shown.group(1).strip() if shown else token.content
        elif token.type == "image":
            yield token.content if with_code else ""
