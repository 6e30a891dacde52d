"""Limited rules: who ranks before whom, and who gets what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest

from coursewright.fees.award import Allocation, Competitor, DrawNeededError, allocate, draw_digest
from coursewright.fees.rule_set import Granted, RuleSet
from coursewright.model.application import Application
from coursewright.model.conditions.category import CATEGORY
from tests.fees.applications import applicant, application
from tests.fees.cohorts import Data, rule, rule_set

NOBODY: Granted = frozenset()


def _limited(name: str = "grant", **keys: Any) -> Data:
    return rule(name, **{"percent": 50, "places": 1, **keys} if "price" not in keys else {"places": 1, **keys})


def _allocated(rules: RuleSet, *applications: Application, kept: Mapping[str, Granted] | None = None) -> Allocation:
    """The allocation among these, numbered from 0; the limited rules ask nothing but their conditions."""
    holders = kept or {}
    competitors = []
    for row, each in enumerate(applications):
        cell = rules.cell_of(applicant(each.received, category=CATEGORY.fact(each.applicant)))
        competitors.append(
            Competitor(
                replace(each, row=row),
                rules.outcome(cell).competing,
                lambda granted, cell=cell: rules.outcome(cell, granted).due,  # type: ignore[misc]
                holders.get(each.id, NOBODY),
            )
        )
    reserved = {number: sum(number in held for held in holders.values()) for number in rules.limited}
    return allocate(rules, competitors, reserved)


def _order(award: list[str], *applications: Application, **keys: Any) -> str:
    allocation = _allocated(rule_set(_limited(award=award), **keys), *applications)
    return "".join(each.application.id for each in allocation.rankings[0])


def _winners(allocation: Allocation) -> dict[int, list[int]]:
    return {row: sorted(granted) for row, granted in allocation.granted.items() if granted}


SCORED = (
    application("A", "2022-11-01"),
    application("B", "2022-11-02", score=Decimal(5)),
    application("C", "2022-11-03", score=Decimal("5.0")),
    application("D", "2022-11-04", score=Decimal(0)),
    application("E", "2022-11-05", score=Decimal(-1)),
)


@pytest.mark.parametrize(
    ("award", "order"),
    [
        (["score desc"], "BCDEA"),
        (["score desc", "received desc"], "CBDEA"),
        (["score asc"], "EDBCA"),
        (["received asc"], "ABCDE"),
        (["received desc"], "EDCBA"),
        ([], "ABCDE"),
    ],
)
def test_award_ranks_and_an_empty_score_is_last(award: list[str], order: str) -> None:
    assert _order(award, *SCORED) == order
    assert _order(award, *SCORED[::-1]) == order


def test_equals_are_ranked_by_receipt_and_then_by_id() -> None:
    assert _order(["score desc"], application("b"), application("a"), application("c", "2022-10-31")) == "cab"


def test_receipts_are_told_apart_to_the_microsecond() -> None:
    at_once = (application("A", "2022-11-01T10:00:00.000001"), application("B", "2022-11-01T10:00"))
    assert _order(["received asc"], *at_once) == "BA"


def test_draw_is_the_sha_256_of_seed_and_id() -> None:
    assert draw_digest("seed", "A-01") == sha256(b"seed|A-01").hexdigest()


@pytest.mark.parametrize("seed", ["2023", "2024", "estrazione del lotto del 21 gennaio"])
def test_draw_ranks_by_digest_ascending(seed: str) -> None:
    expected = sorted("ABCDEF", key=lambda name: sha256(f"{seed}|{name}".encode()).hexdigest())
    assert _order(["draw"], *map(application, "ABCDEF"), draw_seed=seed) == "".join(expected)


def test_draw_comes_where_the_award_says() -> None:
    first = sorted("BC", key=lambda name: draw_digest("x", name))
    assert _order(["score desc", "draw"], *SCORED, draw_seed="x") == "".join([*first, "D", "E", "A"])


@pytest.mark.parametrize(("places", "refused"), [(1, ["B", "C"]), (2, None), (3, None), (4, ["A", "F"])])
def test_draw_without_seed_is_refused_where_the_last_place_is_drawn(places: int, refused: list[str] | None) -> None:
    rules = rule_set(_limited(award=["score desc", "draw"], places=places))
    rows = (*SCORED[:4], application("F", "2022-11-06"))
    if refused is None:
        assert len(_winners(_allocated(rules, *rows))) == places
        return
    with pytest.raises(DrawNeededError) as error:
        _allocated(rules, *rows)
    assert error.value.applications == refused


def test_draw_without_seed_and_without_rivals_is_none() -> None:
    assert _winners(_allocated(rule_set(_limited(award=["draw"], places=2)), *map(application, "AB"))) == {
        0: [0],
        1: [0],
    }


def test_rule_with_an_award_and_no_places_goes_to_all() -> None:
    rules = rule_set(rule("grant", percent=50, award=["score desc", "draw"]))
    assert _winners(_allocated(rules, *SCORED)) == {number: [0] for number in range(5)}


def test_whoever_wins_two_under_best_has_the_better_and_the_next_the_other() -> None:
    rules = rule_set(_limited("small", percent=20), _limited("large", percent=80))
    assert _winners(_allocated(rules, application("A", "2022-11-01"), application("B", "2022-11-02"))) == {
        0: [1],
        1: [0],
    }


def test_who_loses_the_better_rule_asks_for_the_other_and_may_send_somebody_away() -> None:
    score = _limited("by-score", percent=80, award=["score desc"])
    receipt = _limited("by-receipt", percent=20)
    rows = (application("A", "2022-11-01", score=Decimal(1)), application("B", "2022-11-02", score=Decimal(9)))
    assert _winners(_allocated(rule_set(receipt, score), *rows)) == {0: [0], 1: [1]}
    third = application("C", "2022-10-31", score=Decimal(2))
    assert _winners(_allocated(rule_set(receipt, score), *rows, third)) == {1: [1], 2: [0]}


def test_rule_that_leaves_no_less_is_not_spent_under_best() -> None:
    rules = rule_set(rule("ente", percent=60, when={"category": "ente"}), _limited(percent=50))
    rows = (application("A", "2022-11-01", category="ente"), application("B", "2022-11-02"))
    assert _winners(_allocated(rules, *rows)) == {1: [1]}


def test_rules_that_cumulate_are_given_in_the_order_of_the_file() -> None:
    rules = rule_set(_limited("a"), _limited("b", award=["score desc"]), combine="cumulate")
    assert _winners(_allocated(rules, *SCORED[:2])) == {0: [0], 1: [1]}
    assert _winners(_allocated(rules, SCORED[0])) == {0: [0, 1]}


def test_places_of_holders_are_not_given_again() -> None:
    rules = rule_set(_limited(places=2))
    rows = (application("A", "2022-11-01"), application("B", "2022-11-02"), application("C", "2022-11-03"))
    assert _winners(_allocated(rules, *rows, kept={"C": frozenset({0})})) == {0: [0], 2: [0]}
    assert _winners(_allocated(rules, *rows, kept={"X": frozenset({0}), "Y": frozenset({0})})) == {}


def test_holder_of_a_scholarship_asks_for_no_other() -> None:
    rules = rule_set(_limited("worse", award=["score desc"]), _limited("better", percent=90, award=["score desc"]))
    kept = {"A": frozenset({0})}
    assert _winners(_allocated(rules, application("A"), application("B"), kept=kept)) == {0: [0], 1: [1]}


def test_holder_of_a_limited_rule_may_win_a_better_one() -> None:
    rules = rule_set(_limited("worse", percent=10), _limited("better", percent=90))
    assert _winners(_allocated(rules, application("A"), kept={"A": frozenset({0})})) == {0: [1]}
