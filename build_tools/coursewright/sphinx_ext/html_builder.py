"""The HTML builder, which writes nothing at all when there is nothing to write."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from sphinx.builders.html import StandaloneHTMLBuilder


class CourseHTMLBuilder(StandaloneHTMLBuilder):
    """Sphinx's own, except that a build without news leaves search index, inventory and assets untouched."""

    _has_news = False

    def note_removal(self) -> None:
        """Be told that a page is gone: the search index and the inventory must forget it."""
        self._has_news = True

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Note whether there is anything to write."""
        self._has_news = self._has_news or bool(docnames)
        super().prepare_writing(docnames)

    def copy_assets(self) -> None:
        """Copy stylesheets and pictures, unless nothing is new; a course's own static files are always looked at."""
        if self._has_news or self._has_own_assets():
            super().copy_assets()

    def finish(self) -> None:
        """Write indices, search index and inventory, unless nothing is new."""
        if self._has_news:
            super().finish()

    def _has_own_assets(self) -> bool:
        """Whether conf.py names folders of its own; those that extensions add have absolute paths."""
        named = (*self.config.html_static_path, *self.config.html_extra_path)
        return any(not Path(each).is_absolute() for each in named)
