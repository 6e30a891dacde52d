"""A course on disk and the sites that Sphinx builds of it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from coursewright.model.page import Edition
from tests.sphinx_ext.reading import Page, SearchIndex

ROOTS = Path(__file__).parents[1] / "roots"
WHOLE = ROOTS / "whole"
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Build:
    """What one run of Sphinx did: where it wrote, its warnings, the pages it read, and why it failed if it did.

    ``stamps`` says when each file of the output had been written when the run ended, in nanoseconds.
    """

    folder: Path
    warnings: tuple[str, ...]
    read: tuple[str, ...]
    stamps: Mapping[str, int]
    failure: str = ""

    @property
    def files(self) -> Mapping[str, bytes]:
        """Every file of the output by its path, as it is when one asks."""
        return files_in(self.folder)

    @property
    def html(self) -> Mapping[str, bytes]:
        """The HTML of every page by its path; what lies beside style sheets and scripts is no page."""
        return {
            path: content for path, content in self.files.items() if path.endswith(".html") and not path.startswith("_")
        }

    @property
    def search_index(self) -> SearchIndex:
        """What the site's search knows."""
        return SearchIndex.read(self.folder / "searchindex.js")

    def page(self, docname: str) -> Page:
        """A page as it reads."""
        return Page.read(self.folder / f"{docname}.html")

    @cached_property
    def everything(self) -> bytes:
        """The names and contents of all files, to look for what must not be there."""
        return b"\n".join(path.encode() + b"\n" + content for path, content in self.files.items())


@dataclass(frozen=True)
class CourseSite:
    """A copy of a course in ``root``, changed step by step; what is built of it goes to ``output``."""

    root: Path
    output: Path

    @classmethod
    def copy(cls, folder: Path, source: Path = WHOLE) -> CourseSite:
        """A fresh copy of a course in ``folder``, which is made."""
        shutil.copytree(source, folder / "course")
        return cls(folder / "course", folder / "built")

    def elsewhere(self, folder: Path) -> CourseSite:
        """The course as it is now, in another folder, with nothing built yet."""
        return self.copy(folder, self.root)

    def build(
        self,
        builder: str = "html",
        edition: Edition = Edition.PARTICIPANTS,
        *,
        jobs: int = 1,
        memory: str = "",
        **settings: Any,
    ) -> Build:
        """Run Sphinx, which remembers its last run with this builder and edition; ``memory`` names its doctrees."""
        build = self.try_to_build(builder, edition, jobs=jobs, memory=memory, **settings)
        if build.failure:
            raise AssertionError("\n".join((build.failure, *build.warnings)))
        return build

    def try_to_build(
        self,
        builder: str = "html",
        edition: Edition = Edition.PARTICIPANTS,
        *,
        jobs: int = 1,
        memory: str = "",
        **settings: Any,
    ) -> Build:
        """Run Sphinx, which may fail. Without booklets, which take longer than a little course, unless asked for."""
        settings = {"coursewright_booklets": False, **settings}
        folder = self.output / f"{builder}-{edition.value}"
        doctrees = self.output / (memory or f"{builder}-{edition.value}-doctrees")
        return run(self.root, folder, doctrees, builder, jobs, {"coursewright_edition": edition.value, **settings})

    def replace(self, path: str, old: str, new: str) -> None:
        """Put ``new`` where ``old`` stands, which must be exactly once."""
        text = self.text(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def text(self, path: str) -> str:
        """A file's text."""
        return (self.root / path).read_text("utf-8")

    def write(self, path: str, text: str) -> None:
        """Write a file of the course whole."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def append(self, path: str, text: str) -> None:
        """Add lines at the end of a file."""
        self.write(path, self.text(path) + text)

    def remove(self, path: str) -> None:
        """Take a file away."""
        (self.root / path).unlink()

    def move(self, path: str, to: str) -> None:
        """Give a file another name."""
        (self.root / path).rename(self.root / to)


def run(root: Path, folder: Path, doctrees: Path, builder: str, jobs: int, settings: Mapping[str, Any]) -> Build:
    """Run Sphinx over a course in this process."""
    overrides = dict(settings)
    confdir = root if (root / "conf.py").is_file() else None
    if confdir is None:
        overrides["extensions"] = ["coursewright.sphinx_ext", *overrides.get("extensions", [])]
    warnings = StringIO()
    read: list[str] = []
    failure = ""

    def note(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:  # noqa: ARG001 - Sphinx's signature
        read.extend(docnames)

    with patch_docutils(confdir), docutils_namespace():
        try:
            app = Sphinx(
                root,
                confdir,
                folder,
                doctrees,
                builder,
                confoverrides=overrides,
                status=None,
                warning=warnings,
                parallel=jobs,
            )
            app.connect("env-before-read-docs", note, priority=999)
            app.build()
        except SphinxError as error:
            failure = str(error)
    told = tuple(line for line in _COLOURS.sub("", warnings.getvalue()).splitlines() if line)
    stamps = {path: (folder / path).stat().st_mtime_ns for path in files_in(folder)}
    return Build(folder, told, tuple(read), stamps, failure)


def files_in(folder: Path) -> dict[str, bytes]:
    """The content of every file below a folder by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }
