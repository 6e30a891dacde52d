"""Lists of prices with a hole, found without anybody having promised that there is none."""

from __future__ import annotations

from typing import Any

import pytest

from coursewright.fees.price_holes import price_holes
from tests.fees.cohorts import Data, rule, rule_set

EARLY, LATE = {"until": "2022-12-15"}, {"from": "2022-12-16"}


def _price(name: str, amount: str, received: Data | None, category: str | None = None, **keys: Any) -> Data:
    when: Data = {} if received is None else {"received": received}
    return rule(name, price=amount, when=when | ({} if category is None else {"category": category}), **keys)


def _found(*rules: Data) -> list[tuple[str, str, object]]:
    holes = price_holes(rule_set(*rules))
    return [(str(each.window.start)[:10], each.rule.id, each.value.values.get("category")) for each in holes]


LIST = [
    _price("soci-presto", "200.00", EARLY, "socio"),
    _price("altri-presto", "300.00", EARLY, "other"),
    _price("altri-poi", "350.00", LATE, "other"),
]


def test_members_without_a_price_after_the_first_window_are_a_hole() -> None:
    assert _found(*LIST) == [("2022-12-15", "soci-presto", "socio")]


@pytest.mark.parametrize(
    "more",
    [
        _price("soci-poi", "250.00", LATE, "socio"),
        _price("soci-sempre", "280.00", None, "socio"),
        _price("tutti-poi", "350.00", LATE),
    ],
)
def test_price_that_fills_the_hole(more: Data) -> None:
    assert _found(*LIST, more) == []


def test_limited_price_fills_no_hole() -> None:
    assert _found(*LIST, _price("soci-pochi", "250.00", LATE, "socio", places=3)) != []


def test_free_places_for_a_few_by_another_column_fill_no_hole() -> None:
    tutors = rule("tutor", price="0.00", when={"alumni": True})
    assert _found(*LIST, tutors) == [("2022-12-15", "soci-presto", "socio")]


def test_discount_for_early_birds_is_no_list_of_prices() -> None:
    assert _found(_price("presto", "900.00", EARLY)) == []
    assert _found(_price("soci-presto", "900.00", EARLY, "socio")) == []
    assert _found(rule("soci", percent=10, when={"received": EARLY, "category": "socio"}), *LIST[1:2]) == []


def test_list_whose_values_all_end_together_has_no_hole() -> None:
    assert _found(*LIST[:2]) == []
