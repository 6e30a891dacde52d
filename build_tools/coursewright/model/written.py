"""Scalars as people write them in data files, read as the value a field means.

YAML 1.2 is read without guessing types: a scalar stays the text that was written (:class:`Plain` when it stands without
quotes), and the field that takes it decides. So ``10:30``, ``NO`` and ``010`` are texts where a text is meant, and refused
where a number or a yes/no is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from coursewright.model.words import N_, Term


class Plain(str):
    """A scalar written without quotes; a quoted one is an ordinary ``str``."""

    __slots__ = ()


def refuse(code: str, **values: object) -> PydanticCustomError:
    """The error by which a field refuses what was written: a finding code and the values of its message."""
    return PydanticCustomError(code, "refused: {code}", {"code": code, **values})  # type: ignore[arg-type]


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


def _text(value: Any) -> Any:
    if not isinstance(value, str):
        raise wrong_type(N_("a text"), value)
    if not value.strip():
        raise refuse("empty-text")
    return str(value).strip()


def _whole(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, Plain) and re.fullmatch(r"[-+]?(0|[1-9][0-9]{0,8})", value):
        return int(value)
    raise wrong_type(N_("a whole number"), value)


def _number(value: Any) -> Any:
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, Plain) and re.fullmatch(r"(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?", value):
        return Decimal(value)
    raise wrong_type(N_("a number"), value)


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, Plain) and value.lower() in {"true", "false"}:
        return value.lower() == "true"
    raise wrong_type(N_("true or false"), value)


def _day(value: Any) -> Any:
    if type(value) is date:
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise refuse("no-such-day", found=found(value)) from None
    raise wrong_type(N_("a day such as 2023-02-18"), value)


def _clock_time(value: Any) -> Any:
    if isinstance(value, time):
        return value
    if isinstance(value, str) and re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
        return time.fromisoformat(value)
    raise wrong_type(N_("a time such as 09:30"), value)


def _month_day(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{2}-[0-9]{2}", value):
        try:
            date.fromisoformat(f"2024-{value}")
        except ValueError:
            raise refuse("no-such-day", found=found(value)) from None
        return str(value)
    raise wrong_type(N_("a month and day such as 06-24"), value)


def _money(value: Any) -> Any:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, Plain):
        raise refuse("unquoted-money", found=found(value))
    if isinstance(value, str) and re.fullmatch(r"(0|[1-9][0-9]{0,8})\.[0-9]{2}", value):
        return Decimal(value)
    raise refuse("invalid-money", found=found(value))


def _identifier(value: Any) -> Any:
    if not isinstance(value, str):
        raise wrong_type(N_("an id"), value)
    if len(value) > 64 or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        raise refuse("invalid-id", found=found(value))
    return str(value)


def _web_address(value: Any) -> Any:
    if not isinstance(value, str):
        raise wrong_type(N_("a web address"), value)
    if not re.fullmatch(r"https?://[^\s<>\"'`\\]+", value):
        raise refuse("invalid-url", found=found(value))
    return str(value)


def _email_address(value: Any) -> Any:
    if not isinstance(value, str) or not re.fullmatch(
        r"[^\s<>\"'`\\@?&]+@[^\s<>\"'`\\@?&]+\.[^\s<>\"'`\\@?&.]+", value
    ):
        raise wrong_type(N_("an e-mail address"), value)
    return str(value)


def at_least(least: int, most: int | None = None) -> Callable[[Any], Any]:
    """A check that a number lies between ``least`` and ``most``, both included."""

    def check(value: Any) -> Any:
        if value < least or (most is not None and value > most):
            raise refuse("out-of-range", found=str(value), least=least, most=most)
        return value

    return check


def choice(options: type[StrEnum], code: str = "unknown-value") -> BeforeValidator:
    """A reader for one of an enumeration's words; anything else is refused with ``code``."""
    words = {str(option): option for option in options}

    def read(value: Any) -> Any:
        if isinstance(value, options):
            return value
        if isinstance(value, str) and value in words:
            return words[value]
        raise refuse(code, found=found(value), known=tuple(words))

    return BeforeValidator(read)


def matching(pattern: str, expected: str) -> BeforeValidator:
    """A reader for texts of one form; ``expected`` (a word of the interface) names it."""

    def read(value: Any) -> Any:
        if isinstance(value, str) and re.fullmatch(pattern, value):
            return str(value)
        raise wrong_type(expected, value)

    return BeforeValidator(read)


class IsMarkdown:
    """Marks a text field whose content is Markdown (safe subset: no HTML, directives or roles)."""


Text = Annotated[str, BeforeValidator(_text)]
Markdown = Annotated[str, BeforeValidator(_text), IsMarkdown()]
# What the readers above accept, as editors are told it: they alone validate.
Identifier = Annotated[
    str,
    BeforeValidator(_identifier),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64}),
]
Minutes = Annotated[
    int,
    BeforeValidator(lambda value: at_least(1, 6000)(_whole(value))),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 6000}),
]
Count = Annotated[
    int,
    BeforeValidator(lambda value: at_least(0)(_whole(value))),
    WithJsonSchema({"type": "integer", "minimum": 0}),
]
PositiveCount = Annotated[
    int,
    BeforeValidator(lambda value: at_least(1)(_whole(value))),
    WithJsonSchema({"type": "integer", "minimum": 1}),
]
Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number", "minimum": 0})]
Percentage = Annotated[
    Decimal,
    BeforeValidator(lambda value: at_least(0, 100)(_number(value))),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 100}),
]
Flag = Annotated[bool, BeforeValidator(_flag)]
Day = Annotated[date, BeforeValidator(_day)]
ClockTime = Annotated[
    time,
    BeforeValidator(_clock_time),
    WithJsonSchema({"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"}),
]
MonthDay = Annotated[
    str, BeforeValidator(_month_day), WithJsonSchema({"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"})
]
Money = Annotated[
    Decimal, BeforeValidator(_money), WithJsonSchema({"type": "string", "pattern": r"^[0-9]+\.[0-9]{2}$"})
]
WebAddress = Annotated[
    str, BeforeValidator(_web_address), WithJsonSchema({"type": "string", "pattern": "^https?://"})
]
EmailAddress = Annotated[str, BeforeValidator(_email_address)]
