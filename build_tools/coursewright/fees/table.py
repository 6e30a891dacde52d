"""The whole fee table of a cohort: every window and profile, the rules that meet, and the proof."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from coursewright.fees.combination import combined
from coursewright.fees.profiles import all_profiles, enrolment_windows, mask_of, treatments
from coursewright.fees.proof import prove
from coursewright.fees.rule_set import RuleSet
from coursewright.model.fee_rules import Combine
from coursewright.model.interval import Interval
from coursewright.model.money import amount_of
from coursewright.model.proof import FeeTable, Meeting, TableRow
from coursewright.model.reason import Reason, ReasonCode


def fee_table(rules: RuleSet) -> FeeTable:
    """Everything that can be said of a cohort's fees; TooManyProfilesError where that is more than one can go through.

    Rules that one has to compete for are not granted in the rows.
    """
    return FeeTable(
        cohort=rules.cohort.id,
        currency=rules.fees.currency,
        price=rules.fees.price,
        rows=tuple(_rows(rules)),
        meetings=tuple(_meetings(rules)),
        proof=prove(rules),
        rules_hash=rules.rules_hash,
    )


def _rows(rules: RuleSet) -> Iterator[TableRow]:
    names = [rule.id for rule in rules.rules]
    profiles = list(all_profiles(rules.conditions))
    for number, window in enrolment_windows(rules.conditions):
        shown = in_zone(rules, window)
        for numbers, profile in profiles:
            outcome = rules.outcome((number, *numbers))
            applied = tuple(names[each] for each in outcome.applied)
            competing = tuple(names[each] for each in outcome.competing)
            yield TableRow(shown, profile, amount_of(outcome.due), applied, competing)


def _meetings(rules: RuleSet) -> Iterator[Meeting]:
    """Each two rules that hold together for some profile while enrolment is open, but for those of one tier."""
    windows = [mask_of(rules.conditions.window_verdicts[number]) for number, _ in enrolment_windows(rules.conditions)]
    together = {window & each.holding for window in windows for each in treatments(rules.conditions)}
    for pair in combinations(range(len(rules.rules)), 2):
        first, second = (rules.rules[each] for each in pair)
        if first.tier is not None and first.tier == second.tier:
            continue
        bits = 1 << pair[0] | 1 << pair[1]
        if any(mask & bits == bits for mask in together):
            yield _meeting(rules, pair)


def _meeting(rules: RuleSet, pair: tuple[int, int]) -> Meeting:
    taken = combined(rules.effects, pair, rules.combine, rules.price)
    winners = tuple(each for each in pair if taken[each].off)
    due = amount_of(rules.price - sum(each.off for each in taken.values()))
    first, second = (rules.rules[each].id for each in pair)
    result = tuple(rules.rules[each].id for each in winners)
    return Meeting((first, second), result, due, _meeting_reason(rules, pair, winners))


def _meeting_reason(rules: RuleSet, pair: tuple[int, int], winners: tuple[int, ...]) -> Reason:
    if not winners:
        return Reason(ReasonCode.NEITHER_APPLIES)
    label = {"rule": rules.rules[winners[0]].label}
    if rules.combine is Combine.BEST:
        offs = {rules.effects[each].off(rules.price) for each in pair}
        return Reason(ReasonCode.LEAVES_AS_LITTLE if len(offs) == 1 else ReasonCode.LEAVES_LEAST, label)
    if any(rules.effects[each].exclusive for each in pair):
        alone = rules.effects[winners[0]].exclusive
        return Reason(ReasonCode.STANDS_ALONE if alone else ReasonCode.LEAVES_LEAST, label)
    return Reason(ReasonCode.CUMULATED)


def in_zone(rules: RuleSet, window: Interval) -> Interval:
    """The window with its instants in the cohort's zone."""
    start, end = window.start, window.end
    return Interval(
        None if start is None else start.astimezone(rules.zone), None if end is None else end.astimezone(rules.zone)
    )
