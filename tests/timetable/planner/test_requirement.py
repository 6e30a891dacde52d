"""Conditions: when two are one, and what they cost to give up."""

from __future__ import annotations

from dataclasses import replace

from coursewright.model.place import Place
from coursewright.timetable.planner.requirement import Requirement, RequirementKind
from tests.timetable.planner.tiny_problems import rule


def test_condition_is_known_by_its_kind_and_its_place() -> None:
    one = Requirement(RequirementKind.ENDS, Place("c.yaml", 3), {"day": "2023-03-04"})
    assert one == replace(one, values={})
    assert len({one, replace(one, values={}), replace(one, kind=RequirementKind.STARTS)}) == 2
    assert one != replace(one, place=Place("c.yaml", 4))


def test_each_kind_has_its_cost() -> None:
    assert min(kind.cost for kind in RequirementKind) > 0


def test_what_one_decides_alone_is_cheaper_than_what_others_must_agree_to() -> None:
    ends, trainer, holiday, sense = (
        rule(1, kind).cost
        for kind in (
            RequirementKind.ENDS,
            RequirementKind.TRAINER_AVAILABLE,
            RequirementKind.HOLIDAYS,
            RequirementKind.REQUIRES,
        )
    )
    assert ends < trainer < holiday < sense
    assert rule(1, RequirementKind.LOCAL_HOLIDAYS).cost == holiday
