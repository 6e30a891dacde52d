"""Profiles that rules tell apart, and the treatments that are enough to look at."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings

from coursewright.fees.profiles import (
    TooManyProfilesError,
    all_profiles,
    enrolment_windows,
    mask_of,
    members,
    profile_of,
    treatments,
)
from coursewright.fees.rule_set import RuleSet
from coursewright.model.condition import ValueClass
from coursewright.model.conditions.alumni import ALUMNI, AlumniClass
from coursewright.model.conditions.category import CATEGORY, CategoryClass
from coursewright.model.conditions.code import CodeReason
from coursewright.model.reason import Reason
from tests.fees.cohorts import at, rule, rule_set
from tests.fees.drawn import rule_sets


def test_profiles_are_every_class_with_every_other() -> None:
    rules = rule_set(rule("a", percent=1, when={"alumni": True}), rule("b", percent=2, when={"category": "ente"}))
    first, again = (ValueClass(ALUMNI.name, each) for each in (AlumniClass.FIRST_TIME, AlumniClass.TOOK_PART_BEFORE))
    other = ValueClass(CATEGORY.name, CategoryClass.OTHER)
    ente = ValueClass(CATEGORY.name, CategoryClass.CATEGORY, {"category": "ente"})
    assert list(all_profiles(rules.conditions)) == [
        ((0, 0), (other, first)),
        ((0, 1), (other, again)),
        ((1, 0), (ente, first)),
        ((1, 1), (ente, again)),
    ]
    assert profile_of(rules.conditions, (1, 0)) == (ente, first)


def test_rules_that_ask_nothing_have_one_profile() -> None:
    assert list(all_profiles(rule_set(rule("a", percent=1)).conditions)) == [((), ())]


def test_more_profiles_than_anybody_follows_are_not_listed() -> None:
    codes = [rule(f"c{number}", percent=1, when={"code": f"C{number}"}) for number in range(150)]
    names = [rule(f"n{number}", percent=1, when={"category": f"N{number}"}) for number in range(150)]
    with pytest.raises(TooManyProfilesError):
        next(all_profiles(rule_set(*codes, *names).conditions))


def test_windows_of_enrolment_begin_and_end_with_it() -> None:
    rules = rule_set(
        rule("a", percent=1, when={"received": {"from": "2022-09-01", "until": "2022-12-15"}}),
        rule("b", percent=1, when={"received": {"until": "2023-03-01"}}),
    )
    assert [(number, each.start, each.end) for number, each in enrolment_windows(rules.conditions)] == [
        (2, at("2022-10-03T00:00"), at("2022-12-16T00:00")),
        (3, at("2022-12-16T00:00"), at("2023-01-21T00:00")),
    ]


def test_masks_are_sets_of_rules() -> None:
    no = Reason(CodeReason.NOT_GIVEN)
    assert mask_of((None, no, None)) == 0b101
    assert members(0b101) == (0, 2)
    assert (mask_of(()), members(0)) == (0, ())


@settings(max_examples=60)
@given(rule_sets())
def test_treatments_are_all_the_sets_of_rules_that_can_hold(rules: RuleSet) -> None:
    conditions = rules.conditions
    seen = set()
    for numbers in product(*(range(len(each.classes)) for each in conditions.dimensions)):
        masks = [mask_of(each.verdicts[number]) for each, number in zip(conditions.dimensions, numbers, strict=True)]
        together = (1 << len(rules.rules)) - 1
        for mask in masks:
            together &= mask
        seen.add(together)
    found = treatments(conditions)
    assert {each.holding for each in found} == seen
    assert len(found) == len(seen)
    for each in found:
        for number, window in enumerate(conditions.window_verdicts):
            verdicts = conditions.verdicts((number, *each.numbers))
            assert mask_of(verdicts) == each.holding & mask_of(window)
