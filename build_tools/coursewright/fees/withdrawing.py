"""What is due back to someone who withdraws."""

from __future__ import annotations

from datetime import date, timedelta

from coursewright.fees.payment import Payment
from coursewright.fees.terms import Rest
from coursewright.model.cohort import Cohort
from coursewright.model.money import NO_MONEY, Share, amount_of, cents, percentage_text
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.statement import DueBack
from coursewright.model.withdrawal import DISTANCE_DAYS, Step, Withdrawal
from coursewright.model.words import Scalar


def due_back(
    cohort: Cohort, terms: Withdrawal, payment: Payment, rest: Rest, received: date, withdrawn: date | None
) -> DueBack:
    """What of a payment is due back to whoever withdraws that day; of what was paid, if it was less, no more.

    Consumers have 14 days, the day of the receipt not counted, in which all is due back, items and stamp duty too;
    organisations have none. Else the step counts that gives most of those whose day has not passed: a share of what was
    due, without items. No amount where nobody wrote the day.
    """
    if withdrawn is None:
        return DueBack(None, None, Reason(ReasonCode.BACK_UNDATED))
    last = received + timedelta(days=DISTANCE_DAYS)
    if terms.distance_selling and rest is Rest.PERSON and withdrawn <= last:
        return DueBack(withdrawn, payment.total, Reason(ReasonCode.BACK_WITHIN_DAYS, {"last": last}))
    open_steps = [step for step in terms.steps if withdrawn <= last_day_of(cohort, step)]
    if not open_steps:
        return DueBack(withdrawn, NO_MONEY, Reason(ReasonCode.BACK_NOTHING, {"day": withdrawn}))
    step = max(open_steps, key=lambda each: each.back)
    amount = amount_of(Share.of_hundred(step.back).of(cents(payment.due or NO_MONEY)))
    values: dict[str, Scalar] = {"last": last_day_of(cohort, step), "share": percentage_text(step.back)}
    return DueBack(withdrawn, amount, Reason(ReasonCode.BACK_BY_STEP, values))


def last_day_of(cohort: Cohort, step: Step) -> date:
    """The last day on which a step counts."""
    if step.until is not None:
        return step.until
    assert step.of is not None
    return cohort.day_of(step.of) - timedelta(days=step.days_before or 0)
