"""Scalars as people write them in data files, read as the value a field means.

YAML 1.2 is read without guessing types: a scalar stays the text that was written (:class:`Plain` when it stands
without quotes), and the field that takes it decides. So ``10:30``, ``NO`` and ``010`` are texts where a text is meant,
and refused where a number or a yes/no is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from coursewright.model.words import N_, Term

# More than there ever are of anything here.
_MANY = 1_000_000
# More digits than any number here may have; the rest is not looked at.
_DIGITS = 16
# Far enough from where dates end for all that is counted from a day.
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_Number = TypeVar("_Number", int, Decimal)


class Plain(str):
    """A scalar written without quotes; a quoted one is an ordinary ``str``."""

    __slots__ = ()


def refuse(code: str, **values: object) -> PydanticCustomError:
    """The error by which a field or entry refuses what was written: a finding's code and the values of its message.

    An entry names by ``at`` the key that is at fault.
    """
    return PydanticCustomError(code, "refused: {code}", {"code": code, **values})


def found(value: object) -> str:
    """What was written, short enough for a message."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, (list, tuple)):
        return "[…]"
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"


def wrong_type(expected: str, value: object) -> PydanticCustomError:
    """The refusal of a value of another shape than ``expected`` (a word of the interface)."""
    return refuse("wrong-type", expected=Term(expected), found=found(value))


def reads(expected: str, read: Callable[[Any], Any], without_quotes: bool = False) -> BeforeValidator:
    """A reader of one kind of value: ``read`` gives it, or None for what is not ``expected`` (a word of the interface).

    Nothing at all is refused as such; so is what would do ``without_quotes``.
    """

    def reader(value: Any) -> Any:
        if value is None or (isinstance(value, str) and not value.strip()):
            raise refuse("empty-text", expected=Term(expected))
        result = read(value)
        if result is not None:
            return result
        if without_quotes and isinstance(value, str) and read(Plain(value)) is not None:
            raise refuse("quoted-value", found=found(value), expected=Term(expected))
        raise wrong_type(expected, value)

    return BeforeValidator(reader)


def matching(pattern: str, expected: str) -> BeforeValidator:
    """A reader for texts of one form; ``expected`` (a word of the interface) names it."""
    return reads(
        expected,
        lambda value: str(value) if isinstance(value, str) and re.fullmatch(pattern, value) else None,
    )


def choice(options: type[StrEnum], code: str = "unknown-value") -> BeforeValidator:
    """A reader for one of an enumeration's words; anything else is refused with ``code``."""
    words = {str(option): option for option in options}

    def read(value: Any) -> Any:
        if isinstance(value, str) and value in words:
            return words[value]
        raise refuse(code, found=found(value), known=tuple(words))

    return BeforeValidator(read)


WHOLE_NUMBER = N_("a whole number")


def whole(least: int, most: int) -> BeforeValidator:
    """A reader for whole numbers between ``least`` and ``most``, both included."""

    def read(value: Any) -> int | None:
        if isinstance(value, Plain) and re.fullmatch("[-+]?(0|[1-9][0-9]*)", value):
            value = int(value[:_DIGITS])
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        return _within(least, most, value)

    return reads(WHOLE_NUMBER, read, without_quotes=True)


def number(least: int, most: int) -> BeforeValidator:
    """A reader for numbers between ``least`` and ``most``, both included, with a point before the decimals."""

    def read(value: Any) -> Decimal | None:
        if isinstance(value, Plain) and re.fullmatch(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]{1,6})?", value):
            value = Decimal(value[:_DIGITS])
        if not isinstance(value, int | Decimal) or isinstance(value, bool):
            return None
        return _within(least, most, Decimal(value))

    return reads(N_("a number"), read, without_quotes=True)


def is_identifier(text: str) -> bool:
    """Whether the text can be an id."""
    return len(text) <= 64 and re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", text) is not None


def read_day(value: Any) -> date | None:
    """The day of a text such as 2023-02-18, None for anything else; refused where the calendar has none."""
    if type(value) is date:
        return value
    if not isinstance(value, str) or not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise refuse("no-such-day", found=found(value)) from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise wrong_type(N_("a day between 1900 and 2199"), value)
    return day


def _within(least: int, most: int, value: _Number) -> _Number:
    if least <= value <= most:
        return value
    # Who wrote too little need not hear of a bound that is there for the sake of calculation alone.
    told = None if value < least and most == _MANY else most
    raise refuse("out-of-range", found=found(value), least=least, most=told)


