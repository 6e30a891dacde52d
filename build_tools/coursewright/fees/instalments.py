"""How what is due is split. Amounts are whole cents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from coursewright.model.cohort import Cohort
from coursewright.model.money import Share, cents
from coursewright.model.payment_plan import Instalment


def split(
    due: int, beside: int, instalments: Sequence[Instalment], cohort: Cohort, received: date | None = None
) -> tuple[tuple[date, int], ...]:
    """The day and the amount of each instalment; what is ``beside`` is added to the first.

    Fixed amounts come first, in their order, none more than what is left. Of what they leave the first k shares are
    together as much as the shares so far, rounded half up: so they add up, and one that would be nothing is merged into
    the one after it, the last into the one before. Where nothing is due there are none, or the first for what is
    beside. ``received`` is the day of the receipt; it may be None where nothing is counted from it.
    """
    amounts = _amounts(due, instalments)
    parts = [(number, amount) for number, amount in enumerate(amounts) if amount]
    if beside and instalments:
        number, amount = parts[0] if parts else (0, 0)
        parts[:1] = [(number, amount + beside)]
    return tuple((day_of(instalments[number], cohort, received), amount) for number, amount in parts)


def _amounts(due: int, instalments: Sequence[Instalment]) -> list[int]:
    amounts, left = [0] * len(instalments), due
    for number, instalment in enumerate(instalments):
        if instalment.amount is not None:
            amounts[number] = min(left, cents(instalment.amount))
            left -= amounts[number]
    share, paid = Share(), 0
    for number, instalment in enumerate(instalments):
        if instalment.share is not None:
            share += Share.of_hundred(instalment.share)
            amounts[number] = share.of(left) - paid
            paid += amounts[number]
    return amounts


def day_of(instalment: Instalment, cohort: Cohort, received: date | None) -> date:
    """Its own day, or so many days or months from another, on the last day of a month that is too short."""
    if instalment.due is not None:
        return instalment.due
    anchor = instalment.before if instalment.after is None else instalment.after
    assert anchor is not None
    sign = -1 if instalment.after is None else 1
    return cohort.day_of(anchor, received) + sign * (
        relativedelta(months=instalment.months or 0) + timedelta(days=instalment.days or 0)
    )
