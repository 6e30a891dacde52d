"""The files of a course made into one curriculum, with every finding on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
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
from coursewright.model.module import Module, WithProse
from coursewright.model.nearest import nearest
from coursewright.model.page import Page
from coursewright.model.people import People, Venues
from coursewright.model.place import Origin, Place
from coursewright.model.thermometer import Thermometer
from coursewright.model.words import Term
from coursewright.sources.bibliography import Bibliography, read_bibliography
from coursewright.sources.front_matter import split_front_matter
from coursewright.sources.markdown_prose import read_prose
from coursewright.sources.text_files import TextFile, read_text, relative_path
from coursewright.sources.validation import validate
from coursewright.sources.yaml_tree import YamlTree, read_yaml

EntryT = TypeVar("EntryT", bound=Entry)
IdentifiedT = TypeVar("IdentifiedT", bound=Identified)
WithProseT = TypeVar("WithProseT", bound=WithProse)

SINGLE_FILES: Mapping[str, type[Entry]] = {
    "course.yaml": Course,
    "figures.yaml": Figures,
    "people.yaml": People,
    "venues.yaml": Venues,
    "glossary.yaml": Glossary,
}
FOLDERS: Mapping[str, tuple[type[Identified], Kind]] = {
    "competencies": (CompetencyMap, Kind.COMPETENCY_MAP),
    "thermometers": (Thermometer, Kind.THERMOMETER),
    "groups": (GroupCurriculum, Kind.GROUP),
    "matrices": (GovernanceMatrix, Kind.MATRIX),
    "cohorts": (Cohort, Kind.COHORT),
}
# The kinds of ids that lie inside a file that may prove unreadable, by the key of the list that holds them.
_INNER_IDS = {
    "competencies": Kind.COMPETENCY,
    "figures": Kind.FIGURE,
    "people": Kind.PERSON,
    "venues": Kind.VENUE,
}


@dataclass(frozen=True)
class CourseTree:
    """The curriculum that a root's files say, and what is wrong with the files themselves."""

    curriculum: Curriculum
    findings: tuple[Finding, ...]


