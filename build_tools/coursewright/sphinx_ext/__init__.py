"""The Sphinx extension: a course's data files and Markdown as a site.

``booklets``: The booklets beside the site's pages: written again only when something that they show is another
``calendar_feeds``: The calendar feeds of each cohort beside its page: what has been published, and nothing where
    nothing has
``citations``: Citations and bibliography in the course's language; sphinxcontrib-bibtex does the rest
``directives``: Directives that show views of the curriculum: lists, cards, path, coverage matrix, map, an exercise's
    steps
``domain``: The ``course`` domain: roles for every kind, an inventory, and which page shows which views
``drawings``: What MyST cannot say: views drawn as inline SVG, and pieces of HTML that scripts bring to life
``editions``: Two editions of one course: what is for trainers alone is never read into the participants' site
``freshness``: Pages are written again when, and only when, what they show has changed
``html_builder``: The HTML builder: it writes nothing when there is nothing to write, and leaves nothing of what is gone
``labels``: Words of the interface for values that are written in English in data files
``languages``: The languages of a site: the one it speaks, the one the course is written in, and the same page in the
    others
``leaks``: The last look at a participants' site: no byte of it says what only trainers may read
``loading``: The course, opened once for each build and handed to the domain
``look``: How the site looks: a layout, style sheets and scripts of our own on the theme's ground
``markdown_pages``: Modules, exercises and other Markdown pages: front matter left out, cards and doors put in
``named_files``: The gate for files where Sphinx and docutils open and copy them, whatever directive or extension asks
``navigation``: What a page shows of the others: the sections, the part being read, the way up, the pages before and
    after
``page_catalogs``: The catalogs of Markdown pages where Sphinx can compile them: beside what it remembers, never among
    the sources
``page_files``: Which files are pages: those that the curriculum was read from, and of these the edition's
``run_sheets``: ``{run-sheets} COHORT``: a section with the run sheet of each session; in the trainers' edition alone
``safe_markdown``: Markdown in data files, as nodes: CommonMark without HTML, images, or links that run something
``search``: Search that finds what people type: accents or not, small words too
``session_times``: When a session is held, in words, with the instants that a script asks for
``settings``: What a course's ``conf.py`` may say, and what it need not
``shared_words``: Words of the interface that templates show and something else does too, by the names of their
    constants
``site_languages``: Which pages of a site are in its own language, and which show the course as it was written
``slots``: Text from data files on its way through templates: it never becomes markup
``surroundings``: What a page shows of the rest of the site, put into a text that changes when it does
``tables``: What may be wider than the page scrolls within a frame of its own, which the keyboard can reach: tables and
    YAML
``yaml_pages``: A YAML file is a page: its view, put through a template into MyST
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from coursewright import __version__
from coursewright.sphinx_ext.booklets import setup_booklets
from coursewright.sphinx_ext.calendar_feeds import setup_calendar_feeds
from coursewright.sphinx_ext.citations import setup_bibliography_list, setup_citations
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
from coursewright.sphinx_ext.markdown_pages import setup_comments, setup_markdown_pages
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
