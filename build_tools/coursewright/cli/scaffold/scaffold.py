"""What is to be written: new files, and entries for lists of files that are there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Addition:
    """An id for a list of a file: its path from the root, the key of the list, the id."""

    path: str
    key: str
    id: str


@dataclass(frozen=True)
class Scaffold:
    """New files by their paths from the root, and at most one addition; the first file is the one to begin with."""

    files: Mapping[str, str]
    addition: Addition | None = None