def _line(value: Any) -> str | None:
    return re.sub(r"[ \t\r\n]+", " ", value).strip() if isinstance(value, str) else None


def _lines(value: Any) -> str | None:
    return str(value).strip() if isinstance(value, str) else None


def read_yes_or_no(value: Any) -> bool | None:
    """What true or false says, None for anything else."""
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(value.lower()) if isinstance(value, Plain) else None


def _clock_time(value: Any) -> time | None:
    if isinstance(value, str) and re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", value):
        return time.fromisoformat(value)
    return value if isinstance(value, time) else None


def _month_day(value: Any) -> str | None:
    if not isinstance(value, str) or not re.fullmatch("[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        date.fromisoformat(f"2024-{value}")
    except ValueError:
        raise refuse("no-such-day", found=found(value)) from None
    return str(value)


def _money(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, Plain):
        raise refuse("unquoted-money", found=found(value))
    if isinstance(value, str) and re.fullmatch(r"(0|[1-9][0-9]{0,8})\.[0-9]{2}", value):
        return Decimal(value)
    raise refuse("invalid-money", found=found(value))


def _identifier(value: Any) -> str | None:
    if isinstance(value, str) and not is_identifier(value):
        raise refuse("invalid-id", found=found(value))
    return str(value) if isinstance(value, str) else None


def read_web_address(value: Any) -> str | None:
    """The address as it is written, None for what is no text; refused where it cannot be linked."""
    if isinstance(value, str) and not re.fullmatch(r"https?://[^\s<>\"'`\\]+", value):
        raise refuse("invalid-url", found=found(value))
    return str(value) if isinstance(value, str) else None


class IsMarkdown:
    """Marks a text field whose content is Markdown (safe subset: no HTML, directives or roles)."""


class IsTranslated:
    """Marks a text field that says something, and says it otherwise in another language."""


A_TEXT = N_("a text")
_one_line = reads(A_TEXT, _line)
Text = Annotated[str, _one_line, IsTranslated()]
"""A text of one line: a title, a few words."""
Name = Annotated[str, _one_line]
"""A text of one line that is the same in every language: a name, a code, what is compared and what is not shown."""
Markdown = Annotated[str, reads(A_TEXT, _lines), IsMarkdown(), IsTranslated()]
# What the readers above accept, as editors are told it: they alone validate.
Identifier = Annotated[
    str,
    reads(N_("an id"), _identifier),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64}),
]
ITS_MINUTES = N_("How long it takes, in minutes.")
Minutes = Annotated[int, whole(1, 6000), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 6000})]
Count = Annotated[int, whole(0, _MANY), WithJsonSchema({"type": "integer", "minimum": 0})]
PositiveCount = Annotated[int, whole(1, _MANY), WithJsonSchema({"type": "integer", "minimum": 1})]
# Of what is counted from a day: a hundred years at most.
Months = Annotated[int, whole(0, 1200), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 1200})]
Days = Annotated[int, whole(0, 36_500), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 36_500})]
Years = Annotated[int, whole(0, 100), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 100})]
Percentage = Annotated[Decimal, number(0, 100), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 100})]
Flag = Annotated[bool, reads(N_("true or false"), read_yes_or_no, without_quotes=True)]
FIRST_DAY = N_("The first day.")
LAST_DAY = N_("The last day.")
LAST_DAY_WHOLE = N_("The last day, whole.")
Day = Annotated[date, reads(N_("a day such as 2023-02-18"), read_day)]
ClockTime = Annotated[
    time,
    reads(N_("a time such as 09:30"), _clock_time),
    WithJsonSchema({"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"}),
]
MonthDay = Annotated[
    str,
    reads(N_("a month and day such as 06-24"), _month_day),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"}),
]
Money = Annotated[
    Decimal,
    reads(N_('an amount such as "1450.00"'), _money),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]+\.[0-9]{2}$"}),
]
WebAddress = Annotated[
    str,
    reads(N_("a web address"), read_web_address),
    WithJsonSchema({"type": "string", "pattern": "^https?://"}),
]
EMAIL_ADDRESS = N_("an e-mail address")
EmailAddress = Annotated[
    str,
    matching(r"[^\s<>\"'`\\@?&]+@[^\s<>\"'`\\@?&]+\.[^\s<>\"'`\\@?&.]+", EMAIL_ADDRESS),
]
