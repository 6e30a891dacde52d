"""The statement of one applicant: the price, what each rule does, what is due and how it is paid."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from coursewright.fees.combination import Taken
from coursewright.fees.payment import NOT_FOR_SALE, payment_of
from coursewright.fees.rule_set import Outcome, RuleSet
from coursewright.model.condition import Applicant
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.money import NO_MONEY, amount_of
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.statement import Line, Statement


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
        payment = payment_of(rules, outcome.due, rules.terms.basis_of(applicant))
    return Statement(
        application="",
        cohort=rules.cohort.id,
        received=applicant.received.astimezone(rules.zone),
        status=status,
        currency=rules.fees.currency,
        price=rules.fees.price,
        lines=lines,
        due=payment.due,
        items=payment.items,
        stamp=payment.stamp,
        total=payment.total,
        plan=payment.plan,
        payers=payment.payers,
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
