"""Gradations of the right map, in its order, described wholly or not at all.

Covers also `model/competency.py`.
"""

from __future__ import annotations

import pytest

from coursewright.model.finding import Code
from tests.checks.course_folder import (
    EXERCISE,
    FIGURES,
    FIRST,
    GROUP,
    MAP,
    SECOND,
    THERMOMETER,
    CourseFolder,
)

UNKNOWN = [
    (MAP, "pratica: Domanda e riformula.", "pratico: Domanda e riformula.", "14:46"),
    (FIRST, "from: osserva", "from: pratico", "5:41"),
    (FIRST, "to: pratica", "to: pratico", "5:54"),
    (EXERCISE, "ascoltare, to: pratica", "ascoltare, to: pratico", "4:41"),
    (FIGURES, "to: pratica", "to: pratico", "6:44"),
    (THERMOMETER, "pratica: Faccio domande.", "pratico: Faccio domande.", "10:36"),
    (GROUP, "standing: {ascoltare: pratica}", "standing: {ascoltare: pratico}", "7:23"),
    (GROUP, "{competency: decidere, to: pratica}", "{competency: decidere, to: pratico}", "15:32"),
    (GROUP, "pratica: 4", "pratico: 4", "17:75"),
]


@pytest.mark.parametrize(("path", "old", "new", "place"), UNKNOWN)
def test_gradation_of_no_map_is_found_where_it_is_written(
    course: CourseFolder, path: str, old: str, new: str, place: str
) -> None:
    course.replace(path, old, new)
    values = {"found": "pratico", "map": "mappa", "nearest": "pratica", "known": "osserva, pratica"}
    assert course.values(Code.UNKNOWN_GRADATION) == [values]
    assert course.places(Code.UNKNOWN_GRADATION) == [f"{path}:{place}"]


@pytest.mark.parametrize(("start", "to"), [("osserva", "osserva"), ("pratica", "osserva")])
def test_teaching_that_does_not_go_up_is_no_lift(course: CourseFolder, start: str, to: str) -> None:
    course.replace(SECOND, "from: osserva, to: pratica", f"from: {start}, to: {to}")
    assert course.places(Code.NOT_A_LIFT) == [f"{SECOND}:5:53"]


def test_unknown_gradation_is_not_also_no_lift(course: CourseFolder) -> None:
    course.replace(SECOND, "from: osserva, to: pratica", "from: pratica, to: niente")
    assert course.places(Code.NOT_A_LIFT) == []


def test_gradation_left_undescribed_among_others_is_found(course: CourseFolder) -> None:
    course.replace(THERMOMETER, "{osserva: Ascolto., pratica: Faccio domande.}", "{pratica: Faccio domande.}")
    assert course.values(Code.GRADATION_UNDESCRIBED) == [{"found": "osserva"}]
    assert course.places(Code.GRADATION_UNDESCRIBED) == [f"{THERMOMETER}:10:5"]


def test_describing_no_gradation_is_fine(course: CourseFolder) -> None:
    course.replace(MAP, "        gradations: {osserva: Tace e segue., pratica: Domanda e riformula.}\n", "")
    course.replace(THERMOMETER, "    describes: {osserva: Ascolto., pratica: Faccio domande.}\n", "")
    assert course.told() == []
