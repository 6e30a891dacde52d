"""What the rules tell apart: for each condition the classes of values, and which rules each class fulfils.

All that fees depend on is which class an applicant belongs to in each condition: a :data:`Cell`. So whatever holds for
every cell holds for every applicant, and one function of cells gives quotes, settlements, the table and the proof.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Protocol
from zoneinfo import ZoneInfo

from coursewright.model.anchor import Anchor
from coursewright.model.cohort import Cohort
from coursewright.model.condition import Applicant, Demand, Demands, Dimension, Verdicts
from coursewright.model.fee_rules import Fees, When
from coursewright.model.interval import Interval
from coursewright.model.moments import day_end, day_start
from coursewright.model.reason import Reason, ReasonCode

Cell = tuple[int, ...]
"""The number of the window, then of the class in each condition, in the order of :attr:`Conditions.dimensions`."""


class Conditional(Protocol):
    """Whatever holds for some applicants: a rule, an item, a rate."""

    @property
    def label(self) -> str:
        """What people call it."""

    @property
    def when(self) -> When:
        """Its conditions, all of which must hold."""


@dataclass(frozen=True)
class Conditions:
    """The windows of time and the other dimensions of one cohort's rules.

    ``windows`` cover all time in order; ``enrolment`` is when applications are taken.
    """

    windows: tuple[Interval, ...]
    enrolment: Interval
    window_verdicts: tuple[Verdicts, ...]
    dimensions: tuple[Dimension, ...]
    _boundaries: tuple[datetime, ...]

    def cell_of(self, applicant: Applicant) -> Cell:
        """Where the applicant belongs."""
        window = bisect_right(self._boundaries, applicant.received)
        return (window, *(dimension.class_of(applicant) for dimension in self.dimensions))

    def verdicts(self, cell: Cell) -> Verdicts:
        """Which rules hold in the cell, and why the others do not."""
        parts = [self.window_verdicts[cell[0]]]
        parts += [dimension.verdicts[number] for dimension, number in zip(self.dimensions, cell[1:], strict=True)]
        return tuple(next((each for each in of_rule if each is not None), None) for of_rule in zip(*parts, strict=True))


def conditions_of(cohort: Cohort, fees: Fees, rules: Sequence[Conditional]) -> Conditions:
    """The conditions that rules of a cohort tell apart, or whatever else holds for some applicants."""
    zone = ZoneInfo(cohort.timezone)
    enrolment = Interval(day_start(cohort.enrolment.opens, zone), day_end(cohort.enrolment.closes, zone))
    stretches = [_received(rule, zone) for rule in rules]
    instants = {each for stretch in (enrolment, *stretches) for each in (stretch.start, stretch.end) if each}
    boundaries = tuple(sorted(instants))
    windows = tuple(Interval(start, end) for start, end in pairwise((None, *boundaries, None)))
    possible = (
        condition.told_apart(
            Demands(
                tuple(Demand(rule.label, rule.when.asks(condition)) for rule in rules),
                lambda received: counted_day(cohort, fees.experience_at, received, zone),
                lambda received: counted_day(cohort, fees.age_at, received, zone),
            )
        )
        for condition in fees.conditions
    )
    return Conditions(
        windows=windows,
        enrolment=enrolment,
        window_verdicts=tuple(_in_window(window, rules, stretches) for window in windows),
        dimensions=tuple(dimension for dimension in possible if dimension is not None),
        _boundaries=boundaries,
    )


def counted_day(cohort: Cohort, anchor: Anchor | date | None, received: datetime, zone: ZoneInfo) -> date:
    """The day on which work or age is counted, as ``anchor`` says, for an application that came at ``received``."""
    if anchor is None or anchor is Anchor.RECEIVED:
        return received.astimezone(zone).date()
    return cohort.day_of(anchor)


def _received(rule: Conditional, zone: ZoneInfo) -> Interval:
    days = rule.when.received
    if days is None:
        return Interval()
    start = None if days.start is None else day_start(days.start, zone)
    return Interval(start, None if days.until is None else day_end(days.until, zone))


def _in_window(window: Interval, rules: Sequence[Conditional], stretches: Sequence[Interval]) -> Verdicts:
    return tuple(_window_verdict(window, rule, stretch) for rule, stretch in zip(rules, stretches, strict=True))


def _window_verdict(window: Interval, rule: Conditional, stretch: Interval) -> Reason | None:
    if window.meets(stretch) or rule.when.received is None:
        return None
    if stretch.start is not None and window.end is not None and window.end <= stretch.start:
        return Reason(ReasonCode.RECEIVED_BEFORE, {"day": rule.when.received.start})
    return Reason(ReasonCode.RECEIVED_AFTER, {"day": rule.when.received.until})
