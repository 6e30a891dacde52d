"""What is doubtful in how a cohort is paid: parts that come too early, take too much, or never count."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.fees.instalments import day_of
from coursewright.fees.rule_set import RuleSet
from coursewright.fees.withdrawing import last_day_of
from coursewright.model.fee_rules import When
from coursewright.model.finding import Code, Finding
from coursewright.model.money import NO_MONEY, Amount
from coursewright.model.payment_plan import Instalment
from coursewright.model.place import Place


def check_payment(rules: RuleSet) -> Iterator[Finding]:
    """Every finding about how a cohort is paid."""
    fees = rules.fees
    if fees.stamp and all(vat.exempt is None for vat in fees.vat):
        yield Finding(Code.STAMP_WITHOUT_EXEMPTION, fees.place("stamp"))
    yield from _of_instalments(rules, fees.instalments, fees.place("instalments"))
    for plan in fees.plans:
        yield from _of_instalments(rules, plan.instalments, plan.place("instalments"))
    yield from _of_payers(rules)
    yield from _of_steps(rules)


def _of_instalments(rules: RuleSet, instalments: tuple[Instalment, ...], place: Place) -> Iterator[Finding]:
    fixed = sum((each.amount for each in instalments if each.amount is not None), NO_MONEY)
    if fixed > rules.fees.price:
        currency = rules.fees.currency
        values = {"found": Amount(fixed, currency), "price": Amount(rules.fees.price, currency)}
        yield Finding(Code.FIXED_ABOVE_PRICE, place, values)
    closes = rules.cohort.enrolment.closes
    for each in instalments:
        day = day_of(each, rules.cohort, closes)
        if day < closes:
            key = "due" if each.due is not None else "before" if each.after is None else "after"
            yield Finding(Code.INSTALMENT_BEFORE_RECEIPT, each.place(key), {"day": day, "closes": closes})


def _of_payers(rules: RuleSet) -> Iterator[Finding]:
    """Only payers for everyone are sure to meet; what others take is never more than what is left."""
    always = [each for each in rules.fees.payers if each.share is not None and each.when == When()]
    total = sum(each.share for each in always if each.share is not None)
    if total > 100:
        yield Finding(Code.PAYERS_ABOVE_WHOLE, rules.fees.place("payers"), {"found": str(total)})


def _of_steps(rules: RuleSet) -> Iterator[Finding]:
    withdrawal = rules.fees.withdrawal
    steps = withdrawal.steps if withdrawal is not None else ()
    days = [last_day_of(rules.cohort, each) for each in steps]
    for number, step in enumerate(steps):
        for other, each in enumerate(steps):
            covers = days[other] >= days[number] and each.back >= step.back
            is_same = (days[other], each.back) == (days[number], step.back)
            if covers and (other < number if is_same else True):
                values = {"day": days[number], "other": days[other]}
                yield Finding(Code.STEP_WITHOUT_EFFECT, step.place("back"), values)
                break
