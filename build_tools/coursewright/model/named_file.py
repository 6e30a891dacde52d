"""A file that a text names: a picture, a download, a text to stand in the page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Use(StrEnum):
    """What a text does with a file that it names."""

    SHOWN = "shown"
    """A picture or a download: the file itself is published."""
    READ = "read"
    """Its text stands in the page as it is: a listing, a table."""
    INCLUDED = "included"
    """Its text is read as if it stood in the page."""


@dataclass(frozen=True)
class NamedFile:
    """A file as a text names it: relative to the text's own folder, or with ``/`` in front to the course's.

    ``is_link`` where it may as well be a page; ``line`` and ``column`` count from 1 in the whole file.
    """

    target: str
    use: Use
    line: int
    column: int = 1
    is_link: bool = False
