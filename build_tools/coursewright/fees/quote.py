"""The statement of one applicant: the price, what each rule does, what is due and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from coursewright.fees.combination import Taken
from coursewright.fees.rule_set import Outcome, RuleSet
from coursewright.model.cohort import Cohort
from coursewright.model.condition import Applicant
from coursewright.model.fee_rules import ApplicationStatus, Fees, Instalment
from coursewright.model.money import NO_MONEY, Share, amount_of
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.statement import DueInstalment, Line, Statement, VatContained, VatExemption

# Stamp duty on documents without VAT: 2.00 above 77.47 euros (d.P.R. 642/1972, tariff, article 13).
STAMP, STAMP_ABOVE = 200, 7747


@dataclass(frozen=True, slots=True)
class Payment:
    """What is due and how: the parts of a statement that depend on the amount alone."""

    due: Decimal | None
    stamp: Decimal
    instalments: tuple[DueInstalment, ...]
    vat: VatContained | VatExemption | None


NOT_FOR_SALE = Payment(None, NO_MONEY, (), None)
"""What is paid where there is no price: refused, withdrawn, too early or too late."""


def quote(rules: RuleSet, applicant: Applicant) -> Statement:
    """The price for someone whose application came at ``applicant.received``.

    Rules with places or an award are not granted: the statement says that the applicant may compete for them. Before
    enrolment opens and after it closes there is no price: status ``not-open`` or ``closed``, and no lines.
    """
    status, reason = _state(rules, applicant.received)
    lines: tuple[Line, ...] = ()
    payment = NOT_FOR_SALE
    if status is ApplicationStatus.OPEN:
        outcome = rules.outcome(rules.cell_of(applicant))
        lines = lines_of(rules, outcome, {number: Reason(ReasonCode.MAY_COMPETE) for number in outcome.competing})
        payment = payment_of(rules, outcome.due)
    return Statement(
        application="",
        cohort=rules.cohort.id,
        received=applicant.received.astimezone(rules.zone),
        status=status,
        currency=rules.fees.currency,
        price=rules.fees.price,
        lines=lines,
        due=payment.due,
        stamp=payment.stamp,
        instalments=payment.instalments,
        rules_hash=rules.rules_hash,
        reason=reason,
        vat=payment.vat,
    )


def lines_of(rules: RuleSet, outcome: Outcome, unsettled: Mapping[int, Reason]) -> tuple[Line, ...]:
    """A line for each rule in the order of the file; ``unsettled`` says why limited rules that hold are not granted."""
    lines = []
    for number, rule in enumerate(rules.rules):
        taken = outcome.taken.get(number)
        if taken is None:
            reason = outcome.verdicts[number] or unsettled.get(number) or Reason(ReasonCode.NOT_NEEDED)
            taken = Taken(0, reason)
        lines.append(Line(rule.id, rule.label, amount_of(-taken.off) if taken.off else NO_MONEY, taken.reason))
    return tuple(lines)


def payment_of(rules: RuleSet, due: int) -> Payment:
    """How ``due`` cents are paid: stamp duty, instalments, the VAT they contain."""
    stamp = stamp_of(rules.fees, due)
    parts = split(due, stamp, rules.fees.instalments, rules.cohort)
    return Payment(
        due=amount_of(due),
        stamp=amount_of(stamp),
        instalments=tuple(DueInstalment(day, amount_of(amount)) for day, amount in parts),
        vat=vat_of(rules.fees, due),
    )


def stamp_of(fees: Fees, due: int) -> int:
    """The stamp duty on what is due, in cents: only where the price is exempt from VAT and ``stamp`` asks for it."""
    is_exempt = fees.vat is not None and fees.vat.exempt is not None
    return STAMP if fees.stamp and is_exempt and due > STAMP_ABOVE else 0


def vat_of(fees: Fees, due: int) -> VatContained | VatExemption | None:
    """The VAT that what is due contains; None where the file says nothing of tax."""
    if fees.vat is None:
        return None
    if fees.vat.rate is None:
        return VatExemption(fees.vat.exempt or "", fees.vat.reference or "")
    return VatContained(fees.vat.rate, amount_of(Share.of_hundred(fees.vat.rate).contained_in(due)))


def enrolment_reason(rules: RuleSet, received: datetime) -> Reason | None:
    """Why no application is taken at that instant; None while enrolment is open."""
    enrolment = rules.conditions.enrolment
    if enrolment.start is not None and received < enrolment.start:
        return Reason(ReasonCode.ENROLMENT_NOT_OPEN, {"day": rules.cohort.enrolment.opens})
    if enrolment.end is not None and received >= enrolment.end:
        return Reason(ReasonCode.ENROLMENT_CLOSED, {"day": rules.cohort.enrolment.closes})
    return None


def _state(rules: RuleSet, received: datetime) -> tuple[ApplicationStatus, Reason]:
    refusal = enrolment_reason(rules, received)
    if refusal is None:
        return ApplicationStatus.OPEN, Reason(ReasonCode.ENROLMENT_OPEN)
    if refusal.code is ReasonCode.ENROLMENT_NOT_OPEN:
        return ApplicationStatus.NOT_OPEN, refusal
    return ApplicationStatus.CLOSED, refusal


def split(due: int, stamp: int, instalments: Sequence[Instalment], cohort: Cohort) -> tuple[tuple[date, int], ...]:
    """The day and the amount of each instalment; ``stamp`` is added to the first.

    The first k of them are together ``due`` times the shares so far, rounded half up: so they add up, and one that
    would be nothing is merged into the one after it, the last into the one before. Where nothing is due there are
    none.
    """
    parts: list[tuple[date, int]] = []
    share, paid = Share(), 0
    for instalment in instalments:
        share += Share.of_hundred(instalment.share)
        so_far = share.of(due)
        if so_far > paid:
            parts.append((_day(instalment, cohort), so_far - paid))
        paid = so_far
    if parts and stamp:
        parts[0] = (parts[0][0], parts[0][1] + stamp)
    return tuple(parts)


def _day(instalment: Instalment, cohort: Cohort) -> date:
    """Its own day, or so many months after another, on the last day of a month that is too short."""
    if instalment.due is not None:
        return instalment.due
    assert instalment.after is not None
    return cohort.day_of(instalment.after) + relativedelta(months=instalment.months or 0)
