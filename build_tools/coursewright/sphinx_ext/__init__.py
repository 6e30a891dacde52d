"""The Sphinx extension: a course's data files and Markdown as a site.

settings · loading · page_files · page_catalogs · site_languages · domain · slots · safe_markdown · yaml_pages ·
markdown_pages · directives · editions · comments · named_files ·
citations · bibliography_list · surroundings · freshness · search · search_index · html_builder ·
navigation · tables · drawings · languages · leaks · look
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from coursewright import __version__
from coursewright.sphinx_ext.bibliography_list import setup_bibliography_list
from coursewright.sphinx_ext.booklets import setup_booklets
from coursewright.sphinx_ext.calendar_feeds import setup_calendar_feeds
from coursewright.sphinx_ext.citations import setup_citations
from coursewright.sphinx_ext.comments import setup_comments
from coursewright.sphinx_ext.directives import setup_directives
from coursewright.sphinx_ext.domain import setup_domain
from coursewright.sphinx_ext.drawings import setup_drawings
from coursewright.sphinx_ext.editions import setup_editions
from coursewright.sphinx_ext.freshness import setup_freshness
from coursewright.sphinx_ext.html_builder import CourseHTMLBuilder
from coursewright.sphinx_ext.languages import setup_languages
from coursewright.sphinx_ext.leaks import setup_leaks
from coursewright.sphinx_ext.loading import setup_loading
from coursewright.sphinx_ext.look import setup_look
from coursewright.sphinx_ext.markdown_pages import setup_markdown_pages
from coursewright.sphinx_ext.named_files import setup_named_files
from coursewright.sphinx_ext.navigation import setup_navigation
from coursewright.sphinx_ext.run_sheets import setup_run_sheets
from coursewright.sphinx_ext.search import setup_search
from coursewright.sphinx_ext.session_times import setup_session_times
from coursewright.sphinx_ext.settings import setup_settings
from coursewright.sphinx_ext.slots import setup_slots
from coursewright.sphinx_ext.surroundings import setup_surroundings
from coursewright.sphinx_ext.tables import setup_tables
from coursewright.sphinx_ext.yaml_pages import setup_yaml_pages


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything; called by Sphinx."""
    for extension in ("myst_parser", "sphinx_design", "sphinxcontrib.bibtex"):
        app.setup_extension(extension)
    setup_domain(app)
    app.add_builder(CourseHTMLBuilder, override=True)
    setup_settings(app)
    setup_loading(app)
    setup_slots(app)
    setup_yaml_pages(app)
    setup_markdown_pages(app)
    setup_directives(app)
    setup_run_sheets(app)
    setup_editions(app)
    setup_comments(app)
    setup_named_files(app)
    setup_citations(app)
    setup_surroundings(app)
    setup_freshness(app)
    setup_navigation(app)
    setup_bibliography_list(app)
    setup_search(app)
    setup_drawings(app)
    setup_session_times(app)
    setup_calendar_feeds(app)
    setup_booklets(app)
    setup_tables(app)
    setup_languages(app)
    setup_leaks(app)
    setup_look(app)
    return {"version": __version__, "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
