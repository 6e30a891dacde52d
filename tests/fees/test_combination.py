"""Rules that meet: the best, or one after the other, each rounded once."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coursewright.fees.combination import Effect, Taken, combined
from coursewright.model.fee_rules import Combine, Rule
from coursewright.model.reason import Reason, ReasonCode
from tests.fees.cohorts import rule, rule_set
from tests.fees.drawn import EFFECTS, PERCENT
from tests.fees.plain_price import due_under, taken_off

APPLIES, NOTHING = Reason(ReasonCode.APPLIES), Reason(ReasonCode.NOTHING_OFF)


def _effect(**keys: Any) -> Effect:
    return Effect.of(Rule.model_validate(rule("r", **keys)))


def _taken(combine: Combine, *rules: dict[str, Any], price: int = 100_000) -> list[Taken]:
    effects = [Effect.of(Rule.model_validate(each)) for each in rules]
    return list(combined(effects, range(len(effects)), combine, price).values())


@pytest.mark.parametrize(
    ("keys", "rest", "off"),
    [
        ({"percent": 10}, 85025, 8503),
        ({"percent": 10}, 85024, 8502),
        ({"percent": 50}, 1, 1),
        ({"percent": Decimal("33.333333")}, 100, 33),
        ({"percent": Decimal("12.5")}, 4, 1),
        ({"percent": Decimal("12.499999")}, 4, 0),
        ({"percent": 0}, 100, 0),
        ({"percent": 100}, 101, 101),
        ({"amount": "0.50"}, 51, 50),
        ({"amount": "0.50"}, 49, 49),
        ({"price": "0.50"}, 51, 1),
        ({"price": "0.50"}, 50, 0),
        ({"price": "0.50"}, 49, 0),
    ],
)
def test_effect_takes_off_whole_cents(keys: dict[str, Any], rest: int, off: int) -> None:
    assert _effect(**keys).off(rest) == off


def test_nothing_holds() -> None:
    assert combined([_effect(percent=10)], [], Combine.BEST, 100) == {}


def test_best_is_the_rule_that_leaves_least() -> None:
    taken = _taken(Combine.BEST, rule("a", percent=10), rule("b", amount="150.00"), rule("c", price="950.00"))
    other = Reason(ReasonCode.CHEAPER_BY_ANOTHER, {"rule": "B"})
    assert taken == [Taken(0, other), Taken(15_000, APPLIES), Taken(0, other)]


def test_best_of_equals_is_the_first_in_the_file() -> None:
    taken = _taken(Combine.BEST, rule("a", percent=10), rule("b", amount="100.00"))
    assert taken == [Taken(10_000, APPLIES), Taken(0, Reason(ReasonCode.AS_CHEAP_BY_ANOTHER, {"rule": "A"}))]


def test_best_can_be_no_rule() -> None:
    assert _taken(Combine.BEST, rule("a", price="1000.00"), rule("b", percent=0)) == [Taken(0, NOTHING)] * 2


def test_cumulated_rules_each_work_on_what_remains() -> None:
    taken = _taken(Combine.CUMULATE, rule("a", amount="149.75"), rule("b", percent=10), rule("c", price="700.00"))
    assert [each.off for each in taken] == [14_975, 8_503, 6_522]
    assert [each.reason for each in taken] == [APPLIES] * 3


def test_amount_is_capped_at_what_remains_and_says_so() -> None:
    taken = _taken(Combine.CUMULATE, rule("a", amount="900.00"), rule("b", amount="100.01"), rule("c", percent=10))
    assert taken == [Taken(90_000, APPLIES), Taken(10_000, Reason(ReasonCode.CAPPED)), Taken(0, NOTHING)]


@pytest.mark.parametrize(
    ("alone", "offs", "codes"),
    [
        ("190.01", [0, 0, 19_001], ["excluded", "excluded", "applies"]),
        ("190.00", [10_000, 9_000, 0], ["applies", "applies", "cheaper-without"]),
        ("189.99", [10_000, 9_000, 0], ["applies", "applies", "cheaper-without"]),
    ],
)
def test_exclusive_rule_competes_alone_with_the_sum_of_the_others(
    alone: str, offs: list[int], codes: list[str]
) -> None:
    tenths = [rule("a", percent=10), rule("b", percent=10)]
    taken = _taken(Combine.CUMULATE, *tenths, rule("c", amount=alone, exclusive=True))
    assert ([each.off for each in taken], [each.reason.code for each in taken]) == (offs, codes)


def test_best_of_several_exclusive_rules_competes() -> None:
    alone = [rule("a", percent=20, exclusive=True), rule("b", percent=30, exclusive=True)]
    assert [each.off for each in _taken(Combine.CUMULATE, *alone, rule("c", percent=25))] == [0, 30_000, 0]


@settings(max_examples=200)
@given(st.integers(0, 10**7), PERCENT)
@example(85_025, Decimal(10))
def test_percentage_is_rounded_once_half_up(rest: int, percent: Decimal) -> None:
    exact = (Decimal(rest) * percent / 100).quantize(Decimal(1), ROUND_HALF_UP)
    assert _effect(percent=percent).off(rest) == exact


@settings(max_examples=200)
@given(st.lists(st.tuples(EFFECTS, st.booleans()), max_size=5), st.sampled_from(list(Combine)))
def test_rules_take_off_what_their_words_say(drawn: list[tuple[dict[str, Any], bool]], combine: Combine) -> None:
    written = [rule(f"r{number}", **effect, exclusive=alone) for number, (effect, alone) in enumerate(drawn)]
    rules = rule_set(*written, combine=combine.value)
    taken = combined(rules.effects, range(len(written)), combine, rules.price)
    offs = {rules.rules[number].id: Decimal(each.off) / 100 for number, each in taken.items()}
    assert offs == taken_off(rules.fees, rules.rules)
    assert 0 <= due_under(rules.fees, rules.rules) <= rules.fees.price


@settings(max_examples=60)
@given(st.permutations(range(4)), st.lists(EFFECTS, min_size=4, max_size=4))
def test_best_price_does_not_depend_on_the_order(order: list[int], drawn: list[dict[str, Any]]) -> None:
    effects = [_effect(**each) for each in drawn]
    turned = [effects[number] for number in order]
    once, again = (combined(each, range(4), Combine.BEST, 100_000) for each in (effects, turned))
    assert sum(each.off for each in once.values()) == sum(each.off for each in again.values())
