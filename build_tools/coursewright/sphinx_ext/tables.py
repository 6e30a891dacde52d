"""What may be wider than the page scrolls within a frame of its own, which the keyboard can reach: tables and YAML."""

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator


class scrolling_table(nodes.Element):  # noqa: N801 - docutils names its nodes so
    """The frame; ``label`` says what a table is, for those who hear the page, and is empty for YAML."""


class FrameTables(SphinxPostTransform):
    """Puts every table into its frame, and all YAML: its lines may not be broken, other code is."""

    default_priority = 800  # after references are resolved, so that captions are whole
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Wrap the tables and the YAML of a page."""
        for table in list(self.document.findall(nodes.table)):
            if not isinstance(table.parent, scrolling_table):
                frame = scrolling_table(label=_title(table))
                table.replace_self(frame)
                frame += table
        for block in list(self.document.findall(nodes.literal_block)):
            if block.get("language") == "yaml":
                frame = scrolling_table(label="")
                block.replace_self(frame)
                frame += block


def visit_scrolling_table(translator: HTML5Translator, node: scrolling_table) -> None:
    """Open the frame."""
    label = f' role="region" aria-label="{escape(node["label"])}"' if node["label"] else ""
    translator.body.append(f'<div class="table-scroll" tabindex="0"{label}>')


def depart_scrolling_table(translator: HTML5Translator, node: scrolling_table) -> None:
    """Close the frame."""
    translator.body.append("</div>\n")


def setup_tables(app: Sphinx) -> None:
    """Frame the tables of HTML pages."""
    app.add_node(scrolling_table, html=(visit_scrolling_table, depart_scrolling_table))
    app.add_post_transform(FrameTables)


def _title(table: nodes.table) -> str:
    """The caption, else the first row's words."""
    title = next(iter(table.findall(nodes.title)), None)
    first_row = next(iter(table.findall(nodes.row)), None)
    named = title if title is not None else first_row
    return " ".join(named.astext().split()) if named is not None else ""
