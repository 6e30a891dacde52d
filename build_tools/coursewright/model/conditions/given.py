"""What a course asks of applicants beside the conditions that are known: columns of its own, of words or of numbers.

Each column that a file declares is a condition: rules ask for one of its words, or for a number within bounds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from coursewright.model.cell_values import read_quantity, read_score
from coursewright.model.column import Cells, Column
from coursewright.model.compared_text import compared, nearly
from coursewright.model.condition import Answer, Applicant, Condition, Demands, Dimension, Question, ValueClass
from coursewright.model.conditions.category import OTHER
from coursewright.model.entry import Entry
from coursewright.model.reason import Reason, SentenceCode
from coursewright.model.words import N_, Sentence
from coursewright.model.written import Identifier, Name, Text, choice, refuse, wrong_type

PREFIX = "given."
"""Before the id of a column of one's own, where it stands among the known ones."""


class GivenKind(StrEnum):
    """What a column of one's own holds."""

    WORD = "word"
    NUMBER = "number"


class Given(Entry):
    """A column of one's own that rules ask for."""

    id: Identifier = Field(description=N_("What rules call it."))
    title: Text = Field(description=N_("What people call it; the header of its column, if no other is given."))
    column: Name | None = Field(default=None, description=N_("The header of its column in the applications' file."))
    kind: Annotated[GivenKind, choice(GivenKind)] = Field(
        default=GivenKind.WORD, description=N_("word, or number: rules then ask for it within bounds.")
    )


def _number(value: Any) -> Decimal:
    """A number as people write it, quoted or not; as a cell of a file of applications is read."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise wrong_type(_A_NUMBER, value)
    try:
        read = read_score(str(value))
    except ValueError:
        read = None
    if read is None:
        raise wrong_type(_A_NUMBER, value)
    return read


_A_NUMBER = N_("a number such as 20000 or 1.5")
Quantity = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": ["number", "string"]})]


class NumberBound(Entry):
    """Bounds of a number: at most one below and one above."""

    under: Quantity | None = Field(default=None, description=N_("Less than this."))
    at_most: Quantity | None = Field(default=None, description=N_("This or less."))
    at_least: Quantity | None = Field(default=None, description=N_("This or more."))
    over: Quantity | None = Field(default=None, description=N_("More than this."))

    @model_validator(mode="after")
    def _has_bounds(self) -> Self:
        below = [name for name in ("at_least", "over") if getattr(self, name) is not None]
        above = [name for name in ("under", "at_most") if getattr(self, name) is not None]
        if len(below) > 1 or len(above) > 1 or not (below or above):
            raise refuse("one-of-keys", keys="under, at_most, at_least, over", found=", ".join(below + above) or None)
        return self

    def cuts(self) -> Iterator[Cut]:
        """Where it parts the numbers."""
        return ((value, side) for name, side in _SIDES.items() if (value := getattr(self, name)) is not None)


Cut = tuple[Decimal, int]
"""A place between numbers: before a number (0) or behind it (1)."""
_SIDES = {"at_least": 0, "under": 0, "over": 1, "at_most": 1}
GivenAsked = Name | NumberBound


class GivenClass(SentenceCode):
    """What a column of one's own says, as far as rules ask."""

    WORD = ("given", N_("{title}: {value}"))
    OTHER = ("given-other", N_("{title}: anything else, or nothing"))
    UNKNOWN = ("given-unknown", N_("{title}: not stated"))
    ANY = ("given-any", N_("{title}: any number"))
    FROM = ("given-from", N_("{title}: {low} or more"))
    OVER = ("given-over", N_("{title}: more than {low}"))
    UNDER = ("given-under", N_("{title}: less than {high}"))
    TO = ("given-to", N_("{title}: {high} or less"))
    FROM_UNDER = ("given-from-under", N_("{title}: {low} or more, less than {high}"))
    FROM_TO = ("given-from-to", N_("{title}: from {low} to {high}"))
    OVER_UNDER = ("given-over-under", N_("{title}: more than {low}, less than {high}"))
    OVER_TO = ("given-over-to", N_("{title}: more than {low}, {high} at most"))


class GivenReason(SentenceCode):
    """Why a rule does not hold."""

    OTHER = ("given-other", N_("It asks for “{title}”: {value}."))
    NAMED = ("given-named", N_("It is for those whose “{title}” no other rule names."))
    UNKNOWN = ("given-unknown", N_("“{title}” is not stated."))
    UNDER = ("given-under", N_("It asks for less than {number} as “{title}”."))
    AT_MOST = ("given-at-most", N_("It asks for {number} or less as “{title}”."))
    AT_LEAST = ("given-at-least", N_("It asks for {number} or more as “{title}”."))
    OVER = ("given-over", N_("It asks for more than {number} as “{title}”."))


_BOUNDS = {
    "under": (GivenReason.UNDER, N_("people with “{title}” under {number}")),
    "at_most": (GivenReason.AT_MOST, N_("people with “{title}” of {number} at most")),
    "at_least": (GivenReason.AT_LEAST, N_("people with “{title}” of {number} or more")),
    "over": (GivenReason.OVER, N_("people with “{title}” over {number}")),
}
_BETWEEN = {
    (None, None): GivenClass.ANY,
    (0, None): GivenClass.FROM,
    (1, None): GivenClass.OVER,
    (None, 0): GivenClass.UNDER,
    (None, 1): GivenClass.TO,
    (0, 0): GivenClass.FROM_UNDER,
    (0, 1): GivenClass.FROM_TO,
    (1, 0): GivenClass.OVER_UNDER,
    (1, 1): GivenClass.OVER_TO,
}


