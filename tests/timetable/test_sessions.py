"""Sessions with their days and times.

Covers also `model/cohort.py`, `model/planned_session.py`, `timetable/days_off.py`.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from coursewright.model.planned_session import DayOff, DayOffKind, SessionStatus
from coursewright.timetable.days_off import UnknownCalendarError
from coursewright.timetable.sessions import PlanFault, pattern_days
from tests.timetable.planning import cohort, days, planned, venue
from tests.views.courses import whole

ON = {"on": "2023-03-05", "from": "10:00", "to": "13:00"}


def test_sessions_take_the_days_of_the_pattern_in_order() -> None:
    found = planned(cohort())
    assert days(found) == ["2023-02-18", "2023-03-04", "2023-03-18"]
    assert {(each.minutes, each.status) for each in found.sessions} == {(165, SessionStatus.PLANNED)}
    assert (found.skipped, found.free, found.unplanned) == ((), (), ())


def test_real_cohort_has_eight_saturdays_three_weeks_apart() -> None:
    curriculum = whole(Path(__file__).parents[2])
    found = planned(curriculum.cohorts["cm-2023"], *curriculum.venues.values())
    expected = [(date(2023, 2, 18) + timedelta(weeks=3 * number)).isoformat() for number in range(8)]
    assert (days(found), sum(each.minutes for each in found.sessions)) == (expected, 8 * 240)
    assert (found.free, found.skipped, found.unplanned) == ((), (), ())


def test_own_day_uses_up_none_of_the_pattern() -> None:
    found = planned(cohort({}, ON, {}))
    assert days(found) == ["2023-02-18", "2023-03-05", "2023-03-04"]
    assert [each.isoformat() for each in found.free] == ["2023-03-18"]
    assert found.sessions[1].pattern_day is None


def test_moved_and_cancelled_sessions_use_up_their_day() -> None:
    moved = {"moved": {"from": "2023-02-18", "to": "2023-02-19"}}
    found = planned(cohort(moved, {"cancelled": "Neve"}, {}))
    assert days(found) == ["2023-02-19", "2023-03-04", "2023-03-18"]
    assert [each.status.value for each in found.sessions] == ["moved", "cancelled", "planned"]
    assert found.sessions[0].pattern_day == date(2023, 2, 18)


def test_days_off_are_skipped_and_not_shifted() -> None:
    pause = [{"from": "2023-03-01", "to": "2023-03-05", "why": "Semina"}]
    found = planned(cohort({}, {}, pause=pause))
    assert days(found) == ["2023-02-18", "2023-03-18"]
    assert found.skipped == (DayOff(date(2023, 3, 4), DayOffKind.PAUSE, "Semina"),)


def test_public_holidays_are_named_in_the_languages_of_the_course() -> None:
    made = cohort({}, {}, starts="2023-04-11", ends="2023-05-09", holidays={"country": "IT"})
    (skipped,) = planned(made).skipped
    assert (days(planned(made)), skipped.name) == (["2023-04-11", "2023-05-09"], "Anniversario della Liberazione")
    assert planned(made, language="en").skipped[0].name == "Liberation Day"


def test_holidays_of_the_venues_place_count_for_what_is_held_there() -> None:
    patron = venue(patron_day="03-04")
    found = planned(cohort({}, {"venue": "v1"}), patron)
    assert days(found) == ["2023-02-18", "2023-03-18"]
    assert found.skipped == (DayOff(date(2023, 3, 4), DayOffKind.PATRON_DAY, "patron day", "Padova"),)
    assert days(planned(cohort({}, {}), patron)) == ["2023-02-18", "2023-03-04"]
    roman = cohort({"venue": "v1"}, starts="2023-06-29", ends="2023-07-13", holidays={"country": "IT"})
    assert days(planned(roman, venue(subdivision="RM"))) == ["2023-07-13"]


def test_unknown_country_or_part_of_it() -> None:
    with pytest.raises(UnknownCalendarError):
        planned(cohort(holidays={"country": "IT", "subdivision": "ZZ"}))


def test_session_has_no_day_where_the_pattern_has_none_left() -> None:
    found = planned(cohort({}, {}, {}, {}))
    assert [(each.session.id, each.fault) for each in found.unplanned] == [("s4", PlanFault.WITHOUT_DAY)]


@pytest.mark.parametrize("times", [{"from": "13:00"}, {"to": "09:30"}])
def test_session_that_ends_before_it_begins_has_no_time(times: dict[str, str]) -> None:
    found = planned(cohort(times))
    assert [each.fault for each in found.unplanned] == [PlanFault.WITHOUT_TIME]


@pytest.mark.parametrize(
    ("day", "fault"), [("2023-03-26", PlanFault.TIME_SKIPPED), ("2023-10-29", PlanFault.TIME_TWICE)]
)
def test_time_that_is_no_instant_or_two(day: str, fault: PlanFault) -> None:
    made = cohort({"on": day, "from": "02:30", "to": "05:00"})
    (found,) = planned(made).unplanned
    assert (found.fault, found.time) == (fault, datetime.fromisoformat(f"{day}T02:30"))
    assert planned(cohort({"on": day, "from": "03:00", "to": "05:00"})).unplanned == ()


@pytest.mark.parametrize(("day", "minutes"), [("2023-03-26", 180), ("2023-10-29", 300), ("2023-03-25", 240)])
def test_hours_are_elapsed_time_when_clocks_change(day: str, minutes: int) -> None:
    made = cohort({"on": day, "from": "01:00", "to": "05:00", "breaks": []})
    assert [each.minutes for each in planned(made).sessions] == [minutes]


def test_breaks_of_the_pattern_count_where_they_lie_in_the_sessions_hours() -> None:
    made = cohort({"from": "14:00", "to": "16:00"}, {"to": "11:00"}, {"to": "11:30"})
    assert [each.minutes for each in planned(made).sessions] == [120, 90, 105]


def test_every_so_many_weeks_counts_from_the_first_day_to_the_last_included() -> None:
    found = list(pattern_days("3 weeks", date(2023, 2, 18), date(2023, 7, 15)))
    assert found == [date.fromordinal(date(2023, 2, 18).toordinal() + 21 * number) for number in range(8)]
    assert list(pattern_days("1 week", date(2023, 2, 18), date(2023, 2, 24))) == [date(2023, 2, 18)]


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        ("first saturday", ["2023-03-04", "2023-04-01"]),
        ("second monday", ["2023-03-13", "2023-04-10"]),
        ("third wednesday", ["2023-03-15", "2023-04-19"]),
        ("fourth sunday", ["2023-02-26", "2023-03-26", "2023-04-23"]),
        ("last friday", ["2023-02-24", "2023-03-31"]),
    ],
)
def test_weekday_of_each_month_within_the_cohort(every: str, expected: list[str]) -> None:
    found = pattern_days(every, date(2023, 2, 18), date(2023, 4, 27))
    assert [day.isoformat() for day in found] == expected
