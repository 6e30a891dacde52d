"""Modules, exercises and other Markdown pages: front matter left out, cards and doors put in.

The front matter has been read by ``sources``; here it is blanked, so that nothing of it (cues for trainers, say)
gets into Sphinx. Its lines are where a module's title and card go, and thus every line of the text keeps its number.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from coursewright.sources.front_matter import front_matter_lines
from coursewright.sources.html_comments import without_comments
from coursewright.sphinx_ext.domain import course_domain
from coursewright.views.registry import ViewName

_FENCE = "```"
_UNDERLINE = re.compile(r" {0,3}=+\s*")


def frame_page(app: Sphinx, docname: str, source: list[str]) -> None:
    """At ``source-read``: blank the front matter, add the card after the title and the doors at the end."""
    domain = course_domain(app.env)
    frame = domain.framed_pages.get(docname)
    if frame is None:
        return
    domain.note_view(docname, ViewName("page_words", (docname,)))
    text = source[0].removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    end = front_matter_lines(text)
    lines[:end] = [""] * end
    if frame.doors is not None:
        lines.extend(["", *_directive(frame.doors)])
    if frame.card is not None and frame.title_line:
        _put_card(lines, end, frame.title_line - 1, frame.card)
    source[0] = "\n".join(lines)


def setup_markdown_pages(app: Sphinx) -> None:
    """Frame the pages as they are read."""
    app.connect("source-read", frame_page)


def _put_card(lines: list[str], end: int, title: int, card: ViewName) -> None:
    """Put the card after the title, which moves up into the lines of the front matter unless text stands between."""
    after = title + 1 + bool(_UNDERLINE.fullmatch("".join(lines[title + 1 : title + 2])))
    framed = [*lines[title:after], "", *_directive(card)]
    if any(line.strip() for line in lines[end:title]):
        lines[title:after] = [*framed, ""]
    else:
        lines[title:after] = [""] * (after - title)
        lines[: min(end, len(framed))] = framed


def _directive(view: ViewName) -> list[str]:
    return [f"{_FENCE}{{{view.name.replace('_', '-')}}} {' '.join(view.ids)}", _FENCE]


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
