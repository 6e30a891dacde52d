"""A cohort's prices on a line of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from coursewright.fees.rule_set import rule_set_of
from coursewright.fees.table import fee_table
from coursewright.model.curriculum import Curriculum
from coursewright.model.moments import last_day
from coursewright.model.proof import TableRow
from coursewright.views.cohort_fees import particulars


@dataclass(frozen=True)
class TimelineWindow:
    """A window on the line: instants, the end not included; where it begins and how wide it is, in per cent.

    A price or day that would not fit beside the others is not shown there.
    """

    first: date
    last: date
    starts_at: datetime
    ends_at: datetime
    start: int
    width: int
    due: Decimal
    shows_price: bool
    shows_day: bool


@dataclass(frozen=True)
class FeeTimeline:
    """The prices of somebody with nothing particular to bring forward, over the time of enrolment."""

    currency: str
    windows: tuple[TimelineWindow, ...]


# How much of the line a price and a day need, in per cent, on a telephone.
_PRICE_SHARE, _DAY_SHARE = 26, 24


def fee_timeline(curriculum: Curriculum, identifier: str) -> FeeTimeline | None:
    """The time line of a cohort's fees; None where it has none, or one price only."""
    cohort = curriculum.cohorts[identifier]
    if cohort.fees is None:
        return None
    table = fee_table(rule_set_of(cohort))
    ordinary = min((row.profile for row in table.rows), key=particulars, default=())
    rows = [row for row in table.rows if row.profile == ordinary]
    return FeeTimeline(cohort.fees.currency, tuple(_on_line(rows))) if len(rows) > 1 else None


def _on_line(rows: list[TableRow]) -> Iterator[TimelineWindow]:
    instants = [row.window.start for row in rows if row.window.start is not None]
    ends = [row.window.end for row in rows if row.window.end is not None]
    whole = ends[-1] - instants[0]
    shown_until = 0
    for row, starts_at, ends_at in zip(rows, instants, ends, strict=True):
        start = round(100 * ((starts_at - instants[0]) / whole))
        end = round(100 * ((ends_at - instants[0]) / whole))
        shows_day = end - shown_until >= _DAY_SHARE and (end == 100 or 100 - end >= _DAY_SHARE)
        shown_until = end if shows_day else shown_until
        yield TimelineWindow(
            first=starts_at.date(),
            last=last_day(ends_at),
            starts_at=starts_at,
            ends_at=ends_at,
            start=start,
            width=end - start,
            due=row.due,
            shows_price=end - start >= _PRICE_SHARE,
            shows_day=shows_day,
        )
