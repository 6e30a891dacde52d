"""Quotes: the price, what each rule does, what is due, stamp duty and VAT."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.fees.quote import quote
from coursewright.fees.rule_set import RuleSet
from coursewright.model.condition import Applicant
from coursewright.model.conditions.experience import ExperienceReason, Period
from coursewright.model.fee_rules import ApplicationStatus, PayerKind
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.statement import DueInstalment, Line, PayerLine, Statement, VatContained, VatExemption
from tests.fees.applications import applicant
from tests.fees.cohorts import at, cm_2023, rule, rule_set
from tests.fees.drawn import APPLICANTS, rule_sets
from tests.fees.plain_price import at_work, holds, plain_due, taken_off

EARLY = rule("early", percent=10, when={"received": {"until": "2022-12-15"}})
EXEMPT = {"exempt": "Formazione", "reference": "art. 10, n. 20, d.P.R. 633/1972"}


def _quoted(rules: RuleSet, received: str = "2022-11-01T12:00", **facts: Any) -> Statement:
    return quote(rules, applicant(at(received), **facts))


def test_statement_of_the_real_cohort() -> None:
    rules = cm_2023()
    since = (Period(date(2021, 6, 1)),)
    assert _quoted(rules, "2022-11-07T18:40:00+01:00", experience=since) == Statement(
        application="",
        cohort="cm-2023",
        received=at("2022-11-07T18:40:00+01:00").astimezone(rules.zone),
        status=ApplicationStatus.OPEN,
        currency="EUR",
        price=Decimal("1450.00"),
        lines=(
            Line("early-bird", "Iscrizione entro il 15 dicembre", Decimal("-145.00"), Reason(ReasonCode.APPLIES)),
            Line(
                "junior-scholarship",
                "Borsa di studio per profili junior",
                Decimal("0.00"),
                Reason(ReasonCode.MAY_COMPETE),
            ),
        ),
        due=Decimal("1305.00"),
        items=(),
        stamp=Decimal("0.00"),
        total=Decimal("1305.00"),
        plan="",
        payers=(PayerLine("person", PayerKind.PERSON, "", Decimal("1305.00")),),
        instalments=(
            DueInstalment(date(2023, 2, 1), Decimal("652.50")),
            DueInstalment(date(2023, 5, 1), Decimal("652.50")),
        ),
        vat=None,
        rules_hash=rules.rules_hash,
        reason=Reason(ReasonCode.ENROLMENT_OPEN),
    )


def test_amounts_have_two_decimals_always() -> None:
    statement = _quoted(rule_set(rule("all", percent=100), rule("no", percent=0), price="10.00"))
    assert [str(each.amount) for each in statement.lines] == ["-10.00", "0.00"]
    assert (str(statement.price), str(statement.due), str(statement.stamp)) == ("10.00", "0.00", "0.00")


@pytest.mark.parametrize(
    ("received", "status", "due"),
    [
        ("2022-10-02T23:59:59.999999", "not-open", None),
        ("2022-10-03T00:00", "open", "900.00"),
        ("2022-12-15T23:59:59.999999", "open", "900.00"),
        ("2022-12-16T00:00", "open", "1000.00"),
        ("2023-01-20T23:59:59.999999", "open", "1000.00"),
        ("2023-01-21T00:00", "closed", None),
    ],
)
def test_price_at_each_boundary(received: str, status: str, due: str | None) -> None:
    statement = _quoted(rule_set(EARLY), received)
    assert (statement.status, statement.due) == (status, None if due is None else Decimal(due))


def test_nothing_is_priced_before_enrolment_opens_and_after_it_closes() -> None:
    early, late = _quoted(rule_set(EARLY), "2022-10-02T12:00"), _quoted(rule_set(EARLY), "2023-01-21T00:00")
    assert early.reason == Reason(ReasonCode.ENROLMENT_NOT_OPEN, {"day": date(2022, 10, 3)})
    assert late.reason == Reason(ReasonCode.ENROLMENT_CLOSED, {"day": date(2023, 1, 20)})
    assert (early.lines, late.lines, early.instalments, late.vat) == ((), (), (), None)


@pytest.mark.parametrize("keys", [{"places": 1}, {"award": ["score desc"]}, {"places": 2, "award": ["draw"]}])
def test_quote_never_grants_what_is_limited(keys: dict[str, Any]) -> None:
    statement = _quoted(rule_set(rule("grant", percent=100, **keys)))
    assert statement.lines == (Line("grant", "GRANT", Decimal("0.00"), Reason(ReasonCode.MAY_COMPETE)),)
    assert statement.due == Decimal("1000.00")


def test_limited_rule_whose_conditions_do_not_hold_says_so() -> None:
    grant = rule("grant", percent=100, places=1, when={"experience": {"under_years": 2}})
    rules = rule_set(grant, experience_at="starts")
    assert [line.reason.code for line in _quoted(rules).lines] == [ExperienceReason.UNKNOWN]
    assert [line.reason.code for line in _quoted(rules, experience=()).lines] == [ReasonCode.MAY_COMPETE]


@pytest.mark.parametrize(
    ("due", "stamp"), [("77.46", "0.00"), ("77.47", "0.00"), ("77.48", "2.00"), ("0.00", "0.00"), ("1000.00", "2.00")]
)
def test_stamp_duty_is_due_above_its_threshold(due: str, stamp: str) -> None:
    instalments = [{"share": 50, "due": "2023-02-01"}, {"share": 50, "due": "2023-03-01"}]
    statement = _quoted(rule_set(price=due, vat=EXEMPT, stamp=True, instalments=instalments))
    assert (statement.due, statement.stamp) == (Decimal(due), Decimal(stamp))
    assert sum(each.amount for each in statement.instalments) == Decimal(due) + Decimal(stamp)


@pytest.mark.parametrize("keys", [{"stamp": True}, {"stamp": True, "vat": {"rate": 22}}, {"vat": EXEMPT}])
def test_stamp_duty_is_for_an_exempt_price_that_asks_for_it(keys: dict[str, Any]) -> None:
    assert _quoted(rule_set(**keys)).stamp == Decimal("0.00")


def test_stamp_duty_is_in_the_first_instalment() -> None:
    instalments = [{"share": 50, "due": "2023-02-01"}, {"share": 50, "due": "2023-03-01"}]
    statement = _quoted(rule_set(price="100.00", vat=EXEMPT, stamp=True, instalments=instalments))
    assert [str(each.amount) for each in statement.instalments] == ["52.00", "50.00"]


@pytest.mark.parametrize(
    ("price", "rate", "contained"),
    [
        ("1220.00", "22", "220.00"),
        ("100.00", "22", "18.03"),
        ("0.61", "22", "0.11"),
        ("0.05", "22", "0.01"),
        ("0.02", "22", "0.00"),
        ("3.03", "1", "0.03"),
        ("5.00", "0", "0.00"),
    ],
)
def test_vat_is_contained_in_what_is_due(price: str, rate: str, contained: str) -> None:
    statement = _quoted(rule_set(price=price, vat={"rate": Decimal(rate)}))
    assert statement.vat == VatContained(Decimal(rate), Decimal(contained))
    assert statement.due == Decimal(price)


def test_exemption_is_told_with_its_reference() -> None:
    assert _quoted(rule_set(vat=EXEMPT)).vat == VatExemption(*EXEMPT.values())


def test_nothing_is_said_of_tax_where_the_file_says_nothing() -> None:
    assert _quoted(rule_set()).vat is None


@settings(max_examples=150)
@given(rule_sets(), APPLICANTS)
def test_due_is_the_plain_price(rules: RuleSet, applicant: Applicant) -> None:
    statement = quote(rules, applicant)
    assert (statement.due is None) == (not rules.is_enrolling(applicant.received))
    if statement.due is not None:
        assert statement.due == plain_due(rules.cohort, applicant)
        assert statement.price + sum(line.amount for line in statement.lines) == statement.due
        assert 0 <= statement.due <= statement.price
        at_once = at_work([each for each in rules.rules if holds(rules.cohort, each, applicant)], ())
        assert {line.rule: -line.amount for line in statement.lines} == {
            **dict.fromkeys((each.id for each in rules.rules), Decimal(0)),
            **taken_off(rules.fees, at_once),
        }


@settings(max_examples=60)
@given(st.integers(0, 30_000), st.lists(st.integers(0, 100)))
def test_instalments_add_up_to_due_and_stamp(cents: int, cuts: list[int]) -> None:
    shares = [high - low for low, high in pairwise([0, *sorted(cuts), 100])]
    instalments = [{"share": share, "months": number, "after": "starts"} for number, share in enumerate(shares)]
    price = f"{cents // 100}.{cents % 100:02}"
    statement = _quoted(rule_set(price=price, vat=EXEMPT, stamp=True, instalments=instalments))
    assert statement.due is not None
    assert sum(each.amount for each in statement.instalments) == statement.due + statement.stamp
    assert all(each.amount > 0 for each in statement.instalments)
