"""Where a thing stands in the files that people write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Key = str | int
Keys = tuple[Key, ...]
Mark = tuple[int, int]


@dataclass(frozen=True, order=True)
class Place:
    """A point in a file: path relative to the root with ``/``, line and column counted from 1.

    ``keys`` is the way to it through the file's data (mapping keys and list positions); it takes no part in comparison.
    """

    path: str
    line: int = 1
    column: int = 1
    keys: Keys = field(default=(), compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Marks:
    """Line and column of every key and of every value of one file's data, by the way to it."""

    keys: Mapping[Keys, Mark] = field(default_factory=dict)
    values: Mapping[Keys, Mark] = field(default_factory=dict)


@dataclass(frozen=True)
class Origin:
    """Where an entry stands in its file, and from there the place of anything below it."""

    path: str = ""
    marks: Marks = field(default_factory=Marks, repr=False)
    keys: Keys = ()

    def below(self, *keys: Key) -> Origin:
        """The origin of what lies under ``keys``."""
        return Origin(self.path, self.marks, self.keys + keys)

    def value(self, *keys: Key) -> Place:
        """The place of the value under ``keys``, or of the nearest thing above it that the file has."""
        return self._nearest(self.keys + keys, self.marks.values)

    def key(self, *keys: Key) -> Place:
        """The place of the key itself, where :meth:`value` would give that of its value."""
        way = self.keys + keys
        if way in self.marks.keys:
            return Place(self.path, *self.marks.keys[way], keys=way)
        return self._nearest(way, self.marks.values)

    def _nearest(self, way: Keys, marks: Mapping[Keys, Mark]) -> Place:
        for end in range(len(way), -1, -1):
            if way[:end] in marks:
                return Place(self.path, *marks[way[:end]], keys=way)
        return Place(self.path, keys=way)
