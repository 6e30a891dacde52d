"""The whole course: every entry of every file, found by its id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from coursewright.model.bibliography import Work
from coursewright.model.card import BY_KIND, CARDS, INNER
from coursewright.model.cohort import Cohort
from coursewright.model.competency import Area, Competency, CompetencyMap
from coursewright.model.course import Course
from coursewright.model.entry import Entry, Subject
from coursewright.model.exercise import Exercise
from coursewright.model.figure import Figure, Figures
from coursewright.model.finding import Kind
from coursewright.model.glossary import Glossary
from coursewright.model.group import GroupCurriculum
from coursewright.model.matrix import GovernanceMatrix
from coursewright.model.meetings import Meetings
from coursewright.model.module import Module
from coursewright.model.page import Page
from coursewright.model.people import People, Person, Venue, Venues
from coursewright.model.plain_words import PlainWords
from coursewright.model.published_calendar import PublishedCalendar
from coursewright.model.thermometer import Thermometer
from coursewright.model.translation import Catalog


@dataclass(frozen=True)
class CompetencySeat:
    """A competency with the map and the area that it belongs to."""

    competency: Competency
    area: Area
    map: CompetencyMap


@dataclass(frozen=True)
class Curriculum:
    """Everything that a course's files say. Each mapping goes from id to entry, in the order of the files.

    ``published`` goes from the id of a cohort to its calendar as subscribers know it, which is no page of its own.
    ``included`` are texts that pages include and that are no pages themselves, by path.
    ``meetings`` and ``feed_key`` are private: the addresses of online sessions, and the secret that names the feeds
    which tell them; they are in no file that is a page, and in no text of this object.
    ``catalogs`` are by language, and then by the name of the page that they translate.
    ``written`` is the same in the language of the course, where this is a translation.
    ``unread`` names what stands in files that could not be read whole: it exists, but nothing is known of it.
    """

    course: Course
    maps: Mapping[str, CompetencyMap] = field(default_factory=dict)
    figures_file: Figures | None = None
    people_file: People | None = None
    venues_file: Venues | None = None
    glossary: Glossary | None = None
    plain_words: PlainWords | None = None
    modules: Mapping[str, Module] = field(default_factory=dict)
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    thermometers: Mapping[str, Thermometer] = field(default_factory=dict)
    groups: Mapping[str, GroupCurriculum] = field(default_factory=dict)
    matrices: Mapping[str, GovernanceMatrix] = field(default_factory=dict)
    cohorts: Mapping[str, Cohort] = field(default_factory=dict)
    published: Mapping[str, PublishedCalendar] = field(default_factory=dict)
    meetings: Meetings | None = field(default=None, repr=False)
    feed_key: bytes | None = field(default=None, repr=False)
    pages: Mapping[str, Page] = field(default_factory=dict)
    included: Mapping[str, Page] = field(default_factory=dict)
    works: Mapping[str, Work] = field(default_factory=dict)
    catalogs: Mapping[str, Mapping[str, Catalog]] = field(default_factory=dict)
    written: Curriculum | None = field(default=None, repr=False)
    unread: frozenset[tuple[Kind, str]] = frozenset()
    unread_kinds: frozenset[Kind] = frozenset()

    @property
    def as_written(self) -> Curriculum:
        """The curriculum in the language of the course."""
        return self.written or self

    def meeting_addresses(self, cohort: Cohort) -> Mapping[str, str]:
        """The addresses that are known of sessions which a cohort holds online, by session: not for everybody."""
        listed = self.meetings.addresses.get(cohort.id, {}) if self.meetings is not None else {}
        known = {
            session.id: listed.get(session.id) if session.online is True else session.online
            for session in cohort.calendar.sessions
            if session.cancelled is None
        }
        return {session: address for session, address in known.items() if address is not None}

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """The figures by id."""
        return {figure.id: figure for figure in reversed(self.figures_file.figures)} if self.figures_file else {}

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """The people by id."""
        return {person.id: person for person in self.people_file.people} if self.people_file else {}

    @cached_property
    def venues(self) -> Mapping[str, Venue]:
        """The venues by id."""
        return {venue.id: venue for venue in self.venues_file.venues} if self.venues_file else {}

    @cached_property
    def competencies(self) -> Mapping[str, CompetencySeat]:
        """The competencies of all maps by id; of two with one id, the first."""
        seats: dict[str, CompetencySeat] = {}
        for competency_map in self.maps.values():
            for area in competency_map.areas:
                for competency in area.competencies:
                    seats.setdefault(competency.id, CompetencySeat(competency, area, competency_map))
        return seats

    def gradation_title(self, competency: str, gradation: str) -> str:
        """What people call a gradation of the competency's map; its id where the map has none of that id."""
        seat = self.competencies.get(competency)
        found = seat.map.gradation(gradation) if seat is not None else None
        return found.title if found is not None else gradation

    @cached_property
    def path(self) -> tuple[Module, ...]:
        """The modules in the order they are taught; those the path leaves out are not in it."""
        return tuple(
            self.modules[identifier] for identifier in dict.fromkeys(self.course.path) if identifier in self.modules
        )

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The place of each module in the path, from 1."""
        return {module.id: number for number, module in enumerate(self.path, start=1)}

    @cached_property
    def modules_in_order(self) -> tuple[Module, ...]:
        """The modules of the path, then those it leaves out, by id."""
        rest = (self.modules[identifier] for identifier in sorted(set(self.modules) - set(self.course.path)))
        return (*self.path, *rest)

    @cached_property
    def _by_kind(self) -> Mapping[Kind, Mapping[str, object]]:
        where = {kind: card.entries for kind, card in BY_KIND.items()}
        where |= {kind: inner.entries for kind, inner in INNER.items() if inner.entries}
        del where[Kind.COURSE]  # there is but one
        return {Kind.SOURCE: self.works} | {kind: getattr(self, entries) for kind, entries in where.items()}

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """The ids that exist of a kind that is addressed from anywhere."""
        return tuple(self._by_kind[kind])

    def exists(self, kind: Kind, identifier: str) -> bool:
        """Whether something of that kind and id stands in the files, read or not."""
        return identifier in self._by_kind[kind] or (kind, identifier) in self.unread

    def files(self) -> Iterator[Entry]:
        """The top entry of every file that may be published."""
        for card in CARDS:
            if not card.is_private:
                found = getattr(self, card.entries)
                yield from found.values() if isinstance(found, Mapping) else filter(None, (found,))

    def entry(self, kind: Kind, identifier: str) -> Entry | None:
        """The entry of that kind and id, None where there is none."""
        found = self._by_kind.get(kind, {}).get(identifier)
        found = found.competency if isinstance(found, CompetencySeat) else found
        return found if isinstance(found, Entry) else None

    def subjects(self) -> Iterator[Subject]:
        """Every entry that can be illustrative or carry ignores."""
        for entry in self.entries():
            if isinstance(entry, Subject):
                yield entry

    def entries(self) -> Iterator[Entry]:
        """Every entry of every file, those inside others included."""
        for entry in self.files():
            yield from _with_those_below(entry)


def _with_those_below(value: object) -> Iterator[Entry]:
    if isinstance(value, Entry):
        yield value
        for _, item in value.written():
            yield from _with_those_below(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _with_those_below(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _with_those_below(item)
