"""One cohort's rules, compiled; the hash of all that its prices depend on."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from coursewright.fees.rule_set import RuleSet, rule_set_of
from coursewright.model.fee_rules import Combine
from tests.fees.applications import applicant
from tests.fees.cohorts import at, cohort_of, rule, rule_set

EARLY = rule("early", percent=10, when={"received": {"until": "2022-12-15"}})
GRANT = rule("grant", percent=50, places=1)


def _hash(*rules: dict[str, Any], **keys: Any) -> str:
    return rule_set(*(rules or (EARLY, GRANT)), **keys).rules_hash


def test_cohort_without_fees_has_no_rules() -> None:
    free = cohort_of().model_copy(update={"fees": None})
    with pytest.raises(ValueError, match="c-2023"):
        rule_set_of(free)


def test_rules_with_places_or_an_award_are_limited() -> None:
    award = rule("award", percent=1, award=["draw"])
    assert rule_set(EARLY, GRANT, award).limited == (1, 2)


def test_single_rule_needs_no_combine() -> None:
    assert rule_set(EARLY, combine="cumulate").combine is Combine.CUMULATE
    fees = cohort_of(EARLY).fees
    assert fees is not None
    alone = cohort_of(EARLY).model_copy(update={"fees": fees.model_copy(update={"combine": None})})
    assert rule_set_of(alone).combine is Combine.BEST


def test_limited_rule_works_only_for_whom_it_was_granted() -> None:
    rules = rule_set(EARLY, GRANT)
    cell = rules.cell_of(applicant(at("2022-11-01T12:00")))
    without, granted = rules.outcome(cell), rules.outcome(cell, frozenset({1}))
    assert (without.due, without.competing, without.applied) == (90_000, (1,), (0,))
    assert (granted.due, granted.competing, granted.applied) == (50_000, (1,), (1,))


def test_granted_rule_whose_conditions_do_not_hold_does_nothing() -> None:
    rules = rule_set(rule("grant", percent=50, places=1, when={"alumni": True}))
    cell = rules.cell_of(applicant(at("2022-11-01T12:00")))
    assert rules.outcome(cell, frozenset({0})).due == 100_000


def test_hash_is_of_the_canonical_json() -> None:
    document = {
        "enrolment": {"closes": "2023-01-20", "opens": "2022-10-03"},
        "fees": {
            "combine": "best",
            "currency": "EUR",
            "instalments": [],
            "price": "1000.00",
            "rounding": "half-up",
            "rules": [],
            "stamp": False,
        },
        "timezone": "Europe/Rome",
    }
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert rule_set().rules_hash == hashlib.sha256(canonical.encode()).hexdigest()


@pytest.mark.parametrize(
    "keys",
    [
        {"price": "1000.01"},
        {"combine": "cumulate"},
        {"draw_seed": "x"},
        {"timezone": "Europe/Paris"},
        {"opens": "2022-10-04"},
        {"closes": "2023-01-21"},
        {"places": 9},
        {"stamp": True},
        {"vat": {"rate": 22}},
        {"instalments": [{"share": 100, "due": "2023-02-01"}]},
        {"experience_at": "starts"},
        {"later_may_be_cheaper": "Perché sì"},
    ],
)
def test_hash_changes_with_all_that_a_price_depends_on(keys: dict[str, Any]) -> None:
    assert _hash(**keys) != _hash()


def test_hash_changes_with_rules_and_their_order() -> None:
    hashes = [_hash(EARLY, GRANT), _hash(GRANT, EARLY), _hash(EARLY), _hash(EARLY, {**GRANT, "places": 2})]
    assert len(set(hashes)) == 4


@pytest.mark.parametrize(
    "keys",
    [
        {"sources": ["legge"]},
        {"scenarios": [{"title": "T", "given": {"received": "2022-12-15"}, "due": "900.00"}]},
        {"ends": "2023-08-01"},
        {"starts": "2023-02-19"},
    ],
)
def test_hash_does_not_change_with_words_and_other_dates(keys: dict[str, Any]) -> None:
    assert _hash(**keys) == _hash()


def test_hash_does_not_change_with_labels_and_sources_of_rules() -> None:
    assert _hash({**EARLY, "label": "Presto", "source": "legge"}, GRANT) == _hash()


@pytest.mark.parametrize(
    "keys", [{"experience_at": "starts"}, {"instalments": [{"share": 100, "months": 1, "after": "starts"}]}]
)
def test_hash_changes_with_the_first_day_where_something_counts_from_it(keys: dict[str, Any]) -> None:
    assert _hash(**keys, starts="2023-02-19") != _hash(**keys)


def test_rules_are_compiled_alike_twice() -> None:
    first, second = rule_set(EARLY, GRANT), rule_set(EARLY, GRANT)
    assert isinstance(first, RuleSet)
    assert (first.effects, first.conditions.windows) == (second.effects, second.conditions.windows)
