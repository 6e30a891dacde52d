"""Links from texts for everyone to pages that only trainers have: in the participants' site they lead nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from coursewright.checks.texts import is_for_trainers, prose_entries
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding
from coursewright.model.module import WithProse
from coursewright.model.place import Place

# The roles of Sphinx that lead to a page by its path without the ending.
_ROLES = {"doc"}


def check_linked_pages(curriculum: Curriculum) -> Iterator[Finding]:
    """link-for-trainers."""
    hidden = {posixpath.splitext(page.origin.path)[0] for page in curriculum.pages.values() if is_for_trainers(page)}
    for entry in prose_entries(curriculum) if hidden else ():
        if is_for_trainers(entry):
            continue
        for target, line, column in _links(entry):
            is_shown = not any(first <= line < end for first, end in entry.prose.for_trainers)
            if is_shown and _page(target, entry.origin.path) in hidden:
                yield Finding(Code.LINK_FOR_TRAINERS, Place(entry.origin.path, line, column), {"found": target})


def _links(entry: WithProse) -> Iterator[tuple[str, int, int]]:
    """What the text's links and roles lead to, with line and column."""
    yield from ((each.target, each.line, each.column) for each in entry.prose.files if each.is_link)
    yield from ((each.target, each.line, each.column) for each in entry.prose.mentions if each.role in _ROLES)


def _page(target: str, path: str) -> str:
    """The page that a target means, by its path from the root without ending."""
    joined = target.lstrip("/") if target.startswith("/") else posixpath.join(posixpath.dirname(path), target)
    return posixpath.normpath(joined).removesuffix(".md").removesuffix(".html")
