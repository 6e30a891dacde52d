"""The last good site, kept apart from the folder that the next build writes into."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

# Larger files (films, long recordings) are read when they are asked for; no page is so long.
_MOST_KEPT = 8_000_000


@dataclass(frozen=True)
class SiteFile:
    """A file of the site: when it was written (nanoseconds), its length, and its bytes where they are kept."""

    path: Path
    written: int
    length: int
    kept: bytes | None

    @property
    def content(self) -> bytes:
        """The bytes; raises OSError where a file that is not kept is gone."""
        return self.path.read_bytes() if self.kept is None else self.kept

    @property
    def tag(self) -> str:
        """A text that changes with the content, as browsers send it back to ask for news."""
        return f'"{self.written:x}-{self.length:x}"'


@dataclass(frozen=True)
class SiteCopy:
    """The files of a site by their paths with ``/``."""

    files: Mapping[str, SiteFile] = field(default_factory=dict)

    def renewed(self, folder: Path) -> SiteCopy:
        """The site as it lies in ``folder`` now; of what did not change nothing is read again."""
        return SiteCopy({name: self._file(name, path) for name, path in _files(folder)})

    def _file(self, name: str, path: Path) -> SiteFile:
        facts, known = path.stat(), self.files.get(name)
        if known is not None and (known.written, known.length) == (facts.st_mtime_ns, facts.st_size):
            return known
        kept = path.read_bytes() if facts.st_size <= _MOST_KEPT else None
        return SiteFile(path, facts.st_mtime_ns, facts.st_size, kept)


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place, name)
            yield path.relative_to(folder).as_posix(), path
