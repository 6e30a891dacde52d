"""Pages are written again when, and only when, what they show has changed."""

from __future__ import annotations

from collections.abc import Set
from pathlib import PurePosixPath

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from coursewright.sphinx_ext.domain import course_domain
from coursewright.sphinx_ext.html_builder import CourseHTMLBuilder
from coursewright.sphinx_ext.surroundings import Surroundings


def pages_with_new_views(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> list[str]:
    """At ``env-get-outdated``: the pages that show a view which is not what it was. What is removed is deleted."""
    if isinstance(app.builder, CourseHTMLBuilder):
        for docname in removed:
            app.builder.remove_page(docname)
    return sorted(set(course_domain(env).outdated()) - set(added) - set(changed) - set(removed))


def pages_with_new_surroundings(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """At ``env-updated``, once all pages are read: the pages that show others, or works, which are not what they were.

    The home page too if pages are gone and nothing else is new: without a page to write Sphinx would not save what it
    knows, and find them gone at each build.
    """
    name_pictures(env)
    domain = course_domain(env)
    before, surroundings = domain.surroundings, Surroundings.of(app, env)
    now = {docname: surroundings.digest(docname) for docname in env.found_docs}
    files = _files(env)
    if isinstance(app.builder, CourseHTMLBuilder):
        for path in domain.files - files:
            app.builder.remove_file(path)
    domain.note_written(now, files)
    changed = sorted(docname for docname in now if before.get(docname, now[docname]) != now[docname])
    return changed or ([env.config.root_doc] if before.keys() - now.keys() else [])


def name_pictures(env: BuildEnvironment) -> None:
    """Number pictures of one name by their paths: the order of reading changes from build to build."""
    named = type(env.images)()
    for path in sorted(env.images):
        for docname in sorted(env.images[path][0]):
            named.add_file(docname, path)
    env.images = named


def leave_pages_above_alone(app: Sphinx, env: BuildEnvironment) -> None:
    """At ``env-check-consistency``: forget that Sphinx writes all pages whose toctree names a page that was read.

    Those that show something new of it are known by their surroundings.
    """
    env.files_to_rebuild = {}


def setup_freshness(app: Sphinx) -> None:
    """Listen to what Sphinx finds new and old."""
    app.connect("env-get-outdated", pages_with_new_views)
    app.connect("env-updated", pages_with_new_surroundings, priority=900)  # after works have got their labels
    app.connect("env-check-consistency", leave_pages_above_alone)


def _files(env: BuildEnvironment) -> frozenset[str]:
    """The pictures and downloads of all pages, by their paths in the site."""
    pictures = (PurePosixPath("_images", name) for _, name in env.images.values())
    downloads = (PurePosixPath("_downloads", name) for _, name in env.dlfiles.values())
    return frozenset(map(str, (*pictures, *downloads)))
