"""Payment plans, withdrawal and what else is written of how something is paid.

Covers also `model/anchor.py`, `model/withdrawal.py`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from coursewright.model.fee_rules import Fees, Item, Payer
from coursewright.model.payment_plan import Instalment, Plan
from coursewright.model.withdrawal import Step
from coursewright.model.written import Plain
from tests.model.refusals import code, refusal

FEES: dict[str, Any] = {"currency": "EUR", "price": "100.00", "rounding": "half-up"}
WHOLE: dict[str, Any] = {"share": 100, "due": "2023-02-01"}


@pytest.mark.parametrize(
    ("written", "refused"),
    [
        ({"share": 50, "due": "2023-02-01"}, None),
        ({"amount": "50.00", "days": 7, "after": "received"}, None),
        ({"share": 50, "days": 15, "before": "starts"}, None),
        ({"due": "2023-02-01"}, "one-of-keys"),
        ({"share": 50, "amount": "50.00", "due": "2023-02-01"}, "one-of-keys"),
        ({"share": 50}, "one-of-keys"),
        ({"share": 50, "days": 7, "months": 1, "after": "starts"}, "one-of-keys"),
        ({"share": 50, "days": 7}, "keys-together"),
        ({"share": 50, "days": 7, "after": "starts", "before": "starts"}, "one-of-keys"),
        ({"share": 50, "days": 7, "before": "received"}, "unknown-value"),
        ({"share": 50, "days": Plain("36501"), "after": "starts"}, "out-of-range"),
        ({"share": 50, "months": Plain("1201"), "after": "starts"}, "out-of-range"),
    ],
)
def test_instalment_is_one_part_by_one_day(written: dict[str, Any], refused: str | None) -> None:
    assert code(Instalment, written) == refused


def test_shares_are_whole_beside_fixed_amounts() -> None:
    fixed = {"amount": "20.00", "due": "2023-02-01"}
    plan = {"id": "rate", "label": "A rate"}
    assert code(Plan, {**plan, "instalments": [fixed, WHOLE]}) is None
    values = refusal(Plan, {**plan, "instalments": [fixed]})
    assert values == {"code": "shares-not-whole", "at": "instalments", "found": "0"}


def test_plans_stand_in_place_of_instalments() -> None:
    plans = [{"id": "rate", "label": "A rate", "instalments": [WHOLE]}]
    assert code(Fees, {**FEES, "plans": plans}) is None
    assert code(Fees, {**FEES, "plans": plans, "instalments": [WHOLE]}) == "one-of-keys"


@pytest.mark.parametrize(
    ("vat", "refused"),
    [
        ({"rate": 22}, None),
        ([{"rate": 22}], None),
        ([], None),
        ([{"when": {"alumni": True}, "rate": 10}, {"rate": 22}], None),
        ([{"rate": 10}, {"rate": 22}], "vat-not-for-all"),
        ([{"when": {"alumni": True}, "rate": 10}], "vat-not-for-all"),
        ({"when": {"alumni": True}, "rate": 10}, "vat-not-for-all"),
    ],
)
def test_of_several_rates_the_last_is_for_all_others(vat: object, refused: str | None) -> None:
    assert code(Fees, {**FEES, "vat": vat}) == refused


@pytest.mark.parametrize(
    ("key", "entry"),
    [
        ("items", {"id": "a", "label": "A", "amount": "5.00"}),
        ("payers", {"id": "a", "kind": "fund", "label": "A", "share": 80}),
    ],
)
def test_experience_is_asked_at_a_stated_day_here_too(key: str, entry: dict[str, Any]) -> None:
    asking = {**FEES, key: [{**entry, "when": {"experience": {"under_years": 2}}}]}
    values = {"code": "keys-together", "at": key, "key": "experience", "needs": "experience_at"}
    assert refusal(Fees, asking) == values
    assert code(Fees, {**asking, "experience_at": "starts"}) is None


@pytest.mark.parametrize(("stamp", "value"), [(Plain("true"), True), (Plain("false"), False), ("each", "each")])
def test_stamp_is_once_or_each(stamp: str, value: object) -> None:
    assert Fees.model_validate({**FEES, "stamp": stamp}).stamp == value
    assert code(Fees, {**FEES, "stamp": "ogni"}) == "wrong-type"


def test_payer_takes_a_share_or_an_amount() -> None:
    payer = {"id": "fondo", "kind": "fund", "label": "Fondo"}
    assert code(Payer, {**payer, "share": 80}) is None
    assert code(Payer, payer) == code(Payer, {**payer, "share": 80, "amount": "5.00"}) == "one-of-keys"
    assert code(Payer, {**payer, "share": 80, "kind": "fondo"}) == "unknown-value"


def test_item_is_for_everyone_unless_it_says_for_whom() -> None:
    item = Item.model_validate({"id": "a", "label": "A", "amount": "5.00"})
    assert (item.amount, item.when.model_fields_set) == (Decimal("5.00"), set())


@pytest.mark.parametrize(
    ("written", "refused"),
    [
        ({"until": "2023-01-10", "back": 50}, None),
        ({"days_before": 15, "of": "starts", "back": 50}, None),
        ({"back": 50}, "one-of-keys"),
        ({"days_before": 15, "back": 50}, "keys-together"),
        ({"days_before": 15, "of": "received", "back": 50}, "unknown-value"),
    ],
)
def test_step_has_one_day(written: dict[str, Any], refused: str | None) -> None:
    assert code(Step, written) == refused
