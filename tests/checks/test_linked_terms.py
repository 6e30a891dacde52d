"""Words of the glossary that a module uses without leading to it.

Covers also `model/glossary.py`.
"""

from __future__ import annotations

import pytest

from coursewright.model.finding import Code
from tests.checks.course_folder import EXERCISE, FIRST, GLOSSARY, CourseFolder, Told

TEXT = "Il testo del primo modulo.\n"


def test_first_use_is_told_where_no_link_is(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, "## Il tavolo\n\nPrima riga,\npoi il Tavolo.\n\nUn altro tavolo.\n")
    assert course.told() == [Told("term-not-linked", f"{FIRST}:18:8", "tavolo")]


@pytest.mark.parametrize(
    "text",
    [
        "Il tavolo, e poi il {term}`tavolo`.",
        "I {term}`tavoli <tavolo>`, e il tavolo.",
        "Il {term}`Tavolo`.",
        "I tavoli, il tavolone, il co-tavolo.",
        "Dice «al tavolo» e va; il *tavolo*.",
        "Il `tavolo` nel codice.",
        "## Il tavolo",
        ":::{facilitation}\nIl tavolo.\n:::",
    ],
)
def test_linked_or_no_use_of_its_own(course: CourseFolder, text: str) -> None:
    course.replace(FIRST, TEXT, f"{text}\n")
    assert course.told() == []


def test_a_link_for_trainers_alone_is_none(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, "Il tavolo.\n\n:::{facilitation}\nIl {term}`tavolo`.\n:::\n")
    assert course.places(Code.TERM_NOT_LINKED) == [f"{FIRST}:15:4"]


def test_the_longest_term_wins(course: CourseFolder) -> None:
    course.replace(
        GLOSSARY, "{term: tavolo,", "{term: tavolo di rete, means: Altro., source: rossi-2020}\n  - {term: tavolo,"
    )
    course.replace(FIRST, TEXT, "Il tavolo di rete.\n")
    assert course.told() == [Told("term-not-linked", f"{FIRST}:15:4", "tavolo di rete")]


def test_exercises_need_no_links(course: CourseFolder) -> None:
    text = (course.root / EXERCISE).read_text("utf-8")
    course.write(EXERCISE, f"{text}\nIl tavolo.\n")
    assert course.told() == []


def test_without_a_glossary_there_is_nothing_to_link(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, "Il tavolo.\n").remove(GLOSSARY)
    assert course.told() == []
