"""What the rules tell apart: for each condition the classes of values, and which rules each class fulfils.

All that fees depend on is which class an applicant belongs to in each condition: a :data:`Cell`. So whatever holds for
every cell holds for every applicant, and one function of cells gives quotes, settlements, the table and the proof.
"""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from coursewright.fees.experience import years_reached
from coursewright.model.application import Applicant, Period
from coursewright.model.cohort import Cohort
from coursewright.model.fee_rules import Anchor, Fees, Rule
from coursewright.model.interval import Interval
from coursewright.model.moments import day_end, day_start
from coursewright.model.profile import ClassCode, Condition, ValueClass
from coursewright.model.reason import Reason, ReasonCode

Cell = tuple[int, ...]
"""The number of the window, then of the class in each condition, in the order of :attr:`Conditions.dimensions`."""
Verdicts = tuple[Reason | None, ...]
"""For each rule why it does not hold; None where it does."""


@dataclass(frozen=True)
class Dimension:
    """One condition: its classes, how an applicant is put into one, and the verdicts of each class."""

    classes: tuple[ValueClass, ...]
    class_of: Callable[[Applicant], int]
    verdicts: tuple[Verdicts, ...]


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


def conditions_of(cohort: Cohort, fees: Fees) -> Conditions:
    """The conditions that the rules of a cohort tell apart."""
    zone, rules = ZoneInfo(cohort.timezone), fees.rules
    enrolment = Interval(day_start(cohort.enrolment.opens, zone), day_end(cohort.enrolment.closes, zone))
    stretches = [_received(rule, zone) for rule in rules]
    instants = {each for stretch in (enrolment, *stretches) for each in (stretch.start, stretch.end) if each}
    boundaries = tuple(sorted(instants))
    windows = tuple(Interval(start, end) for start, end in pairwise((None, *boundaries, None)))
    possible = (
        _experience(rules, lambda applicant: experience_day(cohort, fees, applicant.received, zone)),
        _organisation(rules),
        _code(rules),
        _category(rules),
        _alumni(rules),
    )
    return Conditions(
        windows=windows,
        enrolment=enrolment,
        window_verdicts=tuple(_in_window(window, rules, stretches) for window in windows),
        dimensions=tuple(dimension for dimension in possible if dimension is not None),
        _boundaries=boundaries,
    )


def experience_day(cohort: Cohort, fees: Fees, received: datetime, zone: ZoneInfo) -> date:
    """The day on which the work experience of someone whose application came at ``received`` is counted."""
    if fees.experience_at is None or fees.experience_at is Anchor.RECEIVED:
        return received.astimezone(zone).date()
    return cohort.day_of(fees.experience_at)


def compared(text: str) -> str:
    """The form in which organisations and categories are compared: capitals and spaces make no difference."""
    return " ".join(composed(text).casefold().split())


