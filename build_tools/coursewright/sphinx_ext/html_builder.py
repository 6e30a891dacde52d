"""The HTML builder: it writes nothing when there is nothing to write, and leaves nothing of what is gone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Set
from pathlib import Path

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.html._assets import _file_checksum_inner

from coursewright.sphinx_ext.named_files import refuse_copied_files
from coursewright.sphinx_ext.search import CourseIndex


class CourseHTMLBuilder(StandaloneHTMLBuilder):
    """Sphinx's own, except for what it does without need and what it leaves behind."""

    copysource = False  # whatever conf.py says: sources hold what is for trainers only

    _has_news = False
    _theme_style: tuple[bytes, os.stat_result] | None = None

    def remove_page(self, docname: str) -> None:
        """Delete the page of a source that is gone; search index and inventory will forget it."""
        self._has_news = True
        _delete(self.get_output_path(docname), Path(self.outdir))

    def remove_file(self, path: str) -> None:
        """Delete a picture or download (its path in the site) that no page has any more."""
        _delete(Path(self.outdir, path), Path(self.outdir))

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Note whether there is anything to write; begin with empty folders of pictures if all is written."""
        self._has_news = self._has_news or bool(docnames)
        if docnames >= self.env.found_docs:
            for folder in (self._images_dir, self._downloads_dir, self._sources_dir):
                shutil.rmtree(folder, ignore_errors=True)
        super().prepare_writing(docnames)

    def load_indexer(self, docnames: Set[str]) -> None:
        """Take over the last index; a page that it has and the course has not is a page that nobody deleted."""
        language = self.config.html_search_language or self.config.language
        self.indexer = CourseIndex(self.env, language, self.config.html_search_options, self.config.html_search_scorer)
        super().load_indexer(docnames)
        for docname in sorted(self.indexer.pages - self.env.found_docs):
            self.remove_page(docname)

    def copy_assets(self) -> None:
        """Copy style sheets and downloads, unless nothing is new.

        Sphinx keeps the checksums of those it has copied for as long as the process lives, and a preview builds again.
        """
        if self._has_news:
            super().copy_assets()
            _file_checksum_inner.cache_clear()
            # Templates of the theme among its static files: no page of a site, though they end like one.
            for template in Path(self.outdir, "_static").glob("*webpack-macros.html"):
                template.unlink()

    def copy_image_files(self) -> None:
        """Copy pictures that may be published."""
        refuse_copied_files(self._app, self.images)
        super().copy_image_files()

    def copy_download_files(self) -> None:
        """Copy downloads that may be published."""
        refuse_copied_files(self._app, self.env.dlfiles)
        super().copy_download_files()

    def finish(self) -> None:
        """Write indices, search index and inventory, unless nothing is new."""
        if self._has_news:
            super().finish()
            Path(self.outdir, ".buildinfo.bak").unlink(missing_ok=True)
        style = self._style_file
        self._theme_style = (style.read_bytes(), style.stat()) if style.is_file() else None

    def cleanup(self) -> None:
        """Give back its time to the style sheet that the theme writes at the end of each build, changed or not."""
        super().cleanup()
        if self._theme_style is not None and not self._has_news:
            content, was = self._theme_style
            if self._style_file.read_bytes() == content:
                os.utime(self._style_file, ns=(was.st_atime_ns, was.st_mtime_ns))

    @property
    def _style_file(self) -> Path:
        return Path(self.outdir, "_static", "pygments.css")


def _delete(file: Path, root: Path) -> None:
    """Delete a file, and the folders up to ``root`` that are empty without it."""
    file.unlink(missing_ok=True)
    for folder in file.parents:
        if folder == root or not folder.is_relative_to(root) or not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()
