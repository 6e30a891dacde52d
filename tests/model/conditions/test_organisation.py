"""How many people of the applicant's organisation have a place."""

from __future__ import annotations

import pytest

from coursewright.model.conditions.organisation import MembersReason
from coursewright.model.reason import Reason
from tests.fees.applications import applicant
from tests.fees.asking import NOON, asking, classes, verdict
from tests.fees.cohorts import rule, rule_set


@pytest.mark.parametrize(("members", "code"), [(0, False), (1, False), (2, True), (3, True)])
def test_organisation_at_its_threshold(members: int, code: bool) -> None:
    found = verdict(asking(organisation_members=2), applicant(NOON, organisation_members=members))
    assert found == (None if code else Reason(MembersReason.TOO_FEW, {"members": 2}))


def test_classes_of_organisations_name_whole_numbers() -> None:
    rules = rule_set(*(rule(f"r{count}", percent=count, when={"organisation_members": count}) for count in (5, 2)))
    assert classes(rules) == [
        ("members-under", {"under": 2}),
        ("members-between", {"least": 2, "most": 4}),
        ("members-from", {"least": 5}),
    ]
