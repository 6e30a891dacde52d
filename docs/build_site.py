"""Build the site of the documents, in the look of the tool: ``make docs-site``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from docs.generate import ROOT
from docs.site_pages import DOCS, pages

BUILT = ROOT / "_build" / "docs"
SETTINGS: dict[str, Any] = {
    "project": "coursewright",
    "author": "the coursewright authors",
    "html_title": "coursewright",
    "language": "en",
    "extensions": ["coursewright.sphinx_ext.look"],
    "html_static_path": [str(DOCS / "drawings.css")],
    "html_css_files": [("drawings.css", {"priority": 902})],  # after the tool's own
    "html_context": {
        "default_mode": "auto",
        "menu_name": "The documents",
        "without_search": "Searching needs JavaScript. Without it, the menu leads everywhere.",
    },
    "myst_enable_extensions": ["attrs_block"],  # by which a passage says that it is in Italian
    "suppress_warnings": ["misc.highlighting_failure"],  # examples of what is wrong need not be good YAML
}


def main() -> int:
    """Build the site; 1 where Sphinx has a warning."""
    status = build(BUILT, jobs=os.cpu_count() or 1)
    if status == 0:
        sys.stdout.write(f"{(BUILT / 'html' / 'index.html').relative_to(ROOT)}\n")
    return status


def build(folder: Path, jobs: int = 1) -> int:
    """Write the source and the site, in ``source`` and ``html`` of a folder: 0, or 1 with each warning on stderr."""
    write_source(folder / "source", pages())
    with patch_docutils(), docutils_namespace():
        app = Sphinx(
            srcdir=folder / "source",
            confdir=None,
            outdir=folder / "html",
            doctreedir=folder / "doctrees",
            buildername="html",
            confoverrides=SETTINGS,
            status=None,
            warning=sys.stderr,
            warningiserror=True,
            parallel=jobs,
        )
        app.build(force_all=True)  # menus show the titles of other pages
        return app.statuscode


def write_source(folder: Path, texts: dict[str, str]) -> None:
    """Write the files whose text is another, so that Sphinx reads only these again, and remove those that are gone."""
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    for name in there - texts.keys():
        (folder / name).unlink()
    for name, text in texts.items():
        file = folder / name
        if name not in there or file.read_text("utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    raise SystemExit(main())
