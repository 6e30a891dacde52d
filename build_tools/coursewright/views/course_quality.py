"""What readers should know of a course's quality: what is made up, unsourced, untranslated, hard to read, ignored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from coursewright.checks.missing_sources import without_source
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry, Subject
from coursewright.model.exercise import Exercise
from coursewright.model.module import Module, WithProse
from coursewright.model.page import Edition, Page
from coursewright.model.translation_progress import is_translated
from coursewright.views.course_report import ModuleReading, module_reading
from coursewright.views.links import docname_of
from coursewright.views.subject_links import Seat, Seats


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