class _Given(Condition[Any, Any]):
    """What both kinds have in common; one for each declared column."""

    place = 10

    def __init__(self, declared: Given) -> None:
        self.title = declared.title
        # Of one column only: the class has these for a condition that every course has.
        self.name = PREFIX + declared.id  # type: ignore[misc]
        about = declared.title
        header = declared.column or declared.title
        self.columns = (Column(self.name, (header, declared.id), header, about, declared.title),)  # type: ignore[misc]
        self.questions = (Question(self.name, about, Answer.NAME),)  # type: ignore[misc]


class _GivenWord(_Given):
    """A column of words: rules ask for one of them, or for ``other``."""

    nothing = ""

    def read(self, cells: Cells) -> str:
        return cells.text(self.columns[0])

    def told_apart(self, demands: Demands[Any]) -> Dimension | None:
        asked = {compared(each.asks): each.asks for each in reversed(demands.of_rules) if each.asks}
        asked.pop(OTHER, None)
        if not asked:
            return None
        names = list(reversed(asked))
        numbers = {name: number for number, name in enumerate(names, start=1)}
        classes = (
            self.ordinary(GivenClass.OTHER, title=self.title),
            *(self.particular(GivenClass.WORD, title=self.title, value=asked[name]) for name in names),
        )
        verdicts = demands.verdicts(("", *names), self._verdict)
        return Dimension(classes, lambda applicant: numbers.get(compared(self.fact(applicant)), 0), verdicts)

    def _verdict(self, asks: str, name: str) -> Reason | None:
        if compared(asks) == OTHER:
            return Reason(GivenReason.NAMED, {"title": self.title}) if name else None
        return None if compared(asks) == name else Reason(GivenReason.OTHER, {"title": self.title, "value": asks})

    def meant(self, applicant: Applicant, asked: Iterable[Any]) -> tuple[str, str, str] | None:
        said, known = self.fact(applicant), tuple(each for each in asked if compared(each) != OTHER)
        if not said or compared(said) in map(compared, known):
            return None
        near = nearly(said, known)
        return None if near is None else (said, near, near)

    def words(self, asks: Any) -> Iterator[Sentence]:
        if compared(asks) == OTHER:
            yield Sentence(N_("everyone else by “{title}”"), {"title": self.title})
        else:
            yield Sentence(N_("people with “{title}”: {value}"), {"title": self.title, "value": asks})


class _GivenNumber(_Given):
    """A column of numbers: rules ask for bounds; nothing stated is never within them."""

    nothing = None

    def read(self, cells: Cells) -> Decimal | None:
        return cells.read(self.columns[0], read_quantity)

    def told_apart(self, demands: Demands[Any]) -> Dimension | None:
        asked = [each.asks for each in demands.of_rules if each.asks is not None]
        if not asked:
            return None
        cuts = sorted({cut for bound in asked for cut in bound.cuts()})

        def class_of(applicant: Applicant) -> int:
            number = self.fact(applicant)
            return 0 if number is None else 1 + bisect_right(cuts, (number, 0))

        def verdict(asks: NumberBound, passed: int) -> Reason | None:
            if passed < 0:
                return Reason(GivenReason.UNKNOWN, {"title": self.title})
            for name, side in _SIDES.items():
                value = getattr(asks, name)
                is_lower = name in {"at_least", "over"}
                if value is not None and (passed > cuts.index((value, side))) is not is_lower:
                    return Reason(_BOUNDS[name][0], {"title": self.title, "number": _shown(value)})
            return None

        classes = tuple(self._classes(cuts))
        return Dimension(classes, class_of, demands.verdicts(range(-1, len(cuts) + 1), verdict))

    def _classes(self, cuts: Sequence[Cut]) -> Iterator[ValueClass]:
        """Nothing stated, below the first cut, between each two, and beyond the last."""
        yield self.ordinary(GivenClass.UNKNOWN, title=self.title)
        ends: list[Cut | None] = [None, *cuts, None]
        for low, high in pairwise(ends):
            sides = (None if low is None else low[1], None if high is None else high[1])
            values = {"low": low, "high": high}
            said = {name: _shown(cut[0]) for name, cut in values.items() if cut is not None}
            yield self.particular(_BETWEEN[sides], title=self.title, **said)

    def words(self, asks: Any) -> Iterator[Sentence]:
        for name, (_, message) in _BOUNDS.items():
            value = getattr(asks, name)
            if value is not None:
                yield Sentence(message, {"title": self.title, "number": _shown(value)})


def given_condition(declared: Given) -> Condition[Any, Any]:
    """The condition that a declared column is."""
    return _GivenNumber(declared) if declared.kind is GivenKind.NUMBER else _GivenWord(declared)


def fits(declared: Given, asks: GivenAsked) -> bool:
    """Whether a rule asks for a column what it can hold: a word, or bounds of a number."""
    return isinstance(asks, NumberBound) is (declared.kind is GivenKind.NUMBER)


def _shown(number: Decimal) -> str:
    return f"{number:f}"
