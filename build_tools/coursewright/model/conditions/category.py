"""The applicant's category."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from coursewright.model.column import Cells, Column
from coursewright.model.compared_text import compared, nearly
from coursewright.model.condition import Answer, Applicant, Condition, Demands, Dimension, Question
from coursewright.model.reason import Reason, SentenceCode
from coursewright.model.words import N_, Sentence
from coursewright.model.written import Name

OTHER = "other"
"""What a rule asks for that is for whoever is of no category that other rules name."""


class CategoryClass(SentenceCode):
    """A category that rules ask for, or another."""

    CATEGORY = ("category", N_("category “{category}”"))
    OTHER = ("other-category", N_("any other category, or none"))


class CategoryReason(SentenceCode):
    """Why a rule does not hold."""

    OTHER = ("other-category", N_("It is for the category “{category}”."))
    NAMED = ("named-category", N_("It is for those of no category that other rules name."))


class _Category(Condition[str, str]):
    name = "category"
    about = N_("The applicant's category; other: none of those that other rules name.")
    columns = (
        Column("category", ("category", "categoria"), N_("Category"), N_("As a rule names it."), N_("category")),
    )
    questions = (Question("category", N_("The applicant's category."), Answer.NAME),)
    place = 3
    nothing = ""

    def read(self, cells: Cells) -> str:
        return cells.text(self.columns[0])

    def told_apart(self, demands: Demands[str]) -> Dimension | None:
        asked = {compared(each.asks): each.asks for each in reversed(demands.of_rules) if each.asks}
        asked.pop(OTHER, None)
        if not asked:
            return None
        names = list(reversed(asked))
        numbers = {name: number for number, name in enumerate(names, start=1)}
        classes = (
            self.ordinary(CategoryClass.OTHER),
            *(self.particular(CategoryClass.CATEGORY, category=asked[name]) for name in names),
        )
        verdicts = demands.verdicts(("", *names), _verdict)
        return Dimension(classes, lambda applicant: numbers.get(compared(self.fact(applicant)), 0), verdicts)

    def meant(self, applicant: Applicant, asked: Iterable[str]) -> tuple[str, str, str] | None:
        said, known = self.fact(applicant), tuple(each for each in asked if compared(each) != OTHER)
        if not said or compared(said) in map(compared, known):
            return None
        near = nearly(said, known)
        return None if near is None else (said, near, near)

    def words(self, asks: str) -> Iterator[Sentence]:
        if compared(asks) == OTHER:
            yield Sentence(N_("everyone of another category, or of none"))
        else:
            yield Sentence(N_("the category “{category}”"), {"category": asks})


def _verdict(asks: str, name: str) -> Reason | None:
    if compared(asks) == OTHER:
        return Reason(CategoryReason.NAMED) if name else None
    return None if compared(asks) == name else Reason(CategoryReason.OTHER, {"category": asks})


CATEGORY = _Category()
CategoryAsked = Annotated[Name, CATEGORY]
