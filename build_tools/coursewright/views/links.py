"""Links to entries of the course: where an entry's page is, and what it is called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from posixpath import splitext

from coursewright.model.card import INNER
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry
from coursewright.model.finding import Kind
from coursewright.model.words import Told


@dataclass(frozen=True)
class Link(Told):
    """An entry as others point to it: page (path without suffix), anchor (empty: the page itself), title."""

    kind: Kind
    id: str
    title: str
    docname: str
    anchor: str = ""

    def __str__(self) -> str:
        return self.title


def docname_of(entry: Entry) -> str:
    """The name of the page that the entry's file becomes."""
    return splitext(entry.origin.path)[0]


def anchor_of(kind: Kind, identifier: str) -> str:
    """The anchor of an entry that shares its page with others."""
    return f"{kind.value}-{identifier}"


def link(curriculum: Curriculum, kind: Kind, identifier: str) -> Link | None:
    """The link to an entry, or None where there is none of that kind and id."""
    entry = curriculum.entry(kind, identifier)
    return None if entry is None else link_to(kind, identifier, entry)


def link_to(kind: Kind, identifier: str, entry: Entry) -> Link:
    """The link to an entry that is at hand."""
    title = str(getattr(entry, "name" if kind is Kind.PERSON else "title"))
    return Link(kind, identifier, title, docname_of(entry), anchor_of(kind, identifier) if kind in INNER else "")


def links(curriculum: Curriculum, kind: Kind, identifiers: Iterable[str]) -> tuple[Link, ...]:
    """The links to those of the entries that exist, in the given order."""
    found = (link(curriculum, kind, identifier) for identifier in identifiers)
    return tuple(each for each in found if each is not None)
