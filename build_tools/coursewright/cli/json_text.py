"""JSON documents: frozen dataclasses as their fields in order, safe on a terminal, money and instants as text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from operator import attrgetter
from typing import Any

from coursewright.cli.terminal import plain
from coursewright.locale import wording
from coursewright.model.reason import Reason

_ENGLISH = wording("en")
# What is equal to nothing, so that what has no default is never left out.
_NO_DEFAULT = object()
# By far most values are these.
_AS_IS = {str, int, bool, type(None)}


def json_text(document: Any) -> str:
    """The document on several lines; characters that a terminal would obey or hide are written out."""
    return shown(json.dumps(document, ensure_ascii=False, indent=2))


def shown(text: str) -> str:
    """A JSON text as a terminal may have it: characters that it would obey or hide are written out."""
    return re.sub(r"[^\n\x20-\x7e]", lambda match: _kept_or_escaped(match.group()), text)


def _kept_or_escaped(character: str) -> str:
    return character if plain(character) == character else json.dumps(character)[1:-1]


Shapes = Mapping[type, Mapping[str, str | Callable[[Any], Any]]]
"""For some dataclasses the keys of their document, in order, each with the attribute it is taken from or a function of
the whole; a path such as ``window.start`` leads on. The others have their fields under their own names."""


def json_document(value: Any, shapes: Shapes | None = None) -> Any:
    """What ``value`` says, as dicts, lists and scalars; a field that is as it is by default is left out.

    A reason is its code and its English sentence; that of a field ``reason`` stands among the other fields. Decimals
    are text as they are, days and instants ISO 8601, fractions numbers. TypeError for what has no such form.
    """
    return Documents(shapes).of(value)


class Documents:
    """Makes documents of very many values, which share tuples: the document of each tuple is made once."""

    def __init__(self, shapes: Shapes | None = None) -> None:
        self._shapes = shapes or {}
        self._makers: dict[type, Callable[[Any], Any]] = {}
        # With each document what it is of: as long as that stays, no other tuple has its id.
        self._known: dict[int, tuple[tuple[Any, ...], list[Any]]] = {}

    def of(self, value: Any) -> Any:
        """The document of one value, as :func:`json_document` has it."""
        make = self._makers.get(type(value))
        if make is None:
            make = self._makers[type(value)] = self._maker(type(value))
        return make(value)

    def _maker(self, kind: type) -> Callable[[Any], Any]:
        if issubclass(kind, Reason):
            return _told
        if is_dataclass(kind):
            return self._record(kind)
        if issubclass(kind, Enum):
            return attrgetter("value")
        if issubclass(kind, tuple):
            return self._shared
        if issubclass(kind, Mapping):
            return lambda value: {self.of(key): self.of(item) for key, item in value.items()}
        for known, make in _SCALARS.items():
            if issubclass(kind, known):
                return make
        raise TypeError(f"no JSON form of {kind.__name__}")

    def _record(self, kind: type) -> Callable[[Any], dict[str, Any]]:
        parts, makers, of = list(self._parts(kind)), self._makers, self.of

        def record(value: Any) -> dict[str, Any]:
            document: dict[str, Any] = {}
            for key, taken_from, default in parts:
                found = taken_from(value)
                if default is not _NO_DEFAULT and found == default:
                    continue
                if key == "reason":
                    document |= of(found)
                elif type(found) in _AS_IS:
                    document[key] = found
                else:
                    document[key] = (makers.get(type(found)) or of)(found)
            return document

        return record

    def _parts(self, kind: type) -> Iterator[tuple[str, Callable[[Any], Any], Any]]:
        """Each key of the document of such a value, where it is taken from, and what is left out."""
        defaults = {each.name: each.default for each in fields(kind) if each.default is not MISSING}
        for key, source in self._shapes.get(kind, {each.name: each.name for each in fields(kind)}).items():
            if isinstance(source, str):
                yield key, attrgetter(source), defaults.get(source, _NO_DEFAULT)
            else:
                yield key, source, _NO_DEFAULT

    def _shared(self, items: tuple[Any, ...]) -> list[Any]:
        known = self._known.get(id(items))
        if known is None:
            known = self._known[id(items)] = items, [self.of(each) for each in items]
        return known[1]


def _told(reason: Reason) -> dict[str, str]:
    return {"code": reason.code.value, "reason": _ENGLISH.reason(reason)}


def _itself(value: Any) -> Any:
    return value


_SCALARS: Mapping[type, Callable[[Any], Any]] = {
    type(None): _itself,
    str: _itself,
    int: _itself,
    Decimal: str,
    date: lambda day: day.isoformat(),
    Fraction: float,
}
