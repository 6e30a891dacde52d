"""The catalogs of Markdown pages where Sphinx can compile them: beside what it remembers, never among the sources."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from coursewright.model.curriculum import Curriculum
from coursewright.model.module import WithProse
from coursewright.sphinx_ext.settings import is_set
from coursewright.views.links import docname_of


def lay_out_catalogs(app: Sphinx, config: Config, curriculum: Curriculum, site: str) -> None:
    """Put a copy of each catalog of a page below Sphinx's own folder, and tell Sphinx; unchanged ones stay as they are.

    Catalogs of data files are not among them: their texts are translated before anything is shown of them.
    """
    if site == curriculum.course.language:
        return
    pages = {docname_of(entry) for entry in curriculum.files() if isinstance(entry, WithProse)}
    folder = Path(app.doctreedir, "catalogs")
    messages = folder / str(config.language) / "LC_MESSAGES"
    wanted = {
        messages / f"{docname}.po": Path(app.srcdir, catalog.path).read_bytes()
        for docname, catalog in curriculum.catalogs.get(site, {}).items()
        if docname in pages
    }
    for file in messages.rglob("*.*") if messages.is_dir() else ():
        if file.is_file() and file.with_suffix(".po") not in wanted:
            file.unlink()
    for file, content in wanted.items():
        if not file.is_file() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    theirs = config.locale_dirs if is_set(config, "locale_dirs") else ()
    config.locale_dirs = [*theirs, str(folder)]
