"""Payment: items, stamp duty, plans, payers, VAT by profile, against a plain reckoning.

Covers also `fees/payers.py`, `fees/payment_sums.py`, `fees/terms.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.fees.following import UnclearError, follow_people
from coursewright.fees.payers import shared, taken_over
from coursewright.fees.payment_sums import Payments
from coursewright.fees.quote import quote
from coursewright.fees.rule_set import RuleSet, rule_set_of
from coursewright.fees.settlement import settle
from coursewright.model.application import Application
from coursewright.model.condition import Applicant
from coursewright.model.fee_rules import Item, Payer, PayerKind
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.statement import PaymentSums, Statement, VatContained, VatExemption
from tests.fees.applications import applicant, application, earlier_of, numbered
from tests.fees.cohorts import Data, at, cohort_of, rule, rule_set
from tests.fees.drawn import APPLICANTS, CLOSES, CONDITIONS, MONEY, OPENS, PERCENT, application_lists, rules
from tests.fees.plain_payment import plain_payment

EXEMPT = {"exempt": "Formazione", "reference": "art. 10, n. 20, d.P.R. 633/1972"}
INSURANCE = {"id": "assicurazione", "label": "Assicurazione", "amount": "15.00"}
MATERIAL = {"id": "materiale", "label": "Materiale", "amount": "30.00", "when": {"category": "esterno"}}
AT_ONCE = {"id": "unica", "label": "In un'unica soluzione", "instalments": [{"share": 100, "due": "2023-02-01"}]}
IN_TWO = {
    "id": "rate",
    "label": "In due rate",
    "instalments": [
        {"amount": "200.00", "days": 7, "after": "received"},
        {"share": 100, "months": 1, "after": "starts"},
    ],
}
FUND = {"id": "fondo", "kind": "fund", "label": "Fondo", "share": 80, "when": {"category": "somministrato"}}


def _quoted(rules: RuleSet, plan: str = "", payer: str = "", **facts: Any) -> Statement:
    return quote(rules, replace(applicant(at("2022-11-01T12:00"), **facts), plan=plan, payer=payer))


def _instalments(statement: Statement) -> list[tuple[str, str]]:
    return [(each.due_on.isoformat(), str(each.amount)) for each in statement.instalments]


def _payers(statement: Statement) -> dict[str, str]:
    return {each.payer: str(each.amount) for each in statement.payers}


def test_items_are_beside_what_is_due_and_no_reduction_touches_them() -> None:
    rules = rule_set(rule("all", percent=100), items=[INSURANCE, MATERIAL])
    statement = _quoted(rules, category="Esterno")
    assert [(each.item, str(each.amount)) for each in statement.items] == [
        ("assicurazione", "15.00"),
        ("materiale", "30.00"),
    ]
    assert (str(statement.due), str(statement.total)) == ("0.00", "45.00")
    assert [each.item for each in _quoted(rules).items] == ["assicurazione"]


def test_items_go_with_the_first_instalment() -> None:
    halves = [{"share": 50, "due": "2023-02-01"}, {"share": 50, "due": "2023-05-01"}]
    assert _instalments(_quoted(rule_set(items=[INSURANCE], instalments=halves))) == [
        ("2023-02-01", "515.00"),
        ("2023-05-01", "500.00"),
    ]
    free = rule_set(rule("all", percent=100), items=[INSURANCE], instalments=halves)
    assert _instalments(_quoted(free)) == [("2023-02-01", "15.00")]


@pytest.mark.parametrize("named", ["rate", "RATE", " in  due Rate"])
def test_plan_is_chosen_by_its_id_or_its_name_and_is_else_the_first(named: str) -> None:
    rules = rule_set(plans=[AT_ONCE, IN_TWO])
    assert (_quoted(rules).plan, _instalments(_quoted(rules))) == ("unica", [("2023-02-01", "1000.00")])
    chosen = _quoted(rules, named)
    assert (chosen.plan, _instalments(chosen)) == ("rate", [("2022-11-08", "200.00"), ("2023-03-18", "800.00")])


def test_unknown_plan_is_never_silently_the_first() -> None:
    rules = rule_set(plans=[AT_ONCE, IN_TWO])
    asking = replace(applicant(at("2022-11-01T12:00")), plan="in due ratte")
    assert list(rules.terms.notes(asking)) == [
        Reason(ReasonCode.PLAN_NEARLY, {"found": "in due ratte", "nearest": "In due rate"})
    ]
    statement = quote(rules, asking)
    assert (statement.plan, statement.instalments, str(statement.total)) == ("", (), "1000.00")
    values = {"found": "leasing", "known": "In un'unica soluzione, In due rate"}
    assert list(rules.terms.notes(replace(asking, plan="leasing"))) == [Reason(ReasonCode.PLAN_UNKNOWN, values)]


def test_where_there_is_no_choice_of_plans_none_is_asked_for() -> None:
    instalments = [{"share": 100, "due": "2023-02-01"}]
    rules = rule_set(instalments=instalments)
    assert list(rules.terms.notes(replace(applicant(at("2022-11-01T12:00")), plan="x"))) == []
    assert _instalments(_quoted(rules, "x")) == [("2023-02-01", "1000.00")]


@pytest.mark.parametrize(
    ("due", "stamp"), [("77.47", "0.00"), ("77.48", "2.00"), ("154.94", "2.00"), ("154.95", "2.00")]
)
def test_stamp_once_is_on_the_document_of_all(due: str, stamp: str) -> None:
    assert str(_quoted(rule_set(price=due, stamp=True, vat=EXEMPT)).stamp) == stamp


@pytest.mark.parametrize(
    ("due", "parts"),
    [
        ("154.94", ["77.47", "77.47"]),
        ("154.95", ["79.48", "77.47"]),
        ("154.96", ["79.48", "79.48"]),
    ],
)
def test_stamp_each_is_on_every_instalment_above_the_bound(due: str, parts: list[str]) -> None:
    halves = [{"share": 50, "due": "2023-02-01"}, {"share": 50, "due": "2023-05-01"}]
    statement = _quoted(rule_set(price=due, stamp="each", vat=EXEMPT, instalments=halves))
    assert [amount for _, amount in _instalments(statement)] == parts
    assert statement.total == sum(each.amount for each in statement.instalments)


def test_items_count_for_the_bound_of_stamp_duty() -> None:
    rules = rule_set(price="70.00", stamp=True, vat=EXEMPT, items=[INSURANCE])
    assert (str(_quoted(rules).stamp), str(_quoted(rules).total)) == ("2.00", "87.00")


def test_vat_is_that_of_the_first_profile_that_holds() -> None:
    vat = [{"when": {"category": "azienda"}, "rate": Decimal(22)}, EXEMPT]
    rules = rule_set(price="122.00", stamp=True, vat=vat)
    company = _quoted(rules, category="azienda")
    assert (company.vat, str(company.stamp)) == (VatContained(Decimal(22), Decimal("22.00")), "0.00")
    assert (_quoted(rules).vat, str(_quoted(rules).stamp)) == (VatExemption(*EXEMPT.values()), "2.00")


def test_fund_pays_its_share_of_each_instalment_and_the_applicant_what_is_left() -> None:
    statement = _quoted(rule_set(payers=[FUND], plans=[IN_TWO], items=[INSURANCE]), category="somministrato")
    assert _payers(statement) == {"fondo": "812.00", "person": "203.00"}
    assert [{each.payer: str(each.amount) for each in part.payers} for part in statement.instalments] == [
        {"fondo": "172.00", "person": "43.00"},
        {"fondo": "640.00", "person": "160.00"},
    ]


def test_who_pays_alone_is_not_told_of_each_instalment() -> None:
    statement = _quoted(rule_set(payers=[FUND], plans=[IN_TWO]))
    assert (_payers(statement), [each.payers for each in statement.instalments]) == ({"person": "1000.00"}, [(), ()])


@pytest.mark.parametrize(
    ("payer", "expected"),
    [
        ("", {"person": "1000.00"}),
        ("Persona", {"person": "1000.00"}),
        ("ente", {"organisation": "1000.00"}),
        ("COOP  alfa", {"organisation": "1000.00"}),
        ("Mario", {}),
    ],
)
def test_the_rest_is_whose_the_application_says(payer: str, expected: dict[str, str]) -> None:
    assert _payers(_quoted(rule_set(), payer=payer, organisation="Coop Alfa")) == expected


def test_who_is_not_known_to_pay_is_asked_about() -> None:
    asking = replace(applicant(at("2022-11-01T12:00")), payer="Mario")
    assert list(rule_set().terms.notes(asking)) == [Reason(ReasonCode.PAYER_UNKNOWN, {"found": "Mario"})]


def test_organisation_that_pays_a_part_pays_what_is_left_to_it() -> None:
    part = {"id": "ente", "kind": "organisation", "label": "L'ente", "amount": "300.00"}
    rules = rule_set(payers=[part])
    assert _payers(_quoted(rules)) == {"ente": "300.00", "person": "700.00"}
    assert _payers(_quoted(rules, payer="ente")) == {"ente": "1000.00"}


def test_several_documents_carry_a_stamp_each() -> None:
    rules = rule_set(price="400.00", stamp="each", vat=EXEMPT, payers=[{**FUND, "when": {}}])
    statement = _quoted(rules)
    assert (_payers(statement), str(statement.stamp)) == ({"fondo": "322.00", "person": "82.00"}, "4.00")


def test_files_of_before_keep_the_hash_of_their_rules() -> None:
    plain = {"vat": EXEMPT, "stamp": True, "instalments": [{"share": 100, "months": 1, "after": "starts"}]}
    hashed = rule_set(rule("early", percent=10), **plain).rules_hash
    assert hashed == "4df70ec9d71202aa8648574bbde052032b06c018237c75fe54925e4cd21821b0"
    assert rule_set(rule("early", percent=10), **{**plain, "vat": [EXEMPT]}).rules_hash == hashed
    assert rule_set(rule("early", percent=10), **plain, items=[INSURANCE]).rules_hash != hashed
    assert rule_set(rule("early", percent=10), **{**plain, "stamp": "each"}).rules_hash != hashed


def test_sums_are_by_item_payer_and_day() -> None:
    rules = rule_set(payers=[FUND], plans=[IN_TWO], items=[INSURANCE])
    payments = Payments()
    for category in ("somministrato", "", ""):
        payments.add(_quoted(rules, category=category))
    assert payments.sums(300_000) == PaymentSums(
        Decimal("3045.00"),
        {"assicurazione": Decimal("45.00")},
        {"fondo": Decimal("812.00"), "person": Decimal("2233.00")},
        {date(2022, 11, 8): Decimal("645.00"), date(2023, 3, 18): Decimal("2400.00")},
    )


@pytest.mark.parametrize(("minimum", "code"), [(2, "minimum-reached"), (3, "minimum-missed")])
def test_minimum_counts_who_has_a_place(minimum: int, code: str) -> None:
    cohort = cohort_of(places=3)
    enrolment = cohort.enrolment.model_copy(update={"minimum": minimum})
    rules = rule_set_of(cohort.model_copy(update={"enrolment": enrolment}))
    rows = numbered([application("A"), application("B"), application("C", withdrawn=True)])
    found = settle(rules, rows).minimum
    assert found is not None
    assert (found.code.value, found.values) == (code, {"holders": 2, "minimum": minimum})
    assert settle(rule_set(), rows).minimum is None


def test_whose_colleagues_are_counted_keeps_the_plan_and_the_payer() -> None:
    rules = rule_set(plans=[AT_ONCE, IN_TWO], items=[{**INSURANCE, "when": {"organisation_members": 2}}])
    rows = []
    for each in (application("A", organisation="Coop"), application("B", organisation="coop")):
        rows.append(replace(each, applicant=replace(each.applicant, plan="rate", payer="Coop")))
    for statement in settle(rules, numbered(rows)).statements:
        assert (statement.plan, _payers(statement)) == ("rate", {"organisation": "1015.00"})


_CENTS = st.integers(0, 100_000)
_PARTS: st.SearchStrategy[Data] = st.one_of(
    PERCENT.map(lambda each: {"share": each}), MONEY.map(lambda each: {"amount": each})
)


@given(_CENTS, st.lists(_PARTS))
def test_nobody_takes_more_than_what_is_left(whole: int, parts: list[Data]) -> None:
    payers = [Payer.model_validate({"id": "p", "kind": "fund", "label": "P", **each}) for each in parts]
    taken = taken_over(whole, payers)
    assert (sum(taken), min(taken) >= 0, len(taken)) == (whole, True, len(payers) + 1)


def test_shares_that_make_a_hundred_leave_nothing() -> None:
    thirds = [Decimal("33.333333"), Decimal("33.333333"), Decimal("33.333334")]
    payers = [Payer(id="p", kind=PayerKind.FUND, label="P", share=share) for share in thirds]
    assert [taken_over(whole, payers)[-1] for whole in range(1000)] == [0] * 1000


@settings(max_examples=300)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=5), st.data())
def test_shares_of_instalments_add_up_both_ways(owed: list[int], data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(1, sum(owed)), max_size=6)) | {sum(owed)})
    instalments = [last - first for first, last in zip([0, *cuts], cuts, strict=False)]
    rows = list(shared(instalments, owed))
    assert [sum(row) for row in rows] == instalments
    assert [sum(column) for column in zip(*rows, strict=True)] == owed
    assert min(part for row in rows for part in row) >= 0


@st.composite
def _whens(draw: st.DrawFn, /) -> Data:
    keys = draw(st.lists(st.sampled_from(sorted(CONDITIONS)), max_size=2, unique=True))
    return {key: draw(CONDITIONS[key]) for key in keys}


_COUNTED: st.SearchStrategy[Data] = st.one_of(
    st.builds(lambda day: {"due": day.isoformat()}, st.dates(date(2022, 11, 3), date(2023, 6, 1))),
    st.builds(
        lambda key, count, from_day: {key: count, **from_day},
        st.sampled_from(["months", "days"]),
        st.integers(0, 13),
        st.sampled_from(
            [
                *({"after": day} for day in ("received", "starts", "enrolment.closes", "2023-01-31")),
                *({"before": day} for day in ("starts", "enrolment.closes", "2023-01-31")),
            ]
        ),
    ),
)


@st.composite
def _plans(draw: st.DrawFn, /) -> list[Data]:
    """Instalments: shares that make a hundred, fixed amounts among them."""
    cuts = sorted(draw(st.lists(st.integers(0, 100), max_size=3)))
    shares: list[Data] = [{"share": high - low} for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]
    amounts: list[Data] = [{"amount": each} for each in draw(st.lists(MONEY, max_size=2))]
    parts = draw(st.permutations([*shares, *amounts]))
    counted: list[Data] = [draw(_COUNTED) for _ in parts]
    return [part | day for part, day in zip(parts, counted, strict=True)]


@st.composite
def _priced(draw: st.DrawFn, /) -> RuleSet:
    """A price list with all that says how it is paid."""
    items = [
        {"id": f"i{number}", "label": "I", "amount": draw(MONEY), "when": draw(_whens())}
        for number in range(draw(st.integers(0, 2)))
    ]
    payers = [
        {
            "id": f"p{number}",
            "kind": draw(st.sampled_from(["fund", "organisation", "person"])),
            "label": "P",
            "when": draw(_whens()),
            **draw(_PARTS),
        }
        for number in range(draw(st.integers(0, 3)))
    ]
    vat: list[Data] = [
        {"when": {**draw(_whens()), "category": "ente"}, "rate": Decimal(22)},
        draw(st.sampled_from([EXEMPT, {"rate": Decimal(10)}])),
    ]
    several = [
        {"id": f"n{number}", "label": "N", "instalments": draw(_plans())} for number in range(draw(st.integers(0, 2)))
    ]
    keys: Data = {"plans": several} if several else {"instalments": draw(st.just([]) | _plans())}
    written = [draw(rules(f"r{number}", limited=False)) for number in range(draw(st.integers(0, 2)))]
    stamp = draw(st.sampled_from([False, True, "each"]))
    fees = {"price": draw(MONEY), "experience_at": "starts", "items": items, "payers": payers, "vat": vat, **keys}
    return rule_set_of(cohort_of(*written, opens=OPENS, closes=CLOSES, stamp=stamp, **fees))


@settings(max_examples=400, deadline=None)
@given(_priced(), APPLICANTS, st.sampled_from(["", "n0", "n1"]), st.sampled_from(["", "ente"]))
def test_payment_is_the_plain_one(rules: RuleSet, asking: Applicant, plan: str, payer: str) -> None:
    known = {each.id for each in rules.terms.ways} | {""}
    asking = replace(asking, plan=plan if plan in known else "", payer=payer)
    statement = quote(rules, asking)
    if statement.due is None:
        assert statement.total is None
        return
    plain = plain_payment(rules.cohort, asking, statement.due)
    assert {each.item: Fraction(each.amount) for each in statement.items} == plain.items
    assert statement.total is not None
    assert Fraction(statement.total) == Fraction(statement.due) + sum(plain.items.values()) + plain.stamp
    assert Fraction(statement.stamp) == plain.stamp
    assert {each.payer: Fraction(each.amount) for each in statement.payers} == plain.payers
    assert sum(each.amount for each in statement.payers) == statement.total
    assert [(each.due_on, Fraction(each.amount)) for each in statement.instalments] == [
        (day, sum(parts.values())) for day, parts in plain.instalments
    ]
    told = [{each.payer: Fraction(each.amount) for each in part.payers} for part in statement.instalments]
    assert told == [parts if len(plain.payers) > 1 else {} for _, parts in plain.instalments]
    assert (statement.vat.rate if isinstance(statement.vat, VatContained) else None) == plain.rate


@settings(max_examples=60, deadline=None)
@given(_priced(), application_lists(), st.randoms(use_true_random=False))
def test_settlement_sums_up_what_each_pays_whatever_the_order_of_rows(
    rules: RuleSet, rows: list[Application], shuffled: Random
) -> None:
    settlement = settle(rules, rows)
    placed = [each for each in settlement.statements if each.total is not None and each.status != "waiting"]
    sums = settlement.totals.payments
    assert sums.total == sum(each.total or 0 for each in placed)
    assert sum(sums.items.values()) == sum(item.amount for each in placed for item in each.items)
    assert sum(sums.payers.values()) == sums.total
    assert sum(sums.instalments.values()) == sum(part.amount for each in placed for part in each.instalments)
    others = list(rows)
    shuffled.shuffle(others)
    assert {each.row: each for each in settle(rules, others).statements} == {
        each.row: each for each in settlement.statements
    }


@settings(max_examples=60, deadline=None)
@given(_priced(), MONEY, application_lists())
def test_earlier_holder_pays_no_item_more(rules: RuleSet, amount: str, rows: list[Application]) -> None:
    before = settle(rules, rows)
    items = [{"id": each, "label": "I", "amount": amount} for each in ("i0", "i1", "i2")]
    fees = rules.fees.model_copy(update={"items": tuple(map(Item.model_validate, items))})
    after = rule_set_of(rules.cohort.model_copy(update={"fees": fees}))
    try:
        following = follow_people(rows, earlier_of(before))
    except UnclearError:
        return
    had = {each.row: {item.item: item.amount for item in each.items} for each in before.statements}
    for each in settle(after, rows, following).statements:
        if each.row in following.holders:
            assert all(item.amount <= had[each.row].get(item.item, 0) for item in each.items)
