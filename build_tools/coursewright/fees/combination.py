"""What comes of the rules that hold together: how much each takes off. Amounts are whole cents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coursewright.model.fee_rules import Combine, Rule
from coursewright.model.money import Share, cents
from coursewright.model.reason import Reason, ReasonCode


@dataclass(frozen=True, slots=True)
class Effect:
    """What a rule does to what remains to pay: one of the three is not None; ``amount`` and ``price`` are cents."""

    label: str
    share: Share | None = None
    amount: int | None = None
    price: int | None = None
    exclusive: bool = False

    @classmethod
    def of(cls, rule: Rule) -> Effect:
        """The effect of a rule as written."""
        return cls(
            label=rule.label,
            share=None if rule.percent is None else Share.of_hundred(rule.percent),
            amount=None if rule.amount is None else cents(rule.amount),
            price=None if rule.price is None else cents(rule.price),
            exclusive=rule.exclusive,
        )

    def off(self, rest: int) -> int:
        """How much it takes off ``rest``."""
        if self.share is not None:
            return self.share.of(rest)
        if self.amount is not None:
            return min(self.amount, rest)
        return max(0, rest - (self.price or 0))

    def is_capped(self, rest: int) -> bool:
        """Whether it would take off more than there is."""
        return self.amount is not None and self.amount > rest


@dataclass(frozen=True, slots=True)
class Taken:
    """What a rule that holds takes off, and why so much."""

    off: int
    reason: Reason


def combined(effects: Sequence[Effect], holding: Sequence[int], combine: Combine, price: int) -> dict[int, Taken]:
    """What each rule of ``holding`` (positions in ``effects``, ascending) takes off the price."""
    if combine is Combine.BEST:
        return _best(effects, holding, price)
    return _cumulated(effects, holding, price)


def _best(effects: Sequence[Effect], holding: Sequence[int], price: int) -> dict[int, Taken]:
    winner = min(holding, key=lambda rule: (-effects[rule].off(price), rule), default=None)
    if winner is None:
        return {}
    most = effects[winner].off(price)
    taken = {}
    for rule in holding:
        off = effects[rule].off(price)
        if off == 0:
            taken[rule] = _NOTHING
        elif rule == winner:
            taken[rule] = _applied(effects[rule], price)
        else:
            code = ReasonCode.AS_CHEAP_BY_ANOTHER if off == most else ReasonCode.CHEAPER_BY_ANOTHER
            taken[rule] = Taken(0, Reason(code, {"rule": effects[winner].label}))
    return taken


def _cumulated(effects: Sequence[Effect], holding: Sequence[int], price: int) -> dict[int, Taken]:
    """In the order of the file, each on what remains; a rule that stands alone must leave less than all the others."""
    together: dict[int, Taken] = {}
    rest = price
    for rule in holding:
        if not effects[rule].exclusive:
            together[rule] = _applied(effects[rule], rest)
            rest -= together[rule].off
    alone = [rule for rule in holding if effects[rule].exclusive]
    winner = min(alone, key=lambda rule: (-effects[rule].off(price), rule), default=None)
    if winner is not None and effects[winner].off(price) > price - rest:
        excluded = Taken(0, Reason(ReasonCode.EXCLUDED, {"rule": effects[winner].label}))
        return {rule: _applied(effects[rule], price) if rule == winner else excluded for rule in holding}
    without = Taken(0, Reason(ReasonCode.CHEAPER_WITHOUT))
    return {rule: together.get(rule, without) for rule in holding}


def _applied(effect: Effect, rest: int) -> Taken:
    off = effect.off(rest)
    if off == 0:
        return _NOTHING
    return Taken(off, Reason(ReasonCode.CAPPED if effect.is_capped(rest) else ReasonCode.APPLIES))


_NOTHING = Taken(0, Reason(ReasonCode.NOTHING_OFF))
