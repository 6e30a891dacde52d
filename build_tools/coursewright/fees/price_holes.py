"""Prices that a list gives in one window of time and forgets in another: whoever falls in the hole pays the full price.

Nobody has to promise anything for that (as a ``tier`` does): a list of prices is one where rules give a ``price`` by
window and by something else, such as category. Where it prices some values in a window it should price all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.fees.profiles import RuleMask, enrolment_windows, mask_of
from coursewright.fees.rule_set import RuleSet
from coursewright.model.condition import Dimension, ValueClass
from coursewright.model.fee_rules import Rule
from coursewright.model.interval import Interval


@dataclass(frozen=True)
class PriceHole:
    """A window in which a value has no price, though others have one and it has one in another: there by ``rule``."""

    window: Interval
    value: ValueClass
    rule: Rule


def price_holes(rules: RuleSet) -> Iterator[PriceHole]:
    """Each hole, window by window within each dimension."""
    prices = sum(1 << n for n, rule in enumerate(rules.rules) if rule.price is not None and n not in rules.limited)
    windows = [(window, _holding(rules, number)) for number, window in enrolment_windows(rules.conditions)]
    by_window = sum(1 << n for n, rule in enumerate(rules.rules) if rule.when.received is not None)
    for dimension in rules.conditions.dimensions:
        classes = [mask_of(verdicts) for verdicts in dimension.verdicts]
        listed = prices & by_window & _asking(classes)
        yield from _of_dimension(rules, dimension, classes, windows, (prices, listed))


def _of_dimension(
    rules: RuleSet,
    dimension: Dimension,
    classes: list[RuleMask],
    windows: list[tuple[Interval, RuleMask]],
    masks: tuple[RuleMask, RuleMask],
) -> Iterator[PriceHole]:
    prices, listed = masks
    for window, holding in windows:
        if not listed & holding:
            continue
        for value, of_class in zip(dimension.classes, classes, strict=True):
            elsewhere = next((listed & of_class & other for _, other in windows if listed & of_class & other), 0)
            if elsewhere and not prices & of_class & holding:
                first = (elsewhere & -elsewhere).bit_length() - 1
                yield PriceHole(window, value, rules.rules[first])


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
