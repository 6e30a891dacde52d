"""Categories, compared as people type them."""

from __future__ import annotations

from coursewright.model.conditions.category import CategoryReason
from coursewright.model.reason import Reason
from tests.fees.applications import applicant
from tests.fees.asking import NOON, asking, verdict


def test_category_is_compared_without_capitals_and_spaces() -> None:
    rules = asking(category="Terzo  settore")
    assert verdict(rules, applicant(NOON, category=" terzo settore")) is None
    other = Reason(CategoryReason.OTHER, {"category": "Terzo settore"})
    assert [verdict(rules, applicant(NOON, category=each)) for each in ("", "terzo")] == [other, other]
