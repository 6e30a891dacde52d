"""The proof: each property of a cohort's fees decided over every window and every profile.

Prices depend on the window and on which rules hold, and there are finitely many of both: what is true in each cell is
true at each instant for each applicant. Rules that are limited are looked at both granted and not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from coursewright.fees.combination import Taken, combined
from coursewright.fees.profiles import (
    RuleMask,
    TooManyProfilesError,
    Treatment,
    enrolment_windows,
    mask_of,
    members,
    profile_of,
    treatments,
)
from coursewright.fees.quote import quote
from coursewright.fees.rule_set import RuleSet
from coursewright.model.condition import Applicant
from coursewright.model.fee_rules import Combine
from coursewright.model.interval import Interval
from coursewright.model.moments import TICK
from coursewright.model.money import Amount, amount_of
from coursewright.model.proof import Counterexample, Property, Proven
from coursewright.model.reason import Reason, ReasonCode

# All sets of so many limited rules can still be gone through.
_MOST_LIMITED = 10


def prove(rules: RuleSet) -> tuple[Proven, ...]:
    """Every property, decided; TooManyProfilesError where there are more cells than can be gone through."""
    return _Proof(rules).proven()


def capped_rules(rules: RuleSet) -> tuple[int, ...]:
    """The rules whose amount is, for some, more than what remains to pay."""
    return _Proof(rules).capped()


class _Proof:
    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self.windows = [
            (window, mask_of(rules.conditions.window_verdicts[number]))
            for number, window in enrolment_windows(rules.conditions)
        ]
        self.treatments = treatments(rules.conditions)
        self.limited: RuleMask = sum(1 << number for number in rules.limited)
        self._known: dict[RuleMask, dict[int, Taken]] = {}

    def proven(self) -> tuple[Proven, ...]:
        """The properties in their order."""
        later = self.rules.fees.later_may_be_cheaper or ""
        found = (
            Proven(Property.NO_GAP, next(self._tiers(ReasonCode.TIER_GAP), None)),
            Proven(Property.NO_OVERLAP, next(self._tiers(ReasonCode.TIER_OVERLAP), None)),
            Proven(Property.NO_DEAD_RULE, next(self._dead(), None)),
            Proven(Property.NONE_AFTER_CLOSING, next(self._priced_outside(), None)),
            Proven(Property.WITHIN_PRICE, next(self._out_of_price(), None)),
            Proven(Property.LATER_NOT_CHEAPER, next(self._cheaper_later(), None), later),
            Proven(Property.ORDER_STATED, next(self._dependent_on_order(), None)),
        )
        return tuple(replace(each, applicable=each.name not in self._idle()) for each in found)

    def _idle(self) -> set[Property]:
        """The properties that concern nothing here: no tier, no rule, one window, no two rules that meet."""
        idle = set()
        if all(rule.tier is None for rule in self.rules.rules):
            idle |= {Property.NO_GAP, Property.NO_OVERLAP}
        if not self.rules.rules:
            idle |= {Property.NO_DEAD_RULE, Property.WITHIN_PRICE}
        if len(self.windows) < 2:
            idle.add(Property.LATER_NOT_CHEAPER)
        if all(holding & (holding - 1) == 0 for _, _, holding in self._cells()):
            idle.add(Property.ORDER_STATED)
        return idle

    def capped(self) -> tuple[int, ...]:
        """The rules that would take off more than there is, in some cell."""
        found = set()
        for _, _, holding in self._cells():
            for at_work in self._at_work(holding):
                found |= {n for n, each in self._taken(at_work).items() if each.reason.code is ReasonCode.CAPPED}
        return tuple(sorted(found))

    def _tiers(self, code: ReasonCode) -> Iterator[Counterexample]:
        """Cells in which no rule of a tier holds, or in which several do."""
        for tier in dict.fromkeys(rule.tier for rule in self.rules.rules if rule.tier is not None):
            promised = sum(1 << number for number, rule in enumerate(self.rules.rules) if rule.tier == tier)
            for window, treatment, holding in self._cells():
                names = tuple(self.rules.rules[number].id for number in members(holding & promised))
                if (len(names) > 1) if code is ReasonCode.TIER_OVERLAP else not names:
                    reason = Reason(code, {"tier": tier, "rules": ", ".join(names)})
                    yield self._counterexample(reason, window, treatment, names)

    def _dead(self) -> Iterator[Counterexample]:
        """Rules that take nothing off in any cell; one of a tier may promise the full price, and only has to hold."""
        promised = sum(1 << number for number, rule in enumerate(self.rules.rules) if rule.tier is not None)
        held = alive = 0
        for _, _, holding in self._cells():
            held |= holding
            alive |= holding & promised
            for at_work in self._at_work(holding):
                alive |= sum(1 << number for number, each in self._taken(at_work).items() if each.off)
        for number, rule in enumerate(self.rules.rules):
            if not alive >> number & 1:
                code = ReasonCode.NEVER_CHANGES if held >> number & 1 else ReasonCode.NEVER_HOLDS
                yield Counterexample(Reason(code, {"rule": rule.label}), rules=(rule.id,))

    def _priced_outside(self) -> Iterator[Counterexample]:
        """Instants before enrolment opens or after it closes at which a price is given."""
        enrolment = self.rules.conditions.enrolment
        for window in self.rules.conditions.windows:
            ends = (window.start, None if window.end is None else window.end - TICK)
            for instant in (each for each in ends if each is not None and each not in enrolment):
                if quote(self.rules, Applicant(instant)).due is not None:
                    yield Counterexample(Reason(ReasonCode.PRICED_OUTSIDE), instant.astimezone(self.rules.zone))

    def _out_of_price(self) -> Iterator[Counterexample]:
        for window, treatment, holding in self._cells():
            for at_work in self._at_work(holding):
                due = self._due(at_work)
                if not 0 <= due <= self.rules.price:
                    reason = Reason(ReasonCode.OUT_OF_PRICE, {"due": self._amount(due)})
                    yield self._counterexample(reason, window, treatment, self._names(at_work))

    def _cheaper_later(self) -> Iterator[Counterexample]:
        """Windows in which somebody pays less than the same profile, granted the same, in an earlier one."""
        for treatment in self.treatments:
            for granted in self._grants(treatment.holding & self.limited):
                most = 0
                for window, in_window in self.windows:
                    at_work = treatment.holding & in_window & (~self.limited | granted)
                    due = self._due(at_work)
                    if due < most:
                        values = {"due": self._amount(due), "before": self._amount(most)}
                        reason = Reason(ReasonCode.LATER_CHEAPER, values)
                        yield self._counterexample(reason, window, treatment, self._names(at_work))
                    most = max(most, due)

    def _dependent_on_order(self) -> Iterator[Counterexample]:
        """Cells in which the rules in the opposite order would leave another price, unless ``combine`` says so."""
        if self.rules.fees.combine is Combine.CUMULATE:
            return
        effects = self.rules.effects[::-1]
        for window, treatment, holding in self._cells():
            for at_work in self._at_work(holding):
                turned = [len(effects) - 1 - number for number in reversed(members(at_work))]
                taken = combined(effects, turned, self.rules.combine, self.rules.price)
                if self.rules.price - sum(each.off for each in taken.values()) != self._due(at_work):
                    reason = Reason(ReasonCode.ORDER_MATTERS)
                    yield self._counterexample(reason, window, treatment, self._names(at_work))

    def _cells(self) -> Iterator[tuple[Interval, Treatment, RuleMask]]:
        """Every window in which enrolment is open with every treatment, and the rules that hold there."""
        for window, in_window in self.windows:
            for treatment in self.treatments:
                yield window, treatment, treatment.holding & in_window

    def _at_work(self, holding: RuleMask) -> Iterator[RuleMask]:
        """The rules at work, for whatever limited ones are granted."""
        for granted in self._grants(holding & self.limited):
            yield holding & ~self.limited | granted

    def _grants(self, limited: RuleMask) -> Iterable[RuleMask]:
        """The sets of limited rules that somebody can be granted: under ``best`` one at the most."""
        bits = [1 << number for number in members(limited)]
        if self.rules.combine is Combine.BEST:
            return (0, *bits)
        if len(bits) > _MOST_LIMITED:
            raise TooManyProfilesError
        return (sum(chosen) for size in range(len(bits) + 1) for chosen in combinations(bits, size))

    def _taken(self, at_work: RuleMask) -> dict[int, Taken]:
        """What each of these rules takes off."""
        if at_work not in self._known:
            rules = self.rules
            self._known[at_work] = combined(rules.effects, members(at_work), rules.combine, rules.price)
        return self._known[at_work]

    def _due(self, at_work: RuleMask) -> int:
        return self.rules.price - sum(each.off for each in self._taken(at_work).values())

    def _amount(self, whole_cents: int) -> Amount:
        return Amount(amount_of(whole_cents), self.rules.fees.currency)

    def _names(self, mask: RuleMask) -> tuple[str, ...]:
        return tuple(self.rules.rules[number].id for number in members(mask))

    def _counterexample(
        self, reason: Reason, window: Interval, treatment: Treatment, names: tuple[str, ...]
    ) -> Counterexample:
        instant = None if window.start is None else window.start.astimezone(self.rules.zone)
        return Counterexample(reason, instant, profile_of(self.rules.conditions, treatment.numbers), names)
