"""Made-up courses of a thousand modules to find a group's paths in, each of another shape."""

from __future__ import annotations

import random
from dataclasses import dataclass

from coursewright.model.competency import Aim, Area, Competency, CompetencyMap, Gradation
from coursewright.model.course import Course
from coursewright.model.curriculum import Curriculum
from coursewright.model.figure import Figure, Figures
from coursewright.model.group import Aspiration, GroupCurriculum, Member, Openness
from coursewright.model.module import Module, Teaching

_SCALE = ("vede", "prova", "pratica", "guida", "diffonde")


@dataclass(frozen=True)
class Shape:
    """How a course is drawn.

    Every gradation is taught by some module. A module lifts up to ``teaches`` competencies by up to ``up`` gradations,
    out of ``near`` neighbouring ones (0: out of all), and with ``required`` in a hundred requires up to ``requires``
    earlier ones. ``chain``: each requires the one before. The group aims at ``goals`` competencies; each of ``figures``
    figures draws on six.
    """

    name: str
    modules: int = 1000
    competencies: int = 200
    teaches: int = 3
    up: int = 1
    near: int = 0
    required: int = 30
    requires: int = 1
    minutes: tuple[int, ...] = (60, 90, 120, 180, 240)
    goals: int = 12
    figures: int = 12
    chain: bool = False


SHAPES = (
    Shape("plain"),
    Shape("no requirements", required=0, goals=20),
    Shape("five competencies each", teaches=5, goals=20),
    Shape("two requirements", required=50, requires=2),
    Shape("mostly required", required=90),
    Shape("deep requirements", required=80, requires=2),
    Shape("close to each other", near=6, goals=16),
    Shape("two gradations", up=2, goals=16),
    Shape("minutes of all kinds", minutes=tuple(range(30, 401)), goals=16),
    Shape("equal minutes", minutes=(240,), goals=16),
    Shape("one chain", teaches=1, chain=True, figures=100),
    Shape("many figures", figures=100),
)


def drawn(shape: Shape, seed: int) -> tuple[Curriculum, GroupCurriculum]:
    """A course of that shape and a group; the same for the same seed."""
    chance = random.Random(f"{shape.name} {seed}")
    firsts = [(each, level) for level in range(len(_SCALE) - 1) for each in range(shape.competencies)]
    if not shape.chain:
        chance.shuffle(firsts)
    modules = [_module(shape, number, firsts[number % len(firsts)], chance) for number in range(shape.modules)]
    names = [_competency(number) for number in range(shape.competencies)]
    standing = {name: _SCALE[chance.choice((0, 0, 0, 1))] for name in names}
    if shape.chain:
        standing = {}
    becoming = tuple(Aspiration(competency=aim.competency, to=aim.to) for aim in _aims(shape.goals, names, chance))
    figures = tuple(
        Figure(id=f"f{number}", title=f"F {number}", summary="S", draws_on=tuple(_aims(6, names, chance)))
        for number in range(shape.figures)
    )
    curriculum = Curriculum(
        course=Course(id="c", title="C", summary="S", language="it", path=tuple(module.id for module in modules)),
        maps={"mappa": _map(names)},
        figures_file=Figures(figures=figures),
        modules={module.id: module for module in modules},
    )
    openness = Openness(licence="CC-BY-SA-4.0", invites="I")
    member = Member(id="nodo-a")
    group = GroupCurriculum(
        id="g", title="G", open=openness, purpose="P", standing=standing, members=(member,), becoming=becoming
    )
    return curriculum, group


def _module(shape: Shape, number: int, first: tuple[int, int], chance: random.Random) -> Module:
    if shape.chain:
        required = {number - 1} if number else set()
    else:
        is_tied = number > 0 and chance.randrange(100) < shape.required
        required = {chance.randrange(number) for _ in range(chance.randint(1, shape.requires))} if is_tied else set()
    starts = {each: chance.randrange(len(_SCALE) - 1) for each in _lifted(shape, first[0], chance)} | dict([first])
    return Module(
        id=f"m{number}",
        summary="S",
        minutes=chance.choice(shape.minutes),
        teaches=tuple(_teaching(each, starts[each], chance.randint(1, shape.up)) for each in sorted(starts)),
        requires=tuple(f"m{each}" for each in sorted(required)),
    )


def _lifted(shape: Shape, first: int, chance: random.Random) -> list[int]:
    """The competencies that a module lifts besides its first."""
    among = shape.near or shape.competencies
    distances = chance.sample(range(1, among), chance.randint(0, shape.teaches - 1))
    return [(first + each) % shape.competencies for each in distances]


def _teaching(competency: int, start: int, by: int) -> Teaching:
    to = min(len(_SCALE) - 1, start + by)
    return Teaching(competency=_competency(competency), start=_SCALE[start], to=_SCALE[to])


def _aims(count: int, names: list[str], chance: random.Random) -> list[Aim]:
    return [Aim(competency=name, to=_SCALE[chance.randint(2, len(_SCALE) - 1)]) for name in chance.sample(names, count)]


def _competency(number: int) -> str:
    return f"k{number}"


def _map(names: list[str]) -> CompetencyMap:
    gradations = tuple(Gradation(id=each, title=each.capitalize()) for each in _SCALE)
    described = {each: each for each in _SCALE}
    competencies = tuple(Competency(id=name, title=name, gradations=described) for name in names)
    areas = (Area(id="area", title="Area", competencies=competencies),)
    return CompetencyMap(id="mappa", title="Mappa", gradations=gradations, areas=areas)
