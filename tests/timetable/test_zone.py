"""A zone in a feed shows the same time as the database it comes from, at every instant of the years it covers.

Covers also `timetable/posix_rule.py`, `timetable/zone_data.py`.
"""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from dateutil.rrule import rrulestr

from coursewright.timetable.posix_rule import clock_rule
from coursewright.timetable.zone import vtimezone
from coursewright.timetable.zone_data import zone_data

HALF_HOUR = timedelta(minutes=30)
ROME = """BEGIN:VTIMEZONE
TZID:Europe/Rome
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE"""
ZONES = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Asuncion",
    "America/Havana",
    "America/New_York",
    "America/Nuuk",
    "America/Santiago",
    "Antarctica/Troll",
    "Asia/Gaza",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Etc/UTC",
    "Europe/Dublin",
    "Europe/Rome",
]


def zone_info(name: str) -> ZoneInfo:
    """The zone of the package, whatever the system has."""
    with importlib.resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as stream:
        return ZoneInfo.from_file(stream, name)


def onsets(lines: tuple[str, ...], until: int) -> list[tuple[datetime, timedelta]]:
    """Each onset of an observance, by dateutil, with the offset from then on; in order."""
    found = []
    for said in _observances(lines):
        before, after = _offset(said["TZOFFSETFROM"]), _offset(said["TZOFFSETTO"])
        first = datetime.strptime(said["DTSTART"], "%Y%m%dT%H%M%S")
        local = [first]
        if "RRULE" in said:
            rule = rrulestr(said["RRULE"], dtstart=first)
            local = rule.between(first, datetime(until + 1, 1, 1), inc=True)
            assert local[0] == first
        found += [((moment - before).replace(tzinfo=UTC), after) for moment in local]
    return sorted(found)


def _observances(lines: tuple[str, ...]) -> Iterator[dict[str, str]]:
    said: dict[str, str] = {}
    for line in lines[2:-1]:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            said = {}
        elif name == "END":
            yield said
        else:
            said[name] = value


def _offset(written: str) -> timedelta:
    return (-1 if written[0] == "-" else 1) * timedelta(hours=int(written[1:3]), minutes=int(written[3:5]))


def differences(name: str, first: int, last: int, step: timedelta) -> list[datetime]:
    """When the zone in the feed shows another time than the database, from January of one year to the other's end."""
    zone = zone_info(name)
    start, stop = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    lines = vtimezone(name, first + 1, last - 1)
    found = onsets(lines, last)
    wrong = []
    for (begins, offset), (ends, _) in zip(found, [*found[1:], (stop, None)], strict=True):
        moment = start + max(-((start - begins) // step), 0) * step
        end = min(ends, stop)
        while moment < end:
            if moment.astimezone(zone).utcoffset() != offset:
                wrong.append(moment)
            moment += step
    return wrong


def test_rome_is_one_pair_of_rules() -> None:
    assert "\n".join(vtimezone("Europe/Rome", 2023, 2024)) == ROME


def test_rome_equals_the_database_at_every_half_hour_for_forty_years() -> None:
    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" in vtimezone("Europe/Rome", 1999, 2036)
    assert differences("Europe/Rome", 1998, 2037, HALF_HOUR) == []


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize("year", [1996, 2024, 2035])
def test_zone_equals_the_database_at_every_half_hour(name: str, year: int) -> None:
    assert differences(name, year - 1, year + 1, HALF_HOUR) == []


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("America/New_York", ["FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"]),
        ("Australia/Lord_Howe", ["FREQ=YEARLY;BYMONTH=10;BYDAY=1SU", "FREQ=YEARLY;BYMONTH=4;BYDAY=1SU"]),
        (
            "America/Nuuk",
            ["FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"],
        ),
        (
            "Africa/Cairo",
            ["FREQ=YEARLY;BYMONTH=4;BYDAY=-1FR", "FREQ=YEARLY;BYYEARDAY=-67,-66,-65,-64,-63,-62,-61;BYDAY=FR"],
        ),
        ("Asia/Tokyo", []),
    ],
)
def test_rule_of_the_zone_is_one_pair_at_most(name: str, rules: list[str]) -> None:
    lines = vtimezone(name, 2035, 2036)
    assert [line.removeprefix("RRULE:") for line in lines if line.startswith("RRULE:")] == rules
    assert len([line for line in lines if line.startswith("DTSTART")]) == (len(rules) or 1)


@pytest.mark.parametrize(
    ("name", "year"), [("Africa/Casablanca", 2023), ("America/Asuncion", 2024), ("Africa/Cairo", 2023)]
)
def test_law_that_changed_is_listed_change_by_change(name: str, year: int) -> None:
    assert not [line for line in vtimezone(name, year, year) if line.startswith("RRULE")]


def test_summer_in_dublin_is_daylight_time() -> None:
    lines = "\n".join(vtimezone("Europe/Dublin", 2023, 2023))
    assert "TZOFFSETTO:+0100\nTZNAME:IST\nEND:DAYLIGHT" in lines
    assert "TZOFFSETTO:+0000\nTZNAME:GMT\nEND:STANDARD" in lines


@pytest.mark.parametrize("name", ["Europe/Atlantis", "../zone.tab", "/etc/passwd", "", "Europe", "Europe/Rome\r\nX:1"])
def test_unknown_zone_is_refused(name: str) -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        zone_data(name)


@pytest.mark.parametrize(
    ("rule", "year", "instants"),
    [
        ("CET-1CEST,M3.5.0,M10.5.0/3", 2023, ["2023-03-26T01:00", "2023-10-29T01:00"]),
        ("<-04>4<-03>,M9.1.6/24,M4.1.6/24", 2035, ["2035-04-08T03:00", "2035-09-02T04:00"]),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2035, ["2035-03-25T01:00", "2035-10-28T01:00"]),
        ("AAA0BBB,J60,J300/1:30:15", 2024, ["2024-03-01T02:00", "2024-10-27T00:30:15"]),
        ("AAA0BBB,59,299", 2024, ["2024-02-29T02:00", "2024-10-26T01:00"]),
        ("AAA0BBB,59,299", 2023, ["2023-03-01T02:00", "2023-10-27T01:00"]),
        ("<+0330>-3:30", 2024, []),
    ],
)
def test_rule_in_every_form_of_posix(rule: str, year: int, instants: list[str]) -> None:
    found = [change.at.replace(tzinfo=None) for change in clock_rule(rule).changes(year, year)]
    assert found == [datetime.fromisoformat(instant) for instant in instants]


@pytest.mark.parametrize("rule", ["", "CET", "CET-1CEST", "C-1", "CET-1CEST,M13.1.0,M10.5.0", "CET-1CEST,J0,J9"])
def test_text_that_is_no_rule_is_refused(rule: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        clock_rule(rule)
