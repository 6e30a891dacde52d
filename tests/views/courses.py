"""Curricula for the tests of views: the whole little course as its files say it, and one of any size."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

from coursewright.model.cohort import Cohort, Enrolment, Pattern, Session, Timetable
from coursewright.model.competency import Aim, Area, Competency, CompetencyMap, Gradation, Relation, RelationWay
from coursewright.model.course import Course
from coursewright.model.curriculum import Curriculum
from coursewright.model.exercise import Device, Exercise, GroupSize, Step
from coursewright.model.figure import Figure, Figures
from coursewright.model.group import Aspiration, GroupCurriculum, Interaction, Member, Openness
from coursewright.model.matrix import Cell, GovernanceMatrix, Level, Objective
from coursewright.model.module import Module, Teaching
from coursewright.model.place import Origin
from coursewright.model.plain_words import PlainWord, PlainWords
from coursewright.model.prose import Prose
from coursewright.model.thermometer import Axis, ObservedPractice, Situation, Thermometer
from coursewright.project import open_project
from coursewright.views.registry import ViewName
from coursewright.views.run_sheet import run_sheet_ids

_PATTERN = Pattern(every="1 week", start=time(9, 30), to=time(11, 30))
WHOLE = Path(__file__).parents[1] / "roots" / "whole"


def whole(root: Path = WHOLE) -> Curriculum:
    """The whole little course; ``root`` holds a copy of it."""
    project = open_project(root)
    assert project.findings == ()
    return project.curriculum


def course_of(size: int) -> Curriculum:
    """A course with ``size`` modules, each with its own exercise, competency and figure, and tied to the one before.

    Thermometer, group, matrix and cohort have as many practices, members, objectives and sessions.
    """
    numbers = range(size)
    return Curriculum(
        course=Course(id="c", title="C", summary="S", language="it", path=tuple(f"m{n}" for n in numbers)).located(
            Origin("curriculum/course.yaml")
        ),
        maps={"map": _map(size)},
        figures_file=_figures(size),
        plain_words=_plain_words(size),
        modules={f"m{n}": _module(n) for n in numbers},
        exercises={f"e{n}": _exercise(n) for n in numbers},
        thermometers={"t": _thermometer(size)},
        groups={"g": _group(size)},
        matrices={"x": _matrix(size)},
        cohorts={"o": _cohort(size)},
    )


def every_view(curriculum: Curriculum) -> list[ViewName]:
    """Each view of each thing that it can be of."""
    lists = ("module", "exercise", "competency-map", "competency", "figure", "thermometer", "group", "matrix", "cohort")
    ids: dict[str, tuple[str, ...]] = {
        "booklet_link": ("exercises", "workbook"),
        "calendar_links": tuple(curriculum.cohorts),
        "calendar_months": tuple(curriculum.cohorts),
        "cohort_page": tuple(curriculum.cohorts),
        "cohort_state": tuple(curriculum.cohorts),
        "competency_map_page": tuple(curriculum.maps),
        "coverage_matrix": tuple(curriculum.maps),
        "entry_list": lists,
        "fee_timeline": tuple(curriculum.cohorts),
        "exercise_card": tuple(curriculum.exercises),
        "exercise_steps": tuple(curriculum.exercises),
        "calendar_sheet": tuple(curriculum.cohorts),
        "group_page": tuple(curriculum.groups),
        "group_picture": tuple(curriculum.groups),
        "listed_exercise": tuple(curriculum.exercises),
        "map_overview": tuple(curriculum.maps),
        "matrix_page": tuple(curriculum.matrices),
        "module_card": tuple(curriculum.modules),
        "module_doors": tuple(curriculum.modules),
        "module_plan": tuple(curriculum.modules),
        "page_words": ("index",),
        "thermometer_axis": tuple(curriculum.thermometers),
        "thermometer_desk": tuple(curriculum.thermometers),
        "thermometer_group": tuple(curriculum.thermometers),
        "thermometer_page": tuple(curriculum.thermometers),
    }
    alone = (
        *("course_page", "course_path", "course_quality", "exercise_filters", "figures_page", "glossary_page"),
        *("group_composer", "map_picture", "people_page", "plain_words_page", "venues_page"),
    )
    several = [ViewName(name, (identifier,)) for name, each in ids.items() for identifier in each]
    sheets = [
        ViewName("run_sheet", (cohort, session))
        for cohort in curriculum.cohorts
        for session in run_sheet_ids(curriculum, cohort)
    ]
    links = [ViewName("entry_link", ("module", identifier)) for identifier in curriculum.modules]
    return [*several, *sheets, *links, *(ViewName(name) for name in alone)]


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


def _plain_words(size: int) -> PlainWords:
    words = tuple(PlainWord(avoid=f"w{n}", say="S") for n in range(size))
    return PlainWords(words=words).located(Origin("curriculum/plain-words.yaml"))


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


def _thermometer(size: int) -> Thermometer:
    practices = tuple(ObservedPractice(competency=f"k{n}", describes={"a": "A.", "b": "B."}) for n in range(size))
    situations = tuple(Situation(id=f"s{n}", title="S") for n in range(size))
    axis = Axis(start="A", to="B")
    return Thermometer(id="t", title="T", map="map", axis=axis, situations=situations, practices=practices).located(
        Origin("curriculum/thermometers/t.yaml")
    )


def _group(size: int) -> GroupCurriculum:
    return GroupCurriculum(
        id="g",
        title="G",
        open=Openness(licence="L", invites="I"),
        purpose="P",
        standing={f"k{n}": "a" for n in range(size)},
        members=tuple(Member(id=f"nodo-{n}", figure=f"f{n}", offers=(f"k{n}",)) for n in range(size)),
        interactions=tuple(
            Interaction(between=(f"nodo-{n}", f"nodo-{n + 1}"), way="coaching", practice=f"k{n}")
            for n in range(size - 1)
        ),
        becoming=tuple(Aspiration(competency=f"k{n}", to="b") for n in range(size)),
    ).located(Origin("curriculum/groups/g.yaml"))


def _matrix(size: int) -> GovernanceMatrix:
    return GovernanceMatrix(
        id="x",
        title="X",
        goal="G",
        levels=(Level(id="l", title="L"),),
        objectives=tuple(Objective(id=f"o{n}", title="O", delegated_to="l") for n in range(size)),
        cells=tuple(Cell(level="l", objective=f"o{n}", does="D") for n in range(size)),
    ).located(Origin("curriculum/matrices/x.yaml"))


def _cohort(size: int) -> Cohort:
    day = date(2023, 2, 18)
    return Cohort(
        id="o",
        title="O",
        timezone="Europe/Rome",
        starts=day,
        ends=day + timedelta(weeks=size),
        enrolment=Enrolment(opens=day, closes=day),
        calendar=Timetable(
            pattern=_PATTERN, sessions=tuple(Session(id=f"s{n}", modules=(f"m{n}",)) for n in range(size))
        ),
    ).located(Origin("curriculum/cohorts/o.yaml"))
