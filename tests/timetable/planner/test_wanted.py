"""Which sessions a cohort has to hold, and for how long."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursewright.timetable.planner.wanted import WantedSession, wanted_sessions
from coursewright.timetable.sessions import plan
from tests.checks.course_folder import COHORT, COURSE, FIRST, SECOND, CourseFolder
from tests.timetable.planner.bare_cohort import HEAD

# An hour and a half of work each time.
SHORT = '  pattern: {every: 1 week, from: "09:30", to: "11:15", breaks: [{at: "10:30", minutes: 15}]}\n'
THIRD = "modules/terzo.md"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> CourseFolder:
    """A course of three modules of an hour each."""
    folder = CourseFolder.minimal(tmp_path / "course").replace(COURSE, "[primo, secondo]", "[primo, secondo, terzo]")
    second = (folder.root / SECOND).read_text("utf-8")
    return folder.write(THIRD, second.replace("id: secondo", "id: terzo"))


def _minutes(folder: CourseFolder, **modules: int) -> None:
    for path, name in ((FIRST, "primo"), (SECOND, "secondo"), (THIRD, "terzo")):
        folder.replace(path, "minutes: 60\n", f"minutes: {modules.get(name, 60)}\n")


def _wanted(folder: CourseFolder, calendar: str, *known: str) -> tuple[WantedSession, ...]:
    curriculum = folder.write(COHORT, HEAD + calendar).curriculum()
    cohort = curriculum.cohorts["c-2023"]
    return wanted_sessions(curriculum, cohort, plan(cohort, curriculum.venues, "it"), known)


def _told(wanted: tuple[WantedSession, ...]) -> list[str]:
    """Each session in a line: its id or +, its modules, from when to when, the minutes of work."""
    return [
        f"{each.listed.id if each.listed else '+'} {' '.join(each.modules)} "
        f"{each.start:%H:%M}-{each.end:%H:%M} {each.minutes}"
        for each in wanted
    ]


def _listed(*sessions: str) -> str:
    return SHORT + "  sessions:\n" + "".join(f"    - {{{each}}}\n" for each in sessions)


def test_modules_that_fit_together_share_a_session(folder: CourseFolder) -> None:
    _minutes(folder, primo=30)
    assert _told(_wanted(folder, SHORT)) == ["+ primo secondo 09:30-11:15 90", "+ terzo 09:30-10:30 60"]


def test_module_too_long_for_one_session_goes_over_several_as_even_as_can_be(folder: CourseFolder) -> None:
    _minutes(folder, primo=200)
    assert _told(_wanted(folder, SHORT)) == [
        "+ primo 09:30-10:55 70",
        "+ primo 09:30-10:50 65",
        "+ primo 09:30-10:50 65",
        "+ secondo 09:30-10:30 60",
        "+ terzo 09:30-10:30 60",
    ]


def test_minutes_that_are_left_over_go_to_the_last_session(folder: CourseFolder) -> None:
    _minutes(folder, primo=178)
    assert _told(_wanted(folder, SHORT))[:2] == ["+ primo 09:30-11:15 90", "+ primo 09:30-11:13 88"]


def test_no_session_is_longer_than_the_hours_of_the_pattern(folder: CourseFolder) -> None:
    _minutes(folder, primo=125)
    odd = '  pattern: {every: 1 week, from: "09:30", to: "10:33"}\n'
    assert _told(_wanted(folder, odd))[:2] == ["+ primo 09:30-10:33 63", "+ primo 09:30-10:32 62"]


def test_break_is_held_only_by_sessions_that_go_on_after_it(folder: CourseFolder) -> None:
    _minutes(folder, primo=61)
    first, second, _ = _wanted(folder, SHORT)
    assert [(each.end.isoformat("minutes"), len(each.breaks)) for each in (first, second)] == [
        ("10:46", 1),
        ("10:30", 0),
    ]


def test_without_a_pattern_a_session_has_four_hours_of_the_morning(folder: CourseFolder) -> None:
    _minutes(folder, primo=240)
    assert _told(_wanted(folder, "  pause: []\n")) == ["+ primo 09:30-13:30 240", "+ secondo terzo 09:30-11:30 120"]


def test_listed_sessions_are_as_long_as_their_modules(folder: CourseFolder) -> None:
    listed = _listed("id: s1, modules: [primo]", "id: s2, modules: [secondo]", "id: s3, modules: [terzo]")
    assert _told(_wanted(folder, listed)) == [
        f"s{n} {name} 09:30-10:30 60" for n, name in ((1, "primo"), (2, "secondo"), (3, "terzo"))
    ]


def test_listed_sessions_of_one_module_share_its_time(folder: CourseFolder) -> None:
    _minutes(folder, primo=145)
    listed = _listed("id: s1, modules: [primo]", "id: s2, modules: [primo]", "id: s3, modules: [secondo, terzo]")
    assert _told(_wanted(folder, listed))[:2] == ["s1 primo 09:30-11:00 75", "s2 primo 09:30-10:55 70"]


def test_hours_that_somebody_has_set_stay(folder: CourseFolder) -> None:
    _minutes(folder, primo=120)
    listed = _listed('id: s1, modules: [primo], from: "14:00", to: "15:00"', "id: s2, modules: [primo]")
    assert _told(_wanted(folder, listed))[:2] == ["s1 primo 14:00-15:00 60", "s2 primo 09:30-10:30 60"]


def test_session_with_breaks_of_its_own_has_the_hours_of_the_pattern(folder: CourseFolder) -> None:
    assert _told(_wanted(folder, _listed("id: s1, modules: [primo], breaks: []")))[0] == "s1 primo 09:30-11:15 105"


def test_few_minutes_that_listed_sessions_lack_are_no_session(folder: CourseFolder) -> None:
    _minutes(folder, primo=94)
    listed = _listed("id: s1, modules: [primo]", "id: s2, modules: [secondo]", "id: s3, modules: [terzo]")
    assert len(_wanted(folder, listed)) == 3
    folder.replace(FIRST, "minutes: 94", "minutes: 95")
    assert len(_wanted(folder, listed)) == 4


def test_time_that_listed_sessions_lack_comes_after_them_and_before_what_follows(folder: CourseFolder) -> None:
    _minutes(folder, primo=200)
    listed = _listed("id: s1, modules: [primo]", "id: s2, modules: [secondo]", "id: s3, modules: [terzo]")
    assert _told(_wanted(folder, listed)) == [
        "s1 primo 09:30-11:15 90",
        "+ primo 09:30-10:25 55",
        "+ primo 09:30-10:25 55",
        "s2 secondo 09:30-10:30 60",
        "s3 terzo 09:30-10:30 60",
    ]


def test_module_that_no_session_teaches_stands_where_the_path_has_it(folder: CourseFolder) -> None:
    listed = _listed("id: s1, modules: [primo]", "id: s2, modules: [terzo]")
    assert _told(_wanted(folder, listed)) == [
        "s1 primo 09:30-10:30 60",
        "+ secondo 09:30-10:30 60",
        "s2 terzo 09:30-10:30 60",
    ]


def test_cancelled_session_is_not_wanted_and_its_modules_are(folder: CourseFolder) -> None:
    listed = _listed("id: s1, modules: [primo], cancelled: Neve", "id: s2, modules: [secondo, terzo]")
    assert _told(_wanted(folder, listed)) == [
        "+ primo 09:30-10:30 60",
        "s2 secondo terzo 09:30-11:15 90",
        "+ terzo 09:30-10:00 30",
    ]


def test_session_of_modules_that_are_not_there_keeps_its_hours(folder: CourseFolder) -> None:
    listed = _listed("id: s1, modules: [altro]", "id: s2, title: Visita", "id: s3, modules: [primo, primo]")
    assert _told(_wanted(folder, listed))[:3] == [
        "s1  09:30-11:15 90",
        "s2  09:30-11:15 90",
        "s3 primo 09:30-10:30 60",
    ]


@pytest.mark.parametrize(
    ("session", "known", "day"),
    [
        ("id: s1, modules: [primo]", (), None),
        ("id: s1, modules: [primo], on: 2023-03-07", (), "2023-03-07"),
        ("id: s1, modules: [primo], moved: {from: 2023-03-04, to: 2023-03-05}", (), "2023-03-05"),
        ("id: s1, modules: [primo]", ("s1",), "2023-03-04"),
        ("id: s1, modules: [primo]", ("s2",), None),
    ],
)
def test_sessions_with_a_day_of_their_own_or_known_to_subscribers_stay(
    folder: CourseFolder, session: str, known: tuple[str, ...], day: str | None
) -> None:
    wanted = _wanted(folder, _listed(session), *known)[0]
    assert (wanted.kept.day.isoformat() if wanted.kept is not None else None) == day
    # What stays keeps the pattern's hours; what does not is as long as its module.
    assert _told((wanted,)) == [f"s1 primo 09:30-{'11:15 90' if day is not None else '10:30 60'}"]


def test_session_that_stays_counts_for_its_module(folder: CourseFolder) -> None:
    _minutes(folder, primo=150)
    listed = _listed("id: s1, modules: [primo], on: 2023-03-07", "id: s2, modules: [primo]")
    assert _told(_wanted(folder, listed))[:2] == ["s1 primo 09:30-11:15 90", "s2 primo 09:30-10:30 60"]


def test_course_without_modules_wants_nothing(folder: CourseFolder) -> None:
    folder.replace(COURSE, "[primo, secondo, terzo]", "[]")
    assert _wanted(folder, SHORT) == ()
