"""The kinds of file that people write: what each is called, what it holds, where its files lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coursewright.model.cohort import Cohort
from coursewright.model.competency import CompetencyMap
from coursewright.model.course import Course
from coursewright.model.entry import Entry
from coursewright.model.exercise import Exercise
from coursewright.model.figure import Figures
from coursewright.model.glossary import Glossary
from coursewright.model.group import GroupCurriculum
from coursewright.model.matrix import GovernanceMatrix
from coursewright.model.meetings import Meetings
from coursewright.model.module import Module
from coursewright.model.page import Page
from coursewright.model.people import People, Venues
from coursewright.model.plain_words import PlainWords
from coursewright.model.thermometer import Thermometer
from coursewright.model.words import N_


@dataclass(frozen=True)
class FileKind:
    """One kind of file: its name, the class of its top entry, its files as a pattern, what it is for."""

    name: str
    model: type[Entry]
    files: str
    about: str

    @property
    def is_front_matter(self) -> bool:
        """Whether the data stands at the top of a Markdown file, and the file needs no ``kind``."""
        return self.files.endswith(".md")


_LISTED = (
    FileKind(
        "course",
        Course,
        "curriculum/course.yaml",
        N_("The course as a whole: title, organisers, language, and the order of its modules."),
    ),
    FileKind(
        "competency-map",
        CompetencyMap,
        "curriculum/competencies/*.yaml",
        N_("A map of competencies in areas, with its scale of gradations."),
    ),
    FileKind(
        "figures",
        Figures,
        "curriculum/figures.yaml",
        N_("The professional figures, as the competencies they draw on."),
    ),
    FileKind("people", People, "curriculum/people.yaml", N_("Who teaches, and when they can be asked.")),
    FileKind("venues", Venues, "curriculum/venues.yaml", N_("The places where sessions are held.")),
    FileKind("glossary", Glossary, "curriculum/glossary.yaml", N_("The words of the course and what they mean.")),
    FileKind(
        "plain-words",
        PlainWords,
        "curriculum/plain-words.yaml",
        N_("The words that the course's texts avoid, and what they say instead."),
    ),
    FileKind(
        "thermometer",
        Thermometer,
        "curriculum/thermometers/*.yaml",
        N_("A thermometer: practices to observe in oneself, situation by situation."),
    ),
    FileKind(
        "group-curriculum",
        GroupCurriculum,
        "curriculum/groups/*.yaml",
        N_("What a group may become and how its members interact."),
    ),
    FileKind(
        "governance-matrix",
        GovernanceMatrix,
        "curriculum/matrices/*.yaml",
        N_("Who does what towards a common goal, level by level."),
    ),
    FileKind(
        "cohort",
        Cohort,
        "curriculum/cohorts/*.yaml",
        N_("An edition of the course: dates, sessions, enrolment, fees."),
    ),
    FileKind(
        "meetings",
        Meetings,
        "private/meetings.yaml",
        N_("The addresses of online sessions, for those who take part: never a page, never committed."),
    ),
    FileKind("module", Module, "modules/*.md", N_("The data at the top of a lesson.")),
    FileKind("exercise", Exercise, "exercises/*.md", N_("The data at the top of an exercise.")),
    FileKind("page", Page, "curriculum/pages/**/*.md", N_("The data at the top of any other page.")),
)
KINDS: Mapping[str, FileKind] = {kind.name: kind for kind in _LISTED}
