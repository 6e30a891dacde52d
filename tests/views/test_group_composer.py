"""What the composer knows of a course: only what a group's file can name, in the order of the course.

Covers also `model/figure.py`.
"""

from __future__ import annotations

from dataclasses import replace

from coursewright.model.competency import Aim
from coursewright.model.figure import Figure, Figures
from coursewright.model.finding import Kind
from coursewright.model.place import Origin
from coursewright.views.group_composer import (
    ComposerAim,
    ComposerArea,
    ComposerCompetency,
    ComposerFigure,
    ComposerGradation,
    ComposerLift,
    ComposerMap,
    ComposerModule,
    GroupComposer,
    group_composer,
)
from coursewright.views.links import Link
from tests.views.courses import course_of


def test_composer_holds_maps_figures_and_modules_in_course_order() -> None:
    scale = (ComposerGradation("a", "A"), ComposerGradation("b", "B"))
    area = ComposerArea("Area", (ComposerCompetency("k0", "K 0"), ComposerCompetency("k1", "K 1")))
    first, second = (Link(Kind.MODULE, f"m{n}", f"M {n}", f"modules/m{n}") for n in range(2))
    assert group_composer(course_of(2)) == GroupComposer(
        course_of(2).course.id,
        (ComposerMap("Map", scale, (area,)),),
        tuple(ComposerFigure(f"f{n}", f"F {n}", (ComposerAim(f"k{n}", "b"),)) for n in range(2)),
        (
            ComposerModule(first, 60, (ComposerLift("k0", "a", "b"),), ()),
            ComposerModule(second, 60, (ComposerLift("k1", "a", "b"),), ("m0",)),
        ),
    )


def test_composer_leaves_out_what_the_course_names_but_does_not_have() -> None:
    aims = tuple(Aim(competency=each, to=to) for each, to in (("k0", "b"), ("k0", "z"), ("gone", "b")))
    figures = Figures(figures=(Figure(id="f", title="F", summary="S", draws_on=aims),))
    course = course_of(2)
    alone = replace(course, figures_file=figures.located(Origin("f")), modules={"m1": course.modules["m1"]})
    found = group_composer(alone)
    assert found.figures == (ComposerFigure("f", "F", (ComposerAim("k0", "b"),)),)
    assert [each.requires for each in found.modules] == [()]
