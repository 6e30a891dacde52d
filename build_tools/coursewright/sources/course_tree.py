"""The files of a course made into one curriculum, with every finding on the way."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, available_timezones

from coursewright.model.cohort import Cohort
from coursewright.model.competency import CompetencyMap
from coursewright.model.course import Course
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry, Identified
from coursewright.model.exercise import Exercise
from coursewright.model.figure import Figures
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.glossary import Glossary
from coursewright.model.group import GroupCurriculum
from coursewright.model.matrix import GovernanceMatrix
from coursewright.model.meetings import Meetings
from coursewright.model.module import Module, WithProse
from coursewright.model.nearest import as_identifier, nearest
from coursewright.model.page import Page
from coursewright.model.people import People, Venues
from coursewright.model.place import Marks, Place
from coursewright.model.plain_words import PlainWords
from coursewright.model.prose import Prose
from coursewright.model.published_calendar import PublishedCalendar
from coursewright.model.thermometer import Thermometer
from coursewright.model.words import Term
from coursewright.sources.bibliography import Bibliography, read_bibliography
from coursewright.sources.catalogs import read_catalogs
from coursewright.sources.course_files import BIBLIOGRAPHY, CourseFiles, find_files
from coursewright.sources.feed_key import read_feed_key
from coursewright.sources.file_gate import course_gate
from coursewright.sources.front_matter import MarkdownFile, split_front_matter
from coursewright.sources.markdown_prose import TooTangledError, read_prose
from coursewright.sources.named_files import NamedFiles
from coursewright.sources.text_files import read_text
from coursewright.sources.validation import validate
from coursewright.sources.yaml_tree import YamlTree, read_yaml

EntryT = TypeVar("EntryT", bound=Entry)
IdentifiedT = TypeVar("IdentifiedT", bound=Identified)
WithProseT = TypeVar("WithProseT", bound=WithProse)

# The kinds whose entries lie inside a file of another kind, and the keys of the lists that lead to them.
_INNER: Mapping[type[Entry], tuple[Kind, tuple[str, ...]]] = {
    CompetencyMap: (Kind.COMPETENCY, ("areas", "competencies")),
    Figures: (Kind.FIGURE, ("figures",)),
    People: (Kind.PERSON, ("people",)),
    Venues: (Kind.VENUE, ("venues",)),
    Glossary: (Kind.TERM, ("terms",)),
    PlainWords: (Kind.TERM, ("words",)),
}
# Findings of a bibliography whose works can all be told nonetheless.
_WORKS_KNOWN = {Code.DUPLICATE_ID, Code.DUPLICATE_KEY, Code.INVALID_ID}
# Stands in for a course that cannot be read, so that everything else can be checked.
_NO_COURSE = Course(id="course", title="-", summary="-", language="it", path=())


@dataclass(frozen=True)
class CourseTree:
    """The curriculum that a root's files say, and what is wrong with the files themselves."""

    curriculum: Curriculum
    findings: tuple[Finding, ...]


