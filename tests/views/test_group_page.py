"""The page of a group and its picture: figures of the group, and where things stand.

Covers also `groups/coverage.py`, `groups/portrait.py`, `groups/standing.py`, `model/group.py`,
`views/group_picture.py`.
"""

from __future__ import annotations

from dataclasses import replace

from coursewright.model.curriculum import Curriculum
from coursewright.model.group import Interaction
from coursewright.views.group_page import group_page
from coursewright.views.group_picture import HEIGHT, WIDTH, group_picture
from tests.views.courses import course_of, whole


def _with_interactions(*pairs: tuple[int, int]) -> Curriculum:
    course = course_of(6)
    interactions = tuple(Interaction(between=(f"nodo-{a}", f"nodo-{b}"), way="coaching") for a, b in pairs)
    group = course.groups["g"].model_copy(update={"interactions": interactions})
    return replace(course, groups={"g": group})


def test_what_matters_to_nobody_is_left_out_and_counted() -> None:
    page = group_page(whole(), "rete")
    assert page.others + len(page.carried) == len(whole().competencies)
    assert page.nobody >= page.others
    for row in page.carried:
        assert row.aims_at or row.carriers or any(map(any, row.cells)) or row.stands_at


def test_stages_add_up_to_the_minutes_of_the_path() -> None:
    page = group_page(course_of(5), "g")
    assert [stage.until for stage in page.path] == [60 * number for number in range(1, 6)]
    assert page.minutes == sum(stage.minutes for stage in page.path)
    assert (page.complete, page.proven, page.aims, page.short) == (True, True, 5, ())


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
