"""What is due back to someone who withdraws, and what an office is told of it.

Covers also `fees/payment_findings.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from coursewright.fees.payment_findings import check_payment
from coursewright.fees.rule_set import RuleSet
from coursewright.model.application import Application
from coursewright.model.reason import ReasonCode
from coursewright.model.statement import DueBack
from tests.fees.applications import application, earlier_of, settled
from tests.fees.cohorts import rule, rule_set

STEPS = [{"until": "2022-12-31", "back": 100}, {"days_before": 15, "of": "starts", "back": 50}]
ITEM = {"id": "a", "label": "A", "amount": "15.00"}


def _rules(**withdrawal: Any) -> RuleSet:
    return rule_set(rule("early", percent=10, when={"received": {"until": "2022-11-15"}}), items=[ITEM], **withdrawal)


def _back(rules: RuleSet, day: date | None, **facts: Any) -> tuple[str, str | None]:
    each = application("A", withdrawn=True, **facts)
    return _told(rules, replace(each, withdrawn_on=day))


def _told(rules: RuleSet, each: Application) -> tuple[str, str | None]:
    statement = settled(rules, each)["A"]
    assert (statement.due, statement.total, statement.items, statement.payers) == (None, None, (), ())
    assert statement.due_back is not None
    amount = statement.due_back.amount
    return statement.due_back.reason.code.value, None if amount is None else str(amount)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2022, 12, 31), ("back-by-step", "900.00")),
        (date(2023, 1, 1), ("back-by-step", "450.00")),
        (date(2023, 2, 3), ("back-by-step", "450.00")),
        (date(2023, 2, 4), ("back-nothing", "0.00")),
        (None, ("back-undated", None)),
    ],
)
def test_step_is_the_best_whose_day_has_not_passed(day: date | None, expected: tuple[str, str | None]) -> None:
    assert _back(_rules(withdrawal={"steps": STEPS}), day) == expected
    assert _back(_rules(withdrawal={"steps": STEPS[::-1]}), day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2022, 11, 15), ("back-within-days", "915.00")),
        (date(2022, 11, 16), ("back-nothing", "0.00")),
    ],
)
def test_fourteen_days_after_the_receipt_give_all_back(day: date, expected: tuple[str, str]) -> None:
    assert _back(_rules(withdrawal={"distance_selling": True}), day, received="2022-11-01T23:59") == expected


def test_organisation_is_no_consumer() -> None:
    each = application("A", withdrawn=True)
    paid = replace(each, withdrawn_on=date(2022, 11, 2), applicant=replace(each.applicant, payer="ente"))
    assert _told(_rules(withdrawal={"distance_selling": True}), paid) == ("back-nothing", "0.00")


def test_what_is_due_back_is_of_what_was_settled_before() -> None:
    rules = _rules(withdrawal={"steps": STEPS})
    before = earlier_of(settled(rules, application("A")))
    dearer = rule_set(items=[ITEM], withdrawal={"steps": STEPS})
    gone = replace(application("A", withdrawn=True), withdrawn_on=date(2022, 12, 1))
    back = settled(dearer, gone, earlier=before)["A"].due_back
    assert back is not None
    assert str(back.amount) == "900.00"


def test_nothing_is_said_where_the_file_says_nothing() -> None:
    assert settled(_rules(), application("A", withdrawn=True))["A"].due_back is None


def test_day_of_the_step_is_told() -> None:
    gone = replace(application("A", withdrawn=True), withdrawn_on=date(2023, 1, 5))
    back = settled(_rules(withdrawal={"steps": STEPS}), gone)["A"].due_back
    assert isinstance(back, DueBack)
    assert (back.reason.code, back.reason.values) == (
        ReasonCode.BACK_BY_STEP,
        {"last": date(2023, 2, 3), "share": "50"},
    )


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ({"stamp": True}, ["stamp-without-exemption"]),
        ({"stamp": True, "vat": [{"when": {"alumni": True}, "rate": 22}, {"rate": 10}]}, ["stamp-without-exemption"]),
        ({"instalments": [{"share": 100, "due": "2023-01-20"}]}, []),
        ({"instalments": [{"share": 100, "due": "2023-01-19"}]}, ["instalment-before-receipt"]),
        ({"instalments": [{"share": 100, "days": 0, "after": "received"}]}, []),
        (
            {"instalments": [{"amount": "1000.00", "due": "2023-02-01"}, {"share": 100, "due": "2023-02-01"}]},
            [],
        ),
        (
            {"instalments": [{"amount": "1000.01", "due": "2023-02-01"}, {"share": 100, "due": "2023-02-01"}]},
            ["fixed-above-price"],
        ),
        ({"payers": [{"id": "a", "kind": "fund", "label": "A", "share": 100}]}, []),
        (
            {"payers": [{"id": each, "kind": "fund", "label": "A", "share": 51} for each in ("a", "b")]},
            ["payers-above-whole"],
        ),
        ({"withdrawal": {"steps": STEPS}}, []),
        ({"withdrawal": {"steps": [STEPS[0], STEPS[0]]}}, ["step-without-effect"]),
        ({"withdrawal": {"steps": [{"until": "2022-12-31", "back": 50}, STEPS[1]]}}, ["step-without-effect"]),
    ],
)
def test_what_is_doubtful_is_told(keys: dict[str, Any], codes: list[str]) -> None:
    assert [each.code.value for each in check_payment(rule_set(**keys))] == codes
