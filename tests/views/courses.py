"""Curricula for the tests of views: the whole little course as its files say it, and one of any size."""

from __future__ import annotations

from pathlib import Path

from coursewright.model.competency import Aim, Area, Competency, CompetencyMap, Gradation, Relation, RelationWay
from coursewright.model.course import Course
from coursewright.model.curriculum import Curriculum
from coursewright.model.exercise import Device, Exercise, GroupSize, Step
from coursewright.model.figure import Figure, Figures
from coursewright.model.module import Module, Teaching
from coursewright.model.place import Origin
from coursewright.model.prose import Prose
from coursewright.project import open_project
from coursewright.views.registry import ViewName

WHOLE = Path(__file__).parents[1] / "roots" / "whole"


def whole(root: Path = WHOLE) -> Curriculum:
    """The whole little course; ``root`` holds a copy of it."""
    project = open_project(root)
    assert project.findings == ()
    return project.curriculum


def course_of(size: int) -> Curriculum:
    """A course with ``size`` modules, each with its own exercise, competency and figure, and tied to the one before."""
    numbers = range(size)
    return Curriculum(
        course=Course(id="c", title="C", summary="S", language="it", path=tuple(f"m{n}" for n in numbers)).located(
            Origin("curriculum/course.yaml")
        ),
        maps={"map": _map(size)},
        figures_file=_figures(size),
        modules={f"m{n}": _module(n) for n in numbers},
        exercises={f"e{n}": _exercise(n) for n in numbers},
    )


def every_view(curriculum: Curriculum) -> list[ViewName]:
    """Each view of each thing that it can be of."""
    lists = ("module", "exercise", "competency-map", "competency", "figure", "thermometer", "group", "matrix", "cohort")
    ids: dict[str, tuple[str, ...]] = {
        "cohort_page": tuple(curriculum.cohorts),
        "cohort_state": tuple(curriculum.cohorts),
        "competency_map_page": tuple(curriculum.maps),
        "coverage_matrix": tuple(curriculum.maps),
        "entry_list": lists,
        "exercise_card": tuple(curriculum.exercises),
        "exercise_steps": tuple(curriculum.exercises),
        "group_page": tuple(curriculum.groups),
        "listed_exercise": tuple(curriculum.exercises),
        "map_overview": tuple(curriculum.maps),
        "matrix_page": tuple(curriculum.matrices),
        "module_card": tuple(curriculum.modules),
        "module_doors": tuple(curriculum.modules),
        "module_plan": tuple(curriculum.modules),
        "thermometer_page": tuple(curriculum.thermometers),
    }
    alone = ("course_page", "course_path", "exercise_filters", "figures_page", "glossary_page", "map_picture")
    several = [ViewName(name, (identifier,)) for name, each in ids.items() for identifier in each]
    links = [ViewName("entry_link", ("module", identifier)) for identifier in curriculum.modules]
    return [*several, *links, *(ViewName(name) for name in (*alone, "people_page", "venues_page"))]


def _map(size: int) -> CompetencyMap:
    competencies = tuple(
        Competency(
            id=f"k{n}",
            title=f"K {n}",
            gradations={"a": "A.", "b": "B."},
            relations=(Relation(to=f"k{n - 1}", way=RelationWay.PRECEDES),) if n else (),
        )
        for n in range(size)
    )
    return CompetencyMap(
        id="map",
        title="Map",
        gradations=(Gradation(id="a", title="A"), Gradation(id="b", title="B")),
        areas=(Area(id="area", title="Area", competencies=competencies),),
    ).located(Origin("curriculum/competencies/map.yaml"))


def _figures(size: int) -> Figures:
    figures = tuple(
        Figure(id=f"f{n}", title=f"F {n}", summary="S", draws_on=(Aim(competency=f"k{n}", to="b"),))
        for n in range(size)
    )
    return Figures(figures=figures).located(Origin("curriculum/figures.yaml"))


def _module(n: int) -> Module:
    module = Module(
        id=f"m{n}",
        summary="S",
        minutes=60,
        teaches=(Teaching(competency=f"k{n}", start="a", to="b"),),
        requires=(f"m{n - 1}",) if n else (),
        exercises=(f"e{n}",),
    )
    return module.with_prose(Prose(title=f"M {n}")).located(Origin(f"modules/m{n}.md"))


def _exercise(n: int) -> Exercise:
    exercise = Exercise(
        id=f"e{n}",
        device=Device.CASE,
        practises=(Aim(competency=f"k{n}", to="b"),),
        assesses=(f"k{n}",),
        group=GroupSize(min=6, max=10),
        minutes=30,
        steps=(Step(title="T", minutes=30),),
    )
    return exercise.with_prose(Prose(title=f"E {n}")).located(Origin(f"exercises/e{n}.md"))
