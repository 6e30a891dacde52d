"""How what is due is split. Amounts are whole cents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from coursewright.model.cohort import Cohort
from coursewright.model.fee_rules import Instalment
from coursewright.model.money import Share


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
