"""Fees as they are written: conditions, effects, instalments, worked examples."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from coursewright.model.anchor import Anchor
from coursewright.model.entry import Entry
from coursewright.model.fee_rules import Fees, Rule, Scenario, Vat, When
from coursewright.model.payment_plan import Instalment
from coursewright.model.written import Plain
from tests.model.refusals import code, read, refusal

RULE: dict[str, Any] = {"id": "a", "label": "A", "percent": 10}
FEES: dict[str, Any] = {"currency": "EUR", "price": "100.00", "rounding": "half-up"}


def test_rule_with_all_its_conditions() -> None:
    when = {
        "received": {"from": "2023-01-01", "until": "2023-01-01"},
        "experience": {"at_least_years": 2, "under_years": 5},
        "organisation_members": 3,
        "code": "PRIMAVERA",
        "category": "studente",
        "alumni": True,
    }
    rule = Rule.model_validate({**RULE, "when": when, "places": 2, "award": ["score desc", "received asc", "draw"]})
    assert rule.when.received is not None
    assert rule.when.received.until == date(2023, 1, 1)
    assert rule.percent == Decimal(10)
    assert rule.award == ("score desc", "received asc", "draw")


@pytest.mark.parametrize(
    ("effects", "found"),
    [
        ({}, None),
        ({"percent": 10, "price": "5.00"}, "percent, price"),
        ({"percent": 10, "amount": "1.00", "price": "5.00"}, "percent, amount, price"),
    ],
)
def test_rule_has_one_effect(effects: dict[str, Any], found: str | None) -> None:
    values = refusal(Rule, {"id": "a", "label": "A", **effects})
    assert values == {"code": "one-of-keys", "keys": "percent, amount, price", "found": found}


@pytest.mark.parametrize(
    ("when", "refused"),
    [
        ({"received": {"from": "2023-02-01", "until": "2023-01-31"}}, "reversed"),
        ({"received": {"until": "2023-02-30"}}, "no-such-day"),
        ({"experience": {"under_years": Plain("1.5")}}, "wrong-type"),
        ({"experience": {"under_years": Plain("200")}}, "out-of-range"),
        ({"organisation_members": 0}, "out-of-range"),
        ({"code": "sha256:abc"}, "wrong-type"),
        ({"code": "sha256:" + "A" * 64}, "wrong-type"),
        ({"alumni": Plain("sì")}, "wrong-type"),
    ],
)
def test_conditions_that_cannot_be(when: dict[str, Any], refused: str) -> None:
    assert code(When, when) == refused


@pytest.mark.parametrize("written", ["PRIMAVERA", " con spazi ", "sha256:" + "0a" * 32, Plain("010")])
def test_code_is_text_or_its_digest(written: str) -> None:
    assert read(When, {"code": written}).code == written.strip()


@pytest.mark.parametrize("words", ["score up", "punteggio desc", "draw desc", "score"])
def test_award_has_its_words(words: str) -> None:
    assert code(Rule, {**RULE, "award": [words]}) == "wrong-type"


@pytest.mark.parametrize(
    ("kind", "data", "refused"),
    [
        (Vat, {}, "one-of-keys"),
        (Vat, {"rate": 22, "exempt": "x"}, "one-of-keys"),
        (Vat, {"exempt": "x"}, "exemption-without-reference"),
        (Instalment, {"share": 50}, "one-of-keys"),
        (Instalment, {"share": 50, "due": "2023-02-01", "months": 1}, "one-of-keys"),
        (Instalment, {"share": 50, "months": 1}, "keys-together"),
        (Scenario, {"title": "T"}, "one-of-keys"),
        (Scenario, {"title": "T", "given": {}, "applications": [{}]}, "one-of-keys"),
        (Scenario, {"title": "T", "given": {}}, "keys-together"),
        (Scenario, {"title": "T", "given": {"received": ["x"]}, "due": "1.00"}, "wrong-type"),
        (Fees, {**FEES, "rules": [RULE, {**RULE, "id": "b"}]}, "keys-together"),
        (Fees, {**FEES, "rules": [{**RULE, "when": {"experience": {"under_years": 2}}}]}, "keys-together"),
        (Fees, {**FEES, "instalments": [{"share": 99, "due": "2023-02-01"}]}, "shares-not-whole"),
        (Fees, {**FEES, "currency": "euro"}, "wrong-type"),
    ],
)
def test_what_cannot_stand_so(kind: type[Entry], data: dict[str, Any], refused: str) -> None:
    assert code(kind, data) == refused


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("received", Anchor.RECEIVED),
        ("enrolment.closes", Anchor.ENROLMENT_CLOSES),
        (Plain("starts"), Anchor.STARTS),
        ("2023-01-20", date(2023, 1, 20)),
    ],
)
def test_experience_is_counted_at_a_day_or_one_that_has_a_name(written: str, value: object) -> None:
    assert Fees.model_validate({**FEES, "experience_at": written}).experience_at == value


@pytest.mark.parametrize(
    ("written", "refused"),
    [("2023-02-30", "no-such-day"), ("ends", "wrong-type"), ("Received", "wrong-type"), (["starts"], "wrong-type")],
)
def test_experience_is_counted_at_no_other_day(written: object, refused: str) -> None:
    assert code(Fees, {**FEES, "experience_at": written}) == refused


def test_months_count_from_a_day_of_the_cohort() -> None:
    instalment = {"share": 100, "months": 2}
    assert Instalment.model_validate({**instalment, "after": "starts"}).after is Anchor.STARTS
    assert Instalment.model_validate({**instalment, "after": "2023-01-31"}).after == date(2023, 1, 31)
    assert Instalment.model_validate({**instalment, "after": "received"}).after is Anchor.RECEIVED
    assert code(Instalment, {**instalment, "after": "closes"}) == "wrong-type"


def test_shares_are_exact() -> None:
    shares = [Plain("33.333333"), Plain("33.333333"), Plain("33.333334")]
    instalments = [{"share": share, "due": "2023-02-01"} for share in shares]
    assert code(Fees, {**FEES, "instalments": instalments}) is None


def test_columns_of_a_worked_example_are_texts_as_written() -> None:
    given = {"received": "2022-12-15", "score": Plain("010"), "email": None}
    scenario = Scenario.model_validate({"title": "T", "given": given, "status": "open"})
    assert scenario.given == {"received": "2022-12-15", "score": "010", "email": ""}
