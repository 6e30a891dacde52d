"""What a page shows of the others: the sections, the part being read, the way up, the pages before and after.

Made for each page from Sphinx's toctrees; only the reader's own part is unfolded, so that a page does not grow with
the course.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from coursewright.sphinx_ext.domain import CourseDomain, course_domain

# More pages below one than this are shown only around the reader: the section's own page lists them all.
MOST_SHOWN = 24


@dataclass(frozen=True)
class PageLink:
    """A page by its name and title; ``here`` when it is the page being read, ``within`` when that is below it.

    ``language`` is that of the title where it is not the site's.
    """

    docname: str
    title: str
    here: bool = False
    within: bool = False
    language: str = ""


@dataclass(frozen=True)
class Branch:
    """A page of a section, with the pages below it when the reader is there; ``left_out`` counts those not shown."""

    page: PageLink
    below: tuple[PageLink, ...] = ()
    left_out: int = 0


@dataclass(frozen=True)
class Section:
    """A captioned part of the site."""

    caption: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True)
class PageNavigation:
    """All that one page shows of the others; ``trail`` goes from the home page to the page above."""

    sections: tuple[Section, ...]
    trail: tuple[PageLink, ...]
    before: PageLink | None
    after: PageLink | None


@dataclass(frozen=True)
class SiteMap:
    """The toctrees of a whole build, read once for all pages."""

    home: str
    titles: Mapping[str, str]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    below: Mapping[str, tuple[str, ...]]
    above: Mapping[str, str]
    order: tuple[str, ...]
    position: Mapping[str, int]
    languages: Mapping[str, str] = field(default_factory=dict)

    def page(self, docname: str) -> PageNavigation:
        """What the page shows of the others."""
        trail = self._trail(docname)
        unfolded = {docname, *trail}
        sections = tuple(
            Section(caption, tuple(self._branch(each, docname, unfolded) for each in entries))
            for caption, entries in self.sections
        )
        position = self.position.get(docname)
        return PageNavigation(
            sections,
            tuple(self._link(each) for each in trail),
            self._neighbour(position, -1),
            self._neighbour(position, 1),
        )

    def _trail(self, docname: str) -> tuple[str, ...]:
        trail: list[str] = []
        while docname in self.above and self.above[docname] not in trail:
            docname = self.above[docname]
            trail.insert(0, docname)
        return tuple(trail)

    def _branch(self, docname: str, here: str, unfolded: set[str]) -> Branch:
        link = self._link(docname, docname == here, docname in unfolded - {here})
        if docname not in unfolded:
            return Branch(link)
        pages = self.below.get(docname, ())
        shown = _around(pages, unfolded)
        below = (self._link(each, each == here, each in unfolded - {here}) for each in shown)
        return Branch(link, tuple(below), len(pages) - len(shown))

    def _neighbour(self, position: int | None, step: int) -> PageLink | None:
        if position is None or not 0 <= position + step < len(self.order):
            return None
        return self._link(self.order[position + step])

    def _link(self, docname: str, here: bool = False, within: bool = False) -> PageLink:
        title = self.titles.get(docname, docname)
        return PageLink(docname, title, here, within, self.languages.get(docname, ""))


def site_map(env: BuildEnvironment) -> SiteMap:
    """The site's map, from the toctrees as they have been read."""
    home = env.config.root_doc
    below = {docname: tuple(dict.fromkeys(includes)) for docname, includes in env.toctree_includes.items()}
    order: list[str] = []
    above: dict[str, str] = {}
    _walk(home, below, order, above)
    titles = {docname: title.astext() for docname, title in env.titles.items()} | _given_titles(env, home)
    position = {docname: number for number, docname in enumerate(order)}
    return SiteMap(home, titles, _sections(env, home), below, above, tuple(order), position, _languages(env, home))


def _around(pages: tuple[str, ...], unfolded: set[str]) -> tuple[str, ...]:
    """All of a few pages; of many, those around the one being read."""
    if len(pages) <= MOST_SHOWN:
        return pages
    here = next((number for number, each in enumerate(pages) if each in unfolded), 0)
    start = max(0, min(here - MOST_SHOWN // 2, len(pages) - MOST_SHOWN))
    return pages[start : start + MOST_SHOWN]


def _walk(home: str, below: Mapping[str, tuple[str, ...]], order: list[str], above: dict[str, str]) -> None:
    """The pages in reading order, and above each the page that first names it."""
    waiting = [home]
    seen = {home}
    while waiting:
        docname = waiting.pop()
        order.append(docname)
        fresh = [each for each in below.get(docname, ()) if each not in seen]
        seen.update(fresh)
        above.update(dict.fromkeys(fresh, docname))
        waiting.extend(reversed(fresh))


def _sections(env: BuildEnvironment, home: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    toc = env.tocs.get(home, nodes.bullet_list())
    return tuple(
        (str(toctree.get("caption") or ""), tuple(each for each in toctree["includefiles"] if each in env.found_docs))
        for toctree in toc.findall(addnodes.toctree)
    )


def _given_titles(env: BuildEnvironment, home: str) -> dict[str, str]:
    """The titles that the home page's toctrees give in place of the pages' own."""
    toctrees = env.tocs.get(home, nodes.bullet_list()).findall(addnodes.toctree)
    return {page: title for toctree in toctrees for title, page in toctree["entries"] if title}


def _languages(env: BuildEnvironment, home: str) -> dict[str, str]:
    """The language of each title that is not in the site's."""
    if CourseDomain.name not in env.domains:  # the look without a course
        return {}
    languages = course_domain(env).languages
    found = {docname: languages.title_language(docname) for docname in env.found_docs - _given_titles(env, home).keys()}
    return {docname: language for docname, language in found.items() if language}


class _Navigator:
    """Keeps the map of one build, since every page asks for it."""

    def __init__(self) -> None:
        self.map: SiteMap | None = None

    def forget(self, app: Sphinx, env: BuildEnvironment) -> None:
        """At ``env-check-consistency``: what has been read may have changed the map."""
        self.map = None

    def add_to_page(
        self, app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
    ) -> None:
        """At ``html-page-context``: hand the page its navigation."""
        if self.map is None:
            self.map = site_map(app.env)
        context["navigation"] = self.map.page(pagename)


def setup_navigation(app: Sphinx) -> None:
    """Give each page its navigation."""
    navigator = _Navigator()
    app.connect("env-check-consistency", navigator.forget)
    app.connect("html-page-context", navigator.add_to_page)
