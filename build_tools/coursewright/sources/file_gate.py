"""The one gate for files that a text can name: what may be published, and what may be read into a page.

A file passes that lies inside the course, in no private, hidden or built folder, is reached by no link that leads to
such a place, and is of a kind that is published. Whatever cannot be decided does not pass.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path

from coursewright.model.finding import Code
from coursewright.model.named_file import Use

PRIVATE = "private"
# In a folder with one of these lies a site that was built, perhaps that of the trainers.
_MARKS_OF_A_SITE = (".buildinfo", ".coursewright")
_BUILT = "_build"
_TEXTS = frozenset({".md", ".txt"})
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"})
_DOCUMENTS = frozenset(
    [
        *(".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".rtf", ".epub", ".zip", ".h5p"),
        *(".csv", ".tsv", ".txt", ".ics", ".vcf", ".json", ".geojson"),
        *(".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".mp4", ".webm", ".ogv", ".vtt", ".srt"),
    ]
)
_LISTINGS = frozenset(
    [
        *(".txt", ".csv", ".tsv", ".json", ".html", ".htm", ".svg", ".xml", ".tex"),
        *(".py", ".js", ".css", ".sh", ".r", ".sql", ".ini", ".toml"),
    ]
)
# What the course itself is made of, whatever its kind; a published calendar ends like any other JSON.
_OF_THE_COURSE = ("conf.py", "pyproject.toml", "*.published.json")


KINDS: Mapping[Use, frozenset[str]] = {
    Use.SHOWN: _PICTURES | _DOCUMENTS,
    Use.READ: _LISTINGS,
    Use.INCLUDED: _TEXTS,
}
"""The endings that pass, by what a text does with the file."""
SETTING = "coursewright_more_files"


@dataclass(frozen=True)
class FileGate:
    """The gate of the course in ``root``.

    ``more`` are patterns of paths, from the root or absolute, that the course's settings open on purpose: files
    elsewhere, or of other kinds. Nothing opens what is private.
    """

    root: Path
    more: tuple[str, ...] = ()

    def refusal(self, file: Path, use: Use | None = None) -> Code | None:
        """Why ``file`` does not pass, None where it does; without a use only the place is looked at."""
        try:
            real = Path(os.path.realpath(file))
            place = self._place(real)
            is_named = place is not Code.PRIVATE_FILE_NAMED and self._is_named(file, real)
        except (OSError, ValueError):
            return Code.OUTSIDE_FILE_NAMED
        if is_named:
            return None
        if place is None and use is not None and not _is_of_kind(real, use):
            return Code.KIND_NOT_PUBLISHED
        return place

    def _place(self, real: Path) -> Code | None:
        """Why a file cannot be named because of where it lies; ``real`` has no links in it."""
        if not real.is_relative_to(self._real_root):
            return Code.OUTSIDE_FILE_NAMED
        inside = real.relative_to(self._real_root).parts
        # Where small and capital letters are one, “Private” is the same folder.
        if any(part.casefold() == PRIVATE for part in inside) or self._is_linked_privately(real):
            return Code.PRIVATE_FILE_NAMED
        if any(part.startswith((".", "~")) or part == _BUILT for part in inside):
            return Code.HIDDEN_FILE_NAMED
        above = (self._real_root.joinpath(*inside[:end]) for end in range(1, len(inside)))
        if any((folder / mark).exists() for folder in above for mark in _MARKS_OF_A_SITE):
            return Code.HIDDEN_FILE_NAMED
        return None

    def _is_named(self, file: Path, real: Path) -> bool:
        patterns = [os.path.normpath(self._real_root / pattern) for pattern in self.more]
        written = os.path.normpath(self._real_root / os.path.relpath(file, self.root))
        return any(fnmatch(path, pattern) for pattern in patterns for path in (written, str(real)))

    def _is_linked_privately(self, real: Path) -> bool:
        """Whether the file is one of ``private/`` under another name, by a hard link."""
        if not real.is_file() or real.stat().st_nlink == 1:
            return False
        private = (folder for folder in _entries(self._real_root) if folder.name.casefold() == PRIVATE)
        return any(each.samefile(real) for folder in private for each in folder.rglob("*") if each.is_file())

    @cached_property
    def _real_root(self) -> Path:
        return Path(os.path.realpath(self.root))


def course_gate(root: Path) -> FileGate:
    """The gate of a course, with what its ``conf.py`` opens."""
    return FileGate(root, opened_files(root))


def _entries(folder: Path) -> Iterable[Path]:
    return folder.iterdir() if folder.is_dir() else ()


def _is_of_kind(real: Path, use: Use) -> bool:
    is_the_courses = any(fnmatch(real.name, pattern) for pattern in _OF_THE_COURSE)
    return real.suffix.lower() in KINDS[use] and not is_the_courses


def opened_files(root: Path) -> tuple[str, ...]:
    """The patterns of ``coursewright_more_files`` in the course's ``conf.py``, where it is a plain list of texts.

    Nothing is opened by a list that only running the file would tell, or by a file that is no Python.
    """
    try:
        statements = ast.parse((root / "conf.py").read_text("utf-8")).body
    except (OSError, ValueError, SyntaxError, RecursionError):
        return ()
    for statement in reversed(statements):
        names = [each.id for each in getattr(statement, "targets", ()) if isinstance(each, ast.Name)]
        if SETTING in names and isinstance(statement, ast.Assign):
            return _texts(statement.value)
    return ()


def _texts(value: ast.expr) -> tuple[str, ...]:
    items = value.elts if isinstance(value, (ast.List, ast.Tuple)) else ()
    return tuple(each.value for each in items if isinstance(each, ast.Constant) and isinstance(each.value, str))
