"""A group's portrait as it is told: each part in sentences with their values."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from coursewright.groups.path import Path
from coursewright.groups.portrait import Portrait, portrait
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.model.group import GroupCurriculum, Member
from coursewright.model.words import Sentence, Term
from coursewright.views.group_portrait import HEADS, Said, entry, group_portrait, network_counts, path_told
from coursewright.views.told import Duration, Lines, Paragraph, Section, Steps, Table, say
from tests.views.courses import course_of

COURSE = course_of(2)


def _seen(curriculum: Curriculum = COURSE, **changes: Any) -> Portrait:
    """The portrait of the course's group, with something else in it."""
    group: GroupCurriculum = curriculum.groups["g"].model_copy(update=changes)
    return portrait(curriculum, group, None)


def test_stages_add_up_to_the_minutes_of_the_path() -> None:
    modules = [entry(COURSE, Kind.MODULE, each) for each in ("m0", "m1")]
    steps = tuple(
        (
            Sentence("{module} ({time})", {"module": module, "time": Duration(60)}),
            say(Said.UP_TO_THERE, time=Duration(60 * number)),
        )
        for number, module in enumerate(modules, start=1)
    )
    told = (
        say(Said.PATH_TIME, time=Duration(120)),
        say(Said.PATH_COMPLETE, count=2),
        Sentence(Said.PATH_SHORTEST),
    )
    assert path_told(COURSE, _seen()) == Section(Sentence(Said.THE_PATH), (Steps(steps), Paragraph(told), Lines(())))


@pytest.mark.parametrize(
    ("path", "minutes", "told"),
    [
        (
            Path((), 0, {"k0": "b"}, {}, True),
            None,
            (Sentence(Said.PATH_NOT_NEEDED), say(Said.PATH_COMPLETE, count=1), Sentence(Said.PATH_SHORTEST)),
        ),
        (
            Path((), 0, {"k0": "a", "k1": "b"}, {"k0": "b"}, True),
            None,
            (Sentence(Said.PATH_NOTHING), say(Said.PATH_SHORT, met=1, count=2), Sentence(Said.PATH_BEST)),
        ),
        (
            Path((), 0, {"k0": "a"}, {"k0": "b"}, False),
            90,
            (
                Sentence(Said.PATH_NOTHING),
                say(
                    "Reached: {met} of {count} competencies that the group aims at, in the time there is ({time}).",
                    met=0,
                    count=1,
                    time=Duration(90),
                ),
                Sentence("There may be a better path: there are too many to go through all of them."),
            ),
        ),
    ],
    ids=["not needed", "nothing helps", "not proven, with little time"],
)
def test_path_says_how_far_it_leads_and_how_sure_that_is(
    path: Path, minutes: int | None, told: tuple[Sentence, ...]
) -> None:
    parts = path_told(COURSE, replace(_seen(), path=path, minutes=minutes)).parts
    competency = entry(COURSE, Kind.COMPETENCY, "k0")
    short = say(Said.STAYS_SHORT, competency=competency, reached="A", to="B")
    assert parts == (Steps(()), Paragraph(told), Lines((short,) if path.short else ()))


def test_competency_is_told_with_all_its_carriers_one_alone_or_nobody() -> None:
    members = (Member(id="nodo-b", offers=("k0",)), Member(id="nodo-a", offers=("k0", "k1")))
    course = course_of(3)
    coverage, *_ = group_portrait(course, _seen(course, members=members, becoming=(), interactions=()))
    table, counts = coverage.parts
    assert isinstance(table, Table)
    assert table.heads == HEADS
    assert [row[1:] for row in table.rows] == [
        ("A", Sentence("–"), "nodo-a, nodo-b"),
        ("A", Sentence("–"), say(Said.ONE_ALONE, member="nodo-a")),
        ("A", Sentence("–"), Term("nobody")),
    ]
    assert counts == Paragraph((Sentence(Said.CARRIES), say(Said.COVERAGE_COUNTS, none=1, one=1)))


def test_network_is_told_without_what_it_does_not_have() -> None:
    givers = (Member(id="nodo-a", offers=("k0",), seeks=("k1",)), Member(id="nodo-b", offers=("k1",), seeks=("k0",)))
    assert network_counts(_seen(members=givers, interactions=())) == Paragraph(
        (
            say(Said.PARTS, parts=2),
            say(Said.APART, members="nodo-a, nodo-b"),
            say(Said.RECIPROCITY, giving=1, mutual=1),
        )
    )
    assert network_counts(_seen()) == Paragraph(
        (
            say(Said.PARTS, parts=1),
            say(Said.BRIDGES, bridges="nodo-0–nodo-1"),
            Sentence(Said.NO_RECIPROCITY),
        )
    )
