"""Two editions of one course: what is for trainers alone is never read into the participants' site."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.directives.other import TocTree
from sphinx.util import docname_join
from sphinx.util.docutils import SphinxDirective
from sphinx.util.matching import patfilter
from sphinx.util.nodes import explicit_title_re

from coursewright.model.page import Edition
from coursewright.sources.front_matter import without_front_matter
from coursewright.sources.trainers_text import for_everyone
from coursewright.sphinx_ext.domain import course_domain
from coursewright.sphinx_ext.settings import edition_of


class Facilitation(SphinxDirective):
    """Text for trainers alone. In the participants' edition it is dropped before it is parsed."""

    has_content = True
    option_spec: ClassVar = {}

    def run(self) -> list[nodes.Node]:
        """The text in a box of its own, or nothing."""
        if edition_of(self.config) is not Edition.TRAINERS:
            return []
        box = nodes.admonition(classes=["facilitation"])
        self.set_source_info(box)
        box += nodes.title("", course_domain(self.env).wording.text("For those who lead"))
        box += self.parse_content_to_nodes()
        return [box]


class EditionToctree(TocTree):
    """Sphinx's toctree, without the pages that this edition does not have."""

    def run(self) -> list[nodes.Node]:
        """The toctree; nothing where no entry is left."""
        if edition_of(self.config) is Edition.TRAINERS or not self.content:
            return super().run()
        hidden = course_domain(self.env).trainers_pages
        kept = [line for line in self.content if not self._is_hidden(line, hidden)]
        if not kept:
            return []
        self.content = StringList(kept, self.get_source_info()[0])
        return super().run()

    def _is_hidden(self, line: str, hidden: Collection[str]) -> bool:
        """Whether an entry, or all that its pattern finds, is for trainers."""
        entry = explicit_title_re.match(line)
        named = (entry[2] if entry else line).strip().removesuffix(".md")
        target = docname_join(self.env.current_document.docname, named)
        if "glob" not in self.options:
            return target in hidden
        found = set(patfilter(self.env.found_docs, target))
        return not found and bool(set(patfilter(hidden, target)))


def show_own_edition(app: Sphinx, path: Path, parent: str, content: list[str]) -> None:
    """At ``include-read``: an included text is without front matter, and obeys its own edition as pages do."""
    text = content[0].removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if edition_of(app.config) is Edition.TRAINERS:
        content[0] = without_front_matter(text)
    elif path.with_suffix("").as_posix() in course_domain(app.env).trainers_pages:
        content[0] = ""
    else:
        content[0] = for_everyone(text)


def name_edition(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """At ``html-page-context``: the trainers' pages say whose they are."""
    is_for_trainers = edition_of(app.config) is Edition.TRAINERS
    context["edition_name"] = course_domain(app.env).wording.text("trainers' edition") if is_for_trainers else ""


def setup_editions(app: Sphinx) -> None:
    """Register the directive for trainers' text."""
    app.connect("html-page-context", name_edition)
    app.connect("include-read", show_own_edition)
    app.add_directive("facilitation", Facilitation)
    app.add_directive("toctree", EditionToctree, override=True)
