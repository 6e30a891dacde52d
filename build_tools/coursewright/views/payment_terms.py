"""How a cohort is paid, as its page tells it: items, tax, plans with their instalments, payers, withdrawal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coursewright.fees.withdrawing import last_day_of
from coursewright.model.anchor import Anchor
from coursewright.model.cohort import Cohort
from coursewright.model.fee_rules import EACH, Fees, Item, Payer, Vat, When
from coursewright.model.money import Amount, percentage_text
from coursewright.model.payment_plan import Instalment
from coursewright.model.statement import VatExemption
from coursewright.model.withdrawal import DISTANCE_DAYS
from coursewright.model.words import N_, Sayable, Sentence
from coursewright.views.for_whom import for_whom

AMOUNT_OF = N_("{what}: {amount}")
PLAN_CALLED = N_("Payment plan: {plan}")


@dataclass(frozen=True)
class PartWords:
    """A part of what is to be paid: what people call it, how much, and for whom where not for everyone."""

    label: str
    amount: Sentence
    who: tuple[Sentence, ...]


@dataclass(frozen=True)
class TaxWords:
    """What is said of tax, and for whom: where not for everyone, for some or for all others."""

    what: Sentence
    who: tuple[Sentence, ...] = ()
    for_others: bool = False


@dataclass(frozen=True)
class InstalmentWords:
    """A share of what is due or a fixed amount, and when."""

    share: Sentence
    when: Sentence


@dataclass(frozen=True)
class PlanWords:
    """A way to pay; ``label`` is empty where there is one alone."""

    label: str
    instalments: tuple[InstalmentWords, ...]


@dataclass(frozen=True)
class PaymentTerms:
    """All that the page says of how it is paid."""

    items: tuple[PartWords, ...]
    tax: tuple[TaxWords, ...]
    plans: tuple[PlanWords, ...]
    payers: tuple[PartWords, ...]
    withdrawal: tuple[Sentence, ...]


def payment_terms(cohort: Cohort, fees: Fees) -> PaymentTerms:
    """What the page of a cohort with these fees says of how it is paid."""
    plans = [(plan.label, plan.instalments) for plan in fees.plans] or [("", fees.instalments)]
    return PaymentTerms(
        items=tuple(_item(each, fees) for each in fees.items),
        tax=tuple(_tax(fees)),
        plans=tuple(_plan(cohort, label, instalments, fees.currency) for label, instalments in plans if instalments),
        payers=tuple(_payer(each, fees) for each in fees.payers),
        withdrawal=tuple(_withdrawal(cohort, fees)),
    )


def _item(item: Item, fees: Fees) -> PartWords:
    return PartWords(
        item.label, Sentence("{amount}", {"amount": Amount(item.amount, fees.currency)}), _who(item.when, fees)
    )


def _payer(payer: Payer, fees: Fees) -> PartWords:
    if payer.share is not None:
        part = Sentence(N_("{share}% of all that is to be paid"), {"share": percentage_text(payer.share)})
    else:
        assert payer.amount is not None
        part = Sentence(N_("up to {amount}"), {"amount": Amount(payer.amount, fees.currency)})
    return PartWords(payer.label, part, _who(payer.when, fees))


def _who(when: When | None, fees: Fees) -> tuple[Sentence, ...]:
    return () if when is None else tuple(for_whom(when, fees.conditions))


def _tax(fees: Fees) -> Iterator[TaxWords]:
    for vat in fees.vat:
        yield TaxWords(_rate(vat), _who(vat.when, fees), for_others=vat.when is None and len(fees.vat) > 1)
    if fees.stamp and any(vat.exempt is not None for vat in fees.vat):
        if fees.stamp == EACH:
            yield TaxWords(Sentence(N_("Where the law asks for it, stamp duty is added to each instalment.")))
        else:
            yield TaxWords(Sentence(N_("Where the law asks for it, stamp duty is added to the first instalment.")))


def _rate(vat: Vat) -> Sentence:
    if vat.rate is not None:
        return Sentence(N_("VAT at {rate}% is contained."), {"rate": percentage_text(vat.rate)})
    return VatExemption(vat.exempt or "", vat.reference or "").sentence()


def _plan(cohort: Cohort, label: str, instalments: Sequence[Instalment], currency: str) -> PlanWords:
    """Shares are of what fixed amounts leave, where there are some."""
    has_fixed = any(each.amount is not None for each in instalments)
    of_what = N_("{share}% of what is then left to pay") if has_fixed else N_("{share}% of what is due")
    words = []
    for each in instalments:
        if each.share is not None:
            part = Sentence(of_what, {"share": percentage_text(each.share)})
        else:
            assert each.amount is not None
            part = Sentence(N_("{amount}, fixed"), {"amount": Amount(each.amount, currency)})
        words.append(InstalmentWords(part, _when(cohort, each)))
    return PlanWords(label, tuple(words))


def _when(cohort: Cohort, instalment: Instalment) -> Sentence:
    months, days = instalment.months or 0, instalment.days or 0
    count: dict[str, Sayable] = {"months": months} if months else {"days": days}
    if instalment.after is Anchor.RECEIVED:
        message = _AFTER_RECEIPT[bool(months), months + days == 1]
        return Sentence(message, count) if months or days else Sentence(N_("on the day the application is received"))
    anchor = instalment.before if instalment.after is None else instalment.after
    day = instalment.due if anchor is None else cohort.day_of(anchor)
    if not (months or days):
        return Sentence(N_("by {day}"), {"day": day})
    messages = _BEFORE if instalment.after is None else _AFTER
    return Sentence(messages[bool(months), months + days == 1], {**count, "day": day})


# By whether months are counted, and whether it is one alone.
_AFTER = {
    (True, False): N_("{months} months after {day}"),
    (True, True): N_("one month after {day}"),
    (False, False): N_("{days} days after {day}"),
    (False, True): N_("the day after {day}"),
}
_BEFORE = {
    (True, False): N_("{months} months before {day}"),
    (True, True): N_("one month before {day}"),
    (False, False): N_("{days} days before {day}"),
    (False, True): N_("the day before {day}"),
}
_AFTER_RECEIPT = {
    (True, False): N_("{months} months after the application is received"),
    (True, True): N_("one month after the application is received"),
    (False, False): N_("{days} days after the application is received"),
    (False, True): N_("the day after the application is received"),
}


def _withdrawal(cohort: Cohort, fees: Fees) -> Iterator[Sentence]:
    if fees.withdrawal is None:
        return
    if fees.withdrawal.distance_selling:
        yield Sentence(
            N_(
                "Within {days} days from the receipt of the application consumers may withdraw without giving a "
                "reason, and all is given back (d.lgs. 206/2005, art. 52)."
            ),
            {"days": DISTANCE_DAYS},
        )
    for step in sorted(fees.withdrawal.steps, key=lambda step: last_day_of(cohort, step)):
        values: dict[str, Sayable] = {"day": last_day_of(cohort, step), "share": percentage_text(step.back)}
        yield Sentence(N_("Whoever withdraws by {day} is given back {share}% of what was due."), values)
    if fees.withdrawal.steps:
        last = max(last_day_of(cohort, step) for step in fees.withdrawal.steps)
        yield Sentence(N_("After {day} nothing is given back."), {"day": last})
