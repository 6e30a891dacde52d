"""What a browser and a search would make of the files of a built site."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_WITHIN_WORDS = {"a", "abbr", "b", "cite", "code", "em", "i", "span", "strong", "sub", "sup"}
_UNSEEN = frozenset({"script", "style", "template"})


class Element(NamedTuple):
    """An element's name and attributes."""

    tag: str
    attributes: Mapping[str, str]


@dataclass(frozen=True)
class Page:
    """A page: its elements in order, all its text, and the words inside each heading, link and title."""

    elements: tuple[Element, ...]
    text: str
    headings: tuple[str, ...]
    title: str

    @classmethod
    def read(cls, file: Path) -> Page:
        """The page in a file."""
        return cls.parse(file.read_text("utf-8"))

    @classmethod
    def parse(cls, html: str) -> Page:
        """The page of some HTML."""
        parser = _Parser()
        parser.feed(html)
        parser.close()
        headings = tuple(_words(each) for each in parser.headings)
        return cls(tuple(parser.elements), _words("".join(parser.text)), headings, _words(parser.title))

    @property
    def links(self) -> tuple[str, ...]:
        """Where the page's links lead."""
        return tuple(each.attributes["href"] for each in self.elements if each.tag == "a" and "href" in each.attributes)

    @property
    def ids(self) -> tuple[str, ...]:
        """The page's anchors."""
        return tuple(each.attributes["id"] for each in self.elements if "id" in each.attributes)

    @property
    def census(self) -> Counter[str]:
        """How often each element occurs, and each attribute of each element."""
        tags = Counter(each.tag for each in self.elements)
        return tags + Counter(f"{each.tag}[{name}]" for each in self.elements for name in each.attributes)


@dataclass
class _Parser(HTMLParser):
    elements: list[Element] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    title: str = ""
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.headings.append("")
        self.part(tag)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self.part(tag)
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def part(self, tag: str) -> None:
        """Keep the words before and after a block apart."""
        if tag not in _WITHIN_WORDS:
            self.text.append(" ")

    def handle_data(self, data: str) -> None:
        """Keep what can be read."""
        if not _UNSEEN.isdisjoint(self.open):
            return
        if "title" in self.open:
            self.title += data
        else:
            self.text.append(data)
        if not {"h1", "h2", "h3", "h4", "h5", "h6"}.isdisjoint(self.open):
            self.headings[-1] += data


@dataclass(frozen=True)
class SearchIndex:
    """The search index, with the names of pages in place of their numbers."""

    titles: Mapping[str, str]
    terms: Mapping[str, frozenset[str]]
    title_terms: Mapping[str, frozenset[str]]
    sections: Mapping[str, frozenset[tuple[str, str]]]
    objects: frozenset[tuple[str, ...]]
    index_entries: frozenset[str]

    @classmethod
    def read(cls, file: Path) -> SearchIndex:
        """The index in a ``searchindex.js``."""
        data = json.loads(file.read_text("utf-8").removeprefix("Search.setIndex(").removesuffix(")"))
        names = data["docnames"]
        return cls(
            titles=dict(zip(names, data["titles"], strict=True)),
            terms=_pages_by_term(data["terms"], names),
            title_terms=_pages_by_term(data["titleterms"], names),
            sections={
                title: frozenset((names[number], anchor or "") for number, anchor in places)
                for title, places in data["alltitles"].items()
            },
            objects=frozenset(_objects(data, names)),
            index_entries=frozenset(data["indexentries"]),
        )


def _pages_by_term(data: Mapping[str, Any], names: list[str]) -> dict[str, frozenset[str]]:
    found = ((term, [where] if isinstance(where, int) else where) for term, where in data.items())
    return {term: frozenset(names[number] for number in numbers) for term, numbers in found}


def _objects(data: Mapping[str, Any], names: list[str]) -> list[tuple[str, ...]]:
    return [
        (prefix, names[page], data["objtypes"][str(kind)], *map(str, rest))
        for prefix, entries in data["objects"].items()
        for page, kind, *rest in entries
    ]


def _words(text: str) -> str:
    return " ".join(text.split())
