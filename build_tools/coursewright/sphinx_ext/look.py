"""How the site looks: our style sheet on top of the theme's."""

from __future__ import annotations

from importlib.resources import files

from sphinx.application import Sphinx


def add_static_files(app: Sphinx) -> None:
    """At ``builder-inited``, after the builder has taken its checksums: our files are copied with the theme's."""
    app.config.html_static_path.append(str(files("coursewright.sphinx_ext") / "static"))


def setup_look(app: Sphinx) -> None:
    """Add the style sheet to every page."""
    app.add_css_file("coursewright.css", priority=900)  # after the theme's
    app.connect("builder-inited", add_static_files)
