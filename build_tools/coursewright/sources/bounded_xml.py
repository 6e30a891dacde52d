"""XML of archives read piece by piece, with nothing kept: no document type, no entities, no depth, no endless piece.

expat keeps what it has not yet understood, every name it has met and every element that is open. Each of these is
bounded here, since a part that unpacks to very much can be made of any of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any
from xml.parsers.expat import ExpatError, ParserCreate

from coursewright.sources.table_bounds import MAX_ROW_LENGTH, too_long

_PIECE = 65_536
_MAX_UNFINISHED = 1_000_000
_MAX_NAMES = 5_000
_MAX_DEPTH = 64
# More than three for each cell that a table may have.
_MAX_ELEMENTS = 12_000_000

Attributes = dict[str, str]


class BrokenXmlError(Exception):
    """XML that is broken, or like none that a spreadsheet writes."""


class BoundedXml:
    """The elements of one part, told to a subclass: ``begin`` and ``end`` with the depth (1 is the root).

    Names are without the prefix that the root has. ``row`` is the number of the row that is being read, 0 before the
    first. A subclass asks for letters by ``begin_text``, has them from ``end_text``, and sets ``is_done`` where nothing
    that follows matters.
    """

    def __init__(self) -> None:
        self.depth = 0
        self.row = 0
        self.is_text = False
        self.is_done = False
        self._elements = 0
        self._letters: list[str] = []
        self._prefix = 0
        self._names: dict[str, str] = {}
        # The table of names is ours, so that we can see how many expat keeps.
        self._parser = ParserCreate(intern=self._names)
        self._parser.buffer_text = True
        self._parser.buffer_size = _PIECE
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = _refuse_document_type

    def begin(self, name: str, attributes: Attributes) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def pieces(self, stream: IO[bytes]) -> Iterator[None]:
        """Read the part, and stop after each piece; BrokenXmlError where it is none that can be read."""
        fed = 0
        try:
            while not self.is_done and (piece := stream.read(_PIECE)):
                self._parser.Parse(piece, False)
                fed += len(piece)
                self._look_at_bounds(fed)
                yield
            if not self.is_done:
                self._parser.Parse(b"", True)
        # Other than the first: encodings of several bytes, and such as nobody knows.
        except (ExpatError, ValueError, LookupError):
            raise BrokenXmlError from None
        yield

    def read(self, stream: IO[bytes]) -> None:
        """Read the whole part."""
        for _ in self.pieces(stream):
            pass

    def begin_text(self) -> None:
        """Gather letters from here on."""
        self.is_text = True
        self._letters.clear()
        self._parser.CharacterDataHandler = self._letters.append

    def end_text(self) -> str:
        """The letters since :meth:`begin_text`."""
        self.is_text = False
        self._parser.CharacterDataHandler = None
        return self._letters[0] if len(self._letters) == 1 else "".join(self._letters)

    def _begin(self, name: str, attributes: Attributes) -> None:
        depth = self.depth = self.depth + 1
        self._elements += 1
        if depth == 1:
            self._prefix = name.rfind(":") + 1
        elif depth > _MAX_DEPTH:
            raise BrokenXmlError
        self.begin(name[self._prefix :] if self._prefix else name, attributes)

    def _end(self, name: str) -> None:
        self.end(name[self._prefix :] if self._prefix else name)
        self.depth -= 1

    def _look_at_bounds(self, fed: int) -> None:
        unfinished = fed - self._parser.CurrentByteIndex
        if unfinished > _MAX_UNFINISHED or len(self._names) > _MAX_NAMES or self._elements > _MAX_ELEMENTS:
            raise BrokenXmlError
        if self.is_text and sum(map(len, self._letters)) > MAX_ROW_LENGTH:
            raise too_long(self.row)


def _refuse_document_type(*_: Any) -> None:
    """No spreadsheet writes one: it would be there for its entities."""
    raise BrokenXmlError
