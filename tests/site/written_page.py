"""A page of the site as its HTML is written, without a browser."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_ADDRESSES = ("href", "src", "poster", "data", "action", "formaction")


class Address(NamedTuple):
    """An address that a page names: in which element, whether inside what the page itself says (not its menus)."""

    url: str
    element: str
    is_content: bool


@dataclass(frozen=True)
class WrittenPage:
    """What the tests ask of a page's HTML."""

    language: str
    title: str
    headings: tuple[str, ...]
    ids: Counter[str]
    addresses: tuple[Address, ...]
    has_icon: bool

    @classmethod
    def read(cls, file: Path) -> WrittenPage:
        """The page in a file."""
        reader = _Reader()
        reader.feed(file.read_text(encoding="utf-8"))
        reader.close()
        return cls(
            reader.language,
            reader.title.strip(),
            tuple(" ".join(each.split()) for each in reader.headings),
            reader.ids,
            tuple(reader.addresses),
            reader.has_icon,
        )


@dataclass
class _Open:
    tag: str
    is_shown: bool
    is_content: bool


@dataclass
class _Reader(HTMLParser):
    language: str = ""
    title: str = ""
    has_icon: bool = False
    headings: list[str] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    addresses: list[Address] = field(default_factory=list)
    elements: list[_Open] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element says of itself."""
        values = {name: value or "" for name, value in attrs}
        above = self.elements[-1] if self.elements else _Open("", True, False)
        opened = _Open(tag, above.is_shown and "hidden" not in values, above.is_content or tag == "main")
        if tag == "html":
            self.language = values.get("lang", "")
        if tag == "h1" and opened.is_shown:
            self.headings.append("")
        if tag == "link" and "icon" in values.get("rel", "").lower().split():
            self.has_icon = True
        if "id" in values:
            self.ids[values["id"]] += 1
        named = [values[name] for name in _ADDRESSES if name in values]
        named += [each.split()[0] for each in values.get("srcset", "").split(",") if each.strip()]
        self.addresses += [Address(url.strip(), tag, opened.is_content) for url in named]
        if tag not in _VOID:
            self.elements.append(opened)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those below it that need no end."""
        if any(opened.tag == tag for opened in self.elements):
            while self.elements.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Keep the words of the title and of the headings."""
        tags = [opened.tag for opened in self.elements]
        if tags[-1:] == ["title"] and "svg" not in tags:
            self.title += data
        if "h1" in tags and self.elements[tags.index("h1")].is_shown:
            self.headings[-1] += data
