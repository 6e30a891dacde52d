"""What Sphinx complains of, kept from build to build: it says each thing only when it comes upon it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from coursewright.cli.sphinx_warnings import SphinxWarning

_Warnings = tuple[SphinxWarning, ...]


@dataclass(frozen=True)
class BuildLog:
    """The pages (paths of sources) that one build read and wrote, and what Sphinx complained of meanwhile.

    ``of_consistency`` is what it said when it looked at all pages together, None where it did not look.
    """

    pages_read: frozenset[str] = frozenset()
    pages_written: frozenset[str] = frozenset()
    of_reading: _Warnings = ()
    of_consistency: _Warnings | None = None
    of_writing: _Warnings = ()


@dataclass(frozen=True)
class Complaints:
    """All that stands: about a page until it is read or written again, about all together until they are looked at."""

    of_reading: _Warnings = ()
    of_consistency: _Warnings = ()
    of_writing: _Warnings = ()

    def __iter__(self) -> Iterator[SphinxWarning]:
        """Each once."""
        yield from dict.fromkeys((*self.of_reading, *self.of_consistency, *self.of_writing))

    def after(self, log: BuildLog, pages: Collection[str]) -> Complaints:
        """What stands after a build, of a course that has these pages (paths of sources)."""
        return Complaints(
            (*_about(self.of_reading, set(pages) - log.pages_read), *log.of_reading),
            self.of_consistency if log.of_consistency is None else log.of_consistency,
            (*_about(self.of_writing, set(pages) - log.pages_written), *log.of_writing),
        )


def _about(complaints: Iterable[SphinxWarning], pages: Collection[str]) -> Iterator[SphinxWarning]:
    return (complaint for complaint in complaints if complaint.path in pages)
