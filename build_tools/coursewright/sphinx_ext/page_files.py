"""Which files are pages: those that the curriculum was read from, and of these the edition's."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from sphinx.environment import BuildEnvironment
from sphinx.project import EXCLUDE_PATHS, Project
from sphinx.util.matching import Matcher

from coursewright.model.curriculum import Curriculum
from coursewright.model.page import Edition, Page


class PageFiles(Project):
    """Sphinx's set of sources, found in the curriculum instead of in the folders.

    So a draft, a note or a built site that lies among the pages is never read, and nobody has to be told to exclude it.
    """

    def __init__(self, project: Project, paths: Iterable[str]) -> None:
        super().__init__(project.srcdir, project.source_suffix)
        self.restore(project)
        self.paths = tuple(sorted(paths))

    def discover(self, exclude_paths: Iterable[str] = (), include_paths: Iterable[str] = ("**",)) -> set[str]:
        """The pages' names, without those that ``conf.py`` leaves out."""
        self.docnames.clear()
        self._path_to_docname.clear()
        self._docname_to_path.clear()
        is_included, is_excluded = Matcher(include_paths), Matcher([*exclude_paths, *EXCLUDE_PATHS])
        for path in self.paths:
            docname = self.path2doc(path)
            if docname and is_included(path) and not is_excluded(path) and os.access(self.srcdir / path, os.R_OK):
                self.docnames.add(docname)
                self._path_to_docname[Path(path)] = docname
                self._docname_to_path[docname] = Path(path)
        return self.docnames


def read_page_files(env: BuildEnvironment, curriculum: Curriculum, edition: Edition) -> None:
    """Let Sphinx find the course's files, and no others."""
    env.project = PageFiles(env.project, _paths(curriculum, edition))


def _paths(curriculum: Curriculum, edition: Edition) -> Iterator[str]:
    for entry in curriculum.files():
        if edition is Edition.TRAINERS or not isinstance(entry, Page) or entry.edition is edition:
            yield entry.origin.path
