"""A module's plan, item by item."""

from __future__ import annotations

from typing import Any

import pytest

from coursewright.model.module import PlanItem
from tests.model.refusals import refusal


@pytest.mark.parametrize(
    "item",
    [{"title": "A", "minutes": 5, "cue": "x"}, {"exercise": "a"}, {"exercise": "a", "cue": "x"}, {"break": 15}],
)
def test_item_is_a_part_an_exercise_or_a_break(item: dict[str, Any]) -> None:
    assert refusal(PlanItem, item) is None


@pytest.mark.parametrize(
    ("item", "refused"),
    [
        ({}, {"code": "one-of-keys", "keys": "title, exercise, break", "found": None}),
        ({"minutes": 5}, {"code": "one-of-keys", "keys": "title, exercise, break", "found": None}),
        (
            {"title": "A", "minutes": 5, "exercise": "a"},
            {"code": "one-of-keys", "keys": "title, exercise, break", "found": "title, exercise"},
        ),
        ({"title": "A"}, {"code": "keys-together", "key": "title", "needs": "minutes"}),
        (
            {"exercise": "a", "minutes": 5},
            {"code": "one-of-keys", "at": "minutes", "keys": "minutes, exercise", "found": "minutes, exercise"},
        ),
        (
            {"break": 15, "minutes": 5},
            {"code": "one-of-keys", "at": "minutes", "keys": "minutes, break", "found": "minutes, break"},
        ),
    ],
)
def test_item_that_cannot_stand_so(item: dict[str, Any], refused: dict[str, Any]) -> None:
    assert refusal(PlanItem, item) == refused
