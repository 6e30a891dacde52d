"""Ids that must differ: over the whole course for what is addressed from anywhere, else within a file.

Two files of one kind with the same id are found when files are read, since only the first of them is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from coursewright.model.competency import Competency, CompetencyMap
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.place import Key, Place
from coursewright.model.words import Term


class _WithId(Protocol):
    @property
    def id(self) -> str: ...

    def place(self, *keys: Key) -> Place: ...


def check_unique_ids(curriculum: Curriculum) -> Iterator[Finding]:
    """duplicate-id: two things of one kind with one id; the later one is reported."""
    for kind, entries in _families(curriculum):
        yield from _repeated(kind, ((entry.id, entry.place("id")) for entry in entries))
    if curriculum.glossary is not None:
        terms = curriculum.glossary.terms
        yield from _repeated(Kind.TERM, ((term.term, term.place("term")) for term in terms))
    if curriculum.plain_words is not None:
        words = curriculum.plain_words.words
        yield from _repeated(Kind.TERM, ((word.avoid, word.place("avoid")) for word in words))


def _families(curriculum: Curriculum) -> Iterator[tuple[Kind, Iterable[_WithId]]]:
    """The entries among which an id may stand once."""
    maps = curriculum.maps.values()
    yield Kind.COMPETENCY, _competencies(maps)
    for competency_map in maps:
        yield Kind.AREA, competency_map.areas
        yield Kind.GRADATION, competency_map.gradations
    if curriculum.figures_file is not None:
        yield Kind.FIGURE, curriculum.figures_file.figures
    if curriculum.people_file is not None:
        yield Kind.PERSON, curriculum.people_file.people
    if curriculum.venues_file is not None:
        yield Kind.VENUE, curriculum.venues_file.venues
    for thermometer in curriculum.thermometers.values():
        yield Kind.SITUATION, thermometer.situations
    for group in curriculum.groups.values():
        yield Kind.MEMBER, group.members
    for matrix in curriculum.matrices.values():
        yield Kind.LEVEL, matrix.levels
        yield Kind.OBJECTIVE, matrix.objectives
    for cohort in curriculum.cohorts.values():
        yield Kind.SESSION, cohort.calendar.sessions
        if cohort.fees is not None:
            yield Kind.RULE, cohort.fees.rules
            yield Kind.ITEM, cohort.fees.items
            yield Kind.PLAN, cohort.fees.plans
            yield Kind.PAYER, cohort.fees.payers


def _competencies(maps: Iterable[CompetencyMap]) -> Iterator[Competency]:
    for competency_map in maps:
        yield from competency_map.competencies()


def _repeated(kind: Kind, named: Iterable[tuple[str, Place]]) -> Iterator[Finding]:
    first: dict[str, Place] = {}
    for name, place in named:
        same = first.setdefault(" ".join(name.casefold().split()), place)
        if same is not place:
            values = {"kind": Term(kind.value), "found": name, "first": str(same)}
            yield Finding(Code.DUPLICATE_ID, place, values, related=(same,))