@dataclass
class _Reading:
    """What has been read so far."""

    root: Path
    findings: list[Finding] = field(default_factory=list)
    unread: set[tuple[Kind, str]] = field(default_factory=set)
    unread_kinds: set[Kind] = field(default_factory=set)

    def single(self, name: str, kind: type[EntryT]) -> EntryT | None:
        """The entry of one of the files that stand alone in ``curriculum/``, if it is there and sound."""
        file = self.root / "curriculum" / name
        if not _is_there(file):
            if kind is Course:
                self.findings.append(Finding(Code.FILE_MISSING, Place(f"curriculum/{name}")))
                self.unread_kinds.add(Kind.COURSE)
            return None
        return self._data_file(file, kind, Kind.COURSE if kind is Course else None)

    def folder(self, name: str, kind: type[IdentifiedT], word: Kind) -> dict[str, IdentifiedT]:
        """The entries of the YAML files in a folder of ``curriculum/``."""
        entries: list[IdentifiedT] = []
        for file in _files(self.root / "curriculum" / name):
            if file.suffix == ".yaml":
                entry = self._data_file(file, kind, word)
                if entry is not None:
                    entries.append(entry)
        return self._by_id(entries, word)

    def prose_folder(
        self, files: Iterable[Path], kind: type[WithProseT], word: Kind
    ) -> dict[str, WithProseT]:
        """The entries of Markdown files with front matter."""
        entries = (self._prose_file(file, kind, word) for file in files)
        return self._by_id([entry for entry in entries if entry is not None], word)

    def bibliography(self) -> Bibliography:
        """The works of ``references.bib``; none if there is no such file."""
        file = self.root / "curriculum" / "references.bib"
        if not _is_there(file):
            return Bibliography({})
        text = read_text(file, self.root)
        if text.finding is not None:
            self.findings.append(text.finding)
            self.unread_kinds.add(Kind.SOURCE)
            return Bibliography({})
        bibliography = read_bibliography(text)
        self.findings.extend(bibliography.findings)
        if any(finding.code is Code.BIBLIOGRAPHY_SYNTAX for finding in bibliography.findings):
            self.unread_kinds.add(Kind.SOURCE)
        return bibliography

    def _data_file(self, file: Path, kind: type[EntryT], word: Kind | None) -> EntryT | None:
        text = read_text(file, self.root)
        if text.finding is not None:
            self._leave_unread(word, file.stem, None, text.finding)
            return None
        tree = read_yaml(text.text, text.path)
        if not tree.is_sound:
            self._leave_unread(word, file.stem, tree.data, *tree.findings)
            return None
        return self._entry(tree, kind, word, file.stem)

    def _entry(self, tree: YamlTree, kind: type[EntryT], word: Kind | None, stem: str) -> EntryT | None:
        expected = kind.model_fields["kind"].default if "kind" in kind.model_fields else None
        if expected is not None and isinstance(tree.data, dict):
            written = tree.data.get("kind")
            if written != expected:
                self._leave_unread(word, stem, tree.data, _wrong_kind(tree, written, expected))
                return None
            tree = YamlTree(tree.path, {**tree.data, "kind": expected}, tree.marks)
        validated = validate(kind, tree)
        if validated.entry is None:
            self._leave_unread(word, stem, tree.data, *validated.findings)
        return validated.entry

    def _prose_file(self, file: Path, kind: type[WithProseT], word: Kind) -> WithProseT | None:
        text = read_text(file, self.root)
        if text.finding is not None:
            self._leave_unread(word, file.stem, None, text.finding)
            return None
        markdown = split_front_matter(text)
        prose = read_prose(markdown.body, markdown.body_line)
        if not prose.title and not markdown.findings:
            self.findings.append(Finding(Code.TITLE_MISSING, Place(text.path, markdown.body_line)))
        if markdown.findings:
            data = markdown.front_matter.data if markdown.front_matter else None
            self._leave_unread(word, file.stem, data, *markdown.findings)
            return None
        if markdown.front_matter is None and kind is not Page:
            self._leave_unread(word, file.stem, None, Finding(Code.FRONT_MATTER_MISSING, Place(text.path)))
            return None
        tree = markdown.front_matter or YamlTree(text.path, {}, Origin().marks)
        if kind is Page and isinstance(tree.data, dict):
            tree = YamlTree(tree.path, {"id": _page_id(text), **tree.data}, tree.marks)
        entry = self._entry(tree, kind, word, file.stem)
        return entry.with_prose(prose) if entry is not None else None

    def _by_id(self, entries: Iterable[IdentifiedT], word: Kind) -> dict[str, IdentifiedT]:
        by_id: dict[str, IdentifiedT] = {}
        for entry in entries:
            if entry.id in by_id:
                first = by_id[entry.id].place("id")
                values = {"kind": Term(word.value), "found": entry.id, "first": str(first)}
                self.findings.append(Finding(Code.DUPLICATE_ID, entry.place("id"), values, related=(first,)))
            else:
                by_id[entry.id] = entry
        return by_id

    def _leave_unread(self, word: Kind | None, stem: str, data: Any, *findings: Finding) -> None:
        """Note that a file is not read: what it seems to define still exists, so that nobody is told otherwise."""
        self.findings.extend(findings)
        if word is not None:
            self.unread_kinds.add(word)
            self.unread.add((word, stem))
            if isinstance(data, dict) and isinstance(data.get("id"), str):
                self.unread.add((word, str(data["id"])))
        for kind, identifier in _inner_ids(data):
            self.unread_kinds.add(kind)
            self.unread.add((kind, identifier))
        for key, kind in _INNER_IDS.items():
            if word is None and stem == key:
                self.unread_kinds.add(kind)
        if word is Kind.COMPETENCY_MAP:
            self.unread_kinds.add(Kind.COMPETENCY)


def read_course(root: Path) -> CourseTree:
    """The curriculum of the course whose ``curriculum/course.yaml`` lies below ``root``."""
    reading = _Reading(root)
    course = reading.single("course.yaml", Course)
    bibliography = reading.bibliography()
    curriculum = Curriculum(
        course=course
        or Course(id="course", title=root.resolve().name or "-", summary="-", language="it", path=()),
        maps=reading.folder("competencies", CompetencyMap, Kind.COMPETENCY_MAP),
        figures_file=reading.single("figures.yaml", Figures),
        people_file=reading.single("people.yaml", People),
        venues_file=reading.single("venues.yaml", Venues),
        glossary=reading.single("glossary.yaml", Glossary),
        modules=reading.prose_folder(_files(root / "modules", ".md"), Module, Kind.MODULE),
        exercises=reading.prose_folder(_files(root / "exercises", ".md"), Exercise, Kind.EXERCISE),
        thermometers=reading.folder("thermometers", Thermometer, Kind.THERMOMETER),
        groups=reading.folder("groups", GroupCurriculum, Kind.GROUP),
        matrices=reading.folder("matrices", GovernanceMatrix, Kind.MATRIX),
        cohorts=reading.folder("cohorts", Cohort, Kind.COHORT),
        pages=reading.prose_folder(_page_files(root), Page, Kind.PAGE),
        works=bibliography.works,
        unread=frozenset(reading.unread),
        unread_kinds=frozenset(reading.unread_kinds),
    )
    findings = [*reading.findings, *_unknown_time_zones(curriculum), *_unexpected_files(root)]
    return CourseTree(curriculum, tuple(findings))


