"""Where what is stated comes from."""

from __future__ import annotations

import pytest

from coursewright.model.finding import Code
from tests.checks.course_folder import (
    COHORT,
    COURSE,
    EXERCISE,
    FIGURES,
    FIRST,
    GLOSSARY,
    MAP,
    THERMOMETER,
    CourseFolder,
    Told,
)

STATED = [
    (COURSE, "\nsource: rossi-2020\n", "\n", "2:5", "source"),
    (MAP, "source: rossi-2020\n", "", "2:5", "source"),
    (FIGURES, "    source: rossi-2020\n", "", "3:9", "source"),
    (GLOSSARY, ", source: rossi-2020", "", "3:12", "source"),
    (THERMOMETER, "source: rossi-2020\n", "", "2:5", "source"),
    (FIRST, "sources: [rossi-2020]\n", "", "2:5", "sources"),
    (EXERCISE, "sources: [rossi-2020]\n", "", "2:5", "sources"),
]


@pytest.mark.parametrize(("path", "old", "new", "place", "key"), STATED)
def test_statement_without_source_is_found(
    course: CourseFolder, path: str, old: str, new: str, place: str, key: str
) -> None:
    course.replace(path, old, new)
    assert course.told() == [Told("missing-source", f"{path}:{place}")]
    assert course.values(Code.MISSING_SOURCE) == [{"key": key}]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (COURSE, "\nsource: rossi-2020", "\nillustrative: true"),
        (MAP, "source: rossi-2020", "illustrative: true"),
        (FIGURES, "    source: rossi-2020", "    illustrative: true"),
        (FIGURES, "figures:\n", "illustrative: [figures.facilitatrice]\nfigures:\n"),
        (GLOSSARY, "source: rossi-2020", "illustrative: true"),
        (GLOSSARY, "terms:\n", "illustrative: true\nterms:\n"),
        (THERMOMETER, "source: rossi-2020", "illustrative: true"),
        (COHORT, "source: rossi-2020", "illustrative: true"),
        (COHORT, "fees.price]", "fees.price, fees.rules.presto]"),
        (COHORT, "fees.price]", "fees]"),
        (FIRST, "sources: [rossi-2020]", "illustrative: true"),
        (EXERCISE, "sources: [rossi-2020]", "illustrative: true"),
    ],
)
def test_illustrative_statement_needs_no_source(course: CourseFolder, path: str, old: str, new: str) -> None:
    course.replace(path, old, new)
    for written in ("    source: rossi-2020\n", ", source: rossi-2020"):
        text = (course.root / path).read_text("utf-8")
        if path in {FIGURES, GLOSSARY, COHORT} and written in text:
            course.replace(path, written, "\n" if written.endswith("\n") else "")
    assert course.told() == []


def test_map_whose_competencies_all_have_a_source_needs_none(course: CourseFolder) -> None:
    course.replace(MAP, "source: rossi-2020\n", "")
    course.replace(MAP, "        title: Ascoltare\n", "        title: Ascoltare\n        source: rossi-2020\n")
    assert course.places(Code.MISSING_SOURCE) == [f"{MAP}:2:5"]
    course.replace(MAP, "        title: Decidere\n", "        title: Decidere\n        illustrative: true\n")
    assert course.places(Code.MISSING_SOURCE) == []


OWN = "    - {id: soci, label: Soci, percent: 20, when: {category: socio}}\n"


def test_prices_of_ones_own_need_no_source_and_one_is_enough_for_all(course: CourseFolder) -> None:
    course.replace(COHORT, "  rules:\n", f"  combine: best\n  rules:\n{OWN}")
    assert course.told() == [Told("missing-source", f"{COHORT}:20:12")]
    course.replace(COHORT, "  combine: best\n", "  combine: best\n  sources: [rossi-2020]\n")
    assert course.told() == []
    course.replace(COHORT, "  sources: [rossi-2020]\n", "").replace(COHORT, ", source: rossi-2020", "")
    assert course.told() == []


def test_rule_is_not_illustrative_for_a_value_of_it_that_is(course: CourseFolder) -> None:
    course.replace(COHORT, "  rules:\n", f"  combine: best\n  rules:\n{OWN}")
    course.replace(COHORT, "fees.price]", "fees.price, fees.rules.soci.percent]")
    assert course.told() == [Told("missing-source", f"{COHORT}:20:12")]


def test_course_that_could_not_be_read_misses_no_source(course: CourseFolder) -> None:
    course.replace(COURSE, "\nsource: rossi-2020\n", "\nsurce: rossi-2020\n")
    assert [told.code for told in course.told()] == ["unknown-key"]
