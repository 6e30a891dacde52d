"""What the files of a course ask of its days, with the place to look at for each condition.

Covers also `model/planning.py`, `timetable/planner/cohort_days.py`, `timetable/planner/staffing.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from coursewright.timetable.days_off import UnknownCalendarError
from coursewright.timetable.planner.posing import posed
from coursewright.timetable.planner.problem import Before, CohortToPlan
from coursewright.timetable.planner.requirement import Requirement, RequirementKind
from coursewright.timetable.planner.search import Search
from tests.checks.course_folder import COHORT, FIRST, PEOPLE, SECOND, VENUES, CourseFolder
from tests.timetable.planner.bare_cohort import HEAD

OTHER = "curriculum/cohorts/d-2023.yaml"
WEEKLY = '  pattern: {every: 1 week, from: "09:30", to: "10:30"}\n'
HOURS = '  pattern: {from: "09:30", to: "10:30"}\n'
PEOPLE_OF_TWO = """kind: people
people:
  - {id: t1, name: Docente A, role: trainer}
  - {id: t2, name: Docente B, role: trainer}
"""
VENUES_OF_TWO = """kind: venues
venues:
  - {id: v1, title: Sala grande, municipality: Padova, seats: 20}
  - {id: v2, title: Sala piccola, municipality: Bolzano, seats: 20}
