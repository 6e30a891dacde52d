"""Courses and groups drawn at random, for two ways of computing the same figures."""

from __future__ import annotations

import random
from collections.abc import Iterator

from coursewright.model.competency import Aim, Area, Competency, CompetencyMap, Gradation
from coursewright.model.course import Course
from coursewright.model.curriculum import Curriculum
from coursewright.model.figure import Figure, Figures
from coursewright.model.group import Aspiration, GroupCurriculum, Interaction, Member, Openness
from coursewright.model.module import Module, Teaching
from coursewright.model.place import Origin
from coursewright.model.prose import Prose


def made_up_course(seed: int) -> Curriculum:
    """A course of up to nine modules whose lifts and requirements meet in every way."""
    chance = random.Random(f"course {seed}")
    scale = tuple(f"g{each}" for each in range(chance.randint(3, 4)))
    ids = tuple(f"k{each}" for each in range(chance.randint(2, 5)))
    figures = tuple(
        Figure(id=f"f{each}", title=f"F {each}", summary="S", draws_on=tuple(_aims(chance, ids, scale)))
        for each in range(4)
    )
    modules = {each.id: each for each in _modules(chance, ids, scale)}
    path = tuple(chance.sample(sorted(modules), len(modules)))
    course = Course(id=f"c{seed}", title="C", summary="S", language="it", organisers=(), licence="L", path=path)
    return Curriculum(
        course.located(Origin("curriculum/course.yaml")),
        maps={"map": _map(ids, scale)},
        figures_file=Figures(figures=figures).located(Origin("curriculum/figures.yaml")),
        modules=modules,
    )


def made_up_group(curriculum: Curriculum, seed: int) -> GroupCurriculum:
    """A group of up to nine members in that course."""
    chance = random.Random(f"group {seed}")
    ids = tuple(curriculum.competencies)
    members = [f"nodo-{each}" for each in chance.sample("abcdefghijklmnop0123456789", chance.randint(0, 9))]
    standing = {
        each: chance.choice(curriculum.competencies[each].map.scale)
        for each in chance.sample(ids, chance.randint(0, len(ids) // 3))
    }
    return GroupCurriculum(
        id="gruppo",
        title="G",
        open=Openness(licence="L", invites="I"),
        purpose="P",
        standing=standing,
        members=tuple(_member(chance, each, ids) for each in members),
        interactions=tuple(_interactions(chance, members, ids)),
        becoming=tuple(_becoming(chance, curriculum)),
    ).located(Origin("curriculum/groups/gruppo.yaml"))


def _map(ids: tuple[str, ...], scale: tuple[str, ...]) -> CompetencyMap:
    competencies = tuple(Competency(id=each, title=each.upper()) for each in ids)
    return CompetencyMap(
        id="map",
        title="Map",
        gradations=tuple(Gradation(id=each, title=each.upper()) for each in scale),
        areas=(Area(id="area", title="Area", competencies=competencies),),
    ).located(Origin("curriculum/competencies/map.yaml"))


def _aims(chance: random.Random, ids: tuple[str, ...], scale: tuple[str, ...]) -> Iterator[Aim]:
    for each in chance.sample(ids, chance.randint(1, min(3, len(ids)))):
        yield Aim(competency=each, to=chance.choice(scale[1:]))


def _modules(chance: random.Random, ids: tuple[str, ...], scale: tuple[str, ...]) -> Iterator[Module]:
    are_equal = chance.random() < 0.5
    count = chance.randint(4, 9)
    for number in range(count):
        lifts = []
        for competency in chance.sample(ids, chance.randint(1, min(3, len(ids)))):
            start = chance.randrange(len(scale) - 1)
            to = chance.randint(start + 1, len(scale) - 1)
            lifts.append(Teaching(competency=competency, start=scale[start], to=scale[to]))
        requires = chance.sample(range(number), min(number, chance.randint(1, 2))) if chance.random() < 0.4 else []
        module = Module(
            id=f"m{number}",
            summary="S",
            minutes=60 if are_equal else chance.choice((30, 45, 60, 90, 100)),
            teaches=tuple(lifts),
            requires=tuple(f"m{each}" for each in requires),
        )
        yield module.with_prose(Prose(title=f"M {number}")).located(Origin(f"modules/m{number}.md"))


def _member(chance: random.Random, identifier: str, ids: tuple[str, ...]) -> Member:
    offers, seeks = (tuple(chance.sample(ids, chance.randint(0, min(4, len(ids))))) for _ in range(2))
    return Member(id=identifier, offers=offers, seeks=seeks)


def _interactions(chance: random.Random, members: list[str], ids: tuple[str, ...]) -> Iterator[Interaction]:
    for _ in range(chance.randint(0, len(members)) if len(members) > 1 else 0):
        one, other = chance.sample(members, 2)
        yield Interaction(between=(one, other), way="exchange", practice=chance.choice(ids))


def _becoming(chance: random.Random, curriculum: Curriculum) -> Iterator[Aspiration]:
    for _ in range(chance.randint(1, 4)):
        if curriculum.figures and chance.random() < 0.3:
            yield Aspiration(figure=chance.choice(tuple(curriculum.figures)))
        else:
            competency = chance.choice(tuple(curriculum.competencies))
            scale = curriculum.competencies[competency].map.scale
            yield Aspiration(competency=competency, to=chance.choice(scale[1:]))
