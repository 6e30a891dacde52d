"""Citations and bibliography in the course's language; sphinxcontrib-bibtex does the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, cast

from docutils import nodes
from pybtex.backends.plaintext import Backend as PlainTextBackend
from pybtex.plugin import register_plugin as register_pybtex_plugin
from pybtex.style.formatting.plain import Style as PlainStyle
from pybtex.style.template import names, sentence
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinxcontrib.bibtex.citation_target import CitationTarget, parse_citation_targets
from sphinxcontrib.bibtex.domain import BibtexDomain
from sphinxcontrib.bibtex.plugin import register_plugin
from sphinxcontrib.bibtex.style.referencing import BracketStyle, PersonStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

from coursewright.sphinx_ext.domain import course_domain

AND = {"it": " e ", "en": " and "}


def reference_style(language: str) -> str:
    """The name of the style in which a text of that language cites."""
    return f"author_year_{_known(language)}"


def bibliography_style(language: str) -> str:
    """The name of the style in which a bibliography of that language lists works."""
    return f"coursewright_{_known(language)}"


def setup_citations(app: Sphinx) -> None:
    """Make the styles of each language known to sphinxcontrib-bibtex and to pybtex."""
    for language, conjunction in AND.items():
        register_plugin(
            "sphinxcontrib.bibtex.style.referencing",
            reference_style(language),
            _citing_style(conjunction),
        )
        register_pybtex_plugin("pybtex.style.formatting", bibliography_style(language), _listing_style(conjunction))
    app.add_post_transform(NameWorks)
    # Else it is looked for among all installed packages at every citation: a fifth of a build.
    register_pybtex_plugin("pybtex.backends", "plaintext", PlainTextBackend, force=True)


class NameWorks(SphinxPostTransform):
    """Where no page lists works, names those that are cited instead of leading to them."""

    default_priority = 5  # before sphinxcontrib-bibtex looks for the list

    def run(self, **kwargs: Any) -> None:
        """Replace the citations of a page."""
        if _bibtex(self.env).bibliographies:
            return
        for citation in list(self.document.findall(pending_xref)):
            if citation.get("refdomain") == "cite":
                cited = parse_citation_targets(citation["reftarget"])
                named = "; ".join(self._named(target) for target in cited)
                citation.replace_self(nodes.inline("", f"({named})"))

    def _named(self, target: CitationTarget) -> str:
        work = course_domain(self.env).curriculum.works.get(target.key)
        if work is None:
            return str(target.key)
        authors = AND[_known(self.config.language)].join(work.authors)
        name = " ".join(part for part in (authors or work.title, work.year) if part)
        return " ".join(part for part in (target.pre, name) if part) + (f", {target.post}" if target.post else "")


def works_on_pages(env: BuildEnvironment) -> Mapping[str, tuple[str, ...]]:
    """For each page the works that it cites or lists, as the bibliography has them; known once all pages are read."""
    domain = _bibtex(env)
    named = course_domain(env).curriculum.works
    works: dict[str, list[str]] = defaultdict(list)
    pages: dict[str, list[str]] = defaultdict(list)
    for citation in domain.citations:
        page, label = citation.bibliography_key.docname, citation.formatted_entry.label
        work = repr((citation.citation_id, page, label, citation.entry))
        works[citation.key].append(work)
        pages[page].append(work)
    for reference in domain.citation_refs:
        for target in reference.targets:
            pages[reference.docname].extend(works.get(target.key) or [repr(named.get(target.key))])
    return {docname: tuple(shown) for docname, shown in pages.items()}


def _bibtex(env: BuildEnvironment) -> BibtexDomain:
    return cast("BibtexDomain", env.domains["cite"])


def _known(language: str) -> str:
    return language if language in AND else "en"


def _citing_style(conjunction: str) -> type[AuthorYearReferenceStyle]:
    """Author and year in round brackets, names joined by the language's own word."""

    def joined() -> PersonStyle:
        return PersonStyle(sep2=conjunction, last_sep=conjunction)

    def brackets() -> BracketStyle:
        return BracketStyle(left="(", right=")", sep="; ", sep2="; ", last_sep="; ")

    @dataclass
    class Style(AuthorYearReferenceStyle):
        bracket_textual: BracketStyle = field(default_factory=brackets)
        bracket_parenthetical: BracketStyle = field(default_factory=brackets)
        person: PersonStyle = field(default_factory=joined)

    return Style


def _listing_style(conjunction: str) -> type[PlainStyle]:
    """The plain style with names joined by the language's own word."""

    class Style(PlainStyle):  # type: ignore[misc]
        def format_names(self, role: str, as_sentence: bool = True) -> Any:
            formatted = names(role, sep=", ", sep2=conjunction, last_sep=conjunction)
            return sentence[formatted] if as_sentence else formatted

    return Style


class ListWorks(SphinxPostTransform):
    """Turns runs of citations into lists."""

    default_priority = 810
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Replace the citations of a page."""
        for citation in list(self.document.findall(nodes.citation)):
            parent = citation.parent
            if parent is None or citation not in parent.children:
                continue  # it went with the one before it
            start = parent.index(citation)
            run = list(takewhile(lambda node: isinstance(node, nodes.citation), parent.children[start:]))
            listing = nodes.bullet_list("", *map(_item, run), classes=["bibliography-list"])
            parent.children[start : start + len(run)] = []
            parent.insert(start, listing)


def setup_bibliography_list(app: Sphinx) -> None:
    """List works on HTML pages."""
    app.add_post_transform(ListWorks)


def _item(citation: nodes.Node) -> nodes.list_item:
    """One work, with the ids by which citations find it."""
    assert isinstance(citation, nodes.citation)
    content = [child for child in citation.children if not isinstance(child, nodes.label)]
    return nodes.list_item("", *content, ids=citation["ids"])