def composed(text: str) -> str:
    """The text with one sign for a letter and its accent, which some systems write as two."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def code_digest(code: str) -> str:
    """The SHA-256 of a code, as rules may give it in place of the code."""
    return hashlib.sha256(composed(code.strip()).encode("utf-8", "surrogatepass")).hexdigest()


def _received(rule: Rule, zone: ZoneInfo) -> Interval:
    days = rule.when.received
    if days is None:
        return Interval()
    start = None if days.start is None else day_start(days.start, zone)
    return Interval(start, None if days.until is None else day_end(days.until, zone))


def _in_window(window: Interval, rules: Sequence[Rule], stretches: Sequence[Interval]) -> Verdicts:
    return tuple(_window_verdict(window, rule, stretch) for rule, stretch in zip(rules, stretches, strict=True))


def _window_verdict(window: Interval, rule: Rule, stretch: Interval) -> Reason | None:
    if window.meets(stretch) or rule.when.received is None:
        return None
    if stretch.start is not None and window.end is not None and window.end <= stretch.start:
        return Reason(ReasonCode.RECEIVED_BEFORE, {"day": rule.when.received.start})
    return Reason(ReasonCode.RECEIVED_AFTER, {"day": rule.when.received.until})


def _experience(rules: Sequence[Rule], day_of: Callable[[Applicant], date]) -> Dimension | None:
    asked = [rule.when.experience for rule in rules if rule.when.experience is not None]
    if not asked:
        return None
    # Nobody has worked less than no years: 0 parts nothing.
    bounds = sorted({years for each in asked for years in (each.under_years, each.at_least_years) if years})

    def class_of(applicant: Applicant) -> int:
        if applicant.experience is None:
            return 0
        return 1 + _bounds_reached(applicant.experience, day_of(applicant), bounds)

    def verdict(rule: Rule, reached: int) -> Reason | None:
        asks = rule.when.experience
        if asks is None:
            return None
        if reached < 0:
            return Reason(ReasonCode.EXPERIENCE_UNKNOWN)
        if asks.under_years is not None and reached >= bisect_right(bounds, asks.under_years):
            return Reason(ReasonCode.EXPERIENCE_TOO_LONG, {"years": asks.under_years})
        if asks.at_least_years is not None and reached < bisect_right(bounds, asks.at_least_years):
            return Reason(ReasonCode.EXPERIENCE_TOO_SHORT, {"years": asks.at_least_years})
        return None

    codes = (ClassCode.YEARS_UNDER, ClassCode.YEARS_BETWEEN, ClassCode.YEARS_FROM)
    known = _ranges(bounds, codes, "under") if bounds else (_any_years(),)
    classes = (ValueClass(Condition.EXPERIENCE, ClassCode.EXPERIENCE_UNKNOWN), *known)
    verdicts = tuple(tuple(verdict(rule, number - 1) for rule in rules) for number in range(len(classes)))
    return Dimension(classes, class_of, verdicts)


def _any_years() -> ValueClass:
    return ValueClass(Condition.EXPERIENCE, ClassCode.YEARS_FROM, {"least": 0})


def _bounds_reached(periods: tuple[Period, ...], on: date, bounds: Sequence[int]) -> int:
    """How many of the bounds the experience reaches; they ascend, so it is the first so many."""
    for count, years in enumerate(bounds):
        if not years_reached(periods, on, years):
            return count
    return len(bounds)


def _organisation(rules: Sequence[Rule]) -> Dimension | None:
    bounds = sorted({rule.when.organisation_members for rule in rules if rule.when.organisation_members is not None})
    if not bounds:
        return None

    def verdict(rule: Rule, reached: int) -> Reason | None:
        asks = rule.when.organisation_members
        if asks is None or reached > bounds.index(asks):
            return None
        return Reason(ReasonCode.ORGANISATION_TOO_FEW, {"members": asks})

    codes = (ClassCode.MEMBERS_UNDER, ClassCode.MEMBERS_BETWEEN, ClassCode.MEMBERS_FROM)
    classes = _ranges(bounds, codes, "most")
    verdicts = tuple(tuple(verdict(rule, reached) for rule in rules) for reached in range(len(classes)))
    return Dimension(classes, lambda applicant: bisect_right(bounds, applicant.organisation_members), verdicts)


def _ranges(bounds: Sequence[int], codes: tuple[ClassCode, ClassCode, ClassCode], last: str) -> tuple[ValueClass, ...]:
    """The classes below the first bound, between each two, and from the last one on."""
    under, between, above = codes
    condition = Condition.EXPERIENCE if under is ClassCode.YEARS_UNDER else Condition.ORGANISATION
    inclusive = last == "most"
    return (
        ValueClass(condition, under, {"under": bounds[0]}),
        *(
            ValueClass(condition, between, {"least": low, last: high - 1 if inclusive else high})
            for low, high in pairwise(bounds)
        ),
        ValueClass(condition, above, {"least": bounds[-1]}),
    )


def _code(rules: Sequence[Rule]) -> Dimension | None:
    asked = {_digest_asked(rule): rule.label for rule in reversed(rules) if rule.when.code is not None}
    if not asked:
        return None
    digests = list(reversed(asked))

    def class_of(applicant: Applicant) -> int:
        digest = code_digest(applicant.code) if applicant.code else ""
        return digests.index(digest) + 1 if digest in asked else 0

    def verdict(rule: Rule, digest: str) -> Reason | None:
        return None if rule.when.code is None or _digest_asked(rule) == digest else Reason(ReasonCode.CODE_NOT_GIVEN)

    classes = (
        ValueClass(Condition.CODE, ClassCode.WITHOUT_CODE),
        *(ValueClass(Condition.CODE, ClassCode.WITH_CODE, {"rule": asked[digest]}) for digest in digests),
    )
    return Dimension(classes, class_of, tuple(tuple(verdict(rule, each) for rule in rules) for each in ("", *digests)))


def _digest_asked(rule: Rule) -> str:
    asks = rule.when.code or ""
    return asks.removeprefix("sha256:") if asks.startswith("sha256:") else code_digest(asks)


def _category(rules: Sequence[Rule]) -> Dimension | None:
    asked = {compared(rule.when.category): rule.when.category for rule in reversed(rules) if rule.when.category}
    if not asked:
        return None
    names = list(reversed(asked))
    numbers = {name: number for number, name in enumerate(names, start=1)}

    def verdict(rule: Rule, name: str) -> Reason | None:
        asks = rule.when.category
        if asks is None or compared(asks) == name:
            return None
        return Reason(ReasonCode.OTHER_CATEGORY, {"category": asks})

    classes = (
        ValueClass(Condition.CATEGORY, ClassCode.OTHER_CATEGORY),
        *(ValueClass(Condition.CATEGORY, ClassCode.CATEGORY, {"category": asked[name]}) for name in names),
    )
    verdicts = tuple(tuple(verdict(rule, each) for rule in rules) for each in ("", *names))
    return Dimension(classes, lambda applicant: numbers.get(compared(applicant.category), 0), verdicts)


def _alumni(rules: Sequence[Rule]) -> Dimension | None:
    if all(rule.when.alumni is None for rule in rules):
        return None

    def verdict(rule: Rule, before: bool) -> Reason | None:
        asks = rule.when.alumni
        if asks is None or asks == before:
            return None
        return Reason(ReasonCode.NOT_ALUMNI if asks else ReasonCode.ALUMNI)

    classes = (
        ValueClass(Condition.ALUMNI, ClassCode.FIRST_TIME),
        ValueClass(Condition.ALUMNI, ClassCode.TOOK_PART_BEFORE),
    )
    verdicts = tuple(tuple(verdict(rule, before) for rule in rules) for before in (False, True))
    return Dimension(classes, lambda applicant: int(applicant.alumni), verdicts)
