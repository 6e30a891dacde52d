"""Comments of a text are for nobody: they go before anything is kept of a page."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from coursewright.sources.html_comments import without_comments


class DropComments(SphinxTransform):
    """Takes comments out, those in pieces of HTML too."""

    default_priority = 25  # after translations have taken the place of texts, and before what looks at these

    def apply(self, **kwargs: Any) -> None:
        """Take them out of the page."""
        for comment in list(self.document.findall(nodes.comment)):
            comment.parent.remove(comment)
        for raw in list(self.document.findall(nodes.raw)):
            if "html" in raw.get("format", "").split():
                html = without_comments(raw.astext())
                if html.strip():
                    raw.children = [nodes.Text(html)]
                    raw.rawsource = html
                else:
                    raw.parent.remove(raw)


def setup_comments(app: Sphinx) -> None:
    """Take comments out of each page as it is read."""
    app.add_transform(DropComments)
