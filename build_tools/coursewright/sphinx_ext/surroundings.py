"""What a page shows of the rest of the site, put into a text that changes when it does.

Sphinx writes a page again when its source changes. But a page also shows the titles of others in its menu, in its lists
of pages and in links without words of their own, it names works as the bibliography has them, it calls its pictures
as no other picture is called, and it asks for the style sheets of ``conf.py`` by their content.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import docname_join

from coursewright.sphinx_ext.citations import works_on_pages
from coursewright.sphinx_ext.domain import Reference, course_domain
from coursewright.sphinx_ext.navigation import SiteMap, site_map


def note_references(app: Sphinx, doctree: nodes.document) -> None:
    """At ``doctree-read``: remember what the page links to; entries and works are noted elsewhere."""
    docname = app.env.current_document.docname
    links = doctree.findall(addnodes.pending_xref)
    references = {_reference(each, docname) for each in links if each.get("refdomain") not in {"course", "cite"}}
    course_domain(app.env).note_references(docname, frozenset(references))


def setup_surroundings(app: Sphinx) -> None:
    """Note the links of each page as it is read."""
    app.connect("doctree-read", note_references)


@dataclass(frozen=True)
class Surroundings:
    """A whole build's titles, toctrees, labels and works, read once for all pages."""

    env: BuildEnvironment
    map: SiteMap
    works: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, tuple[tuple[str, ...], ...]]
    pictures: Mapping[str, tuple[tuple[str, str], ...]]
    titles: Mapping[str, str] = field(repr=False)
    assets: str

    @classmethod
    def of(cls, app: Sphinx, env: BuildEnvironment) -> Surroundings:
        """The surroundings of all pages, as they have been read."""
        titles = {docname: title.pformat() for docname, title in env.titles.items()}
        return cls(env, site_map(env), works_on_pages(env), _labels(env), _pictures(env), titles, _own_assets(app))

    def digest(self, docname: str) -> str:
        """A text that is equal exactly when what the page shows of others is."""
        shown = (
            self.map.page(docname),
            tuple(self._listed(docname)),
            self.works.get(docname, ()),
            tuple(sorted(map(self._meaning, course_domain(self.env).references.get(docname, ())))),
            self.pictures.get(docname, ()),
            self.assets,
        )
        return hashlib.sha256(repr(shown).encode("utf-8", "backslashreplace")).hexdigest()

    def _listed(self, docname: str) -> Iterator[str]:
        """The lists of pages in the page's text."""
        for toctree in self.env.tocs.get(docname, nodes.bullet_list()).findall(addnodes.toctree):
            if not toctree["hidden"]:
                yield toctree.pformat()
                yield from self._entries(toctree, toctree["titlesonly"] or toctree["maxdepth"] == 1, {docname})

    def _entries(self, toctree: addnodes.toctree, titles_only: bool, above: set[str]) -> Iterator[str]:
        for docname in toctree["includefiles"]:
            yield self.titles.get(docname, "")
            if docname in above or docname not in self.env.tocs or toctree["maxdepth"] == 1:
                continue
            toc = self.env.tocs[docname]
            if not titles_only:
                yield toc.pformat()
            for below in toc.findall(addnodes.toctree):
                yield from self._entries(below, titles_only, above | {docname})

    def _meaning(self, reference: Reference) -> str:
        """Where a link leads, with the words that it takes from there."""
        found: list[tuple[str, ...]] = []
        if reference.docname in self.titles:
            found.append((reference.docname, self.titles[reference.docname]))
            _, *place = self._slugs(reference.docname).get(reference.part, (0,))
            found.append(tuple(map(str, place)))
        found.extend(self.labels.get(reference.name.lower(), ()))
        found.extend(self.labels.get(reference.part.lower(), ()))
        return repr([each[:-1] for each in found] if reference.has_words else found)

    def _slugs(self, docname: str) -> Mapping[str, Any]:
        """MyST's anchors of a page's headings, each with line, id and words."""
        slugs: Mapping[str, Any] = self.env.metadata[docname].get("myst_slugs", {})
        return slugs


def _reference(link: addnodes.pending_xref, docname: str) -> Reference:
    target = str(link.get("reftarget") or "")
    page = target if link.get("refdomain") == "doc" else docname_join(docname, target)
    return Reference(target, page, str(link.get("reftargetid") or ""), bool(link.get("refexplicit")))


def _labels(env: BuildEnvironment) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """For each name in small letters what it leads to: page, anchor, words."""
    standard = env.domains.standard_domain
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name, (docname, anchor, words) in standard.labels.items():
        found[name.lower()].append((docname, anchor, str(words)))
    for name, place in standard.anonlabels.items():
        found[name.lower()].append((*place, ""))
    for (_, name), place in standard.objects.items():
        found[name.lower()].append((*place, ""))
    return {name: tuple(sorted(places)) for name, places in found.items()}


def _own_assets(app: Sphinx) -> str:
    """The style sheets and other files that ``conf.py`` adds to every page; those of extensions have absolute paths."""
    config = app.config
    named = (*config.html_static_path, *config.html_extra_path, config.html_logo, config.html_favicon)
    digest = hashlib.sha256()
    for place in (Path(app.confdir, each) for each in named if each and not Path(each).is_absolute()):
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.is_file():
                digest.update(file.relative_to(app.confdir).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _pictures(env: BuildEnvironment) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """For each page its pictures, each with the name that it has in the site."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for path, (docnames, name) in sorted(env.images.items()):
        for docname in docnames:
            found[docname].append((path, name))
    return {docname: tuple(pictures) for docname, pictures in found.items()}
