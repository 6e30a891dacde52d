"""Every id in a data file or front matter that names something leads to it; which ids name what, their types say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from coursewright.checks.lookup import Lookup, unknown_among
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry
from coursewright.model.finding import Finding, Kind
from coursewright.model.group import GroupCurriculum
from coursewright.model.ids import Names
from coursewright.model.matrix import GovernanceMatrix
from coursewright.model.place import Place


@dataclass(frozen=True)
class Reference:
    """An id written in a file, and the kind of thing it names."""

    kind: Kind
    identifier: str
    place: Place


def check_references(curriculum: Curriculum) -> Iterator[Finding]:
    """unknown-id and unknown-source: an id in the data leads nowhere, in the course or within its own file."""
    lookup = Lookup(curriculum)
    within = {entry.origin.path: _known_within(entry) for entry in curriculum.files()}
    for reference in references(curriculum):
        known = within[reference.place.path].get(reference.kind)
        if known is None:
            finding = lookup.unknown(reference.kind, reference.identifier, reference.place)
            if finding is not None:
                yield finding
        elif reference.identifier not in known:
            yield unknown_among(reference.kind, reference.identifier, reference.place, known)


def references(curriculum: Curriculum) -> Iterator[Reference]:
    """Every reference by id in data files and front matter, in the order of the files."""
    for entry in curriculum.entries():
        for name, kind in _names(type(entry)).items():
            yield from _of(entry, name, kind)


def _known_within(entry: Entry) -> Mapping[Kind, frozenset[str]]:
    """The ids that are known only in the file of this entry, by what they name."""
    match entry:
        case GroupCurriculum():
            return {Kind.MEMBER: frozenset(member.id for member in entry.members)}
        case GovernanceMatrix():
            levels, objectives = (
                frozenset(each.id for each in several) for several in (entry.levels, entry.objectives)
            )
            return {Kind.LEVEL: levels, Kind.OBJECTIVE: objectives}
        case _:
            return {}


@cache
def _names(kind: type[Entry]) -> Mapping[str, Kind]:
    """The fields of an entry that name something, and what."""
    hints = get_type_hints(kind, include_extras=True)
    found = {name: _named(hints[name]) for name in kind.model_fields}
    return {name: named for name, named in found.items() if named is not None}


def _named(annotation: Any) -> Kind | None:
    """What the texts of a field name: of a mapping its keys do."""
    if get_origin(annotation) is Annotated:
        kind, *marks = get_args(annotation)
        return next((mark.kind for mark in marks if isinstance(mark, Names)), None) or _named(kind)
    parts = get_args(annotation)[:1] if get_origin(annotation) is dict else get_args(annotation)
    return next(filter(None, map(_named, parts)), None)


def _of(entry: Entry, name: str, kind: Kind) -> Iterator[Reference]:
    value, key = getattr(entry, name), type(entry).model_fields[name].alias or name
    if isinstance(value, str):
        yield Reference(kind, value, entry.place(key))
    elif isinstance(value, tuple):
        for index, identifier in enumerate(value):
            yield Reference(kind, identifier, entry.place(key, index))
    elif isinstance(value, dict):
        for identifier in value:
            yield Reference(kind, identifier, entry.origin.key(key, identifier))
