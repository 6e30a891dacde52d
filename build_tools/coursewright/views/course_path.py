"""The course's page: who organises it, and its modules in order with times and prerequisites."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.views.links import Link, docname_of, links


@dataclass(frozen=True)
class Stage:
    """A module as a stage of the path; ``number`` from 1."""

    number: int
    module: Link
    summary: str
    minutes: int
    requires: tuple[Link, ...]


@dataclass(frozen=True)
class CoursePath:
    """The path at a glance, with its whole teaching time in minutes."""

    stages: tuple[Stage, ...]
    minutes: int


@dataclass(frozen=True)
class OrganiserLine:
    """Who organises the course."""

    name: str
    role: str
    url: str


@dataclass(frozen=True)
class CoursePage:
    """The page of ``course.yaml``; the path stands on it as a view of its own."""

    title: str
    summary: str
    organisers: tuple[OrganiserLine, ...]
    licence: str
    source: str


def course_path(curriculum: Curriculum) -> CoursePath:
    """The modules of the path in order."""
    stages = tuple(
        Stage(
            number,
            Link(Kind.MODULE, module.id, module.title, docname_of(module)),
            module.summary,
            module.minutes,
            links(curriculum, Kind.MODULE, module.requires),
        )
        for number, module in enumerate(curriculum.path, start=1)
    )
    return CoursePath(stages, sum(stage.minutes for stage in stages))


def course_page(curriculum: Curriculum) -> CoursePage:
    """The page of the course as a whole."""
    course = curriculum.course
    organisers = tuple(OrganiserLine(each.name, each.role, each.url or "") for each in course.organisers)
    return CoursePage(
        course.title,
        course.summary,
        organisers,
        course.licence or "",
        course.source or "",
    )
