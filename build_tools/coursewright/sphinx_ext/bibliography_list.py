"""The bibliography as a plain list, each work the target of its citations.

docutils writes citations with roles that are deprecated in ARIA, in a list whose items are none; and their numbers say
nothing where texts cite by author and year.
"""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform


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
