"""What each kind of entry is, told once: its word, its files, its model, where a curriculum has it, its page.

Reader, checks, links, roles, lists, schemas and translations take it from here. A new kind with a page of its own is
its noun, its view, its template, and its card.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from coursewright.model.cohort import Cohort
from coursewright.model.competency import Competency, CompetencyMap
from coursewright.model.course import Course
from coursewright.model.entry import Entry
from coursewright.model.exercise import Exercise
from coursewright.model.figure import Figure, Figures
from coursewright.model.finding import Kind
from coursewright.model.glossary import Glossary, GlossaryTerm
from coursewright.model.group import GroupCurriculum
from coursewright.model.matrix import GovernanceMatrix
from coursewright.model.meetings import Meetings
from coursewright.model.module import Module
from coursewright.model.page import Page
from coursewright.model.people import People, Person, Venue, Venues
from coursewright.model.plain_words import PlainWord, PlainWords
from coursewright.model.thermometer import Thermometer
from coursewright.model.words import N_

# Addresses of online sessions, in the folder that is neither committed nor published.
MEETINGS = "private/meetings.yaml"


@dataclass(frozen=True)
class Inner:
    """Entries that lie within a file of another kind, below the keys of ``lists``.

    ``entries`` is the curriculum's attribute that has them by id, and ``listed`` the word of the directive that lists
    them; each is empty where there is none.
    """

    kind: Kind
    model: type[Entry]
    lists: tuple[str, ...]
    entries: str = ""
    listed: str = ""


@dataclass(frozen=True)
class Card:
    """A kind of file: the ``kind`` that it states, the class of its top entry, its files as a pattern, what it is for.

    ``entries`` is the curriculum's attribute that has it: by id where there are several, else the one or None. ``kind``
    is what the id of such an entry names, None where it has no id. ``page`` is the view that its page is made of, empty
    where a text in Markdown is the page, or there is none.
    """

    word: str
    model: type[Entry]
    files: str
    about: str
    entries: str
    kind: Kind | None = None
    page: str = ""
    listed: str = ""
    inner: Inner | None = None

    @property
    def is_front_matter(self) -> bool:
        """Whether the data stands at the top of a Markdown file, and the file needs no ``kind``."""
        return self.files.endswith(".md")

    @property
    def is_single(self) -> bool:
        """Whether there is one file of it, which stands alone."""
        return "*" not in self.files

    @property
    def is_private(self) -> bool:
        """Whether its file is never published."""
        return self.files.startswith("private/")

    @property
    def folder(self) -> str:
        """The folder of its files, from the root."""
        return PurePosixPath(self.files.partition("*")[0] + "_").parent.as_posix()

    def path_of(self, identifier: str) -> str:
        """Where the file of an entry with that id belongs."""
        return self.files.replace("*", identifier)


CARDS: tuple[Card, ...] = (
    Card(
        "course",
        Course,
        "curriculum/course.yaml",
        N_("The course as a whole: title, organisers, language, and the order of its modules."),
        "course",
        Kind.COURSE,
        page="course_page",
    ),
    Card(
        "figures",
        Figures,
        "curriculum/figures.yaml",
        N_("The professional figures, as the competencies they draw on."),
        "figures_file",
        page="figures_page",
        inner=Inner(Kind.FIGURE, Figure, ("figures",), "figures", "figures"),
    ),
    Card(
        "people",
        People,
        "curriculum/people.yaml",
        N_("Who teaches, and when they can be asked."),
        "people_file",
        page="people_page",
        inner=Inner(Kind.PERSON, Person, ("people",), "people"),
    ),
    Card(
        "venues",
        Venues,
        "curriculum/venues.yaml",
        N_("The places where sessions are held."),
        "venues_file",
        page="venues_page",
        inner=Inner(Kind.VENUE, Venue, ("venues",), "venues"),
    ),
    Card(
        "glossary",
        Glossary,
        "curriculum/glossary.yaml",
        N_("The words of the course and what they mean."),
        "glossary",
        page="glossary_page",
        inner=Inner(Kind.TERM, GlossaryTerm, ("terms",)),
    ),
    Card(
        "plain-words",
        PlainWords,
        "curriculum/plain-words.yaml",
        N_("The words that the course's texts avoid, and what they say instead."),
        "plain_words",
        page="plain_words_page",
        inner=Inner(Kind.TERM, PlainWord, ("words",)),
    ),
    Card(
        "competency-map",
        CompetencyMap,
        "curriculum/competencies/*.yaml",
        N_("A map of competencies in areas, with its scale of gradations."),
        "maps",
        Kind.COMPETENCY_MAP,
        page="competency_map_page",
        listed="competency-maps",
        inner=Inner(Kind.COMPETENCY, Competency, ("areas", "competencies"), "competencies", "competencies"),
    ),
    Card(
        "module",
        Module,
        "modules/*.md",
        N_("The data at the top of a lesson."),
        "modules",
        Kind.MODULE,
        listed="modules",
    ),
    Card(
        "exercise",
        Exercise,
        "exercises/*.md",
        N_("The data at the top of an exercise."),
        "exercises",
        Kind.EXERCISE,
        listed="exercises",
    ),
    Card(
        "thermometer",
        Thermometer,
        "curriculum/thermometers/*.yaml",
        N_("A thermometer: practices to observe in oneself, situation by situation."),
        "thermometers",
        Kind.THERMOMETER,
        page="thermometer_page",
        listed="thermometers",
    ),
    Card(
        "group-curriculum",
        GroupCurriculum,
        "curriculum/groups/*.yaml",
        N_("What a group may become and how its members interact."),
        "groups",
        Kind.GROUP,
        page="group_page",
        listed="groups",
    ),
    Card(
        "governance-matrix",
        GovernanceMatrix,
        "curriculum/matrices/*.yaml",
        N_("Who does what towards a common goal, level by level."),
        "matrices",
        Kind.MATRIX,
        page="matrix_page",
        listed="matrices",
    ),
    Card(
        "cohort",
        Cohort,
        "curriculum/cohorts/*.yaml",
        N_("An edition of the course: dates, sessions, enrolment, fees."),
        "cohorts",
        Kind.COHORT,
        page="cohort_page",
        listed="cohorts",
    ),
    Card(
        "page",
        Page,
        "curriculum/pages/**/*.md",
        N_("The data at the top of any other page."),
        "pages",
        Kind.PAGE,
    ),
    Card(
        "meetings",
        Meetings,
        MEETINGS,
        N_("The addresses of online sessions, for those who take part: never a page, never committed."),
        "meetings",
    ),
)
"""Every kind of file, in the order in which a course's files are gone through."""

BY_WORD: Mapping[str, Card] = {card.word: card for card in CARDS}
BY_KIND: Mapping[Kind, Card] = {card.kind: card for card in CARDS if card.kind is not None}
INNER: Mapping[Kind, Inner] = {card.inner.kind: card.inner for card in CARDS if card.inner is not None}

MENTIONED: tuple[Kind, ...] = (
    *(kind for kind in BY_KIND if kind not in {Kind.COURSE, Kind.PAGE}),
    *(kind for kind, inner in INNER.items() if inner.entries),
)
"""The kinds that a text can mention by a role of their word; the site links and checks each of them."""

LISTED: Mapping[str, Kind] = {
    **{card.listed: kind for kind, card in BY_KIND.items() if card.listed},
    **{inner.listed: kind for kind, inner in INNER.items() if inner.listed},
}
"""The kinds that a directive can list, by its word for them."""
