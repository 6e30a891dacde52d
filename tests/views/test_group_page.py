"""The page of a group and its picture: figures of the group, and where things stand.

Covers also `groups/coverage.py`, `groups/portrait.py`, `groups/standing.py`, `views/group_picture.py`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.model.group import Interaction
from coursewright.model.words import Sentence, Several, Strong, Term
from coursewright.views.group_page import GroupPage, group_page
from coursewright.views.group_picture import HEIGHT, WIDTH, group_picture
from coursewright.views.group_portrait import entry
from coursewright.views.told import Lines, Paragraph, Table
from tests.views.courses import course_of, whole

T = TypeVar("T")


def _with_interactions(*pairs: tuple[int, int]) -> Curriculum:
    course = course_of(6)
    interactions = tuple(Interaction(between=(f"nodo-{a}", f"nodo-{b}"), way="coaching") for a, b in pairs)
    group = course.groups["g"].model_copy(update={"interactions": interactions})
    return replace(course, groups={"g": group})


def _part(page: GroupPage, heading: str, kind: type[T]) -> T:
    """The part of that kind below a heading."""
    (section,) = (each for each in page.sections if each.heading == Sentence(heading))
    (part,) = (each for each in section.parts if isinstance(each, kind))
    return part


def test_what_matters_to_nobody_is_left_out_and_counted() -> None:
    page = group_page(whole(), "rete")
    table = _part(page, "Who carries what", Table)
    listen, decide = (entry(whole(), Kind.COMPETENCY, each) for each in ("ascoltare", "decidere"))
    alone = Strong(Term("one alone"))
    assert table.rows == (
        (listen, "Pratica", "Pratica", alone, Term("offers"), ""),
        (decide, "Osserva", "Pratica", alone, Term("seeks"), Term("offers")),
    )
    assert table.heads[4:] == ("nodo-a", "nodo-b")
    (section,) = (each for each in page.sections if each.heading == Sentence("Who carries what"))
    assert isinstance(section.parts[-1], Paragraph)
    assert [each.values for each in section.parts[-1].sentences] == [{"count": 2}]


def test_group_that_carries_nothing_has_no_table() -> None:
    course = course_of(2)
    bare = course.groups["g"].model_copy(update={"members": (), "becoming": (), "interactions": ()})
    page = group_page(replace(course, groups={"g": bare}), "g")
    assert [type(each) for section in page.sections[1:4] for each in section.parts] == [
        *(Paragraph, Lines, Paragraph, Paragraph)
    ]


def test_words_that_the_tool_does_not_know_are_shown_as_the_group_wrote_them() -> None:
    course = course_of(2)
    known, own = (
        Interaction(between=("nodo-0", "nodo-1"), way=way, practice=practice, rhythm=rhythm)
        for way, practice, rhythm in (("co-design", "k0", "weekly"), ("tavolo", None, "a-volte"))
    )
    group = course.groups["g"].model_copy(update={"interactions": (known, own)})
    told = _part(group_page(replace(course, groups={"g": group}), "g"), "How members hang together", Lines)
    practice = entry(course, Kind.COMPETENCY, "k0")
    assert [each.values["how"] for each in told.lines] == [
        Several((Term("they design together"), practice, Term("every week"))),
        Several(("tavolo", "a-volte")),
    ]


def test_each_interaction_is_a_thread_and_bridges_are_told() -> None:
    picture = group_picture(_with_interactions((0, 1), (0, 1), (1, 2), (3, 4), (4, 5), (3, 5)), "g")
    assert [thread.is_bridge for thread in picture.threads] == [False, False, True, False, False, False]
    assert picture.threads[0].control != picture.threads[1].control
    assert picture.has_bridges


def test_knots_lie_within_the_picture_and_apart() -> None:
    picture = group_picture(_with_interactions(), "g")
    assert len({(knot.x, knot.y) for knot in picture.knots}) == 6
    assert all(0 < knot.x < WIDTH and 0 < knot.y < HEIGHT for knot in picture.knots)
    assert not picture.has_bridges


def test_thread_through_the_middle_is_not_a_point() -> None:
    (thread,) = group_picture(_with_interactions((0, 3)), "g").threads
    assert thread.start != thread.end
