"""Markdown in data files, as nodes: CommonMark without HTML, images, or links that run something.

Each kind of token that is let through is named here; all else comes out as text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from docutils import nodes
from markdown_it import MarkdownIt
from markdown_it.token import Token

_SAFE_SCHEMES = {"http", "https", "mailto"}
_BLOCKS: dict[str, Callable[[], nodes.Element]] = {
    "paragraph_open": lambda: nodes.paragraph(),
    "blockquote_open": lambda: nodes.block_quote(),
    "bullet_list_open": lambda: nodes.bullet_list(bullet="-"),
    "ordered_list_open": lambda: nodes.enumerated_list(enumtype="arabic", prefix="", suffix="."),
    "list_item_open": lambda: nodes.list_item(),
    "heading_open": lambda: nodes.paragraph(classes=["course-heading"]),
}


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20})
    return parser.disable(["html_block", "html_inline", "image", "entity"], ignoreInvalid=True)


def block_nodes(text: str) -> list[nodes.Node]:
    """The paragraphs, lists and quotations of a Markdown text."""
    root = nodes.container()
    open_nodes: list[nodes.Element] = [root]
    for token in _parser().parse(text):
        if token.type in _BLOCKS:
            node = _BLOCKS[token.type]()
            if token.attrGet("start") is not None:
                node["start"] = token.attrGet("start")
            open_nodes[-1] += node
            open_nodes.append(node)
        elif token.type == "inline":
            open_nodes[-1].extend(_inline_nodes(token.children or []))
            if isinstance(open_nodes[-1], nodes.TextElement):
                open_nodes[-1].rawsource = token.content
        elif token.type in {"fence", "code_block"}:
            open_nodes[-1] += nodes.literal_block(token.content, token.content.rstrip("\n"), language="text")
        elif token.nesting == -1 and len(open_nodes) > 1:
            open_nodes.pop()
    return list(root.children)


def inline_nodes(text: str) -> list[nodes.Node]:
    """The words of a Markdown text on one line; blocks are run together."""
    found: list[nodes.Node] = []
    for token in _parser().parseInline(" ".join(text.split())):
        found.extend(_inline_nodes(token.children or []))
    return found


def linked(text: str, address: str) -> nodes.Node:
    """A link with that text, or the text alone where the address is not one that can be followed safely."""
    return nodes.reference("", text, refuri=address) if _is_safe(address) else nodes.Text(text)


def _inline_nodes(tokens: Sequence[Token]) -> list[nodes.Node]:
    root = nodes.inline()
    open_nodes: list[nodes.Element] = [root]
    for token in tokens:
        match token.type:
            case "text":
                open_nodes[-1] += nodes.Text(token.content)
            case "softbreak" | "hardbreak":
                open_nodes[-1] += nodes.Text("\n")
            case "code_inline":
                open_nodes[-1] += nodes.literal(token.content, token.content)
            case "em_open" | "strong_open" | "link_open":
                node = _opened(token)
                open_nodes[-1] += node
                open_nodes.append(node)
            case "em_close" | "strong_close" | "link_close":
                open_nodes.pop()
            case _:
                open_nodes[-1] += nodes.Text(token.content)
    return list(root.children)


def _opened(token: Token) -> nodes.Element:
    if token.type == "em_open":
        return nodes.emphasis()
    if token.type == "strong_open":
        return nodes.strong()
    address = str(token.attrGet("href") or "")
    if _is_safe(address):
        return nodes.reference(refuri=address)
    return nodes.inline()


def _is_safe(address: str) -> bool:
    try:
        return urlsplit(address).scheme in _SAFE_SCHEMES
    except ValueError:
        return False
