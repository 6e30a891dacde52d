"""A made-up course whose cohorts have no dates yet: the same files for the same numbers, with a plan that exists."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from tests.bench.synthetic_course import write_course

_FIRST = date(2027, 1, 11)
_WEEKDAYS = ("friday", "saturday", "sunday", "thursday")


@dataclass(frozen=True)
class Size:
    """How many there are of what; each cohort has as many sessions as the course has modules."""

    cohorts: int = 20
    sessions: int = 12
    trainers: int = 15
    venues: int = 6


def write_planning_course(root: Path, size: Size, seed: int = 0) -> None:
    """Write the course into a folder that does not exist yet; another ``seed`` draws another of that size.

    Cohorts begin within half a year of each other and last half a year; each meets on two weekdays, at least a week
    apart. Trainers can lead two thirds of the modules and are away for a month; venues have from 16 to 40 seats, are
    closed for two weeks and up to an hour apart.
    """
    write_course(root, size.sessions)
    chance = random.Random(f"{size!r}{seed or ''}")
    (root / "curriculum" / "people.yaml").write_text(_people(size, chance), encoding="utf-8")
    (root / "curriculum" / "venues.yaml").write_text(_venues(size, chance), encoding="utf-8")
    cohorts = root / "curriculum" / "cohorts"
    for old in cohorts.glob("*"):
        old.unlink()
    for number in range(size.cohorts):
        (cohorts / f"{cohort_id(number)}.yaml").write_text(_cohort(number, chance), encoding="utf-8")


def cohort_id(number: int) -> str:
    """The id of a cohort, counted from 0."""
    return f"ed-{number + 1:02}"


def _people(size: Size, chance: random.Random) -> str:
    lines = ["kind: people", "people:"]
    for number in range(size.trainers):
        away = _FIRST + timedelta(days=chance.randrange(300))
        modules = sorted(chance.sample(range(size.sessions), max(1, size.sessions * 2 // 3)))
        leads = ", ".join(f"modulo-{module:04}" for module in modules)
        before, after = f"{{from: {_FIRST}, to: {away}}}", f"{{from: {away + timedelta(days=30)}, to: 2028-12-31}}"
        lines += [f"  - id: t{number + 1}", f"    name: Persona {number + 1}", "    role: formatrice"]
        lines += [f"    leads: [{leads}]", f"    available: [{before}, {after}]", "    illustrative: true"]
    return "\n".join(lines) + "\n"


def _venues(size: Size, chance: random.Random) -> str:
    lines = ["kind: venues", "venues:"]
    for number in range(size.venues):
        closed = _FIRST + timedelta(days=chance.randrange(300))
        before, after = f"{{from: {_FIRST}, to: {closed}}}", f"{{from: {closed + timedelta(days=14)}, to: 2028-12-31}}"
        lines += [f"  - id: v{number + 1}", f"    title: Sala {number + 1}", "    municipality: Padova"]
        lines += [f"    seats: {16 + 24 * number // max(1, size.venues - 1)}", '    patron_day: "06-13"']
        ways = ", ".join(f"{{to: v{other + 1}, minutes: {chance.randrange(10, 60)}}}" for other in range(number))
        lines += [f"    available: [{before}, {after}]", f"    travel: [{ways}]", "    illustrative: true"]
    return "\n".join(lines) + "\n"


def _cohort(number: int, chance: random.Random) -> str:
    starts = _FIRST + timedelta(days=7 * chance.randrange(26))
    days = ", ".join(chance.sample(_WEEKDAYS, 2))
    opens, closes = starts - timedelta(days=90), starts - timedelta(days=14)
    begins, ends = chance.choice([("09:30", "13:45"), ("14:00", "18:15")])
    return f"""\
kind: cohort
id: {cohort_id(number)}
title: Edizione {number + 1}
timezone: Europe/Rome
starts: {starts}
ends: {starts + timedelta(weeks=26)}
illustrative: true
enrolment: {{opens: {opens}, closes: {closes}, places: {chance.randrange(12, 37)}}}
calendar:
  pattern: {{from: "{begins}", to: "{ends}", breaks: [{{at: "{begins[:2]}:45", minutes: 15}}]}}
  holidays: {{country: IT}}
  planning: {{days: [{days}], days_between: {{at_least: 7, at_most: 28}}}}
"""