"""


@dataclass(frozen=True)
class Told:
    """A condition as tests compare it."""

    place: str
    values: dict[str, object]


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> CourseFolder:
    return CourseFolder.minimal(tmp_path / "course").write(PEOPLE, PEOPLE_OF_TWO).write(VENUES, VENUES_OF_TWO)


def _cohort(folder: CourseFolder, *lines: str) -> CohortToPlan:
    """The cohort of the head and some lines, as it is posed."""
    folder.write(COHORT, HEAD + "".join(lines))
    return posed(folder.curriculum(), ["c-2023"]).problem.cohorts[0]


def _told(folder: CourseFolder, kind: RequirementKind, *lines: str) -> list[Told]:
    asked = _cohort(folder, *lines).requirements()
    return [Told(str(each.place), dict(each.values)) for each in asked if each.kind is kind]


def _place(folder: CourseFolder, path: str, text: str) -> str:
    """The place of ``‸`` in a text that stands once in a file."""
    before, after = text.split("‸")
    whole = (folder.root / path).read_text("utf-8")
    assert whole.count(before + after) == 1
    until = whole[: whole.index(before + after) + len(before)]
    return f"{path}:{until.count(chr(10)) + 1}:{len(until) - until.rfind(chr(10))}"


def _free_days(cohort: CohortToPlan, without: Requirement | None = None) -> list[str]:
    """The days that nothing forbids, or nothing but one condition."""
    return [
        each.day.isoformat()[5:]
        for each in cohort.occasions
        if each.kept_for is None and all(without in bar for bar in each.bars)
    ]


def _the(cohort: CohortToPlan, kind: RequirementKind) -> Requirement:
    (found,) = (each for each in cohort.requirements() if each.kind is kind)
    return found


@pytest.mark.parametrize(
    ("kind", "lines", "path", "place"),
    [
        (RequirementKind.STARTS, HOURS, COHORT, "starts: ‸2023"),
        (RequirementKind.ENDS, HOURS, COHORT, "ends: ‸2023"),
        (RequirementKind.DAYS, HOURS, COHORT, "starts: ‸2023"),
        (RequirementKind.DAYS, "  planning: {days: [friday, monday]}\n", COHORT, "days: ‸[friday"),
        (RequirementKind.RHYTHM, WEEKLY, COHORT, "every: ‸1 week"),
        (RequirementKind.AT_LEAST, "  planning: {days_between: {at_least: 6}}\n", COHORT, "at_least: ‸6"),
        (RequirementKind.AT_MOST, "  planning: {days_between: {at_most: 20}}\n", COHORT, "at_most: ‸20"),
        (RequirementKind.LEADERS, "  planning: {leaders: 2}\n", COHORT, "leaders: ‸2"),
        (RequirementKind.COHORT_TRAINERS, "  planning: {trainers: [t2]}\n", COHORT, "trainers: ‸[t2]"),
        (RequirementKind.COHORT_VENUES, "  planning: {venues: [v2]}\n", COHORT, "venues: ‸[v2]"),
        (RequirementKind.SESSION_TRAINERS, "  sessions: [{id: s1, trainers: [t1]}]\n", COHORT, "trainers: ‸[t1]"),
        (RequirementKind.SESSION_VENUE, "  sessions: [{id: s1, venue: v1}]\n", COHORT, "venue: ‸v1"),
        (RequirementKind.SESSION_DAY, HOURS + "  sessions: [{id: s1, on: 2023-03-11}]\n", COHORT, "{id: ‸s1"),
        (RequirementKind.PAUSE, "  pause:\n    - {from: 2023-04-01, to: 2023-04-10}\n", COHORT, "- ‸{from"),
        (RequirementKind.HOLIDAYS, "  holidays: {country: IT}\n", COHORT, "holidays: ‸{country"),
        (RequirementKind.REQUIRES, HOURS + "  sessions: [{id: s1, modules: [primo]}]\n", SECOND, "requires: [‸primo"),
    ],
)
def test_condition_stands_where_it_is_written(
    folder: CourseFolder, kind: RequirementKind, lines: str, path: str, place: str
) -> None:
    found = {each.place for each in _told(folder, kind, lines)}
    assert found == {_place(folder, path, place)}


@pytest.mark.parametrize(
    ("kind", "path", "old", "new", "place"),
    [
        (
            RequirementKind.TRAINER_AVAILABLE,
            PEOPLE,
            "Docente B,",
            "Docente B, available: [{from: 2023-03-01, to: 2023-04-01}],",
            "available: ‸[{from",
        ),
        (RequirementKind.LEADS, PEOPLE, "Docente B,", "Docente B, leads: [primo],", "leads: ‸[primo]"),
        (
            RequirementKind.VENUE_AVAILABLE,
            VENUES,
            "Bolzano,",
            "Bolzano, available: [{from: 2023-03-01, to: 2023-04-01}],",
            "available: ‸[{from",
        ),
        (RequirementKind.SEATS, VENUES, "Bolzano, seats: 20", "Bolzano, seats: 19", "seats: ‸19"),
        (RequirementKind.PATRON_DAY, VENUES, "Bolzano,", "Bolzano, patron_day: 03-11,", "patron_day: ‸03-11"),
        (RequirementKind.LOCAL_HOLIDAYS, VENUES, "Bolzano,", "Bolzano, subdivision: BZ,", "subdivision: ‸BZ"),
    ],
)
def test_condition_of_people_and_places_stands_with_them(
    folder: CourseFolder, kind: RequirementKind, path: str, old: str, new: str, place: str
) -> None:
    lines = "  holidays: {country: IT}\n" + HOURS
    assert _told(folder, kind, lines) == []
    folder.replace(path, old, new)
    assert {each.place for each in _told(folder, kind, lines)} == {_place(folder, path, place)}


def test_session_of_another_cohort_takes_its_trainer_and_its_place(folder: CourseFolder) -> None:
    other = (HEAD + WEEKLY).replace("c-2023", "d-2023")
    folder.write(OTHER, other + "  sessions: [{id: x1, trainers: [t1], venue: v2}]\n")
    expected = {"cohort": "d-2023", "day": date(2023, 3, 4)}
    (told,) = _told(folder, RequirementKind.OTHER_SESSION, WEEKLY)
    assert told.place == _place(folder, OTHER, "{id: ‸x1")
    assert {key: told.values[key] for key in expected} == expected
    form = _cohort(folder, WEEKLY).formats[0]
    assert [[len(each.bars) for each in group] for group in (form.trainers, form.venues)] == [[1, 0], [0, 1]]


def test_session_of_another_cohort_at_another_time_is_too_far_only_over_a_long_way(folder: CourseFolder) -> None:
    other = (HEAD + WEEKLY.replace("10:30", "11:30").replace("09:30", "10:45")).replace("c-2023", "d-2023")
    folder.write(OTHER, other + "  sessions: [{id: x1, trainers: [t1], venue: v2}]\n")
    assert _told(folder, RequirementKind.OTHER_SESSION, WEEKLY) == []
    folder.replace(VENUES, "Padova,", "Padova, travel: [{to: v2, minutes: 15}],")
    assert _told(folder, RequirementKind.OTHER_SESSION, WEEKLY) == []
    folder.replace(VENUES, "minutes: 15", "minutes: 16")
    assert len(_told(folder, RequirementKind.OTHER_SESSION, WEEKLY)) == 1
    (far,) = _cohort(folder, WEEKLY).formats[0].too_far
    assert (far.trainer, far.venue) == ("t1", "v1")


def test_trips_of_other_cohorts_are_made_anyway(folder: CourseFolder) -> None:
    other = (HEAD + WEEKLY).replace("c-2023", "d-2023")
    folder.write(OTHER, other + "  sessions: [{id: x1, trainers: [t1], venue: v2}, {id: x2, trainers: [t2]}]\n")
    folder.write(COHORT, HEAD + WEEKLY)
    curriculum = folder.curriculum()
    assert posed(curriculum, ["c-2023"]).problem.trips == {("t1", "v2", date(2023, 3, 4))}
    assert posed(curriculum, ["c-2023", "d-2023"]).problem.trips == frozenset()


def test_free_days_are_those_of_the_rhythm_within_the_cohorts(folder: CourseFolder) -> None:
    cohort = _cohort(folder, WEEKLY.replace("1 week", "2 weeks"))
    assert _free_days(cohort) == ["03-04", "03-18", "04-01", "04-15", "04-29"]
    assert _free_days(cohort, _the(cohort, RequirementKind.ENDS))[5:7] == ["05-13", "05-27"]
    assert _free_days(cohort, _the(cohort, RequirementKind.STARTS))[-7:-5] == ["02-04", "02-18"]
    late = {each.day.isoformat()[5:]: each.late for each in cohort.occasions}
    assert [late[day] for day in ("02-18", "04-29", "04-30", "05-13")] == [0, 0, 1, 14]


def test_rhythm_in_the_month_goes_on_beyond_the_cohorts_days(folder: CourseFolder) -> None:
    cohort = _cohort(folder, WEEKLY.replace("1 week", "first saturday"))
    assert _free_days(cohort) == ["03-04", "04-01"]
    assert "05-06" in _free_days(cohort, _the(cohort, RequirementKind.ENDS))
    assert "02-04" in _free_days(cohort, _the(cohort, RequirementKind.STARTS))


def test_weekdays_that_are_named_count_in_place_of_the_rhythm(folder: CourseFolder) -> None:
    cohort = _cohort(folder, WEEKLY, "  planning: {days: [wednesday]}\n")
    assert _free_days(cohort)[:3] == ["03-08", "03-15", "03-22"]
    assert not [each for each in cohort.requirements() if each.kind is RequirementKind.RHYTHM]


def test_holidays_and_pauses_are_no_free_days(folder: CourseFolder) -> None:
    lines = "  holidays: {country: IT}\n  pause: [{from: 2023-03-20, to: 2023-04-03, why: Trasloco}]\n"
    cohort = _cohort(folder, lines, "  planning: {days: [monday, tuesday]}\n")
    free = ["03-06", "03-07", "03-13", "03-14", "04-04", "04-11", "04-17", "04-18", "04-24"]
    assert _free_days(cohort) == free
    assert dict(_the(cohort, RequirementKind.PAUSE).values) == {
        "cohort": "c-2023",
        "first": date(2023, 3, 20),
        "last": date(2023, 4, 3),
    }


def test_session_that_stays_has_the_nearest_day_of_an_even_rhythm_and_others_the_rest(folder: CourseFolder) -> None:
    sessions = "  sessions: [{id: s1, modules: [primo], on: 2023-03-11}, {id: s2, modules: [secondo]}]\n"
    cohort = _cohort(folder, WEEKLY, sessions)
    assert cohort.sessions[0].kept == _the(cohort, RequirementKind.SESSION_DAY)
    assert [f"{each.even:%m-%d}" for each in cohort.sessions] == ["03-11", "03-04"]


def test_session_of_a_module_comes_after_those_of_modules_that_it_requires(folder: CourseFolder) -> None:
    sessions = "  sessions: [{id: s1, modules: [secondo]}, {id: s2, modules: [primo]}]\n"
    cohort = _cohort(folder, WEEKLY, sessions)
    (before,) = cohort.before
    assert (before.first, before.second) == (1, 0)
    assert dict(_the(cohort, RequirementKind.REQUIRES).values) == {"module": "secondo", "required": "primo"}


def test_session_that_teaches_a_module_with_what_it_requires_comes_after_no_other(folder: CourseFolder) -> None:
    sessions = "  sessions: [{id: s1, modules: [primo]}, {id: s2, modules: [primo, secondo]}]\n"
    assert _cohort(folder, WEEKLY, sessions).before == ()


def test_session_is_led_by_as_many_as_it_names_else_as_the_cohort_asks_for(folder: CourseFolder) -> None:
    lines = "  planning: {leaders: 2}\n  sessions: [{id: s1, trainers: [t1]}, {id: s2}]\n"
    cohort = _cohort(folder, WEEKLY, lines)
    assert [cohort.formats[each.format].leaders for each in cohort.sessions[:2]] == [1, 2]


def test_nothing_stands_against_a_session_that_stays_where_it_is(folder: CourseFolder) -> None:
    folder.replace(PEOPLE, "Docente A,", "Docente A, available: [{from: 2023-04-01, to: 2023-04-29}],")
    folder.replace(VENUES, "Padova, seats: 20", "Padova, patron_day: 03-11, seats: 5")
    stays = "  sessions: [{id: s1, modules: [primo], on: 2023-03-11, trainers: [t1], venue: v1}]\n"
    cohort = _cohort(folder, HOURS, stays)
    own = next(number for number, each in enumerate(cohort.occasions) if each.kept_for == 0)
    form = cohort.formats[cohort.sessions[0].format]
    assert [each.bars.get(own) for each in (form.trainers[0], form.venues[0])] == [None, None]
    assert (set(cohort.sessions[0].trainer_bars), set(cohort.sessions[0].venue_bars)) == ({"t2"}, {"v2"})
    assert set(cohort.sessions[1].venue_bars) == {"v1"}


def test_parts_of_one_module_come_in_order_for_no_reason_but_sense(folder: CourseFolder) -> None:
    folder.replace(FIRST, "minutes: 60", "minutes: 180")
    cohort = _cohort(folder, WEEKLY)
    assert Before(0, 1) in cohort.before
    assert Before(1, 2) in cohort.before
    assert Before(1, 0) not in cohort.before


def test_hours_are_those_that_clocks_have(folder: CourseFolder) -> None:
    """Nobody begins between two and three where summer time begins; an hour of summer is an hour earlier elsewhere."""
    cohort = _cohort(folder, '  pattern: {from: "02:30", to: "04:00"}\n', "  planning: {days: [sunday, saturday]}\n")
    hours = cohort.formats[0].hours
    by_day = {each.day.isoformat()[5:]: hours.get(number) for number, each in enumerate(cohort.occasions)}
    assert by_day["03-26"] is None
    winter, summer = by_day["03-25"], by_day["04-01"]
    assert winter is not None
    assert summer is not None
    assert summer[0] - winter[0] == 7 * 24 * 60 - 60


def test_session_online_needs_no_place_and_one_that_stays_only_what_it_names(folder: CourseFolder) -> None:
    online = _cohort(folder, WEEKLY, "  sessions: [{id: s1, online: https://example.org/a}]\n")
    form = online.formats[online.sessions[0].format]
    assert (form.leaders, form.venues) == (1, ())
    stays = _cohort(folder, HOURS, "  sessions: [{id: s1, on: 2023-03-11, venue: v1}]\n")
    form = stays.formats[stays.sessions[0].format]
    assert (form.leaders, form.trainers, [each.id for each in form.venues]) == (0, (), ["v1", "v2"])


def test_bridge_days_are_those_of_the_place(folder: CourseFolder) -> None:
    folder.replace(VENUES, "Padova,", "Padova, patron_day: 03-16,")
    cohort = _cohort(folder, "  holidays: {country: IT}\n", HOURS)
    within = {
        venue: [cohort.occasions[each].day.isoformat()[5:] for each in sorted(found)]
        for venue, found in cohort.bridges.items()
    }
    common = [day for day in within[None] if "03-04" <= day <= "04-29"]
    assert common == ["04-08", "04-22", "04-23", "04-24", "04-29"]
    assert within["v2"] == within[None]
    assert sorted(set(within["v1"]) - set(within[None])) == ["03-17", "03-18", "03-19"]


def test_country_without_known_holidays_is_refused(folder: CourseFolder) -> None:
    with pytest.raises(UnknownCalendarError):
        _cohort(folder, "  holidays: {country: XX}\n", WEEKLY)


def test_plan_of_what_is_posed_keeps_to_the_rhythm(folder: CourseFolder) -> None:
    folder.write(COHORT, HEAD + WEEKLY)
    problem = posed(folder.curriculum(), ["c-2023"]).problem
    found = Search(problem, 5.0).run()
    assert found.arrangement is not None
    (placed,) = found.arrangement.cohorts
    days = [problem.cohorts[0].occasions[each.occasion].day for each in placed]
    assert days == [date(2023, 3, 4), date(2023, 3, 11)]
