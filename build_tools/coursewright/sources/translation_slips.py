"""What a translation brings in that the text it translates does not have: a picture, a link, HTML, a block, a role.

Translators say the same in other words. Whatever else their words would do to a page is not theirs to do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from markdown_it.token import Token

from coursewright.model.card import MENTIONED
from coursewright.sources.markdown_parser import MarkdownReading, TooTangledError
from coursewright.sources.running_text import SHOWN_TARGET

# What marks may make: two texts with the same ones do the same.
_MARKS = re.compile(
    r"\]\([^)]*\)|\]\[[^\]]*\]|\{[^}]*\}|`[^`]*`|<[^>]*>|!\[|[:`~]{3,}|\]:|^[ \t>]*[-*+=#%(]", re.MULTILINE
)
# Blocks in which words are merely arranged.
_ARRANGED = {"paragraph", "inline", "bullet_list", "ordered_list", "list_item", "blockquote"}
_EVERYWHERE = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
# Roles whose target leads somewhere; what others hold are words to be translated.
_LEADING = {"download", "doc", "ref", "numref", "any", "term", "cite", "footcite", *(kind.value for kind in MENTIONED)}


def brought_in(written: str, said: str) -> str | None:
    """The first thing that ``said`` brings in and ``written`` does not have, None where there is nothing."""
    if "\n" not in said and _MARKS.findall(written) == _MARKS.findall(said):
        return None
    try:
        has, does = Counter(_things(written)), Counter(_things(said))
    except TooTangledError:
        return said[:60]
    more = does - has
    for thing in more:
        is_address = thing.startswith("](") and _EVERYWHERE.match(thing, 2)
        if not is_address or _links(does) > _links(has):
            return thing[:60]
    return None


def _links(things: Counter[str]) -> int:
    return sum(count for thing, count in things.items() if thing.startswith("]("))


def _things(text: str) -> Iterator[str]:
    for token in MarkdownReading().parse(text, 1):
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if kind == "html_block":
            yield token.content.strip()
        elif kind not in _ARRANGED:
            yield token.info or token.markup or kind
        for child in token.children or ():
            yield from _inline(child)


def _inline(token: Token) -> Iterator[str]:
    match token.type:
        case "image":
            yield f"![]({token.attrGet('src')})"
        case "link_open":
            yield f"]({token.attrGet('href')})"
        case "html_inline":
            yield token.content
        case "myst_role":
            name, shown = str(token.meta["name"]), SHOWN_TARGET.fullmatch(token.content)
            leads = name.removeprefix("course:").split(":")[0] in _LEADING
            yield f"{{{name}}}`{shown.group(2) if shown else token.content}`" if leads else f"{{{name}}}"
