"""Days and times of a zone as instants, on the days on which clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.model.moments import TICK, RepeatedTimeError, SkippedTimeError, day_end, day_start, instant_of

ZONES = ["Europe/Rome", "America/Havana", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Apia", "UTC"]


@pytest.mark.parametrize(
    ("zone", "day", "first", "after"),
    [
        ("Europe/Rome", "2022-12-15", "2022-12-14T23:00", "2022-12-15T23:00"),
        ("Europe/Rome", "2022-10-30", "2022-10-29T22:00", "2022-10-30T23:00"),
        ("Europe/Rome", "2023-03-26", "2023-03-25T23:00", "2023-03-26T22:00"),
        ("America/Havana", "2023-03-12", "2023-03-12T05:00", "2023-03-13T04:00"),
        ("America/Havana", "2022-11-06", "2022-11-06T04:00", "2022-11-07T05:00"),
        ("Asia/Beirut", "2022-03-27", "2022-03-26T22:00", "2022-03-27T21:00"),
        ("Asia/Beirut", "2022-10-29", "2022-10-28T21:00", "2022-10-29T22:00"),
        ("Australia/Lord_Howe", "2022-10-02", "2022-10-01T13:30", "2022-10-02T13:00"),
        ("Australia/Lord_Howe", "2023-04-02", "2023-04-01T13:00", "2023-04-02T13:30"),
    ],
)
def test_day_lasts_from_its_first_instant_to_that_of_the_next(zone: str, day: str, first: str, after: str) -> None:
    begins, ends = (datetime.fromisoformat(f"{each}+00:00") for each in (first, after))
    assert (day_start(date.fromisoformat(day), ZoneInfo(zone)), day_end(date.fromisoformat(day), ZoneInfo(zone))) == (
        begins,
        ends,
    )


@pytest.mark.parametrize("zone", ZONES)
def test_each_instant_lies_in_its_local_day_and_days_follow_each_other(zone: str) -> None:
    local = ZoneInfo(zone)
    for number in range(730):
        day = date(2022, 1, 1) + timedelta(days=number)
        begins, ends = day_start(day, local), day_end(day, local)
        assert begins.tzinfo is UTC
        assert begins.astimezone(local).date() == day
        assert (begins - TICK).astimezone(local).date() == day - timedelta(days=1)
        assert (ends - TICK).astimezone(local).date() == day


@pytest.mark.parametrize(
    ("zone", "local"),
    [
        ("Europe/Rome", "2023-03-26T02:00"),
        ("Europe/Rome", "2023-03-26T02:59:59.999999"),
        ("America/Havana", "2023-03-12T00:00"),
        ("Asia/Beirut", "2022-03-27T00:59:59.999999"),
        ("Australia/Lord_Howe", "2022-10-02T02:00"),
        ("Australia/Lord_Howe", "2022-10-02T02:29:59.999999"),
        ("Pacific/Apia", "2011-12-30T12:00"),
    ],
)
def test_time_that_the_clocks_skip_does_not_exist(zone: str, local: str) -> None:
    with pytest.raises(SkippedTimeError):
        instant_of(datetime.fromisoformat(local), ZoneInfo(zone))


@pytest.mark.parametrize(
    ("zone", "local"),
    [
        ("Europe/Rome", "2022-10-30T02:00"),
        ("Europe/Rome", "2022-10-30T02:59:59.999999"),
        ("America/Havana", "2022-11-06T00:00"),
        ("Asia/Beirut", "2022-10-29T23:59:59.999999"),
        ("Australia/Lord_Howe", "2023-04-02T01:30"),
        ("Australia/Lord_Howe", "2023-04-02T01:59:59.999999"),
    ],
)
def test_time_that_the_clocks_repeat_is_not_one_instant(zone: str, local: str) -> None:
    with pytest.raises(RepeatedTimeError):
        instant_of(datetime.fromisoformat(local), ZoneInfo(zone))


@pytest.mark.parametrize(
    ("zone", "local", "instant"),
    [
        ("Europe/Rome", "2022-10-30T01:59:59.999999", "2022-10-29T23:59:59.999999"),
        ("Europe/Rome", "2022-10-30T03:00", "2022-10-30T02:00"),
        ("Europe/Rome", "2023-03-26T01:59:59.999999", "2023-03-26T00:59:59.999999"),
        ("Europe/Rome", "2023-03-26T03:00", "2023-03-26T01:00"),
        ("America/Havana", "2023-03-11T23:59:59.999999", "2023-03-12T04:59:59.999999"),
        ("America/Havana", "2023-03-12T01:00", "2023-03-12T05:00"),
        ("Australia/Lord_Howe", "2022-10-02T02:30", "2022-10-01T15:30"),
        ("Australia/Lord_Howe", "2023-04-02T02:00", "2023-04-01T15:30"),
    ],
)
def test_times_on_either_side_of_a_change_are_one_instant(zone: str, local: str, instant: str) -> None:
    expected = datetime.fromisoformat(f"{instant}+00:00")
    assert instant_of(datetime.fromisoformat(local), ZoneInfo(zone)) == expected


@settings(max_examples=200)
@given(st.datetimes(datetime(2022, 3, 1), datetime(2023, 4, 30)), st.sampled_from(ZONES))
def test_local_time_comes_back_from_its_instant_or_is_refused(local: datetime, zone: str) -> None:
    try:
        instant = instant_of(local, ZoneInfo(zone))
    except (SkippedTimeError, RepeatedTimeError):
        return
    assert instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0) == local
