"""Which files a course has: where each kind lies, what is there, and what nothing reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from coursewright.model.card import BY_KIND, CARDS, Card
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.nearest import nearest
from coursewright.model.place import Place
from coursewright.sources.text_files import is_folder, is_there, list_folder, relative_path

_DATA = "curriculum"
# Files and folders of the course's data by their own names, each with its card.
_SINGLES = {PurePosixPath(card.files).name: card for card in CARDS if card.is_single and card.folder == _DATA}
_FOLDERS = {PurePosixPath(card.folder).name: card for card in CARDS if not card.is_single and not card.is_front_matter}
BIBLIOGRAPHY = "references.bib"
# A cohort's calendar as it was last published, beside the cohort's own file.
PUBLISHED = ".published.json"
_PROSE_SUFFIXES = {".md", ".markdown", ".mdown"}
_TEXT_SUFFIXES = {*_PROSE_SUFFIXES, ".yaml", ".yml", ".txt"}


@dataclass
class CourseFiles:
    """The files of a course by the words of their kinds, each sorted by path, and what is wrong with where they lie."""

    root: Path
    by_word: dict[str, tuple[Path, ...]] = field(default_factory=dict)
    bibliography: Path | None = None
    published: list[Path] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def of(self, card: Card) -> tuple[Path, ...]:
        """The files of a kind."""
        return self.by_word.get(card.word, ())

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
    _find_data(files, root / _DATA)
    for card in CARDS:
        if card.is_private:
            files.by_word[card.word] = tuple(filter(is_there, [root / card.files]))
        elif card.is_front_matter and card.kind is not Kind.PAGE:
            files.by_word[card.word] = tuple(_prose_files(files, root / card.folder))
    home, pages = root / "index.md", BY_KIND[Kind.PAGE]
    found = [*filter(is_there, [home]), *_page_files(files, root / _DATA / "pages")]
    files.by_word[pages.word] = tuple(sorted(found))
    return files


def _find_data(files: CourseFiles, curriculum: Path) -> None:
    single_names, folder_names = {*_SINGLES, BIBLIOGRAPHY}, {*_FOLDERS, "pages"}
    for path in files.listed(curriculum):
        if path.name == BIBLIOGRAPHY:
            files.bibliography = path
        elif path.name in single_names:
            files.by_word[_SINGLES[path.name].word] = (path,)
        elif not is_folder(path):
            files.unexpected(path, nearest(path.name, single_names))
        elif path.name not in folder_names:
            files.unexpected(path, nearest(path.name, folder_names))
        elif path.name in _FOLDERS:
            files.by_word[_FOLDERS[path.name].word] = tuple(_data_files(files, path))


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
