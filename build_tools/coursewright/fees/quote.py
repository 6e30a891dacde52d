"""The statement of one applicant: the price, what each rule does, what is due and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from coursewright.fees.combination import Taken
from coursewright.fees.instalments import split
from coursewright.fees.rule_set import Outcome, RuleSet, amount_of, cents
from coursewright.model.application import Applicant, Application
from coursewright.model.fee_rules import ApplicationStatus, Fees
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.statement import DueInstalment, Line, Statement, VatContained

# Stamp duty on documents without VAT: 2.00 above 77.47 euros (d.P.R. 642/1972, tariff, article 13).
STAMP, STAMP_ABOVE = 200, 7747
_ZERO = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Payment:
    """What is due and how: the parts of a statement that depend on the amount alone."""

    due: Decimal
    stamp: Decimal
    instalments: tuple[DueInstalment, ...]
    vat: VatContained | None


def quote(rules: RuleSet, applicant: Applicant) -> Statement:
    """The price for someone whose application came at ``applicant.received``.

    Rules with places or an award are not granted: the statement says that the applicant may compete for them. Before
    enrolment opens and after it closes there is no price: status ``not-open`` or ``closed``, and no lines.
    """
    status, reason = _state(rules, applicant.received)
    received = applicant.received.astimezone(rules.zone)
    if status is not ApplicationStatus.OPEN:
        return unpriced(rules, "", received, status, reason)
    outcome = rules.outcome(rules.cell_of(applicant))
    unsettled = {number: Reason(ReasonCode.MAY_COMPETE) for number in outcome.competing}
    lines = lines_of(rules, outcome, unsettled)
    return priced(rules, received, status, reason, lines, payment_of(rules, outcome.due))


def lines_of(rules: RuleSet, outcome: Outcome, unsettled: Mapping[int, Reason]) -> tuple[Line, ...]:
    """A line for each rule in the order of the file; ``unsettled`` says why limited rules that hold are not granted."""
    lines = []
    for number, rule in enumerate(rules.rules):
        taken = outcome.taken.get(number)
        if taken is None:
            reason = outcome.verdicts[number] or unsettled.get(number) or Reason(ReasonCode.NOT_NEEDED)
            taken = Taken(0, reason)
        lines.append(Line(rule.id, rule.label, amount_of(-taken.off) if taken.off else _ZERO, taken.reason))
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


def priced(
    rules: RuleSet,
    received: datetime,
    status: ApplicationStatus,
    reason: Reason,
    lines: tuple[Line, ...],
    payment: Payment,
    application: Application | None = None,
) -> Statement:
    """A statement with something to pay, or nothing because the rules took it all off; of nobody yet in a quote."""
    return Statement(
        application="" if application is None else application.id,
        cohort=rules.cohort.id,
        received=received,
        status=status,
        currency=rules.fees.currency,
        price=rules.fees.price,
        lines=lines,
        due=payment.due,
        stamp=payment.stamp,
        instalments=payment.instalments,
        vat=payment.vat,
        rules_hash=rules.rules_hash,
        reason=reason,
        row=None if application is None else application.row,
        email="" if application is None else application.email,
        name="" if application is None else application.name,
    )


def unpriced(
    rules: RuleSet, application: str, received: datetime | None, status: ApplicationStatus, reason: Reason
) -> Statement:
    """A statement of what is not for sale: refused, withdrawn, too early or too late."""
    return Statement(
        application=application,
        cohort=rules.cohort.id,
        received=received,
        status=status,
        currency=rules.fees.currency,
        price=rules.fees.price,
        lines=(),
        due=None,
        stamp=_ZERO,
        instalments=(),
        vat=None,
        rules_hash=rules.rules_hash,
        reason=reason,
    )


def stamp_of(fees: Fees, due: int) -> int:
    """The stamp duty on what is due, in cents: only where the price is exempt from VAT and ``stamp`` asks for it."""
    is_exempt = fees.vat is not None and fees.vat.exempt is not None
    return STAMP if fees.stamp and is_exempt and due > STAMP_ABOVE else 0


def vat_of(fees: Fees, due: int) -> VatContained | None:
    """The VAT that what is due contains, rounded once half up; None where the file says nothing of tax."""
    if fees.vat is None:
        return None
    if fees.vat.rate is None:
        return VatContained(None, _ZERO, fees.vat.exempt or "", fees.vat.reference or "")
    rate = cents(fees.vat.rate * 10**4)
    whole = 100 * 10**6 + rate
    return VatContained(fees.vat.rate, amount_of((2 * due * rate + whole) // (2 * whole)))


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
