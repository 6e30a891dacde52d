"""A new edition of the course."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from coursewright.cli.scaffold.course_at_hand import CourseAtHand
from coursewright.cli.scaffold.minutes import shared_out
from coursewright.cli.scaffold.name import Name
from coursewright.cli.scaffold.scaffold import Scaffold
from coursewright.cli.scaffold.template import rendered
from coursewright.door.errors import RefusalError
from coursewright.model.finding import Kind
from coursewright.model.words import N_

DEFAULT_TITLES = {"it": "Nuova edizione", "en": "New edition"}
DEFAULT_ZONE = "Europe/Rome"
_SATURDAY = 5
# Minutes: a session longer than the first has a break as long as the second.
_LONG, _BREAK = 120, 15
_BREAK_AT = time(11, 30)
# More minutes than this are shared out over several days.
_DAY = 480
_EARLIEST, _LATEST = date(1900, 1, 1), date(9990, 1, 1)


@dataclass(frozen=True)
class Decided:
    """What somebody has decided of the edition; what is None nobody has, and the file says so."""

    starts: date | None
    price: Decimal | None
    places: int | None
    timezone: str


def first_day(today: date) -> date:
    """A first day to begin with: the first Saturday at least ninety days away."""
    early = today + timedelta(days=90)
    return early + timedelta(days=(_SATURDAY - early.weekday()) % 7)


def read_day(written: str) -> date:
    """A day as someone typed it, year first."""
    try:
        day = date.fromisoformat(written.strip())
    except ValueError:
        day = None
    if day is None or not _EARLIEST < day < _LATEST:
        raise RefusalError(N_("“{found}” is not a day: write one such as 2027-02-20."), found=written)
    return day


def read_price(written: str) -> Decimal | None:
    """A sum as someone typed it, with a point or a comma; none where nothing was."""
    if not written.strip():
        return None
    sum_of_money = re.fullmatch(r"(0|[1-9][0-9]{0,8})(?:[.,]([0-9]{2}))?", written.strip())
    if sum_of_money is None:
        raise RefusalError(N_("“{found}” is not a price: write one such as 450 or 450.00."), found=written)
    return Decimal(f"{sum_of_money[1]}.{sum_of_money[2] or '00'}")


def read_places(written: str) -> int | None:
    """How many can take part; none where nothing was typed."""
    digits = written.strip()
    if not digits:
        return None
    if digits.isascii() and digits.isdigit() and 1 <= int(digits[:6]) <= 99_999:
        return int(digits)
    raise RefusalError(N_("“{found}” is not a number of places."), found=written)


def read_zone(written: str) -> str:
    """A time zone by its name."""
    name = written.strip()
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise RefusalError(N_("There is no time zone “{found}”: write one such as Europe/Rome."), found=name) from None
    return name


@dataclass(frozen=True)
class PlannedPart:
    """A session of the new edition: its module, or a part of it, and when it ends."""

    module: str
    until: time


def new_cohort(course: CourseAtHand, name: Name, decided: Decided, today: date) -> Scaffold:
    """An edition with a session a module, every two weeks; what nobody has decided is marked as illustrative.

    A session takes as long as its module; a module that takes more than a day has several.
    """
    starts = decided.starts or first_day(today)
    parts = [
        PlannedPart(module.id, _until(minutes))
        for module in course.curriculum.path
        for minutes in shared_out(module.minutes, *(1,) * -(-module.minutes // _DAY))
    ]
    until = max((part.until for part in parts), default=_until(_LONG))
    undecided = ["ends", "enrolment.opens", "enrolment.closes", "calendar"]
    text = rendered(
        f"cohort/{course.language}/cohort.yaml",
        name=name,
        timezone=decided.timezone,
        starts=starts,
        ends=starts + timedelta(weeks=2 * max(0, len(parts) - 1)),
        opens=starts - timedelta(days=90),
        closes=starts - timedelta(days=14),
        places=decided.places,
        price=decided.price,
        illustrative=undecided if decided.starts else ["starts", *undecided],
        has_break=until > _BREAK_AT,
        until=until,
        parts=parts,
    )
    return Scaffold({course.path_of(Kind.COHORT, name.id): text})


def _until(minutes: int) -> time:
    """When a session ends that begins at half past nine; one that goes on after the break ends later by it."""
    end = 9 * 60 + 30 + minutes + (_BREAK if minutes > _LONG else 0)
    return time(end // 60, end % 60)
