"""Ids that lead nowhere, and where that is said.

Covers also `checks/lookup.py`, `model/ids.py`.
"""

from __future__ import annotations

import pytest

from coursewright.model.finding import Code
from tests.checks.course_folder import (
    BIBLIOGRAPHY,
    COHORT,
    COURSE,
    EXERCISE,
    FIGURES,
    FIRST,
    GLOSSARY,
    GROUP,
    MAP,
    MATRIX,
    SECOND,
    THERMOMETER,
    VENUES,
    CourseFolder,
    Told,
)

BROKEN = [
    (COURSE, "path: [primo, secondo]", "path: [primo, secondo, terzo]", "6:24", "module"),
    (MAP, "{to: decidere, as: precedes}", "{to: tacere, as: precedes}", "15:26", "competency"),
    (FIRST, "{competency: ascoltare, from", "{competency: tacere, from", "5:24", "competency"),
    (SECOND, "requires: [primo]", "requires: [primo, zero]", "6:19", "module"),
    (FIRST, "exercises: [cerchio]", "exercises: [cerchio, quadrato]", "6:22", "exercise"),
    (FIRST, "{exercise: cerchio}", "{exercise: quadrato}", "9:16", "exercise"),
    (EXERCISE, "{competency: ascoltare, to", "{competency: tacere, to", "4:26", "competency"),
    (EXERCISE, "assesses: [ascoltare", "assesses: [tacere", "5:12", "competency"),
    (FIGURES, "[{competency: ascoltare", "[{competency: tacere", "6:29", "competency"),
    (THERMOMETER, "map: mappa", "map: carta", "4:6", "competency-map"),
    (THERMOMETER, "competency: ascoltare", "competency: tacere", "9:17", "competency"),
    (GROUP, "standing: {ascoltare: pratica}", "standing: {tacere: pratica}", "7:12", "competency"),
    (GROUP, "figure: facilitatrice, offers", "figure: mediatore, offers", "9:26", "figure"),
    (GROUP, "offers: [ascoltare]", "offers: [tacere]", "9:50", "competency"),
    (GROUP, "seeks: [decidere]", "seeks: [tacere]", "9:70", "competency"),
    (GROUP, "practice: decidere", "practice: tacere", "12:59", "competency"),
    (GROUP, "- {figure: facilitatrice}", "- {figure: mediatore}", "14:14", "figure"),
    (GROUP, "{competency: decidere, to", "{competency: tacere, to", "15:18", "competency"),
    (GROUP, "thermometer: stili", "thermometer: gradi", "17:35", "thermometer"),
    (GROUP, "counts: {ascoltare:", "counts: {tacere:", "17:51", "competency"),
    (GROUP, "between: [nodo-a, nodo-b]", "between: [nodo-a, nodo-z]", "12:24", "member"),
    (COHORT, "modules: [primo]", "modules: [terzo]", "12:26", "module"),
    (COHORT, "modules: [primo], trainers: [t1]", "modules: [primo], trainers: [t9]", "12:45", "person"),
    (COHORT, "[primo], trainers: [t1], venue: v1", "[primo], trainers: [t1], venue: v9", "12:57", "venue"),
    (MATRIX, "delegated_to: operativo", "delegated_to: tecnico", "10:49", "level"),
    (MATRIX, "{level: politico", "{level: tecnico", "12:13", "level"),
    (MATRIX, "objective: ascolto", "objective: silenzio", "12:34", "objective"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "place", "kind"), BROKEN)
def test_reference_to_nothing_is_found_where_it_is_written(
    course: CourseFolder, path: str, old: str, new: str, place: str, kind: str
) -> None:
    course.replace(path, old, new)
    assert f"{path}:{place}" in course.places(Code.UNKNOWN_ID)
    assert {values["kind"] for values in course.values(Code.UNKNOWN_ID)} == {kind}


@pytest.mark.parametrize("path", [COURSE, MAP, FIGURES, GLOSSARY, THERMOMETER])
def test_source_that_is_not_in_the_bibliography_is_found(course: CourseFolder, path: str) -> None:
    course.replace(path, "source: rossi-2020", "source: rossi-2002")
    assert [(told.code, told.found) for told in course.told()] == [("unknown-source", "rossi-2002")]
    assert course.values(Code.UNKNOWN_SOURCE)[0]["nearest"] == "rossi-2020"


def test_sources_of_fees_and_rules_are_looked_up(course: CourseFolder) -> None:
    course.replace(COHORT, "source: rossi-2020", "source: verdi")
    course.replace(COHORT, "  currency: EUR\n", "  currency: EUR\n  sources: [rossi-2020, bianchi]\n")
    assert course.places(Code.UNKNOWN_SOURCE) == [f"{COHORT}:16:25", f"{COHORT}:20:104"]


def test_nearest_id_is_given_whatever_its_case(course: CourseFolder) -> None:
    course.replace(SECOND, "requires: [primo]", "requires: [prima]")
    assert course.values(Code.UNKNOWN_ID) == [{"kind": "module", "found": "prima", "nearest": "primo"}]


def test_nothing_near_leaves_the_hint_open(course: CourseFolder) -> None:
    course.replace(SECOND, "requires: [primo]", "requires: [xyzw]")
    assert course.values(Code.UNKNOWN_ID)[0]["nearest"] is None


def test_module_that_cannot_be_read_still_exists(course: CourseFolder) -> None:
    course.replace(FIRST, "minutes: 60", "minutes: sessanta")
    assert course.told() == [Told("wrong-type", f"{FIRST}:4:10", "sessanta")]


def test_competencies_of_a_map_without_readable_ids_still_exist(course: CourseFolder) -> None:
    course.write(MAP, 'kind: competency-map\nid: "mappa')
    assert [told.code for told in course.told()] == ["yaml-quote"]


def test_competencies_of_a_map_with_a_wrong_value_still_exist(course: CourseFolder) -> None:
    course.replace(MAP, "title: Ascoltare", "titel: Ascoltare")
    assert [told.code for told in course.told()] == ["unknown-key"]


def test_id_that_is_itself_wrong_stands_for_the_one_meant(course: CourseFolder) -> None:
    course.replace(VENUES, "id: v1", "id: V1")
    assert [told.code for told in course.told()] == ["invalid-id"]


def test_unreadable_files_of_one_kind_do_not_hide_errors_in_others(course: CourseFolder) -> None:
    course.write(VENUES, "kind: [").replace(SECOND, "requires: [primo]", "requires: [terzo]")
    assert Told("unknown-id", f"{SECOND}:6:12", "terzo") in course.told()


def test_unreadable_bibliography_hides_unknown_sources(course: CourseFolder) -> None:
    course.write(BIBLIOGRAPHY, "@book{verdi,\n  title = {")
    assert [told.code for told in course.told()] == ["bibliography-syntax"]


def test_kinds_may_share_ids(course: CourseFolder) -> None:
    course.replace(FIGURES, "id: facilitatrice", "id: primo")
    course.replace(GROUP, "figure: facilitatrice, offers", "figure: primo, offers")
    course.replace(GROUP, "- {figure: facilitatrice}", "- {figure: primo}")
    assert course.told() == []
