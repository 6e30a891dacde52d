"""How the site looks: a layout, style sheets and scripts of our own on the theme's ground.

A site that is no course has the same look with the extension ``coursewright.sphinx_ext.look`` alone.
"""

from __future__ import annotations

from collections.abc import Collection
from importlib.resources import files
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from coursewright import __version__
from coursewright.locale import wording
from coursewright.sphinx_ext.navigation import setup_navigation
from coursewright.sphinx_ext.search import sayings, setup_search
from coursewright.sphinx_ext.settings import LOOK, fill_in
from coursewright.sphinx_ext.shared_words import SHARED_WORDS
from coursewright.sphinx_ext.tables import setup_tables

# The parser of the files that the composer opens: the one script that is not ours and that we ship.
YAML_PARSER = "vendor/js-yaml.min.js"
# A script for each kind of page, by words one of which the HTML of such a page has; in the order of loading.
SCRIPTS = {
    "coursewright-every-page.js": ("",),
    "coursewright-cohort.js": ("cohort-state", "fee-timeline", "session-list", "calendar-links"),
    "coursewright-exercises.js": ("exercise-filters",),
    "coursewright-thermometer.js": ("thermometer-desk",),
    YAML_PARSER: ("group-composer",),
    "coursewright-composer.js": ("group-composer",),
}
DOCUTILS_VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1" />'
FOLDER = files("coursewright.sphinx_ext")
# The theme's parts that our layout has no use for: half a megabyte of icons, a second menu, a second set of colours.
THEIRS = ("styles/", "scripts/", "vendor/")
# What only the search page needs, of Sphinx's own scripts.
FOR_SEARCH = ("documentation_options.js", "doctools.js", "sphinx_highlight.js")
TABS = "design-tabs.js"
# Sphinx's words for the search page: half of them English, and brought in by a function made from text.
THEIR_WORDS = "translations.js"


def use_our_layout(app: Sphinx, config: Config) -> None:
    """At ``config-inited``: our templates come before the theme's, after those of the course itself."""
    config.templates_path = [*config.templates_path, str(FOLDER / "layout")]


def add_static_files(app: Sphinx) -> None:
    """At ``builder-inited``, after the builder has taken its checksums: our files are copied with the theme's."""
    app.config.html_static_path.append(str(FOLDER / "static"))


def add_to_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """At ``html-page-context``: what the layout shows besides the text."""
    words = wording(app.config.language)
    context |= SHARED_WORDS
    context["say"] = words.text
    context["page_toc"] = _parts_of_page(context.get("toc") or "")
    context["show_page_toc"] = bool(context["page_toc"]) and context.get("display_toc", False)
    if pagename == "search":
        context["search_sayings"] = sayings(words)
    context["metatags"] = context.get("metatags", "").replace(DOCUTILS_VIEWPORT, "")
    body = context.get("body", "")
    unneeded = [script for script, words_of_kind in SCRIPTS.items() if not any(each in body for each in words_of_kind)]
    if pagename != "search":
        unneeded.extend(FOR_SEARCH)
    if "sd-tab-set" not in body:
        unneeded.append(TABS)
    unneeded.append(THEIR_WORDS)
    for name in ("css_files", "script_files"):
        context[name] = [each for each in context[name] if _is_needed(each, unneeded)]


def setup_look(app: Sphinx) -> None:
    """Put our layout, style sheets and scripts on every page."""
    app.add_css_file("tokens.css", priority=900)
    app.add_css_file("coursewright.css", priority=901)
    for script in SCRIPTS:
        app.add_js_file(script, loading_method="defer")  # not modules: browsers refuse these to a page opened from disk
    app.connect("config-inited", use_our_layout, priority=450)  # before the theme adds its own templates
    app.connect("builder-inited", add_static_files)
    app.connect("html-page-context", add_to_page, priority=900)  # after the theme has had its say


def setup(app: Sphinx) -> dict[str, Any]:
    """Give the look to a site of plain pages; called by Sphinx where a ``conf.py`` names this extension."""
    app.setup_extension("myst_parser")
    app.connect("config-inited", lambda _, config: fill_in(config, LOOK), priority=400)  # before MyST and the theme
    setup_navigation(app)
    setup_search(app)
    setup_tables(app)
    setup_look(app)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def _is_needed(asset: Any, unneeded: Collection[str]) -> bool:
    """Whether our layout has a use for a style sheet or script; the theme's scripts within the page have none."""
    name = str(getattr(asset, "filename", asset) or "").removeprefix("_static/")
    is_theirs = name.startswith(THEIRS) and name != YAML_PARSER
    return bool(name) and not is_theirs and name not in unneeded


def _parts_of_page(toc: str) -> str:
    """The list of the page's parts, without the outer one that holds the page's own title."""
    start, end = toc.find("<ul>", toc.find("<ul>") + 1), toc.rfind("</ul>", 0, toc.rfind("</ul>"))
    return toc[start : end + len("</ul>")] if 0 < start < end else ""
