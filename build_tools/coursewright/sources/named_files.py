"""The files that the texts of a course name: each passes the gate or is a finding, and what is included is read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coursewright.model.facilitation_slips import facilitation_slips
from coursewright.model.finding import Code, Finding
from coursewright.model.module import WithProse
from coursewright.model.named_file import NamedFile, Use
from coursewright.model.nearest import as_identifier
from coursewright.model.page import Edition, Page
from coursewright.model.place import Origin, Place
from coursewright.sources.file_gate import KINDS, FileGate
from coursewright.sources.front_matter import without_front_matter
from coursewright.sources.markdown_prose import TooTangledError, read_prose
from coursewright.sources.text_files import read_text

_SUFFIX = ".md"


@dataclass
class NamedFiles:
    """What the texts of the course in ``root`` name; ``entries`` are those that were read from files, by path."""

    root: Path
    gate: FileGate
    entries: Mapping[str, WithProse]
    included: dict[str, Page] = field(default_factory=dict)

    def findings(self) -> Iterator[Finding]:
        """What is wrong with the files that texts name; afterwards ``included`` has those that are included."""
        waiting: list[WithProse] = list(self.entries.values())
        while waiting:
            entry = waiting.pop(0)
            for named in entry.prose.files:
                yield from self._findings_of(entry, named)
                if named.use is Use.INCLUDED:
                    waiting += self._newly_included(entry, named)

    def _findings_of(self, entry: WithProse, named: NamedFile) -> Iterator[Finding]:
        file, place = self._file(entry, named), Place(entry.origin.path, named.line, named.column)
        if named.use is Use.READ and "://" in named.target:
            yield Finding(Code.OUTSIDE_FILE_NAMED, place, {"found": named.target})
        elif _is_file(file) and not (named.is_link and self._is_page(file)):
            code = self.gate.refusal(file, named.use)
            if code is not None:
                kinds = ", ".join(sorted(KINDS[named.use]))
                yield Finding(code, place, {"found": named.target, "kinds": kinds})
            elif named.use is Use.READ and not _is_for_trainers(entry, named.line) and self._is_slipping(file):
                yield Finding(Code.LISTING_FOR_TRAINERS, place, {"found": named.target})

    def _newly_included(self, entry: WithProse, named: NamedFile) -> Iterable[Page]:
        file = self._file(entry, named)
        path = os.path.relpath(file, self.root).replace(os.sep, "/")
        known = path in self.entries or path in self.included
        if known or not _is_file(file) or self.gate.refusal(file, named.use) is not None:
            return ()
        try:
            prose = read_prose(without_front_matter(read_text(file, self.root).text))
        except TooTangledError:
            return ()  # the page that includes it is as tangled, and Sphinx says so
        page = Page(id=as_identifier(path) or "text").located(Origin(path)).with_prose(prose)
        self.included[path] = page
        return (page,)

    def _file(self, entry: WithProse, named: NamedFile) -> Path:
        if named.target.startswith("/"):
            return self.root / named.target.lstrip("/")
        return self.root / Path(entry.origin.path).parent / named.target

    def _is_page(self, file: Path) -> bool:
        """Whether a link to the file leads to its page, or to nothing; it is no download in either case."""
        path = os.path.relpath(os.path.realpath(file), os.path.realpath(self.root)).replace(os.sep, "/")
        is_data = path.startswith("curriculum/") and file.suffix == ".yaml"
        return path in self.entries or file.suffix == _SUFFIX or is_data

    def _is_slipping(self, file: Path) -> bool:
        text = read_text(Path(os.path.realpath(file)), Path(os.path.realpath(self.root)))
        return next(facilitation_slips(text.text.split("\n")), None) is not None


def _is_file(file: Path) -> bool:
    try:
        return file.is_file()
    except (OSError, ValueError):
        return False


def _is_for_trainers(entry: WithProse, line: int) -> bool:
    if isinstance(entry, Page) and entry.edition is Edition.TRAINERS:
        return True
    return any(first <= line < end for first, end in entry.prose.for_trainers)
