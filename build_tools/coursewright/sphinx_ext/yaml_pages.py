"""A YAML file is a page: its view, put through a template into MyST."""

from __future__ import annotations

from myst_parser.parsers.sphinx_ import MystParser
from sphinx.application import Sphinx

from coursewright.sphinx_ext.domain import course_domain
from coursewright.sphinx_ext.settings import edition_of
from coursewright.sphinx_ext.slots import render
from coursewright.views.registry import ViewName


class DataFileParser(MystParser):
    """Parses what :func:`show_data_file` has made of a data file."""

    supported = ("coursewright-yaml",)  # type: ignore[misc]  # its base says twice what it is, and differently


def show_data_file(app: Sphinx, docname: str, source: list[str]) -> None:
    """At ``source-read``: put the MyST of the file's view in place of the file's own text."""
    domain = course_domain(app.env)
    view = domain.data_pages.get(docname)
    if view is None:
        return
    domain.note_view(docname, ViewName("page_words", (docname,)))
    shown = domain.show(docname, view)
    source[0] = render(view.name, shown, app.env, domain.wording, edition_of(app.config))


def setup_yaml_pages(app: Sphinx) -> None:
    """Read ``.yaml`` files as pages."""
    app.add_source_suffix(".yaml", "coursewright-yaml")
    app.add_source_parser(DataFileParser)
    app.connect("source-read", show_data_file)
