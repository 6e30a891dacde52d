"""Whatever an office does to the rows of a sheet, everybody else's earlier place and award are what they were."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.fees.following import follow_people
from coursewright.fees.settlement import settle
from coursewright.model.application import AnyRow
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.reason import ReasonCode
from tests.fees.applications import earlier_of
from tests.fees.cohorts import rule, rule_set
from tests.fees.resheeted import Resheeted, resheeted

GRANT = rule("grant", percent=100, places=2, award=["score desc", "received asc"])
EARLY = rule("early", percent=10, when={"received": {"until": "2022-11-02"}})
SEATED = {ApplicationStatus.ACCEPTED, ApplicationStatus.SCHOLARSHIP}
KEPT = {ReasonCode.KEEPS_PLACE, ReasonCode.KEEPS_SCHOLARSHIP}


def _check(sheet: Resheeted, places: int) -> None:
    rules = rule_set(GRANT, EARLY, places=places)
    before = settle(rules, sheet.before)
    rows: list[AnyRow] = list(sheet.now)
    after = settle(rules, rows, follow_people(rows, earlier_of(before)))
    had = {(each.email, each.name): each for each in before.statements}
    for each in after.statements:
        assert each.row is not None
        earlier = had.get(sheet.typed[each.row])
        if earlier is None:
            assert each.reason.code not in KEPT
            continue
        assert (each.status, each.due) == (earlier.status, earlier.due)
        assert (each.reason.code in KEPT) == (earlier.status in SEATED)
        changed = [note for note in each.notes if note.code is ReasonCode.NUMBER_CHANGED]
        expected = {"before": earlier.application, "row": earlier.row, "now": each.application}
        assert [note.values for note in changed] == ([expected] if earlier.application != each.application else [])
    missing = [warning.values["row"] for warning in after.warnings if warning.code is ReasonCode.HOLDER_MISSING]
    assert missing == sorted(had[person].row or 0 for person in sheet.removed if had[person].status in SEATED)
    given_ = sum(each.status is ApplicationStatus.SCHOLARSHIP for each in after.statements)
    gone = sum(had[person].status is ApplicationStatus.SCHOLARSHIP for person in sheet.removed)
    assert given_ + gone <= 2


@settings(max_examples=100)
@given(resheeted(), st.integers(1, 9))
def test_everybody_else_has_what_they_had(sheet: Resheeted, places: int) -> None:
    _check(sheet, places)


@pytest.mark.audit
@settings(max_examples=3000)
@given(resheeted(), st.integers(1, 9))
def test_everybody_else_has_what_they_had_in_very_many_sheets(sheet: Resheeted, places: int) -> None:
    _check(sheet, places)