@dataclass
class _Reading:
    """What has been read so far."""

    files: CourseFiles
    findings: list[Finding] = field(default_factory=list)
    unread: set[tuple[Kind, str]] = field(default_factory=set)
    unread_kinds: set[Kind] = field(default_factory=set)

    def course(self) -> Course:
        """The course, or what stands in for it."""
        file = self.files.root / "curriculum" / "course.yaml"
        return self._data_file(file, Course, Kind.COURSE) or _NO_COURSE

    def single(self, name: str, kind: type[EntryT]) -> EntryT | None:
        """The entry of one of the files that stand alone in ``curriculum/``, if it is there and sound."""
        file = self.files.singles.get(name)
        return self._data_file(file, kind, None) if file is not None else None

    def folder(self, name: str, kind: type[IdentifiedT], word: Kind) -> dict[str, IdentifiedT]:
        """The entries of the YAML files in a folder of ``curriculum/``."""
        entries = (self._data_file(file, kind, word) for file in self.files.folders.get(name, ()))
        return self._by_id(entries, word)

    def prose_folder(self, files: Iterable[Path], kind: type[WithProseT], word: Kind) -> dict[str, WithProseT]:
        """The entries of Markdown files with front matter."""
        return self._by_id((self._prose_file(file, kind, word) for file in files), word)

    def published(self) -> dict[str, PublishedCalendar]:
        """The calendars that have been published, by the ids of their cohorts."""
        read = (self._data_file(file, PublishedCalendar, None) for file in self.files.published)
        return {calendar.cohort: calendar for calendar in read if calendar is not None}

    def meetings(self) -> Meetings | None:
        """The addresses of online sessions that are kept apart, if there is a sound file of them."""
        file = self.files.meetings
        return self._data_file(file, Meetings, None) if file is not None else None

    def feed_key(self) -> bytes | None:
        """The key that names the feeds of participants, if there is one."""
        key = read_feed_key(self.files.root)
        self.findings.extend([key.finding] if key.finding is not None else [])
        return key.secret

    def bibliography(self) -> Bibliography:
        """The works of ``references.bib``; none if there is no such file."""
        file = self.files.singles.get(BIBLIOGRAPHY)
        if file is None:
            return Bibliography({})
        text = read_text(file, self.files.root)
        bibliography = read_bibliography(text) if text.finding is None else Bibliography({}, (text.finding,))
        self.findings.extend(bibliography.findings)
        if any(finding.code not in _WORKS_KNOWN for finding in bibliography.findings):
            self.unread_kinds.add(Kind.SOURCE)
        return bibliography

    def _data_file(self, file: Path, kind: type[EntryT], word: Kind | None) -> EntryT | None:
        text = read_text(file, self.files.root)
        if text.finding is not None:
            self._leave_unread(kind, word, file.stem, None, text.finding)
            return None
        tree = read_yaml(text.text, text.path)
        if not tree.is_sound:
            self._leave_unread(kind, word, file.stem, tree.data, *tree.findings)
            return None
        return self._entry(tree, kind, word, file.stem)

    def _prose_file(self, file: Path, kind: type[WithProseT], word: Kind) -> WithProseT | None:
        text = read_text(file, self.files.root)
        if text.finding is not None:
            self._leave_unread(kind, word, file.stem, None, text.finding)
            return None
        markdown = split_front_matter(text)
        prose = self._prose(markdown)
        tree = _front_matter(markdown, kind)
        if tree is None or markdown.findings:
            findings = markdown.findings or (Finding(Code.FRONT_MATTER_MISSING, Place(text.path)),)
            self._leave_unread(kind, word, file.stem, tree.data if tree is not None else None, *findings)
            return None
        entry = self._entry(tree, kind, word, file.stem)
        if entry is None or prose is None:
            self._leave_unread(kind, word, file.stem, tree.data)
            return None
        return entry.with_prose(prose)

    def _prose(self, markdown: MarkdownFile) -> Prose | None:
        if markdown.body is None:
            return None
        try:
            prose = read_prose(markdown.body, markdown.body_line)
        except TooTangledError as error:
            self.findings.append(Finding(Code.TEXT_TOO_TANGLED, Place(markdown.path, error.line)))
            return None
        if not prose.title:
            self.findings.append(Finding(Code.TITLE_MISSING, Place(markdown.path, markdown.body_line)))
        return prose

    def _entry(self, tree: YamlTree, kind: type[EntryT], word: Kind | None, stem: str) -> EntryT | None:
        validated = validate(kind, tree)
        if validated.entry is None:
            self._leave_unread(kind, word, stem, tree.data, *validated.findings)
        return validated.entry

    def _by_id(self, entries: Iterable[IdentifiedT | None], word: Kind) -> dict[str, IdentifiedT]:
        by_id: dict[str, IdentifiedT] = {}
        for entry in entries:
            if entry is None:
                continue
            if entry.id in by_id:
                first = by_id[entry.id].place("id")
                values = {"kind": Term(word.value), "found": entry.id, "first": str(first)}
                self.findings.append(Finding(Code.DUPLICATE_ID, entry.place("id"), values, related=(first,)))
            else:
                by_id[entry.id] = entry
        return by_id

    def _leave_unread(self, kind: type[Entry], word: Kind | None, stem: str, data: Any, *findings: Finding) -> None:
        """Note that a file is not read: what it seems to define still exists, so that nobody is told otherwise."""
        self.findings.extend(findings)
        if word is not None:
            self.unread_kinds.add(word)
            self.unread.update((word, identifier) for identifier in (stem, *_ids_below(data, ())))
        if kind in _INNER:
            inner, lists = _INNER[kind]
            self.unread_kinds.add(inner)
            self.unread.update((inner, identifier) for identifier in _ids_below(data, lists))


