"""What stands in single cells of a table of applications: times, days, yes and no, numbers.

Each reader raises CellError with the code of the reason.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from coursewright.model.column import CellError
from coursewright.model.compared_text import composed
from coursewright.model.moments import TICK, RepeatedTimeError, SkippedTimeError, day_end, instant_of
from coursewright.model.reason import ReasonCode
from coursewright.model.table import Cell

_ISO_DAY = r"(?P<y>\d{4})[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})"
_LOCAL_DAY = r"(?P<d2>\d{1,2})[/.-](?P<m2>\d{1,2})[/.-](?P<y2>\d{4})"
_CLOCK = (
    r"(?P<h>\d{1,2})[:.](?P<min>\d{2})(?:[:.](?P<s>\d{2})(?:[.,](?P<f>\d{1,9}))?)?(?:\s*(?P<half>[AaPp])\.?[Mm]\.?)?"
)
_OFFSET = r"(?P<utc>[Zz]|UTC|GMT)?(?P<sign>[+-])?(?:(?P<oh>\d{1,2})(?::?(?P<om>\d{2}))?)?"
# A zone's name in words, or the name that its database gives it, which may stand in brackets.
_ZONE = r"\(?(?P<zone>[A-Za-z]{3,5}|[A-Za-z_]+/[A-Za-z_/+-]+)\)?"
# What is written in brackets behind an offset says nothing more: (CEST), (ora legale dell'Europa centrale).
_REMARK = r"(?:\s*\([^()\d]*\))?"
_TIME = re.compile(
    rf"(?:{_ISO_DAY}|{_LOCAL_DAY})(?:(?:[Tt]|,?\s+|,\s*){_CLOCK}(?:\s*(?:{_ZONE}|{_OFFSET}{_REMARK}))?)?",
    re.ASCII,
)
_DAY = re.compile(rf"(?:{_ISO_DAY}|{_LOCAL_DAY})", re.ASCII)
# A day with time 00:00:00 after it is what some spreadsheets write for a day.
_MIDNIGHT = re.compile(r"[T ]\s*0?0[:.]00([:.]00(\.0+)?)?$")
# What forms and spreadsheets mostly give, read quickly.
_ITALIAN_TIME = re.compile(r"(\d\d)/(\d\d)/(\d{4}) (\d\d)[.:](\d\d)(?:[.:](\d\d))?", re.ASCII)
_FAST_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?", re.ASCII)
_YES = {"sì", "si", "yes", "true", "vero", "1", "x", "withdrawn", "ritirata", "ritirato"}
_NO = {"", "no", "false", "falso", "0"}
# A mean that a spreadsheet computed has as many decimals as a float.
_NUMBER = re.compile(r"[+-]?\d{1,12}(?:[.,]\d{1,20})?", re.ASCII)
_CURRENCY = re.compile(r"€|\beuro?\b", re.IGNORECASE)
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
# What stands between thousands, and before the decimals: 14.000,50 and 14 000,50; 14,000.50; 14'000.50.
_THOUSANDS = (
    (re.compile(r"[+-]?[1-9]\d{0,2}(?:[. ]\d{3})+(?:,\d+)?", re.ASCII), ". ", ","),
    (re.compile(r"[+-]?[1-9]\d{0,2}(?:[,']\d{3})+(?:\.\d+)?", re.ASCII), ",'", "."),
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
# What people and forms call the clocks of Europe, in hours from UTC.
_CLOCKS = {"utc": 0, "gmt": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3}
# No clock is further from UTC.
_FARTHEST = timedelta(hours=14)


def text_of(cell: Cell) -> str:
    """The cell as a person reads it, without the space around it."""
    match cell:
        case None:
            return ""
        case str():
            return cell.strip()
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return cell.isoformat(sep=" ")
        case _:
            return str(cell)


def read_received(cell: Cell, zone: ZoneInfo) -> datetime:
    """The instant of a receipt, in UTC: with an offset as written, else in ``zone``; a day is its last instant."""
    if isinstance(cell, datetime):
        return _checked(cell) if cell.tzinfo else _local(cell, zone)
    if isinstance(cell, date):
        return _end_of(cell, zone)
    text = text_of(cell)
    if _FAST_TIME.fullmatch(text):
        return _iso(text, zone)
    italian = _ITALIAN_TIME.fullmatch(text)
    if italian is not None:
        parts = italian.groups("00")
        return _iso(f"{parts[2]}-{parts[1]}-{parts[0]} {parts[3]}:{parts[4]}:{parts[5]}", zone)
    found = _TIME.fullmatch(text)
    if found is None:
        raise CellError(ReasonCode.TIME_UNREADABLE)
    day = _day(found, ReasonCode.TIME_UNREADABLE)
    if found["h"] is None:
        return _end_of(day, zone)
    local = datetime.combine(day, _clock(found))
    if found["zone"] is not None:
        return _by_zone(local, found["zone"])
    if found["utc"] is None and found["sign"] is None:
        if found["oh"] is not None:
            raise CellError(ReasonCode.TIME_UNREADABLE)
        return _local(local, zone)
    return _checked(local.replace(tzinfo=_offset(found)))


def read_day(cell: Cell) -> date:
    """The day of a cell."""
    if isinstance(cell, datetime):
        return _in_years(cell.date(), ReasonCode.DAY_UNREADABLE)
    if isinstance(cell, date):
        return _in_years(cell, ReasonCode.DAY_UNREADABLE)
    found = _DAY.fullmatch(_MIDNIGHT.sub("", text_of(cell)))
    if found is None:
        raise CellError(ReasonCode.DAY_UNREADABLE)
    return _day(found, ReasonCode.DAY_UNREADABLE)


def read_flag(cell: Cell) -> bool:
    """Yes or no; a day is yes (the day it happened)."""
    if cell is None:
        return False
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, datetime | date):
        return True
    word = composed(text_of(cell)).casefold()
    if word in _YES or word in _NO:
        return word in _YES
    if _TIME.fullmatch(word):
        return True
    raise CellError(ReasonCode.FLAG_UNREADABLE)


def read_day_of_flag(cell: Cell) -> date | None:
    """The day that stands for a yes; None for a yes in another form."""
    if isinstance(cell, datetime | date):
        return cell.date() if isinstance(cell, datetime) else cell
    found = _TIME.fullmatch(text_of(cell))
    try:
        return None if found is None else _day(found, ReasonCode.DAY_UNREADABLE)
    except CellError:
        return None


def read_score(cell: Cell) -> Decimal | None:
    """The number of a cell, with a point or a comma before the decimals; None where it is empty."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    text = text_of(cell)
    if isinstance(cell, bool | datetime | date | time) or not _NUMBER.fullmatch(text):
        raise CellError(ReasonCode.SCORE_UNREADABLE)
    return Decimal(text.replace(",", "."))