def course_language(root: Path) -> str | None:
    """The language that ``curriculum/course.yaml`` states, before anything else is read; None where it states none."""
    text = read_text(root / "curriculum" / "course.yaml", root)
    data = read_yaml(text.text, text.path).data if text.finding is None else None
    language = data.get("language") if isinstance(data, dict) else None
    return str(language) if isinstance(language, str) else None


def _wrong_kind(tree: YamlTree, written: object, expected: str) -> Finding:
    origin = Origin(tree.path, tree.marks)
    if written is None:
        return Finding(Code.MISSING_KEY, origin.value(), {"key": f"kind: {expected}", "about": None})
    return Finding(Code.WRONG_KIND, origin.value("kind"), {"found": str(written)[:60], "expected": expected})


def _inner_ids(data: Any, depth: int = 0) -> Iterator[tuple[Kind, str]]:
    """The ids that unreadable data seems to define: those of lists whose key names a kind."""
    if not isinstance(data, dict) or depth > 3:
        return
    for key, items in data.items():
        if not isinstance(items, list):
            continue
        for item in items:
            if isinstance(item, dict):
                if key in _INNER_IDS and isinstance(item.get("id"), str):
                    yield _INNER_IDS[key], str(item["id"])
                yield from _inner_ids(item, depth + 1)


def _page_id(file: TextFile) -> str:
    """The id of a page that names none: its path without folders that all pages share."""
    stem = file.path.removeprefix("curriculum/pages/").removesuffix(".md")
    return (
        "-".join(
            part
            for part in "".join(c if c.isascii() and c.isalnum() else "-" for c in stem.lower()).split("-")
            if part
        )
        or "page"
    )


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _files(folder: Path, suffix: str | None = None) -> list[Path]:
    """What lies in a folder, sorted by name, hidden files left out."""
    if not folder.is_dir():
        return []
    found = (path for path in folder.iterdir() if not path.name.startswith((".", "_", "~")))
    return sorted(
        (path for path in found if suffix is None or path.suffix == suffix), key=lambda path: path.name
    )


def _page_files(root: Path) -> list[Path]:
    """The Markdown files below ``curriculum/pages`` and the home page; a folder that holds a built site is not entered."""
    files = [root / "index.md"] if _is_there(root / "index.md") else []
    folders = [root / "curriculum" / "pages"]
    while folders:
        folder = folders.pop()
        if (folder / ".buildinfo").exists() or (folder.is_symlink() and folder.is_dir()):
            continue
        for path in _files(folder):
            if path.is_dir() and path.suffix != ".md":
                folders.append(path)
            elif path.suffix == ".md":
                files.append(path)
    return sorted(files)


def _unknown_time_zones(curriculum: Curriculum) -> Iterator[Finding]:
    for cohort in curriculum.cohorts.values():
        try:
            ZoneInfo(cohort.timezone)
        except (KeyError, ValueError, OSError):
            values = {"found": cohort.timezone, "nearest": nearest(cohort.timezone, available_timezones())}
            yield Finding(Code.UNKNOWN_TIME_ZONE, cohort.place("timezone"), values)


def _unexpected_files(root: Path) -> Iterator[Finding]:
    """Files that look as if they belonged to the course, and that nothing reads."""
    curriculum = root / "curriculum"
    for file in _files(curriculum):
        if file.is_dir() and file.suffix == "":
            if file.name not in {*FOLDERS, "pages"}:
                yield _unexpected(file, root, {*FOLDERS, "pages"})
        elif file.name not in {*SINGLE_FILES, "references.bib"}:
            yield _unexpected(file, root, {*SINGLE_FILES, "references.bib"})
    for name in FOLDERS:
        for file in _files(curriculum / name):
            if file.suffix != ".yaml" and not (name == "cohorts" and file.name.endswith(".published.json")):
                yield _unexpected(file, root, {f"{file.stem}.yaml"} if file.suffix == ".yml" else set())
    for name in ("modules", "exercises"):
        for file in _files(root / name):
            if file.suffix != ".md" and (
                file.is_dir() or file.suffix in {".yaml", ".yml", ".markdown", ".txt"}
            ):
                if not (file / ".buildinfo").exists():
                    yield _unexpected(file, root, {f"{file.stem}.md"} if not file.is_dir() else set())


def _unexpected(file: Path, root: Path, known: set[str]) -> Finding:
    return Finding(
        Code.UNEXPECTED_FILE, Place(relative_path(file, root)), {"nearest": nearest(file.name, known)}
    )
