"""The order of modules, and what they build on."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coursewright.checks.path import check_reach
from coursewright.model.competency import Area, Competency, CompetencyMap, Gradation
from coursewright.model.course import Course
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code
from coursewright.model.module import Module, Teaching
from tests.checks.course_folder import COURSE, FIRST, SECOND, CourseFolder, Told

SCALE = ("a", "b", "c", "d")
MAP = CompetencyMap(
    id="m",
    title="M",
    gradations=tuple(Gradation(id=gradation, title=gradation) for gradation in SCALE),
    areas=(Area(id="x", title="X", competencies=tuple(Competency(id=name, title=name) for name in "pq")),),
)
LIFTS = st.tuples(st.sampled_from("pq"), st.integers(0, 3), st.integers(0, 3))
PATHS = st.lists(st.lists(LIFTS, max_size=3), max_size=6)


def test_module_outside_the_path_is_found(course: CourseFolder) -> None:
    course.replace(COURSE, "path: [primo, secondo]", "path: [primo]")
    assert course.told() == [Told("module-not-in-path", f"{SECOND}:2:5", "secondo")]


def test_nothing_is_outside_a_path_that_could_not_be_read(course: CourseFolder) -> None:
    course.replace(COURSE, "language: it", "language: italiano")
    assert [told.code for told in course.told()] == ["wrong-type"]


def test_every_repetition_in_the_path_is_found(course: CourseFolder) -> None:
    course.replace(COURSE, "[primo, secondo]", "[primo, secondo, primo, primo]")
    assert course.places(Code.PATH_REPEATS) == [f"{COURSE}:6:24", f"{COURSE}:6:31"]


def test_start_that_nobody_reaches_is_found_with_what_is_reached(course: CourseFolder) -> None:
    course.replace(SECOND, "{competency: decidere, from: osserva", "{competency: decidere, from: pratica")
    values = {"competency": "decidere", "from": "pratica", "reached": "osserva"}
    assert course.values(Code.GRADATION_NOT_REACHED) == [values]
    assert course.places(Code.GRADATION_NOT_REACHED) == [f"{SECOND}:5:40"]


def test_nothing_is_said_after_a_module_that_could_not_be_read(course: CourseFolder) -> None:
    course.replace(SECOND, "{competency: decidere, from: osserva", "{competency: decidere, from: pratica")
    course.replace(FIRST, "minutes: 60", "minutes: sessanta")
    assert course.places(Code.GRADATION_NOT_REACHED) == []


@given(PATHS)
def test_reach_is_what_the_rule_says_step_by_step(path: list[list[tuple[str, int, int]]]) -> None:
    told = {
        (finding.values["competency"], finding.values["from"], finding.values["reached"])
        for finding in check_reach(_curriculum(path))
    }
    lifts = [lift for module in path for lift in module]
    expected = set()
    for number, (competency, start, _) in enumerate(lifts):
        reached = _reached(competency, lifts[:number])
        if start > reached:
            expected.add((competency, SCALE[start], SCALE[reached]))
    assert told == expected


def _reached(competency: str, lifts: list[tuple[str, int, int]]) -> int:
    """The highest gradation reached: whoever stands at a lift's start or above may go up, never down."""
    if not lifts:
        return 0
    *earlier, (other, start, to) = lifts
    before = _reached(competency, earlier)
    return max(before, to) if other == competency and before >= start else before


def _curriculum(path: list[list[tuple[str, int, int]]]) -> Curriculum:
    modules = {
        f"m{number}": Module(
            id=f"m{number}",
            summary="S",
            minutes=1,
            teaches=tuple(
                Teaching.model_validate({"competency": name, "from": SCALE[start], "to": SCALE[to]})
                for name, start, to in lifts
            ),
        )
        for number, lifts in enumerate(path)
    }
    course = Course(id="c", title="C", summary="S", language="it", path=tuple(modules))
    return replace(Curriculum(course=course), maps={"m": MAP}, modules=modules)


def test_loop_is_told_once_from_its_smallest_module(course: CourseFolder) -> None:
    course.replace(FIRST, "minutes: 60\n", "minutes: 60\nrequires: [secondo]\n")
    (found,) = course.findings()
    assert (found.code, found.values["loop"]) == (Code.PREREQUISITE_LOOP, "primo → secondo → primo")
    assert str(found.place) == f"{FIRST}:5:12"
    assert [str(place) for place in found.related] == [f"{SECOND}:6:12"]


def test_module_that_requires_itself_is_a_loop(course: CourseFolder) -> None:
    course.replace(SECOND, "requires: [primo]", "requires: [primo, secondo]")
    assert course.values(Code.PREREQUISITE_LOOP) == [{"loop": "secondo → secondo"}]


def test_required_module_that_comes_later_is_found(course: CourseFolder) -> None:
    course.replace(COURSE, "path: [primo, secondo]", "path: [secondo, primo]")
    assert course.told() == [Told("required-later", f"{SECOND}:6:12", "primo")]


def test_required_module_outside_the_path_is_not_later(course: CourseFolder) -> None:
    course.replace(COURSE, "path: [primo, secondo]", "path: [secondo]")
    assert course.told() == [Told("module-not-in-path", f"{FIRST}:2:5", "primo")]