def read_quantity(cell: Cell) -> Decimal | None:
    """The number of a cell as people write amounts: with dots or spaces between thousands, a comma, a euro sign.

    One that can be read in two ways, such as 14.000, is refused: it may be fourteen, or fourteen thousand.
    """
    if not isinstance(cell, str):
        return read_score(cell)
    text = _CURRENCY.sub("", cell).strip().replace("\u00a0", " ").replace("\u2019", "'")
    if _AMBIGUOUS.fullmatch(text):
        raise CellError(ReasonCode.NUMBER_AMBIGUOUS)
    for pattern, between, decimal in _THOUSANDS:
        if pattern.fullmatch(text):
            for sign in between:
                text = text.replace(sign, "")
            text = text.replace(decimal, ".")
            break
    return read_score(text)


def _iso(text: str, zone: ZoneInfo) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise CellError(ReasonCode.TIME_UNREADABLE) from None
    return _checked(moment) if moment.tzinfo else _local(moment, zone)


def _checked(moment: datetime) -> datetime:
    _in_years(moment.date(), ReasonCode.TIME_UNREADABLE)
    if abs(moment.utcoffset() or timedelta()) > _FARTHEST:
        raise CellError(ReasonCode.TIME_UNREADABLE)
    return moment.astimezone(UTC)


def _local(local: datetime, zone: ZoneInfo) -> datetime:
    _in_years(local.date(), ReasonCode.TIME_UNREADABLE)
    try:
        return instant_of(local, zone)
    except SkippedTimeError:
        raise CellError(ReasonCode.TIME_SKIPPED) from None
    except RepeatedTimeError:
        raise CellError(ReasonCode.TIME_TWICE) from None


def _by_zone(local: datetime, name: str) -> datetime:
    """The instant of a time by the clock of a zone that is named: CEST, Europe/Rome."""
    hours = _CLOCKS.get(name.casefold())
    if hours is not None:
        return _checked(local.replace(tzinfo=timezone(timedelta(hours=hours))))
    try:
        return _local(local, ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise CellError(ReasonCode.TIME_UNREADABLE) from None


def _end_of(day: date, zone: ZoneInfo) -> datetime:
    return day_end(_in_years(day, ReasonCode.TIME_UNREADABLE), zone) - TICK


def _day(found: re.Match[str], code: ReasonCode) -> date:
    year, month, day = (found[name] or found[f"{name}2"] for name in ("y", "m", "d"))
    try:
        return _in_years(date(int(year), int(month), int(day)), code)
    except ValueError:
        raise CellError(code) from None


def _in_years(day: date, code: ReasonCode) -> date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise CellError(code)
    return day


def _clock(found: re.Match[str]) -> time:
    hour, half = int(found["h"]), (found["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            raise CellError(ReasonCode.TIME_UNREADABLE)
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, int(found["min"]), int(found["s"] or 0), int((found["f"] or "")[:6].ljust(6, "0")))
    except ValueError:
        raise CellError(ReasonCode.TIME_UNREADABLE) from None


def _offset(found: re.Match[str]) -> timezone:
    minutes = int(found["oh"] or 0) * 60 + int(found["om"] or 0)
    if (found["oh"] is None) != (found["sign"] is None) or minutes > 14 * 60 or int(found["om"] or 0) > 59:
        raise CellError(ReasonCode.TIME_UNREADABLE)
    return timezone(timedelta(minutes=-minutes if found["sign"] == "-" else minutes))
