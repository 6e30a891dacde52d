"""The booklets beside the site's pages: written again only when something that they show is another.

Setting a hundred pages takes seconds, so a preview goes without, and a build whose sources are the same leaves them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from coursewright.documents.booklets import Booklet, Texts, booklet_pdf, exercise_booklet, name_in, workbook
from coursewright.locale import Wording
from coursewright.model.curriculum import Curriculum
from coursewright.model.module import WithProse
from coursewright.model.page import Edition
from coursewright.sources.front_matter import without_front_matter
from coursewright.sources.rich_text import rich_text
from coursewright.sources.text_files import read_text
from coursewright.sphinx_ext.domain import course_domain
from coursewright.sphinx_ext.labels import label_of
from coursewright.sphinx_ext.settings import edition_of
from coursewright.views.booklet_link import BookletName, booklet_link, booklet_path

_STAMP = "booklets.sha256"
_FACILITATION = "facilitation"


def write_booklets(app: Sphinx, error: Exception | None) -> None:
    """At ``build-finished``: write the booklets, unless nothing that they are made of has changed."""
    if error is not None or not isinstance(app.builder, StandaloneHTMLBuilder) or not app.config.coursewright_booklets:
        return
    domain, root = course_domain(app.env), Path(app.srcdir)
    if domain.languages.is_translation and app.config.coursewright_languages:
        return  # their texts are those of the course: a translation leads to them
    curriculum, edition = domain.curriculum, edition_of(app.config)
    folder, stamp = Path(app.outdir, "booklets"), Path(app.doctreedir, _STAMP)
    digest = _digest(curriculum, root, domain.wording.language, edition, app.config.coursewright_fingerprint)
    offered = [name for name in BookletName if booklet_link(curriculum, name) is not None]
    wanted = {name: Path(app.outdir, booklet_path(curriculum, name)) for name in offered}
    is_done = stamp.is_file() and stamp.read_text("utf-8") == digest
    if is_done and all(file.is_file() for file in wanted.values()):
        return
    folder.mkdir(exist_ok=True)
    for file in set(folder.iterdir()) - set(wanted.values()):
        file.unlink()
    for name, file in wanted.items():
        file.write_bytes(booklet_pdf(_booklet(name, curriculum, root, domain.wording, edition)))
    stamp.write_text(digest, "utf-8")


def setup_booklets(app: Sphinx) -> None:
    """Write booklets when all else is written."""
    app.add_config_value("coursewright_booklets", True, "", types=(bool,))
    app.connect("build-finished", write_booklets)


def _booklet(name: BookletName, curriculum: Curriculum, root: Path, wording: Wording, edition: Edition) -> Booklet:
    is_for_trainers, say = edition is Edition.TRAINERS, wording.text
    if name is BookletName.WORKBOOK:
        return workbook(curriculum, _texts(curriculum, root, curriculum.modules, is_for_trainers), say)
    texts = _texts(curriculum, root, curriculum.exercises, is_for_trainers)
    return exercise_booklet(curriculum, texts, say, lambda word: say(label_of(word) or word), is_for_trainers)


def _texts(curriculum: Curriculum, root: Path, entries: Mapping[str, WithProse], with_facilitation: bool) -> Texts:
    """The texts of lessons or exercises; what is for trainers only where it is asked for."""
    name_of, texts = name_in(curriculum), {}
    for identifier, entry in entries.items():
        text = without_front_matter(read_text(root / entry.origin.path, root).text)
        texts[identifier] = rich_text(text, name_of, lambda directive: with_facilitation or directive != _FACILITATION)
    return texts


def _digest(curriculum: Curriculum, root: Path, *more: str) -> str:
    """A text that changes with the files of the course, and with how booklets are made of them."""
    digest = hashlib.sha256("\0".join(more).encode())
    bibliography = root / "curriculum" / "references.bib"
    for path in sorted({entry.origin.path for entry in curriculum.files()}):
        digest.update(path.encode() + b"\0" + (root / path).read_bytes())
    if bibliography.is_file():
        digest.update(bibliography.read_bytes())
    return digest.hexdigest()
