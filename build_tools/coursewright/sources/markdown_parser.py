"""Markdown parsed as the site's own parser (MyST's) does, with marks of where things stand and a bound on the work.

Some texts take a Markdown parser time that grows with the square of their length. Each step is therefore counted, and a
text that takes many times more than the longest lesson is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, make_fence_rule
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin
from mdit_py_plugins.myst_role.index import myst_role

MAX_STEPS = 20_000
MAX_PASSAGE = 20_000
_CHARACTERS_A_STEP = 500
_LINES_A_STEP = 20
AT = "at"
"""The key in a token's ``meta`` under which links, images and roles keep their place in their passage."""

_BLOCKS = ["paragraph", "reference", "blockquote", "list", "footnote_def"]
_InlineRule = Callable[[StateInline, bool], bool]


class TooTangledError(Exception):
    """A text that takes too much work to read from ``line`` on."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass
class Work:
    """What may still be spent on one text, and the line being read."""

    steps: int = MAX_STEPS
    first_line: int = 1
    line: int = 1

    def spend(self, steps: int) -> None:
        """Take some steps, if they are left."""
        self.steps -= steps
        if self.steps < 0:
            raise TooTangledError(self.line)


class MarkdownReading:
    """The parsing of one file's text and of the texts nested in it, which share references and work."""

    def __init__(self) -> None:
        """A reading with all its work still to spend."""
        self._work = Work()
        self._shared: dict[str, Any] = {"work": self._work}

    def parse(self, text: str, first_line: int) -> list[Token]:
        """The tokens of ``text``, which begins at ``first_line`` of its file. Raises :class:`TooTangledError`."""
        self._work.first_line = self._work.line = first_line
        self._work.spend(len(text) // _CHARACTERS_A_STEP + text.count("\n") // _LINES_A_STEP)
        try:
            return _PARSER.parse(text, self._shared)
        except (IndexError, RecursionError):  # slips of the parser's rules: the site's would make them too
            raise TooTangledError(self._work.line) from None


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.use(myst_block_plugin).use(myst_role_plugin).use(deflist_plugin)
    # As MyST sets it up.
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    colon_fence = make_fence_rule(markers=(":",), token_type="colon_fence")
    parser.block.ruler.before("fence", "colon_fence", colon_fence, {"alt": _BLOCKS})
    parser.block.ruler.before("table", "work", _count_block, {"alt": _BLOCKS})
    parser.inline.ruler.before("text", "work", _count_inline)
    parser.inline.ruler.at("link", _marking(link))
    parser.inline.ruler.at("image", _marking(image))
    parser.inline.ruler.at("myst_role", _marking(_role))
    parser.core.ruler.at("inline", _read_passages)
    return parser


def _count_block(state: StateBlock, start_line: int, _end_line: int, _silent: bool) -> bool:
    work: Work = state.env["work"]
    work.line = work.first_line + start_line
    work.spend(1 + state.src.count("|", state.bMarks[start_line], state.eMarks[start_line]))
    return False


def _count_inline(state: StateInline, _silent: bool) -> bool:
    state.env["work"].spend(1)
    return False


def _read_passages(state: StateCore) -> None:
    work: Work = state.env["work"]
    for token in state.tokens:
        if token.type == "inline":
            work.line = work.first_line + (token.map[0] if token.map else 0)
            if len(token.content) > MAX_PASSAGE:
                raise TooTangledError(work.line)
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _role(state: StateInline, silent: bool) -> bool:
    # The plugin copies the rest of the text to look for a role, at every place where no other rule fits.
    return state.src[state.pos] == "{" and myst_role(state, silent)


def _marking(rule: _InlineRule) -> _InlineRule:
    """The rule, which then notes in the token it makes where in the passage that begins."""

    def marking(state: StateInline, silent: bool) -> bool:
        at, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            # What letters wait before it become a token of their own first.
            made = next(token for token in state.tokens[before : before + 2] if token.type != "text")
            made.meta[AT] = at
        return True

    return marking


_PARSER = _make_parser()
