"""Reading instances of curriculum-based course timetabling."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.timetable.planner.ctt import Course, CourseGroup, CttError, Instance, Room, read_ctt

TINY = (Path(__file__).parent / "tiny.ctt.txt").read_text("utf-8")


def test_instance_is_read() -> None:
    assert read_ctt(TINY) == Instance(
        name="Tiny",
        days=2,
        periods_per_day=3,
        courses=(
            Course("storia", "ada", 2, 2, 30),
            Course("fisica", "bruno", 2, 1, 10),
            Course("canto", "ada", 1, 1, 25),
        ),
        rooms=(Room("aula", 30), Room("saletta", 20)),
        curricula=(CourseGroup("primo", ("storia", "fisica")), CourseGroup("secondo", ("canto",))),
        unavailable=frozenset({("canto", 0), ("storia", 5)}),
    )


def test_blank_lines_and_what_follows_the_end_do_not_matter() -> None:
    assert read_ctt(TINY.replace("\n", " \n\n") + "whatever") == read_ctt(TINY)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("END.", "", "line 24: the text ends without “END.”"),
        ("Days: 2\n", "", "line 25: the header lacks “Days”"),
        ("Days: 2", "Days: two", "line 4: “two” is not a whole number from 1 on"),
        ("Days: 2", "Days: 0", "line 4: “0” is not a whole number from 1 on"),
        (
            "Days: 2",
            "Weeks: 2",
            "line 4: “Weeks: 2” is not of the header: "
            "Name, Courses, Rooms, Days, Periods_per_day, Curricula, Constraints, each once",
        ),
        ("ROOMS:\naula 30\nsaletta 20\n", "", "line 23: section “ROOMS” is missing"),
        ("ROOMS:", "COURSES:", "line 14: “COURSES” stands here again"),
        ("Courses: 3", "Courses: 4", "line 2: “Courses” is 4, and section “COURSES” has 3 lines"),
        (
            "storia ada 2 2 30",
            "storia ada 2 30",
            "line 10: a course is 5 fields (id, teacher, lectures, days, students), not 4",
        ),
        ("storia ada 2 2 30", "storia ada 2 2 -1", "line 10: “-1” is not a whole number from 0 on"),
        ("canto ada 1 1 25", "storia ada 1 1 25", "line 12: course “storia” stands here again"),
        ("saletta 20", "aula 20", "line 16: room “aula” stands here again"),
        ("primo 2", "primo 3", "line 19: the curriculum has 2 courses, not 3"),
        ("secondo 1 canto", "secondo 1 ballo", "line 20: there is no course “ballo”"),
        ("secondo 1 canto", "secondo", "line 20: a curriculum is 2 fields (id, number of courses), not 1"),
        ("canto 0 0", "ballo 0 0", "line 23: there is no course “ballo”"),
        ("canto 0 0", "canto 0 3", "line 23: there is no period 3 of day 0: both count from 0"),
        ("canto 0 0", "canto 2 0", "line 23: there is no period 0 of day 2: both count from 0"),
    ],
)
def test_malformed_text_is_refused_with_its_line(old: str, new: str, message: str) -> None:
    assert TINY.count(old) >= 1
    with pytest.raises(CttError) as refused:
        read_ctt(TINY.replace(old, new, 1))
    assert str(refused.value) == message
