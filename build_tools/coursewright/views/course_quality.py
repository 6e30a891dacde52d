"""What readers should know of a course's quality: what is made up, unsourced, untranslated, hard to read, ignored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from coursewright.checks.missing_sources import without_source
from coursewright.model.card import BY_KIND, INNER, MENTIONED
from coursewright.model.course import Course
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry, Subject
from coursewright.model.exercise import Exercise
from coursewright.model.finding import Kind
from coursewright.model.module import Module, WithProse
from coursewright.model.page import Edition, Page
from coursewright.model.translation_progress import is_translated
from coursewright.views.course_report import ModuleReading, module_reading
from coursewright.views.links import Link, docname_of, link

_LINKED: Mapping[type[Entry], Kind] = {
    **{card.model: kind for kind, card in BY_KIND.items() if kind in MENTIONED},
    **{inner.model: kind for kind, inner in INNER.items() if kind in MENTIONED},
}
_NAMES = ("term", "avoid", "label", "title", "id")


@dataclass(frozen=True)
class IllustrativePart:
    """A value that no source states: its keys joined by dots, and what it belongs to where that is one of several."""

    key: str
    of: str


@dataclass(frozen=True)
class IllustrativeLine:
    """An entry that is made up; ``parts`` are empty where all of it is."""

    seat: Seat
    parts: tuple[IllustrativePart, ...]


@dataclass(frozen=True)
class IgnoredLine:
    """A warning that is not given, and why."""

    seat: Seat
    code: str
    why: str


@dataclass(frozen=True)
class UntranslatedLine:
    """What is still to be translated into a language: so many modules, exercises and other pages."""

    language: str
    modules: int
    exercises: int
    pages: int


@dataclass(frozen=True)
class CourseQuality:
    """All of it; ``readings`` are empty where the index means nothing in the course's language."""

    illustrative: tuple[IllustrativeLine, ...]
    unsourced: tuple[Seat, ...]
    untranslated: tuple[UntranslatedLine, ...]
    readings: tuple[ModuleReading, ...]
    ignored: tuple[IgnoredLine, ...]


def course_quality(curriculum: Curriculum) -> CourseQuality:
    """What there is to know, for everyone: what only trainers see is left out."""
    seats = Seats(curriculum)
    marked = tuple(seats.subjects())
    readings = (module_reading(curriculum, module) for module in curriculum.modules_in_order)
    return CourseQuality(
        illustrative=tuple(
            IllustrativeLine(seat, tuple(_parts(subject))) for seat, subject in marked if subject.illustrative
        ),
        unsourced=tuple(seat for each in without_source(curriculum) if (seat := seats.of(each.subject)) is not None),
        untranslated=tuple(_untranslated(curriculum)),
        readings=tuple(each for each in readings if each.ease is not None),
        ignored=tuple(
            IgnoredLine(seat, ignore.code.value, ignore.why) for seat, subject in marked for ignore in subject.ignore
        ),
    )


def _untranslated(curriculum: Curriculum) -> Iterator[UntranslatedLine]:
    """What is shown as it was written, in each language that the course is translated to."""
    written = curriculum.as_written
    for language in curriculum.course.translations:
        catalogs = written.catalogs.get(language, {})
        left = [each for each in written.files() if not is_translated(each, catalogs.get(docname_of(each)))]
        yield UntranslatedLine(
            language,
            sum(isinstance(each, Module) for each in left),
            sum(isinstance(each, Exercise) for each in left),
            sum(_is_public_page(each) for each in left),
        )


def _is_public_page(file: Entry) -> bool:
    """Whether a file is neither a module nor an exercise, and everyone reads it."""
    if isinstance(file, Page):
        return file.edition is not Edition.TRAINERS
    return not isinstance(file, WithProse)


def _parts(subject: Subject) -> Iterator[IllustrativePart]:
    if not subject.is_illustrative:
        for path in subject.illustrative:
            yield _part(subject, path)


def _part(subject: Subject, path: str) -> IllustrativePart:
    """The path without the ids of items in lists, and what the last of these is called."""
    here: Any = subject
    keys, of = [], ""
    for name in path.split("."):
        if isinstance(here, tuple):
            here = next((item for item in here if getattr(item, "id", None) == name), None)
            of = str(getattr(here, "label", None) or getattr(here, "title", None) or name)
        else:
            here = dict(here.written()).get(name) if isinstance(here, Entry) else None
            keys.append(name)
    return IllustrativePart(".".join(keys), of)


@dataclass(frozen=True)
class Seat:
    """Where an entry is shown; ``name`` is empty where the link is to the entry itself."""

    page: Link
    name: str = ""


class Seats:
    """Finds where entries of one curriculum are shown on the site that everyone reads."""

    def __init__(self, curriculum: Curriculum) -> None:
        """The pages of ``curriculum``."""
        self._curriculum = curriculum
        self._files = {docname_of(file): file for file in curriculum.files()}

    def of(self, subject: Subject) -> Seat | None:
        """Where the entry is shown; None where only trainers see it."""
        itself = self._link(subject)
        if itself is not None:
            return Seat(itself)
        file = self._files[docname_of(subject)]
        if isinstance(file, Page) and file.edition is Edition.TRAINERS:
            return None
        page = self._link(file) or Link(Kind.PAGE, "", "", docname_of(file))
        return Seat(page, "" if subject is file else _name(subject))

    def subjects(self) -> Iterator[tuple[Seat, Subject]]:
        """Every entry that everyone can see, with where that is."""
        for subject in self._curriculum.subjects():
            if subject.illustrative or subject.ignore:
                seat = self.of(subject)
                if seat is not None:
                    yield seat, subject

    def _link(self, entry: Entry) -> Link | None:
        if isinstance(entry, Course):
            return Link(Kind.COURSE, entry.id, entry.title, docname_of(entry))
        kind = _LINKED.get(type(entry))
        return link(self._curriculum, kind, str(getattr(entry, "id", ""))) if kind is not None else None


def _name(subject: Subject) -> str:
    return next((str(getattr(subject, name)) for name in _NAMES if getattr(subject, name, None)), "")
