"""What a build leaves for the next one, and when that can be trusted."""

from __future__ import annotations

import hashlib
import shutil
import sys
from dataclasses import dataclass, replace
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from coursewright.cli.system_calls import sync_file_system
from coursewright.cli.whole_file import write_whole
from coursewright.model.page import Edition

_MADE_WITH = (
    "sphinx",
    "docutils",
    "myst-parser",
    "sphinx-book-theme",
    "sphinx-design",
    "sphinxcontrib-bibtex",
)


@dataclass(frozen=True)
class BuildCache:
    """The folder of an edition's unpublished tree and of what Sphinx remembers; a live preview has one of its own.

    ``languages`` are those that the site is published in, the course's own first, and ``language`` the one of this
    tree; all of an edition share its lock.
    """

    root: Path
    edition: Edition
    for_preview: bool = False
    languages: tuple[str, ...] = ()
    language: str = ""

    def translations(self) -> tuple[BuildCache, ...]:
        """The caches of the other languages."""
        return tuple(replace(self, language=each) for each in self.languages[1:])

    @property
    def folder(self) -> Path:
        """Where it all lies."""
        return self._of_edition / self.language if self.language else self._of_edition

    @property
    def _of_edition(self) -> Path:
        name = f"preview-{self.edition.value}" if self.for_preview else self.edition.value
        return self.root / "_build" / ".cache" / name

    @property
    def html(self) -> Path:
        """The tree that Sphinx writes, page by page, in place."""
        return self.folder / "html"

    @property
    def doctrees(self) -> Path:
        """What Sphinx remembers of every page."""
        return self.folder / "doctrees"

    @property
    def lock(self) -> Path:
        """The lock that a build holds."""
        return self._of_edition / "lock"

    def begin(self) -> str:
        """Make ready for a build: what an interrupted one or another version of the tool left is not used.

        A digest of what makes the pages is returned, for :meth:`end`.
        """
        made = made_by(self.root)
        if self._noted()[0] != made:
            for folder in (self.html, self.doctrees):
                if folder.exists():
                    shutil.rmtree(folder)
        self._state.unlink(missing_ok=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        return made

    def end(self, made: str, origin: str = "") -> None:
        """Note that the build came to its end, begun with that digest: the next one can go on from here.

        ``origin`` is what a translation was made from. All that the build wrote is on the disk before.
        """
        sync_file_system(self.folder)
        write_whole(self._state, ["\n".join((made, origin)).encode()])

    def is_made_from(self, made: str, origin: str) -> bool:
        """Whether a translation's last build came to its end with the same tool, course and catalogs."""
        return self.html.is_dir() and self._noted() == [made, origin]

    def origin(self) -> str:
        """What the translations of this tree are made from, in a text that changes with it.

        The course in its own language has just been built: where Sphinx found nothing to read or to write, it left
        these files as they were, and there is nothing in another language either unless a catalog changed.
        """
        left = (self.doctrees / "environment.pickle", self.html / ".buildinfo")
        digest = hashlib.sha256(repr([file.stat().st_mtime_ns for file in left if file.is_file()]).encode())
        for file in sorted((self.root / "locales").rglob("*.po")):
            if file.is_file():
                digest.update(file.relative_to(self.root).as_posix().encode() + b"\0" + file.read_bytes())
        return digest.hexdigest()

    @property
    def _state(self) -> Path:
        return self.folder / "made-by"

    def _noted(self) -> list[str]:
        """The digest of what made the pages, and what they were made from."""
        return (self._state.read_text(encoding="utf-8") if self._state.is_file() else "").split("\n")


def made_by(root: Path) -> str:
    """A digest of all that makes pages besides their sources: the tool, its parts, the course's settings."""
    digest = hashlib.sha256(sys.version.encode())
    for name in _MADE_WITH:
        digest.update(f"{name} {version(name)}\n".encode())
    package = Path(str(files("coursewright")))
    for file in sorted(package.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(file.relative_to(package).as_posix().encode())
            digest.update(file.read_bytes())
    settings = root / "conf.py"
    if settings.is_file():
        digest.update(settings.read_bytes())
    return digest.hexdigest()
