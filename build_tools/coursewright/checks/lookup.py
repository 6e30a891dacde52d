"""Whether an id that something refers to exists, and which one was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.nearest import as_identifier, nearest
from coursewright.model.place import Place
from coursewright.model.words import Term


class Lookup:
    """Looks ids up in one curriculum, each question answered once.

    Files that could not be read get the benefit of the doubt: what they define exists, and where not even
    their ids can be told, every id of that kind may be theirs.
    """

    def __init__(self, curriculum: Curriculum) -> None:
        """A lookup in ``curriculum``."""
        self._curriculum = curriculum
        self._untold = curriculum.unread_kinds - {kind for kind, _ in curriculum.unread}
        # An id that is itself what is wrong stands for the one that was meant.
        self._unread = {(kind, as_identifier(identifier)) for kind, identifier in curriculum.unread}
        self._nearest: dict[tuple[Kind, str], str | None] = {}

    def may_exist(self, kind: Kind, identifier: str) -> bool:
        """Whether something of that kind and id stands in the files, or may stand in an unreadable one."""
        return self._curriculum.exists(kind, identifier) or kind in self._untold or (kind, identifier) in self._unread

    def unknown(self, kind: Kind, identifier: str, place: Place) -> Finding | None:
        """The finding of a reference at ``place`` that leads nowhere, None where it leads somewhere."""
        if self.may_exist(kind, identifier):
            return None
        if (kind, identifier) not in self._nearest:
            self._nearest[kind, identifier] = nearest(identifier, self._curriculum.ids(kind))
        likely = self._nearest[kind, identifier]
        if kind is Kind.SOURCE:
            return Finding(Code.UNKNOWN_SOURCE, place, {"found": identifier, "nearest": likely})
        return _unknown_id(kind, identifier, place, likely)


def unknown_among(kind: Kind, identifier: str, place: Place, known: Iterable[str]) -> Finding:
    """The finding of a reference to something that is known only within its file."""
    return _unknown_id(kind, identifier, place, nearest(identifier, known))


def _unknown_id(kind: Kind, identifier: str, place: Place, likely: str | None) -> Finding:
    values = {"kind": Term(kind.value), "found": identifier, "nearest": likely}
    return Finding(Code.UNKNOWN_ID, place, values)
