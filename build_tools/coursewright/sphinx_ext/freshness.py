"""Pages are written again when, and only when, what they show has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Set
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from coursewright.sphinx_ext.domain import course_domain
from coursewright.sphinx_ext.html_builder import CourseHTMLBuilder
from coursewright.sphinx_ext.navigation import site_map


def pages_with_new_views(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> list[str]:
    """At ``env-get-outdated``: the pages that show a view which is not what it was. What is removed is deleted."""
    for docname in removed:
        _delete_page(app, docname)
    return sorted(set(course_domain(env).outdated()) - set(added) - set(changed) - set(removed))


def pages_with_new_navigation(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """At ``env-updated``: the pages whose menu, trail or neighbours are not what they were."""
    domain = course_domain(env)
    tocs = {docname: _digest(toc.astext()) for docname, toc in env.tocs.items()}
    domain.data["toc_changes"] = {docname for docname, toc in tocs.items() if domain.data["tocs"].get(docname) != toc}
    domain.data["tocs"] = tocs
    before: dict[str, str] = domain.data["navigation"]
    pages = site_map(env)
    now = {docname: _digest(repr(pages.page(docname))) for docname in env.found_docs}
    domain.data["navigation"] = now
    return sorted(docname for docname in now if before.get(docname, now[docname]) != now[docname])


def leave_parents_alone(app: Sphinx, env: BuildEnvironment) -> None:
    """At ``env-check-consistency``, when the environment is saved: let only new headings rewrite the pages above.

    Sphinx rewrites the pages whose toctree names a page that was read, although nothing of them may have changed.
    """
    changes = course_domain(env).data["toc_changes"]
    env.files_to_rebuild = {docname: parents for docname, parents in env.files_to_rebuild.items() if docname in changes}


def setup_freshness(app: Sphinx) -> None:
    """Listen to what Sphinx finds new and old."""
    app.connect("env-get-outdated", pages_with_new_views)
    app.connect("env-updated", pages_with_new_navigation)
    app.connect("env-check-consistency", leave_parents_alone)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()


def _delete_page(app: Sphinx, docname: str) -> None:
    """Sphinx leaves the page of a source that is gone where it was."""
    builder = app.builder
    if isinstance(builder, CourseHTMLBuilder):
        builder.note_removal()
        Path(builder.get_outfilename(docname)).unlink(missing_ok=True)
