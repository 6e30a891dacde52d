"""The fee table: every window and profile with its price, and the rules that meet."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from coursewright.fees.proof import prove
from coursewright.fees.rule_set import RuleSet
from coursewright.fees.table import fee_table, in_zone
from coursewright.model.condition import Applicant
from coursewright.model.interval import Interval
from coursewright.model.proof import Meeting
from coursewright.model.reason import Reason, ReasonCode
from tests.fees.cohorts import at, cm_2023, rule, rule_set
from tests.fees.drawn import APPLICANTS, rule_sets
from tests.fees.plain_price import holds, plain_due


def _row(rules: RuleSet, received: str, profile: int = 0) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    rows = [each for each in fee_table(rules).rows if at(received) in each.window]
    return str(rows[profile].due), rows[profile].rules, rows[profile].competing


def test_table_of_the_real_cohort() -> None:
    rules = cm_2023()
    table = fee_table(rules)
    assert (table.cohort, table.currency, table.price) == ("cm-2023", "EUR", Decimal("1450.00"))
    early, late, grant = ("early-bird",), (), ("junior-scholarship",)
    assert [(str(row.due), row.rules, row.competing) for row in table.rows] == [
        ("1305.00", early, ()),
        ("1305.00", early, grant),
        ("1305.00", early, ()),
        ("1450.00", late, ()),
        ("1450.00", late, grant),
        ("1450.00", late, ()),
    ]
    assert (table.proof, table.rules_hash) == (prove(rules), rules.rules_hash)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2022-10-03T00:00", "900.00"),
        ("2022-12-15T23:59:59.999999", "900.00"),
        ("2022-12-16T00:00", "1000.00"),
        ("2023-01-20T23:59:59.999999", "1000.00"),
    ],
)
def test_row_covers_its_window_to_the_last_instant(received: str, due: str) -> None:
    rules = rule_set(rule("early", percent=10, when={"received": {"until": "2022-12-15"}}))
    assert _row(rules, received)[0] == due


def test_nothing_is_listed_outside_enrolment() -> None:
    windows = [row.window for row in fee_table(rule_set()).rows]
    assert windows == [Interval(at("2022-10-03T00:00"), at("2023-01-21T00:00"))]


def test_windows_are_told_in_the_zone_of_the_cohort() -> None:
    shown = in_zone(rule_set(), Interval(at("2022-10-03T00:00"), None))
    assert shown.start is not None
    assert (shown.start.isoformat(), shown.end) == ("2022-10-03T00:00:00+02:00", None)


def _meeting(combine: str, *rules: dict[str, Any]) -> Meeting:
    (meeting,) = fee_table(rule_set(*rules, combine=combine)).meetings
    return meeting


def _reason(code: ReasonCode, label: str | None = None) -> Reason:
    return Reason(code) if label is None else Reason(code, {"rule": label})


@pytest.mark.parametrize(
    ("combine", "first", "second", "wins", "due", "reason"),
    [
        ("best", {"percent": 10}, {"amount": "150.00"}, ("b",), "850.00", _reason(ReasonCode.LEAVES_LEAST, "B")),
        ("best", {"percent": 10}, {"amount": "100.00"}, ("a",), "900.00", _reason(ReasonCode.LEAVES_AS_LITTLE, "A")),
        ("best", {"percent": 0}, {"price": "1000.00"}, (), "1000.00", _reason(ReasonCode.NEITHER_APPLIES)),
        ("cumulate", {"percent": 10}, {"amount": "100.00"}, ("a", "b"), "800.00", _reason(ReasonCode.CUMULATED)),
        (
            "cumulate",
            {"percent": 10, "exclusive": True},
            {"amount": "50.00"},
            ("a",),
            "900.00",
            _reason(ReasonCode.STANDS_ALONE, "A"),
        ),
    ],
)
def test_meeting_says_what_combine_makes_of_it(
    combine: str, first: dict[str, Any], second: dict[str, Any], wins: tuple[str, ...], due: str, reason: Reason
) -> None:
    meeting = _meeting(combine, rule("a", **first), rule("b", **second))
    assert meeting == Meeting(("a", "b"), wins, Decimal(due), reason)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"received": {"until": "2022-12-15"}}, {"received": {"from": "2022-12-16"}}),
        ({"alumni": True}, {"alumni": False}),
        ({"code": "A"}, {"code": "B"}),
        ({"experience": {"under_years": 2}}, {"experience": {"at_least_years": 2}}),
        ({}, {"received": {"from": "2023-01-21"}}),
    ],
)
def test_rules_that_never_hold_together_do_not_meet(first: dict[str, Any], second: dict[str, Any]) -> None:
    rules = rule_set(rule("a", percent=1, when=first), rule("b", percent=2, when=second), experience_at="starts")
    assert fee_table(rules).meetings == ()


def test_rules_of_one_tier_do_not_meet() -> None:
    tiered = [rule("a", percent=1, tier="t"), rule("b", percent=2, tier="t"), rule("c", percent=3, tier="u")]
    assert [each.rules for each in fee_table(rule_set(*tiered)).meetings] == [("a", "c"), ("b", "c")]


@settings(max_examples=100)
@given(rule_sets(experience_at="2022-10-30"), APPLICANTS)
def test_row_of_an_applicant_has_the_plain_price(rules: RuleSet, applicant: Applicant) -> None:
    window, *numbers = rules.cell_of(applicant)
    profile = tuple(each.classes[number] for each, number in zip(rules.conditions.dimensions, numbers, strict=True))
    rows = [row for row in fee_table(rules).rows if applicant.received in row.window and row.profile == profile]
    assert len(rows) == int(rules.is_enrolling(applicant.received))
    for row in rows:
        assert row.due == plain_due(rules.cohort, applicant)
        limited = [each for each in rules.rules if each.places is not None or each.award]
        assert list(row.competing) == [each.id for each in limited if holds(rules.cohort, each, applicant)]
    assert window == rules.cell_of(applicant)[0]


@settings(max_examples=60)
@given(rule_sets(), APPLICANTS)
def test_rules_that_hold_for_somebody_together_meet(rules: RuleSet, applicant: Applicant) -> None:
    if rules.is_enrolling(applicant.received):
        held = [each.id for each in rules.rules if holds(rules.cohort, each, applicant)]
        meetings = {each.rules for each in fee_table(rules).meetings}
        assert {
            (first, second) for first in held for second in held if held.index(first) < held.index(second)
        } <= meetings
