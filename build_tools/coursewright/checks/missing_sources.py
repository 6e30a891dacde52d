"""What the course states as fact says where it comes from, or is marked as illustrative."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.model.competency import CompetencyMap
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Subject
from coursewright.model.exercise import Exercise
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.module import Module
from coursewright.model.place import Place


@dataclass(frozen=True)
class Unsourced:
    """An entry that says nowhere where it comes from: the place to say it, and the key that would."""

    subject: Subject
    place: Place
    key: str = "source"


def check_sources(curriculum: Curriculum) -> Iterator[Finding]:
    """missing-source, for every entry without one."""
    for each in without_source(curriculum):
        yield Finding(Code.MISSING_SOURCE, each.place, {"key": each.key})


def without_source(curriculum: Curriculum) -> Iterator[Unsourced]:
    """Course, competency maps, figures, glossary terms, thermometers, fee rules, modules, exercises without a source.

    Competencies have the source of their map. Cohorts, groups and matrices are somebody's own plans and need none. So
    are prices: a list none of whose rules has a source is the organiser's own; where some have one, the others say
    theirs too, unless the list has one for all.
    """
    course = curriculum.course
    if Kind.COURSE not in curriculum.unread_kinds and not course.is_illustrative and course.source is None:
        yield Unsourced(course, course.place("id"))
    for competency_map in curriculum.maps.values():
        if not _has_sources(competency_map):
            yield Unsourced(competency_map, competency_map.place("id"))
    for thermometer in curriculum.thermometers.values():
        if thermometer.source is None and not thermometer.is_illustrative:
            yield Unsourced(thermometer, thermometer.place("id"))
    yield from _inside_files(curriculum)
    lessons: tuple[Module | Exercise, ...] = (*curriculum.modules.values(), *curriculum.exercises.values())
    for entry in lessons:
        if not entry.sources and not entry.is_illustrative:
            yield Unsourced(entry, entry.place("id"), "sources")


def _inside_files(curriculum: Curriculum) -> Iterator[Unsourced]:
    if curriculum.figures_file is not None:
        for figure in curriculum.figures_file.figures:
            if figure.source is None and not _made_up(figure, curriculum.figures_file, f"figures.{figure.id}"):
                yield Unsourced(figure, figure.place("id"))
    if curriculum.glossary is not None:
        for term in curriculum.glossary.terms:
            if term.source is None and not _made_up(term, curriculum.glossary, "terms"):
                yield Unsourced(term, term.place("term"))
    for cohort in curriculum.cohorts.values():
        rules = () if cohort.fees is None or cohort.fees.sources else cohort.fees.rules
        for rule in rules if any(each.source for each in rules) else ():
            if rule.source is None and not _made_up(rule, cohort, f"fees.rules.{rule.id}"):
                yield Unsourced(rule, rule.place("id"))


def _made_up(entry: Subject, file: Subject, path: str) -> bool:
    return entry.is_illustrative or file.shows_illustrative(path)


def _has_sources(competency_map: CompetencyMap) -> bool:
    """Whether the map names a source for all its competencies, or every one of them does."""
    if competency_map.source is not None or competency_map.is_illustrative:
        return True
    competencies = tuple(competency_map.competencies())
    return bool(competencies) and all(
        competency.source is not None or competency.is_illustrative for competency in competencies
    )
