"""The running text of a passage: its Markdown with all that readers do not read as words left blank."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it.token import Token

from coursewright.model.running_text import OBJECT
from coursewright.sources.markdown_parser import AT

SHOWN_TARGET = re.compile(r"(.*?)<([^<>]*)>\s*", re.DOTALL)
"""The content of a role that shows other words than its target, as in ``words <target>``."""

_BLANK = re.compile(r"[^\n]")
_CITES = {"cite", "footcite"}
_TERM = "term"
_AUTOLINK = "autolink"
# How far marks reach between one character of a text and the next.
_FURTHEST = 16


@dataclass
class _Showing:
    """What is shown so far of a passage, up to ``done``, and how far it has been followed."""

    content: str
    shown: list[str] = field(default_factory=list)
    done: int = 0
    at: int = 0
    names: list[tuple[int, int]] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)
    hides: bool = False

    def keep(self, text: str) -> None:
        """Show a text, which stands somewhere further on; an escaped character in it stands apart."""
        found = self.content.find(text, self.at)
        if found >= 0:
            self._put(text, found)
            return
        for character in text:
            found = self.content.find(character, self.at, self.at + _FURTHEST)
            if found >= 0:
                self._put(character, found)

    def leave(self, end: str) -> None:
        """Go on after the next ``end``, if there is one."""
        found = self.content.find(end, self.at)
        self.at = found + len(end) if found >= 0 else self.at

    def stand_for(self, something: str) -> None:
        """Mark that something is seen here, and go on after it."""
        found = self.content.find(something, self.at) if something else -1
        if found >= 0:
            self._put(OBJECT, found)
            self.at = found + len(something)

    def words(self) -> str:
        """All that is shown, what has not been followed left blank."""
        self._put("", len(self.content))
        return "".join(self.shown)

    def _put(self, text: str, at: int) -> None:
        passed = self.content[self.done : at]
        self.shown += (_BLANK.sub(" ", passed) if "\n" in passed else " " * len(passed), text)
        self.at = self.done = at + len(text)


@dataclass(frozen=True)
class Shown:
    """The words of a passage at their places, with those that are names, and which words of the glossary are linked."""

    words: str
    names: tuple[tuple[int, int], ...]
    terms: tuple[str, ...]


def shown_words(content: str, tokens: list[Token]) -> Shown:
    """What is read of a passage with that ``content``, which was parsed into ``tokens``."""
    if _is_plain(content, tokens):
        return Shown(content, (), ())
    showing = _Showing(content)
    for token in tokens:
        _show(token, showing)
    return Shown(showing.words(), tuple(showing.names), tuple(showing.terms))


def _is_plain(content: str, tokens: list[Token]) -> bool:
    """Whether the passage is all words, as most are."""
    if any(token.type not in {"text", "softbreak"} for token in tokens):
        return False
    return "".join(token.content or "\n" for token in tokens) == content


def _show(token: Token, showing: _Showing) -> None:
    match token.type:
        case "text":
            if not showing.hides:
                showing.keep(token.content)
        case "softbreak" | "hardbreak":
            showing.leave("\n")
        case "code_inline":
            showing.stand_for(token.content)
        case "html_inline":
            showing.leave(token.content)
        case "em_open":
            showing.opened.append(showing.at)
        case "em_close":
            showing.names.append((showing.opened.pop(), showing.at))
        case "link_open":
            showing.hides = token.markup == _AUTOLINK
        case "link_close":
            _leave_link(token, showing)
        case "image":
            showing.at = token.meta[AT]
            showing.stand_for("!")
            _leave_address(showing)
        case "footnote_ref":
            showing.leave("]")
        case "myst_role":
            _show_role(token, showing)


def _leave_link(token: Token, showing: _Showing) -> None:
    if token.markup == _AUTOLINK:
        showing.hides = False
        showing.leave(">")
    else:
        _leave_address(showing)


def _leave_address(showing: _Showing) -> None:
    """Go past the end of a link's words, and past the address or the name that follows in brackets."""
    showing.leave("]")
    following = showing.content[showing.at : showing.at + 1]
    if following in ("(", "["):
        showing.leave(")" if following == "(" else "]")


def _show_role(role: Token, showing: _Showing) -> None:
    """A role shows its words, if it has any of its own; the name of a word of the glossary is that word."""
    name, showing.at = str(role.meta["name"]), role.meta[AT]
    showing.leave("`")
    shown = SHOWN_TARGET.fullmatch(role.content)
    if name == _TERM:
        showing.terms.append((shown.group(2) if shown else role.content).strip())
    if name.split(":")[0] in _CITES:
        showing.leave(role.content)
    elif shown is not None:
        start = showing.at
        showing.keep(shown.group(1).rstrip())
        if name != _TERM:
            showing.names.append((start, showing.at))
        showing.leave(">")
    elif name == _TERM:
        showing.keep(role.content)
    else:
        showing.stand_for(role.content)
    showing.leave("`")
