"""How much work experience the applicant has, in years on a day, from periods of work."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Annotated

from pydantic import Field

from coursewright.model.cell_values import read_day, text_of
from coursewright.model.column import CellError, Cells, Column, ColumnError
from coursewright.model.condition import Answer, Applicant, Condition, Demands, Dimension, Question, ValueClass
from coursewright.model.entry import Entry
from coursewright.model.reason import Reason, SentenceCode
from coursewright.model.table import Cell
from coursewright.model.words import N_, Sentence
from coursewright.model.written import Years

_PERIOD = re.compile(
    r"(?P<start>\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4})\s*(?:/|-|–|—|\s(?:al|to)\s)\s*"
    r"(?P<end>\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4})?",
    re.ASCII,
)
_NO_WORK = {"none", "nessuna", "nessuno"}


class ExperienceClass(SentenceCode):
    """How long one has worked, as far as rules ask."""

    UNKNOWN = ("experience-unknown", N_("work experience not stated"))
    UNDER = ("years-under", N_("less than {under} years of work experience"))
    BETWEEN = ("years-between", N_("{least} years of work experience or more, less than {under}"))
    FROM = ("years-from", N_("{least} years of work experience or more"))


class ExperienceReason(SentenceCode):
    """Why a rule does not hold, or a cell cannot be read."""

    UNKNOWN = ("experience-unknown", N_("Work experience is not stated."))
    TOO_LONG = ("experience-too-long", N_("It asks for less than {years} years of work experience."))
    TOO_SHORT = ("experience-too-short", N_("It asks for {years} years of work experience or more."))
    UNREADABLE = (
        "periods-unreadable",
        N_(
            "In “{column}”, “{found}” is no period. Write 2019-09-01/2021-03-31; 2022-01-10/ "
            "with a semicolon between periods, or: none."
        ),
    )
    REVERSED = ("period-reversed", N_("In “{column}”, “{found}” ends before it begins."))
    TWICE = (
        "experience-twice",
        N_("Columns “{column}” and “{other}” both have a value: keep the one that holds."),
    )


class ExperienceBound(Entry):
    """A bound on the years of work experience."""

    under_years: Years | None = Field(default=None, description=N_("Less than this many years."))
    at_least_years: Years | None = Field(default=None, description=N_("This many years or more."))


@dataclass(frozen=True, slots=True)
class Period:
    """Days of work, from ``start`` on and before ``end``; without an end it runs on."""

    start: date
    end: date | None = None


PERIODS = Column(
    "experience",
    ("experience", "work experience", "esperienza", "esperienze", "esperienza lavorativa"),
    N_("Work experience"),
    N_("Otherwise the periods, such as 2019-09-01/2021-03-31; 2022-01-10/ (an empty end runs on), or: none."),
    N_("work experience"),
)
SINCE = Column(
    "experience_since",
    ("experience since", "working since", "esperienza dal", "lavora dal"),
    N_("Working since"),
    N_("The day since which one has been working, if without a break."),
    N_("working since"),
    holds_day=True,
)


class _Experience(Condition[ExperienceBound, tuple[Period, ...] | None]):
    name = "experience"
    about = N_("How much work experience the applicant has.")
    columns = (SINCE, PERIODS)
    questions = (
        Question("experience_since", N_("The day since which the applicant has been working."), Answer.DAY),
        Question(
            "experience",
            N_("Periods of work, such as “2019-09-01/2021-03-31; 2022-01-10/”, or none."),
            Answer.PERIODS,
        ),
    )
    place = 1
    nothing = None

    def read(self, cells: Cells) -> tuple[Period, ...] | None:
        """The periods; None where nothing is stated, which is something else than none."""
        periods, since = cells.text(PERIODS), cells.text(SINCE)
        if periods and since:
            raise ColumnError(PERIODS, ExperienceReason.TWICE, {"other": SINCE})
        if periods:
            return cells.read(PERIODS, read_periods)
        return (Period(cells.read(SINCE, read_day)),) if since else None

    def told_apart(self, demands: Demands[ExperienceBound]) -> Dimension | None:
        asked = [each.asks for each in demands.of_rules if each.asks is not None]
        if not asked:
            return None
        # Nobody has worked less than no years: 0 parts nothing.
        bounds = sorted({years for each in asked for years in (each.under_years, each.at_least_years) if years})

        def class_of(applicant: Applicant) -> int:
            periods = self.fact(applicant)
            if periods is None:
                return 0
            return 1 + _bounds_reached(periods, demands.counted_on(applicant.received), bounds)

        def verdict(asks: ExperienceBound, reached: int) -> Reason | None:
            if reached < 0:
                return Reason(ExperienceReason.UNKNOWN)
            if asks.under_years is not None and reached >= bisect_right(bounds, asks.under_years):
                return Reason(ExperienceReason.TOO_LONG, {"years": asks.under_years})
            if asks.at_least_years is not None and reached < bisect_right(bounds, asks.at_least_years):
                return Reason(ExperienceReason.TOO_SHORT, {"years": asks.at_least_years})
            return None

        classes = tuple(self._classes(bounds))
        return Dimension(classes, class_of, demands.verdicts(range(-1, len(classes) - 1), verdict))

    def _classes(self, bounds: Sequence[int]) -> Iterator[ValueClass]:
        """Nothing stated, below the first bound, between each two, and from the last one on."""
        yield self.ordinary(ExperienceClass.UNKNOWN)
        if bounds:
            yield self.particular(ExperienceClass.UNDER, under=bounds[0])
        for low, high in pairwise(bounds):
            yield self.particular(ExperienceClass.BETWEEN, least=low, under=high)
        yield self.particular(ExperienceClass.FROM, least=bounds[-1] if bounds else 0)

    def words(self, asks: ExperienceBound) -> Iterator[Sentence]:
        if asks.under_years is not None:
            yield Sentence(N_("people with less than {years} years of work experience"), {"years": asks.under_years})
        if asks.at_least_years is not None:
            yield Sentence(N_("people with {years} years of work experience or more"), {"years": asks.at_least_years})


EXPERIENCE = _Experience()
ExperienceAsked = Annotated[ExperienceBound, EXPERIENCE]


def read_periods(cell: Cell) -> tuple[Period, ...]:
    """The periods of work of a cell such as ``2019-09-01/2021-03-31; 2022-01-10/``; none for ``none``."""
    text = text_of(cell)
    if text.casefold() in _NO_WORK:
        return ()
    periods = tuple(_period(part.strip()) for part in re.split(r"[;,\n|]", text) if part.strip())
    if not periods:
        raise CellError(ExperienceReason.UNREADABLE)
    return periods


def _period(text: str) -> Period:
    found = _PERIOD.fullmatch(text)
    if found is None:
        raise CellError(ExperienceReason.UNREADABLE)
    try:
        start = read_day(found["start"])
        last = read_day(found["end"]) if found["end"] else None
    except CellError:
        raise CellError(ExperienceReason.UNREADABLE) from None
    if last is not None and last < start:
        raise CellError(ExperienceReason.REVERSED)
    return Period(start, None if last is None else last + timedelta(days=1))


def _bounds_reached(periods: tuple[Period, ...], on: date, bounds: Sequence[int]) -> int:
    """How many of the bounds the experience reaches; they ascend, so it is the first so many."""
    for count, years in enumerate(bounds):
        if not years_reached(periods, on, years):
            return count
    return len(bounds)


def years_reached(periods: Sequence[Period], on: date, years: int) -> bool:
    """Whether the work done before the day ``on`` begins adds up to ``years``.

    Days that several periods cover count once. Whole years are calendar years from the first day of work: they are
    reached when as many days have been worked as lie between that day and its n-th anniversary, which for 29 February
    is 28 February in a common year. Nobody who never worked has reached one.
    """
    if years == 0:
        return True
    worked = _joined(periods, on)
    if not worked:
        return False
    first = worked[0][0]
    days = sum((end - start).days for start, end in worked)
    return _anniversary(first, years) <= first + timedelta(days=days)


def _joined(periods: Sequence[Period], on: date) -> list[tuple[date, date]]:
    """The days before ``on`` that the periods cover, as stretches that do not touch, in order."""
    cut = sorted((each.start, on if each.end is None else min(each.end, on)) for each in periods)
    joined: list[tuple[date, date]] = []
    for start, end in cut:
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _anniversary(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)
