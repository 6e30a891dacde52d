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

from coursewright.model.card import CARDS, Card
from coursewright.model.cohort import Cohort
from coursewright.model.course import Course
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry, Identified
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.module import WithProse
from coursewright.model.nearest import as_identifier, nearest
from coursewright.model.place import Marks, Place
from coursewright.model.prose import Prose
from coursewright.model.published_calendar import PublishedCalendar
from coursewright.model.words import Term
from coursewright.sources.bibliography import Bibliography, read_bibliography
from coursewright.sources.catalogs import read_catalogs
from coursewright.sources.course_files import CourseFiles, find_files
from coursewright.sources.feed_key import read_feed_key
from coursewright.sources.file_gate import course_gate
from coursewright.sources.front_matter import MarkdownFile, split_front_matter
from coursewright.sources.markdown_prose import TooTangledError, read_prose
from coursewright.sources.named_files import NamedFiles
from coursewright.sources.text_files import read_text
from coursewright.sources.validation import validate
from coursewright.sources.yaml_tree import YamlTree, read_yaml

EntryT = TypeVar("EntryT", bound=Entry)

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

    def entries(self, card: Card) -> Any:
        """What the files of a kind hold, as a curriculum has it: by id, or the one entry if it is there and sound."""
        files = self.files.of(card)
        if card.kind is Kind.COURSE:
            return self._data_file(self.files.root / card.files, card) or _NO_COURSE
        if card.is_single:
            return self._data_file(files[0], card) if files else None
        read = self._prose_file if card.is_front_matter else self._data_file
        return self._by_id((read(file, card) for file in files), card)

    def published(self) -> dict[str, PublishedCalendar]:
        """The calendars that have been published, by the ids of their cohorts."""
        read = (self._read_data(file, PublishedCalendar) for file in self.files.published)
        return {calendar.cohort: calendar for calendar in read if calendar is not None}

    def feed_key(self) -> bytes | None:
        """The key that names the feeds of participants, if there is one."""
        key = read_feed_key(self.files.root)
        self.findings.extend([key.finding] if key.finding is not None else [])
        return key.secret

    def bibliography(self) -> Bibliography:
        """The works of ``references.bib``; none if there is no such file."""
        file = self.files.bibliography
        if file is None:
            return Bibliography({})
        text = read_text(file, self.files.root)
        bibliography = read_bibliography(text) if text.finding is None else Bibliography({}, (text.finding,))
        self.findings.extend(bibliography.findings)
        if any(finding.code not in _WORKS_KNOWN for finding in bibliography.findings):
            self.unread_kinds.add(Kind.SOURCE)
        return bibliography

    def _data_file(self, file: Path, card: Card) -> Entry | None:
        return self._read_data(file, card.model, card)

    def _read_data(self, file: Path, model: type[EntryT], card: Card | None = None) -> EntryT | None:
        text = read_text(file, self.files.root)
        if text.finding is not None:
            self._leave_unread(card, file.stem, None, text.finding)
            return None
        tree = read_yaml(text.text, text.path)
        if not tree.is_sound:
            self._leave_unread(card, file.stem, tree.data, *tree.findings)
            return None
        return self._entry(tree, model, card, file.stem)

    def _prose_file(self, file: Path, card: Card) -> Entry | None:
        text = read_text(file, self.files.root)
        if text.finding is not None:
            self._leave_unread(card, file.stem, None, text.finding)
            return None
        markdown = split_front_matter(text)
        prose = self._prose(markdown)
        tree = _front_matter(markdown, card)
        if tree is None or markdown.findings:
            findings = markdown.findings or (Finding(Code.FRONT_MATTER_MISSING, Place(text.path)),)
            self._leave_unread(card, file.stem, tree.data if tree is not None else None, *findings)
            return None
        entry = self._entry(tree, card.model, card, file.stem)
        if not isinstance(entry, WithProse) or prose is None:
            self._leave_unread(card, file.stem, tree.data)
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

    def _entry(self, tree: YamlTree, model: type[EntryT], card: Card | None, stem: str) -> EntryT | None:
        validated = validate(model, tree)
        if validated.entry is None:
            self._leave_unread(card, stem, tree.data, *validated.findings)
        return validated.entry

    def _by_id(self, entries: Iterable[Entry | None], card: Card) -> dict[str, Entry]:
        by_id: dict[str, Identified] = {}
        for entry in entries:
            if not isinstance(entry, Identified):
                continue
            if entry.id in by_id:
                first = by_id[entry.id].place("id")
                values = {"kind": Term(card.kind or card.word), "found": entry.id, "first": str(first)}
                self.findings.append(Finding(Code.DUPLICATE_ID, entry.place("id"), values, related=(first,)))
            else:
                by_id[entry.id] = entry
        return {**by_id}

    def _leave_unread(self, card: Card | None, stem: str, data: Any, *findings: Finding) -> None:
        """Note that a file is not read: what it seems to define still exists, so that nobody is told otherwise."""
        self.findings.extend(findings)
        if card is not None and card.kind is not None:
            self.unread_kinds.add(card.kind)
            self.unread.update((card.kind, identifier) for identifier in (stem, *_ids_below(data, ())))
        if card is not None and card.inner is not None:
            self.unread_kinds.add(card.inner.kind)
            self.unread.update((card.inner.kind, identifier) for identifier in _ids_below(data, card.inner.lists))


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
    entries = {card.entries: reading.entries(card) for card in CARDS}
    bibliography, catalogs = reading.bibliography(), read_catalogs(root)
    curriculum = Curriculum(
        **entries,
        published=reading.published(),
        feed_key=reading.feed_key(),
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


def _front_matter(markdown: MarkdownFile, card: Card) -> YamlTree | None:
    """The data at the top of a file; a page needs none, nor an id."""
    if card.kind is not Kind.PAGE:
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
