"""Every id in a data file or front matter that names something of the course, or a source, leads to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from coursewright.checks.lookup import Lookup
from coursewright.model.cohort import Session
from coursewright.model.competency import Aim, Relation
from coursewright.model.course import Course
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry
from coursewright.model.exercise import Exercise
from coursewright.model.finding import Finding, Kind
from coursewright.model.group import Aspiration, GroupCurriculum, Interaction, Member
from coursewright.model.module import Module, PlanItem, Teaching
from coursewright.model.people import Person, Way
from coursewright.model.place import Place
from coursewright.model.planning import Planning
from coursewright.model.thermometer import ObservedPractice, Reading, Thermometer

# Of each class, the keys whose value (a text, a list of texts, or the keys of a mapping) names something,
# and of which kind.
_NAMES: Mapping[type[Entry], Mapping[str, Kind]] = {
    Course: {"path": Kind.MODULE},
    Relation: {"to": Kind.COMPETENCY},
    Aim: {"competency": Kind.COMPETENCY},
    Teaching: {"competency": Kind.COMPETENCY},
    Module: {"requires": Kind.MODULE, "exercises": Kind.EXERCISE},
    PlanItem: {"exercise": Kind.EXERCISE},
    Exercise: {"assesses": Kind.COMPETENCY},
    Thermometer: {"map": Kind.COMPETENCY_MAP},
    ObservedPractice: {"competency": Kind.COMPETENCY},
    GroupCurriculum: {"standing": Kind.COMPETENCY},
    Member: {"figure": Kind.FIGURE, "offers": Kind.COMPETENCY, "seeks": Kind.COMPETENCY},
    Interaction: {"practice": Kind.COMPETENCY},
    Aspiration: {"figure": Kind.FIGURE, "competency": Kind.COMPETENCY},
    Reading: {"thermometer": Kind.THERMOMETER, "counts": Kind.COMPETENCY},
    Way: {"to": Kind.VENUE},
    Person: {"leads": Kind.MODULE},
    Planning: {"trainers": Kind.PERSON, "venues": Kind.VENUE},
    Session: {"modules": Kind.MODULE, "trainers": Kind.PERSON, "venue": Kind.VENUE},
}
_SOURCES = {"source": Kind.SOURCE, "sources": Kind.SOURCE}


@dataclass(frozen=True)
class Reference:
    """An id written in a file, and the kind of thing it names."""

    kind: Kind
    identifier: str
    place: Place


def check_references(curriculum: Curriculum) -> Iterator[Finding]:
    """unknown-id and unknown-source: an id in the data leads nowhere."""
    lookup = Lookup(curriculum)
    for reference in references(curriculum):
        finding = lookup.unknown(reference.kind, reference.identifier, reference.place)
        if finding is not None:
            yield finding


def references(curriculum: Curriculum) -> Iterator[Reference]:
    """Every reference by id in data files and front matter, in the order of the files."""
    for entry in curriculum.entries():
        for key, kind in _names(type(entry)).items():
            yield from _of(entry, key, kind)


@cache
def _names(kind: type[Entry]) -> Mapping[str, Kind]:
    sources = {key: word for key, word in _SOURCES.items() if key in kind.model_fields}
    return {**_NAMES.get(kind, {}), **sources}


def _of(entry: Entry, key: str, kind: Kind) -> Iterator[Reference]:
    value = getattr(entry, key)
    if isinstance(value, str):
        yield Reference(kind, value, entry.place(key))
    elif isinstance(value, tuple):
        for index, identifier in enumerate(value):
            yield Reference(kind, identifier, entry.place(key, index))
    elif isinstance(value, dict):
        for identifier in value:
            yield Reference(kind, identifier, entry.origin.key(key, identifier))
