"""Whether the value of a property is what its type asks for (RFC 5545, 3.3)."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum

from tests.timetable.ics_judge.fault import FaultCode


class ValueType(StrEnum):
    """The types that feeds use, by the names that the parameter VALUE has for them."""

    TEXT = "TEXT"
    TEXTS = "TEXT,TEXT"
    DATE = "DATE"
    DATE_TIME = "DATE-TIME"
    DURATION = "DURATION"
    INTEGER = "INTEGER"
    URI = "URI"
    CAL_ADDRESS = "CAL-ADDRESS"
    RECUR = "RECUR"
    UTC_OFFSET = "UTC-OFFSET"


_WRITTEN = {
    ValueType.DATE: re.compile(r"\d{8}", re.ASCII),
    ValueType.DATE_TIME: re.compile(r"\d{8}T\d{6}Z?", re.ASCII),
    ValueType.DURATION: re.compile(
        r"[+-]?P(?=.)(\d+W|(\d+D)?(T(?=.)(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S))?)", re.ASCII
    ),
    ValueType.INTEGER: re.compile(r"[+-]?\d{1,10}", re.ASCII),
    ValueType.URI: re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]*"),
    ValueType.CAL_ADDRESS: re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]*"),
    ValueType.UTC_OFFSET: re.compile(r"(?!-0000(00)?$)[+-]([01]\d|2[0-3])[0-5]\d([0-5]\d)?", re.ASCII),
}
_ESCAPED = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")
_LIST = re.compile(r"(?:[^\\;]|\\[\\;,nN])*")

_FREQUENCIES = ("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_DAY = re.compile(r"([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)", re.ASCII)
# The least, the greatest, and whether it may be counted from the end.
_NUMBERS = {
    "BYSECOND": (0, 60, False),
    "BYMINUTE": (0, 59, False),
    "BYHOUR": (0, 23, False),
    "BYMONTHDAY": (1, 31, True),
    "BYYEARDAY": (1, 366, True),
    "BYWEEKNO": (1, 53, True),
    "BYMONTH": (1, 12, False),
    "BYSETPOS": (1, 366, True),
}


def value_fault(kind: ValueType, value: str) -> tuple[FaultCode, str] | None:
    """What is wrong with the value, with a message; None where nothing is."""
    if kind in (ValueType.TEXT, ValueType.TEXTS):
        if (_ESCAPED if kind is ValueType.TEXT else _LIST).fullmatch(value):
            return None
        return FaultCode.ESCAPE, r"A text has \, ; or , that is not escaped, or an escape other than \\ \; \, \n."
    if kind is ValueType.RECUR:
        problem = rule_problem(value)
        return (FaultCode.RULE, problem) if problem else None
    if not _WRITTEN[kind].fullmatch(value) or (kind in (ValueType.DATE, ValueType.DATE_TIME) and not moment(value)):
        return FaultCode.VALUE, f"{value[:60]!r} is not a value of type {kind}."
    return None


def moment(value: str) -> datetime | None:
    """The day or the time by the clock that is written; None where there is no such day or time."""
    try:
        return datetime.strptime(value.removesuffix("Z"), "%Y%m%dT%H%M%S" if "T" in value else "%Y%m%d")
    except ValueError:
        return None


def rule_problem(value: str) -> str:
    """What is wrong with a recurrence rule (RFC 5545, 3.3.10), as a sentence; empty where nothing is."""
    parts: dict[str, str] = {}
    for part in value.split(";"):
        name, sign, said = part.partition("=")
        if not sign or name in parts:
            return f"The rule has {part!r}, which is not a part of its own."
        parts[name] = said
    if parts.get("FREQ") not in _FREQUENCIES:
        return "The rule has no FREQ that exists."
    if "UNTIL" in parts and "COUNT" in parts:
        return "The rule has both UNTIL and COUNT."
    for name, said in parts.items():
        if not _is_part(name, said, parts["FREQ"]):
            return f"The rule has {name}={said}, which is not valid."
    return ""


def _is_part(name: str, said: str, frequency: str) -> bool:
    if name in _NUMBERS:
        least, greatest, from_end = _NUMBERS[name]
        return all(_is_number(number, least, greatest, from_end) for number in said.split(","))
    match name:
        case "FREQ":
            return True
        case "INTERVAL" | "COUNT":
            return said.isascii() and said.isdigit() and int(said) > 0
        case "UNTIL":
            kind = ValueType.DATE_TIME if "T" in said else ValueType.DATE
            return value_fault(kind, said) is None
        case "WKST":
            return bool(_DAY.fullmatch(said)) and len(said) == 2
        case "BYDAY":
            return all(_is_day(day, frequency) for day in said.split(","))
    return False


def _is_number(said: str, least: int, greatest: int, from_end: bool) -> bool:
    if not re.fullmatch(r"[+-]?\d{1,3}" if from_end else r"\d{1,2}", said, re.ASCII):
        return False
    return least <= abs(int(said)) <= greatest


def _is_day(said: str, frequency: str) -> bool:
    found = _DAY.fullmatch(said)
    if found is None:
        return False
    return found[1] is None or (frequency in ("MONTHLY", "YEARLY") and 1 <= abs(int(found[1])) <= 53)
