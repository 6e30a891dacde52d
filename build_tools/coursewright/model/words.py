"""Text of the interface, marked for translation where it is defined and put into a language where it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Self

from coursewright.model.money import Amount

Scalar = str | int | date | Amount | None
"""What a sentence of the interface can name in braces."""


class Term(str):
    """A word of the interface (English) that is put into the reader's language when it is shown."""

    __slots__ = ()


class Worded(StrEnum):
    """Values of a fixed list, each with the message that it is told in; of these only the value is compared."""

    words: str

    def __new__(cls, value: str, words: str) -> Self:
        """One value with its words."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.words = words
        return member


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "mark, do not translate yet"
    """Mark ``text`` for the message catalogs; it is returned as it is."""
    return text


YES, NO, LOUD_NO = N_("yes"), N_("no"), N_("NO")
"""Answers; the loud one stands out among many that are yes."""


@dataclass(frozen=True)
class Sentence:
    """A marked message with the values of its names in braces: put into a language where it is shown."""

    message: str
    values: Mapping[str, Sayable] = field(default_factory=dict)


class Told:
    """What has a way of being told of its own: ``str`` gives it in plain text."""

    __slots__ = ()


@dataclass(frozen=True)
class Strong:
    """A word of the interface that stands out."""

    word: Term


@dataclass(frozen=True)
class Several:
    """Things named one after the other, with a sign between them."""

    items: tuple[Sayable, ...]
    between: str = ", "


@dataclass(frozen=True)
class WeekdayName:
    """The name of a day of the week, counted from Monday, 0."""

    number: int


@dataclass(frozen=True)
class WithWeekday:
    """A day told with the name of its weekday."""

    day: date


Sayable = Scalar | Sentence | Several | Strong | WeekdayName | WithWeekday | Told
"""What a sentence that is put together of others can name in braces."""
