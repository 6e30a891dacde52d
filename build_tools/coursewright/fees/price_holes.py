"""Prices that a list gives in one window of time and forgets in another: whoever falls in the hole pays the full price.

Nobody has to promise anything for that (as a ``tier`` does): a list of prices is one where rules give a ``price`` by
window and by something else, such as category. Where it prices some values in a window it should price all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from coursewright.fees.profiles import MOST_ROWS, RuleMask, TooManyProfilesError, enrolment_windows, mask_of
from coursewright.fees.rule_set import RuleSet
from coursewright.model.condition import ValueClass
from coursewright.model.fee_rules import Rule
from coursewright.model.interval import Interval


@dataclass(frozen=True)
class PriceHole:
    """A window in which a value has no price, though others have one and it has one in another: there by ``rule``."""

    window: Interval
    value: ValueClass
    rule: Rule


def price_holes(rules: RuleSet) -> Iterator[PriceHole]:
    """Each hole once: the first window of a value without a price, window by window within each dimension."""
    prices = sum(1 << n for n, rule in enumerate(rules.rules) if rule.price is not None and n not in rules.limited)
    by_window = sum(1 << n for n, rule in enumerate(rules.rules) if rule.when.received is not None)
    windows = [(window, _holding(rules, number)) for number, window in enrolment_windows(rules.conditions)]
    dimensions = rules.conditions.dimensions
    masks = [[mask_of(verdicts) for verdicts in dimension.verdicts] for dimension in dimensions]
    for at, dimension in enumerate(dimensions):
        others = _combined(masks[:at] + masks[at + 1 :])
        for number, value in enumerate(dimension.classes):
            listed = prices & by_window & _asking(masks[at])
            hole = next(_of_value(number, masks[at], others, windows, (prices, listed)), None)
            if hole is not None:
                window, rule = hole
                yield PriceHole(window, value, rules.rules[rule])


def _of_value(
    number: int,
    classes: list[RuleMask],
    others: Collection[RuleMask],
    windows: list[tuple[Interval, RuleMask]],
    masks: tuple[RuleMask, RuleMask],
) -> Iterator[tuple[Interval, int]]:
    """The windows without a price for a value, each with a rule that gives it one in another.

    ``others`` are what the remaining conditions leave, whatever the applicant says there.
    """
    prices, listed = masks
    own = classes[number]
    for window, holding in windows:
        for other in others:
            is_listed = any(listed & holding & other & each for each in classes)
            elsewhere = next((found for _, there in windows if (found := listed & own & other & there)), 0)
            if is_listed and elsewhere and not prices & own & other & holding:
                yield window, (elsewhere & -elsewhere).bit_length() - 1


def _combined(masks: list[list[RuleMask]]) -> Collection[RuleMask]:
    """The sets of rules that other conditions can leave; the few that are different, at most so many."""
    found = {-1}
    for of_dimension in masks:
        found = {left & each for left in found for each in of_dimension}
        if len(found) > MOST_ROWS:
            raise TooManyProfilesError
    return found


def _holding(rules: RuleSet, number: int) -> RuleMask:
    return mask_of(rules.conditions.window_verdicts[number])


def _asking(classes: list[RuleMask]) -> RuleMask:
    """The rules that ask by a dimension: they do not hold for each of its classes."""
    every = classes[0]
    some = classes[0]
    for mask in classes[1:]:
        every &= mask
        some |= mask
    return some & ~every
