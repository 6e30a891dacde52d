"""How old the applicant is, in years on a day, from the day of birth."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, model_validator

from coursewright.model.cell_values import read_day
from coursewright.model.column import Cells, Column
from coursewright.model.condition import Answer, Applicant, Condition, Demands, Dimension, Question, ValueClass
from coursewright.model.entry import Entry
from coursewright.model.reason import Reason, SentenceCode
from coursewright.model.words import N_, Sentence
from coursewright.model.written import Years, refuse


class AgeClass(SentenceCode):
    """How old one is, as far as rules ask."""

    UNKNOWN = ("age-unknown", N_("age not stated"))
    UNDER = ("age-under", N_("under {under} years of age"))
    BETWEEN = ("age-between", N_("{least} years of age or more, under {under}"))
    FROM = ("age-from", N_("{least} years of age or more"))


class AgeReason(SentenceCode):
    """Why a rule does not hold."""

    UNKNOWN = ("age-unknown", N_("The day of birth is not stated."))
    TOO_OLD = ("age-too-old", N_("It asks for an age under {years}."))
    TOO_YOUNG = ("age-too-young", N_("It asks for an age of {years} or more."))


class AgeBound(Entry):
    """A bound on the age, in whole years."""

    under: Years | None = Field(default=None, description=N_("Younger than this."))
    at_least: Years | None = Field(default=None, description=N_("This old or older."))

    @model_validator(mode="after")
    def _has_a_bound(self) -> Self:
        if self.under is None and self.at_least is None:
            raise refuse("one-of-keys", keys="under, at_least", found=None)
        return self


BORN = Column(
    "born",
    ("born", "born on", "birth date", "date of birth", "data di nascita", "nato il", "nata il", "nato a il", "nascita"),
    N_("Born on"),
    N_("The day of birth, if age counts for a reduction."),
    N_("born on"),
    holds_day=True,
)


class _Age(Condition[AgeBound, date | None]):
    name = "age"
    about = N_("How old the applicant is.")
    columns = (BORN,)
    questions = (Question("born", N_("The day on which the applicant was born."), Answer.DAY),)
    place = 6
    nothing = None

    def read(self, cells: Cells) -> date | None:
        """The day of birth; None where it is not stated."""
        return cells.read(BORN, read_day) if cells.text(BORN) else None

    def told_apart(self, demands: Demands[AgeBound]) -> Dimension | None:
        asked = [each.asks for each in demands.of_rules if each.asks is not None]
        if not asked:
            return None
        # Nobody is younger than no years: 0 parts nothing.
        bounds = sorted({years for each in asked for years in (each.under, each.at_least) if years})

        def class_of(applicant: Applicant) -> int:
            born = self.fact(applicant)
            if born is None:
                return 0
            return 1 + bisect_right(bounds, age_on(born, demands.aged_on(applicant.received)))

        def verdict(asks: AgeBound, reached: int) -> Reason | None:
            if reached < 0:
                return Reason(AgeReason.UNKNOWN)
            if asks.under is not None and reached >= bisect_right(bounds, asks.under):
                return Reason(AgeReason.TOO_OLD, {"years": asks.under})
            if asks.at_least is not None and reached < bisect_right(bounds, asks.at_least):
                return Reason(AgeReason.TOO_YOUNG, {"years": asks.at_least})
            return None

        classes = tuple(self._classes(bounds))
        return Dimension(classes, class_of, demands.verdicts(range(-1, len(classes) - 1), verdict))

    def _classes(self, bounds: Sequence[int]) -> Iterator[ValueClass]:
        """Nothing stated, below the first bound, between each two, and from the last one on."""
        yield self.ordinary(AgeClass.UNKNOWN)
        if bounds:
            yield self.particular(AgeClass.UNDER, under=bounds[0])
        for low, high in pairwise(bounds):
            yield self.particular(AgeClass.BETWEEN, least=low, under=high)
        yield self.particular(AgeClass.FROM, least=bounds[-1] if bounds else 0)

    def words(self, asks: AgeBound) -> Iterator[Sentence]:
        if asks.under is not None:
            yield Sentence(N_("people under {years} years of age"), {"years": asks.under})
        if asks.at_least is not None:
            yield Sentence(N_("people of {years} years of age or more"), {"years": asks.at_least})


AGE = _Age()
AgeAsked = Annotated[AgeBound, AGE]


def age_on(born: date, day: date) -> int:
    """How many whole years old somebody is on a day; below nothing where it is before the birth.

    Who was born on 29 February is a year older on 28 February where there is no 29th.
    """
    birthday = (day.month, day.day)
    is_leap_day = (born.month, born.day) == (2, 29)
    falls = (2, 28) if is_leap_day and not _is_leap(day.year) else (born.month, born.day)
    return day.year - born.year - (birthday < falls)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
