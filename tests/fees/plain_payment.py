"""How something is paid, reckoned plainly from the words of the rules: Fractions of euros, one step after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import floor
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from coursewright.model.cohort import Cohort
from coursewright.model.condition import Applicant
from coursewright.model.fee_rules import Rule, Vat, When
from coursewright.model.payment_plan import Instalment
from tests.fees.plain_price import fees_of, holds

_STAMP, _ABOVE = Fraction(2), Fraction("77.47")


@dataclass
class PlainPayment:
    """What is paid: each item, each instalment with who pays what of it, each payer's sum, the duty."""

    items: dict[str, Fraction] = field(default_factory=dict)
    instalments: list[tuple[date, dict[str, Fraction]]] = field(default_factory=list)
    payers: dict[str, Fraction] = field(default_factory=dict)
    stamp: Fraction = Fraction(0)
    rate: Decimal | None = None


def plain_payment(cohort: Cohort, applicant: Applicant, due: Decimal) -> PlainPayment:
    """How ``due`` is paid by someone who chose a plan by its id, and says ``ente`` or nothing of who pays."""
    fees, paid = fees_of(cohort), PlainPayment()
    paid.items = {each.id: Fraction(each.amount) for each in fees.items if _suits(cohort, applicant, each.when)}
    beside = sum(paid.items.values(), Fraction(0))
    whole = Fraction(due) + beside
    vat = next((each for each in fees.vat if each.when is None or _suits(cohort, applicant, each.when)), None)
    paid.rate = None if vat is None else vat.rate
    owed = _owed(cohort, applicant, whole)
    chosen = [plan.instalments for plan in fees.plans if plan.id == applicant.plan]
    plan = [*chosen, *(plan.instalments for plan in fees.plans), fees.instalments][0]
    parts = _parts(plan, Fraction(due), beside)
    days = [_day(cohort, applicant, each) for each, amount in zip(plan, parts, strict=True) if amount]
    amounts = [amount for amount in parts if amount] or [whole]
    documents = _documents([each for each in amounts if each], owed)
    paid.stamp = _put_stamps(fees.stamp, vat, whole, documents)
    paid.payers = {name: sum((row.get(name, Fraction(0)) for row in documents), Fraction(0)) for name in owed}
    paid.instalments = list(zip(days, documents, strict=True)) if plan else []
    return paid


def rounded(euros: Fraction) -> Fraction:
    """To the cent, half up."""
    return Fraction(floor(euros * 100 + Fraction(1, 2)), 100)


def _suits(cohort: Cohort, applicant: Applicant, when: When) -> bool:
    return holds(cohort, Rule(id="r", label="R", percent=Decimal(0), when=when), applicant)


def _owed(cohort: Cohort, applicant: Applicant, whole: Fraction) -> dict[str, Fraction]:
    """What each owes, those who owe nothing left out."""
    owed: dict[str, Fraction] = {}
    left, shares = whole, Fraction(0)
    rest = "organisation" if applicant.payer == "ente" else "person"
    holding = [each for each in fees_of(cohort).payers if _suits(cohort, applicant, each.when)]
    for each in holding:
        if each.share is not None:
            wanted = rounded(whole * (shares + Fraction(each.share)) / 100) - rounded(whole * shares / 100)
            shares += Fraction(each.share)
        else:
            wanted = Fraction(each.amount or 0)
        owed[each.id] = min(wanted, left)
        left -= owed[each.id]
    heir = next((each.id for each in holding if each.kind == rest), rest)
    owed[heir] = owed.get(heir, Fraction(0)) + left
    return {name: amount for name, amount in owed.items() if amount}


def _parts(plan: tuple[Instalment, ...], due: Fraction, beside: Fraction) -> list[Fraction]:
    """The amount of each instalment of the plan, 0 where it has none of its own."""
    parts = [Fraction(0) for _ in plan]
    left = due
    for number, each in enumerate(plan):
        if each.amount is not None:
            parts[number] = min(Fraction(each.amount), left)
            left -= parts[number]
    shared = Fraction(0)
    for number, each in enumerate(plan):
        if each.share is not None:
            parts[number] = rounded(left * (shared + Fraction(each.share)) / 100) - rounded(left * shared / 100)
            shared += Fraction(each.share)
    if plan:
        first = next((number for number, part in enumerate(parts) if part), 0)
        parts[first] += beside
    return parts


def _day(cohort: Cohort, applicant: Applicant, each: Instalment) -> date:
    if each.due is not None:
        return each.due
    sign, anchor = (1, each.after) if each.after is not None else (-1, each.before)
    received = applicant.received.astimezone(ZoneInfo(cohort.timezone)).date()
    days = {"received": received, "starts": cohort.starts, "enrolment.closes": cohort.enrolment.closes}
    day = anchor if isinstance(anchor, date) else days[str(anchor)]
    if each.months is not None:
        return day + sign * relativedelta(months=each.months)
    return day + sign * timedelta(days=each.days or 0)


def _documents(amounts: list[Fraction], owed: dict[str, Fraction]) -> list[dict[str, Fraction]]:
    """Each amount shared as what is still owed is."""
    left, documents = dict(owed), []
    for amount in amounts:
        whole, so_far, row = sum(left.values(), Fraction(0)), Fraction(0), {}
        for name, owes in left.items():
            row[name] = rounded(amount * (so_far + owes) / whole) - rounded(amount * so_far / whole)
            so_far += owes
        left = {name: owes - row[name] for name, owes in left.items()}
        documents.append({name: part for name, part in row.items() if part})
    assert not any(left.values())
    return documents


def _put_stamps(mode: bool | str, vat: Vat | None, whole: Fraction, documents: list[dict[str, Fraction]]) -> Fraction:
    if not mode or vat is None or vat.exempt is None:
        return Fraction(0)
    if mode == "each":
        above = [(row, name) for row in documents for name, part in row.items() if part > _ABOVE]
    else:
        above = [(documents[0], list(documents[0])[-1])] if whole > _ABOVE else []
    for row, name in above:
        row[name] += _STAMP
    return _STAMP * len(above)
