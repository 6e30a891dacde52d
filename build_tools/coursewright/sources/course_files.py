"""Which files a course has: where each kind lies, what is there, and what nothing reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coursewright.model.cohort import Cohort
from coursewright.model.competency import CompetencyMap
from coursewright.model.course import Course
from coursewright.model.entry import Entry, Identified
from coursewright.model.figure import Figures
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.glossary import Glossary
from coursewright.model.group import GroupCurriculum
from coursewright.model.matrix import GovernanceMatrix
from coursewright.model.nearest import nearest
from coursewright.model.people import People, Venues
from coursewright.model.place import Place
from coursewright.model.plain_words import PlainWords
from coursewright.model.thermometer import Thermometer
from coursewright.sources.text_files import is_folder, is_there, list_folder, relative_path

SINGLE_FILES: Mapping[str, type[Entry]] = {
    "course.yaml": Course,
    "figures.yaml": Figures,
    "people.yaml": People,
    "venues.yaml": Venues,
    "glossary.yaml": Glossary,
    "plain-words.yaml": PlainWords,
}
FOLDERS: Mapping[str, tuple[type[Identified], Kind]] = {
    "competencies": (CompetencyMap, Kind.COMPETENCY_MAP),
    "thermometers": (Thermometer, Kind.THERMOMETER),
    "groups": (GroupCurriculum, Kind.GROUP),
    "matrices": (GovernanceMatrix, Kind.MATRIX),
    "cohorts": (Cohort, Kind.COHORT),
}
BIBLIOGRAPHY = "references.bib"
# Addresses of online sessions, in the folder that is neither committed nor published.
MEETINGS = "private/meetings.yaml"
# A cohort's calendar as it was last published, beside the cohort's own file.
PUBLISHED = ".published.json"
_PROSE_SUFFIXES = {".md", ".markdown", ".mdown"}
_TEXT_SUFFIXES = {*_PROSE_SUFFIXES, ".yaml", ".yml", ".txt"}


@dataclass
class CourseFiles:
    """The files of a course, each kind sorted by path, and what is wrong with where they lie.

    ``singles`` and ``folders`` are those of ``curriculum/``, by name; only what is there is among them.
    """

    root: Path
    singles: dict[str, Path] = field(default_factory=dict)
    folders: dict[str, tuple[Path, ...]] = field(default_factory=dict)
    published: list[Path] = field(default_factory=list)
    meetings: Path | None = None
    modules: tuple[Path, ...] = ()
    exercises: tuple[Path, ...] = ()
    pages: tuple[Path, ...] = ()
    findings: list[Finding] = field(default_factory=list)

    def listed(self, folder: Path) -> tuple[Path, ...]:
        """What lies in a folder; where that cannot be told, a finding says so."""
        listing = list_folder(folder, self.root)
        if listing.finding is not None:
            self.findings.append(listing.finding)
        return listing.entries

    def unexpected(self, path: Path, meant: str | None = None) -> None:
        """Note something that looks as if it belonged to the course and that nothing reads; not a built site."""
        if not is_there(path / ".buildinfo"):
            place = Place(relative_path(path, self.root))
            self.findings.append(Finding(Code.UNEXPECTED_FILE, place, {"nearest": meant}))


def find_files(root: Path) -> CourseFiles:
    """The files of the course whose ``curriculum/course.yaml`` lies below ``root``."""
    files = CourseFiles(root)
    _find_data(files, root / "curriculum")
    files.meetings = root / MEETINGS if is_there(root / MEETINGS) else None
    files.modules = tuple(_prose_files(files, root / "modules"))
    files.exercises = tuple(_prose_files(files, root / "exercises"))
    home = [root / "index.md"] if is_there(root / "index.md") else []
    files.pages = tuple(sorted([*home, *_page_files(files, root / "curriculum" / "pages")]))
    return files


def _find_data(files: CourseFiles, curriculum: Path) -> None:
    single_names, folder_names = {*SINGLE_FILES, BIBLIOGRAPHY}, {*FOLDERS, "pages"}
    for path in files.listed(curriculum):
        if path.name in single_names:
            files.singles[path.name] = path
        elif not is_folder(path):
            files.unexpected(path, nearest(path.name, single_names))
        elif path.name not in folder_names:
            files.unexpected(path, nearest(path.name, folder_names))
        elif path.name in FOLDERS:
            files.folders[path.name] = tuple(_data_files(files, path))


def _data_files(files: CourseFiles, folder: Path) -> Iterator[Path]:
    for path in files.listed(folder):
        if path.suffix == ".yaml":
            yield path
        elif folder.name == "cohorts" and path.name.endswith(PUBLISHED):
            files.published.append(path)
        else:
            files.unexpected(path, f"{path.stem}.yaml" if path.suffix.lower() in {".yml", ".yaml"} else None)


def _prose_files(files: CourseFiles, folder: Path) -> Iterator[Path]:
    if is_there(folder) and not is_folder(folder):
        files.unexpected(folder)
    for path in files.listed(folder):
        if path.suffix == ".md":
            yield path
        elif is_folder(path):
            files.unexpected(path)
        elif path.suffix.lower() in _TEXT_SUFFIXES:
            files.unexpected(path, f"{path.stem}.md")


def _page_files(files: CourseFiles, pages: Path) -> Iterator[Path]:
    """The Markdown files at any depth; a built site is not entered, nor is a link."""
    folders = [pages]
    while folders:
        for path in files.listed(folders.pop()):
            if path.suffix == ".md":
                yield path
            elif is_folder(path):
                if path.is_symlink():
                    files.unexpected(path)
                elif not is_there(path / ".buildinfo"):
                    folders.append(path)
            elif path.suffix.lower() in _PROSE_SUFFIXES:
                files.unexpected(path, f"{path.stem}.md")
