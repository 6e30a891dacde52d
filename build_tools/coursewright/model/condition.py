"""Applicants, what rules can ask of them and tell apart: conditions, their classes of values, profiles."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, auto
from typing import Any, ClassVar, Generic, TypeVar

from coursewright.model.column import Cells, Column
from coursewright.model.reason import Reason, SentenceCode
from coursewright.model.words import N_, Scalar, Sentence

Asked = TypeVar("Asked")
Fact = TypeVar("Fact")
Known = TypeVar("Known")
Verdicts = tuple[Reason | None, ...]
"""For each rule why it does not hold; None where it does."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """When the application was received, in UTC, and what it says, by the name of the condition that asks for it.

    What is not said is not there: :meth:`Condition.fact` knows what that means. ``plan`` and ``payer`` are the words
    for the plan that is chosen and for who pays, empty where nothing is said.
    """

    received: datetime
    facts: Mapping[str, Any] = field(default_factory=dict)
    plan: str = ""
    payer: str = ""


@dataclass(frozen=True)
class ValueClass:
    """Values that no rule tells apart: a code with the values that its words name.

    It is ``ordinary`` where one has nothing particular to bring forward.
    """

    condition: str
    code: SentenceCode
    values: Mapping[str, Scalar] = field(default_factory=dict, hash=False)
    ordinary: bool = field(default=False, compare=False)


Profile = tuple[ValueClass, ...]
"""One class for each condition that the rules use; empty where they use none."""
EVERYONE = N_("everyone")
"""Who is of the profile without classes."""


class Answer(Enum):
    """What a question is answered by: yes or not at all, a whole number from 1 on, or a text of some form."""

    YES = auto()
    COUNT = auto()
    NAME = auto()
    CODE = auto()
    DAY = auto()
    PERIODS = auto()


@dataclass(frozen=True)
class Question:
    """What one asks of a single applicant: its name, usually a column's, words that explain it, and its answer."""

    name: str
    about: str
    answer: Answer


@dataclass(frozen=True)
class Demand(Generic[Asked]):
    """What one rule asks: the rule's label, and what its file says; None where it does not ask."""

    label: str
    asks: Asked | None


@dataclass(frozen=True)
class Demands(Generic[Asked]):
    """What the rules of a cohort ask by one condition, in their order.

    ``counted_on`` is the day on which work experience is counted for an application received at an instant, ``aged_on``
    the one on which age is.
    """

    of_rules: tuple[Demand[Asked], ...]
    counted_on: Callable[[datetime], date]
    aged_on: Callable[[datetime], date]

    def verdicts(
        self, known_by: Sequence[Known], verdict: Callable[[Asked, Known], Reason | None]
    ) -> tuple[Verdicts, ...]:
        """For each class, by what it is known by, the verdict on each rule; one that does not ask is content."""
        return tuple(
            tuple(None if each.asks is None else verdict(each.asks, known) for each in self.of_rules)
            for known in known_by
        )


@dataclass(frozen=True)
class Dimension:
    """One condition as the rules of a cohort tell it apart: its classes, how one is put into one, the verdicts of each.

    The first class is the ordinary one.
    """

    classes: tuple[ValueClass, ...]
    class_of: Callable[[Applicant], int]
    verdicts: tuple[Verdicts, ...]


class Condition(ABC, Generic[Asked, Fact]):
    """A condition, whole: what a rule asks by its name, and what is a fact of the applicant."""

    name: ClassVar[str]
    """Its key in ``when``."""
    about: ClassVar[str]
    """What the key says, in words of the interface."""
    columns: ClassVar[tuple[Column, ...]]
    """Where an application says it, in the order of an empty table."""
    questions: ClassVar[tuple[Question, ...]]
    """What is asked for a quote."""
    place: ClassVar[int]
    """Where its columns and questions stand among those of the other conditions."""
    nothing: Fact
    """The fact of whoever says nothing."""

    def fact(self, applicant: Applicant) -> Fact:
        """What the applicant says."""
        said: Fact = applicant.facts.get(self.name, self.nothing)
        return said

    @abstractmethod
    def read(self, cells: Cells) -> Fact:
        """What one row says; ColumnError where that cannot be read."""

    def answered(self, cells: Cells, answers: Mapping[str, Any]) -> Fact:  # noqa: ARG002 - for those that ask for more
        """What the answers to the questions say, by their names; ``cells`` are the same as the cells of a row."""
        return self.read(cells)

    @abstractmethod
    def told_apart(self, demands: Demands[Asked]) -> Dimension | None:
        """What rules that ask so tell apart; None where none asks."""

    def meant(self, applicant: Applicant, asked: Iterable[Asked]) -> tuple[str, str, Fact] | None:  # noqa: ARG002
        """What the applicant says, what is nearly that among what rules ask for, and the fact that would be.

        None where nothing is near, or where it is just that.
        """
        return None

    @abstractmethod
    def words(self, asks: Asked) -> Iterator[Sentence]:
        """For whom a rule that asks so is, as its page says it."""

    def ordinary(self, code: SentenceCode, **values: Scalar) -> ValueClass:
        """The class of those who have nothing particular to bring forward."""
        return ValueClass(self.name, code, values, ordinary=True)

    def particular(self, code: SentenceCode, **values: Scalar) -> ValueClass:
        """Another class."""
        return ValueClass(self.name, code, values)