def read_course(root: Path) -> CourseTree:
    """The curriculum of the course whose ``curriculum/course.yaml`` lies below ``root``."""
    with _collector_paused():
        return _read_course(root)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Nearly all that reading makes is kept, so that looking for garbage meanwhile takes longer than reading does."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_course(root: Path) -> CourseTree:
    files = find_files(root)
    reading = _Reading(files)
    course = reading.course()
    bibliography = reading.bibliography()
    catalogs = read_catalogs(root)
    curriculum = Curriculum(
        course=course,
        maps=reading.folder("competencies", CompetencyMap, Kind.COMPETENCY_MAP),
        figures_file=reading.single("figures.yaml", Figures),
        people_file=reading.single("people.yaml", People),
        venues_file=reading.single("venues.yaml", Venues),
        glossary=reading.single("glossary.yaml", Glossary),
        plain_words=reading.single("plain-words.yaml", PlainWords),
        modules=reading.prose_folder(files.modules, Module, Kind.MODULE),
        exercises=reading.prose_folder(files.exercises, Exercise, Kind.EXERCISE),
        thermometers=reading.folder("thermometers", Thermometer, Kind.THERMOMETER),
        groups=reading.folder("groups", GroupCurriculum, Kind.GROUP),
        matrices=reading.folder("matrices", GovernanceMatrix, Kind.MATRIX),
        cohorts=reading.folder("cohorts", Cohort, Kind.COHORT),
        published=reading.published(),
        meetings=reading.meetings(),
        feed_key=reading.feed_key(),
        pages=reading.prose_folder(files.pages, Page, Kind.PAGE),
        works=bibliography.works,
        catalogs=catalogs.by_language,
        unread=frozenset(reading.unread),
        unread_kinds=frozenset(reading.unread_kinds),
    )
    named = NamedFiles(root, course_gate(root), _prose_by_path(curriculum))
    findings = (
        *reading.findings,
        *_unknown_time_zones(curriculum),
        *files.findings,
        *catalogs.findings,
        *named.findings(),
    )
    return CourseTree(replace(curriculum, included=named.included), findings)


def _prose_by_path(curriculum: Curriculum) -> Mapping[str, WithProse]:
    with_prose = (entry for entry in curriculum.files() if isinstance(entry, WithProse))
    return {entry.origin.path: entry for entry in with_prose}


def course_language(root: Path) -> str | None:
    """The language that ``curriculum/course.yaml`` states, before anything else is read; None where it states none."""
    text = read_text(root / "curriculum" / "course.yaml", root)
    data = read_yaml(text.text, text.path).data if text.finding is None else None
    language = data.get("language") if isinstance(data, dict) else None
    return str(language) if isinstance(language, str) else None


def _ids_below(data: Any, lists: tuple[str, ...]) -> Iterator[str]:
    """The ids that unreadable data seems to define: its own, or those of the items of lists within lists."""
    if not isinstance(data, dict):
        return
    if lists:
        items = data.get(lists[0])
        for item in items if isinstance(items, list) else ():
            yield from _ids_below(item, lists[1:])
    elif isinstance(data.get("id"), str):
        yield str(data["id"])


def _front_matter(markdown: MarkdownFile, kind: type[Entry]) -> YamlTree | None:
    """The data at the top of a file; a page needs none, nor an id."""
    if kind is not Page:
        return markdown.front_matter
    tree = markdown.front_matter or YamlTree(markdown.path, {}, Marks())
    if not isinstance(tree.data, dict):
        return tree
    return replace(tree, data={"id": _page_id(markdown.path), **tree.data})


def _page_id(path: str) -> str:
    """The id of a page that names none: its path without the folders that all pages share."""
    return as_identifier(path.removeprefix("curriculum/pages/").removesuffix(".md")) or "page"


def _unknown_time_zones(curriculum: Curriculum) -> Iterator[Finding]:
    with_zone: list[Cohort | PublishedCalendar] = [*curriculum.cohorts.values(), *curriculum.published.values()]
    for entry in with_zone:
        try:
            ZoneInfo(entry.timezone)
        except (KeyError, ValueError, OSError):
            values = {"found": entry.timezone, "nearest": nearest(entry.timezone, _time_zones())}
            yield Finding(Code.UNKNOWN_TIME_ZONE, entry.place("timezone"), values)


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())
