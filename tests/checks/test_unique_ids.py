"""Ids that stand twice."""

from __future__ import annotations

import pytest

from coursewright.model.finding import Code
from tests.checks.course_folder import (
    COHORT,
    FIGURES,
    GLOSSARY,
    GROUP,
    MAP,
    MATRIX,
    PEOPLE,
    THERMOMETER,
    VENUES,
    CourseFolder,
)

REPEATED = [
    (MAP, "  - {id: pratica, title: Pratica}\n", "gradation", "8:10", "7:10"),
    (FIGURES, "    source: rossi-2020\n", "figure", "8:10", "3:9"),
    (PEOPLE, "illustrative: true}\n", "person", "4:10", "3:10"),
    (VENUES, "illustrative: true}\n", "venue", "4:10", "3:10"),
    (THERMOMETER, "title: Il primo contatto}\n", "situation", "8:10", "7:10"),
    (GROUP, "offers: [decidere]}\n", "member", "11:10", "10:10"),
    (MATRIX, "title: Operativo}\n", "level", "9:10", "8:10"),
    (MATRIX, "delegated_to: operativo}\n", "objective", "11:10", "10:10"),
    (COHORT, "modules: [secondo], trainers: [t1], venue: v1}\n", "session", "14:12", "13:12"),
    (COHORT, "source: rossi-2020}\n", "rule", "20:12", "19:12"),
]
AGAIN = {
    "gradation": "  - {id: pratica, title: Ancora}\n",
    "figure": "  - {id: facilitatrice, title: Ancora, summary: Ancora., source: rossi-2020}\n",
    "person": "  - {id: t1, name: Docente B, role: trainer}\n",
    "venue": "  - {id: v1, title: Ancora, municipality: Padova, seats: 3}\n",
    "situation": "  - {id: primo-contatto, title: Ancora}\n",
    "member": "  - {id: nodo-b}\n",
    "level": "  - {id: operativo, title: Ancora}\n",
    "objective": "  - {id: ascolto, title: Ancora, delegated_to: operativo}\n",
    "session": "    - {id: s2, modules: [secondo], trainers: [t1], venue: v1, on: 2023-02-25}\n",
    "rule": "    - {id: presto, label: Ancora, percent: 5, tier: x, source: rossi-2020}\n",
}


@pytest.mark.parametrize(("path", "after", "kind", "place", "first"), REPEATED)
def test_second_of_two_equal_ids_is_found(
    course: CourseFolder, path: str, after: str, kind: str, place: str, first: str
) -> None:
    course.replace(path, after, after + AGAIN[kind])
    if kind == "rule":
        course.replace(path, "  rounding: half-up\n", "  rounding: half-up\n  combine: best\n")
        place, first = "21:12", "20:12"
    (found,) = [finding for finding in course.findings() if finding.code is Code.DUPLICATE_ID]
    assert (str(found.place), found.values["kind"]) == (f"{path}:{place}", kind)
    assert [str(related) for related in found.related] == [f"{path}:{first}"]


def test_competency_is_unique_over_all_maps(course: CourseFolder) -> None:
    other = (course.root / MAP).read_text("utf-8").replace("id: mappa", "id: seconda")
    course.write("curriculum/competencies/seconda.yaml", other)
    path = "curriculum/competencies/seconda.yaml"
    assert course.places(Code.DUPLICATE_ID) == [f"{path}:12:13", f"{path}:16:13"]


def test_areas_and_gradations_of_two_maps_may_share_ids(course: CourseFolder) -> None:
    other = (course.root / MAP).read_text("utf-8").replace("id: mappa", "id: seconda")
    other = other.replace("id: ascoltare", "id: terza").replace("id: decidere", "id: quarta")
    course.write("curriculum/competencies/seconda.yaml", other)
    assert course.places(Code.DUPLICATE_ID) == []


def test_sessions_of_two_cohorts_may_share_ids(course: CourseFolder) -> None:
    other = (course.root / COHORT).read_text("utf-8").replace("id: c-2023", "id: c-2024")
    course.write("curriculum/cohorts/c-2024.yaml", other)
    assert course.places(Code.DUPLICATE_ID) == []


def test_term_is_the_same_whatever_its_capitals(course: CourseFolder) -> None:
    term = "  - {term: TAVOLO, means: Altro., source: rossi-2020}\n"
    course.replace(GLOSSARY, "source: rossi-2020}\n", "source: rossi-2020}\n" + term)
    assert course.places(Code.DUPLICATE_ID) == [f"{GLOSSARY}:4:12"]


def test_third_of_three_equal_ids_names_the_first(course: CourseFolder) -> None:
    again = AGAIN["level"] * 2
    course.replace(MATRIX, "title: Operativo}\n", "title: Operativo}\n" + again)
    firsts = [values["first"] for values in course.values(Code.DUPLICATE_ID)]
    assert firsts == [f"{MATRIX}:8:10"] * 2
