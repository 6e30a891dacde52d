"""Links to entries of the course: where an entry's page is, and what it is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from posixpath import splitext

from coursewright.model.cohort import Cohort
from coursewright.model.competency import CompetencyMap
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry
from coursewright.model.finding import Kind
from coursewright.model.group import GroupCurriculum
from coursewright.model.matrix import GovernanceMatrix
from coursewright.model.module import WithProse
from coursewright.model.thermometer import Thermometer

_Titled = CompetencyMap | WithProse | Thermometer | GroupCurriculum | GovernanceMatrix | Cohort


@dataclass(frozen=True)
class Link:
    """An entry as others point to it: page (path without suffix), anchor (empty: the page itself), title."""

    kind: Kind
    id: str
    title: str
    docname: str
    anchor: str = ""


def docname_of(entry: Entry) -> str:
    """The name of the page that the entry's file becomes."""
    return splitext(entry.origin.path)[0]


def anchor_of(kind: Kind, identifier: str) -> str:
    """The anchor of an entry that shares its page with others."""
    return f"{kind.value}-{identifier}"


def link(curriculum: Curriculum, kind: Kind, identifier: str) -> Link | None:
    """The link to an entry, or None where there is none of that kind and id."""
    match kind:
        case Kind.COMPETENCY:
            seat = curriculum.competencies.get(identifier)
            if seat is None:
                return None
            return Link(kind, identifier, seat.competency.title, docname_of(seat.map), anchor_of(kind, identifier))
        case Kind.FIGURE:
            figure = curriculum.figures.get(identifier)
            return _anchored(kind, identifier, figure, figure.title if figure else "")
        case Kind.PERSON:
            person = curriculum.people.get(identifier)
            return _anchored(kind, identifier, person, person.name if person else "")
        case Kind.VENUE:
            venue = curriculum.venues.get(identifier)
            return _anchored(kind, identifier, venue, venue.title if venue else "")
        case _:
            return _page_link(curriculum, kind, identifier)


def links(curriculum: Curriculum, kind: Kind, identifiers: Iterable[str]) -> tuple[Link, ...]:
    """The links to those of the entries that exist, in the given order."""
    found = (link(curriculum, kind, identifier) for identifier in identifiers)
    return tuple(each for each in found if each is not None)


def _anchored(kind: Kind, identifier: str, entry: Entry | None, title: str) -> Link | None:
    return None if entry is None else Link(kind, identifier, title, docname_of(entry), anchor_of(kind, identifier))


def _page_link(curriculum: Curriculum, kind: Kind, identifier: str) -> Link | None:
    pages: Mapping[Kind, Mapping[str, _Titled]] = {
        Kind.COMPETENCY_MAP: curriculum.maps,
        Kind.MODULE: curriculum.modules,
        Kind.EXERCISE: curriculum.exercises,
        Kind.THERMOMETER: curriculum.thermometers,
        Kind.GROUP: curriculum.groups,
        Kind.MATRIX: curriculum.matrices,
        Kind.COHORT: curriculum.cohorts,
        Kind.PAGE: curriculum.pages,
    }
    entry = pages.get(kind, {}).get(identifier)
    return None if entry is None else Link(kind, identifier, entry.title, docname_of(entry))
