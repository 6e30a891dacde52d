"""Roles in texts that lead to entries, words and sources."""

from __future__ import annotations

import pytest

from coursewright.model.finding import Code
from coursewright.sphinx_ext.domain import CourseDomain
from tests.checks.course_folder import FIGURES, FIRST, GLOSSARY, CourseFolder, Told

TEXT = "Il testo del primo modulo.\n"
EXISTING = [
    "{competency}`ascoltare`",
    "{module}`il secondo <secondo>`",
    "{exercise}`cerchio`",
    "{figure}`facilitatrice`",
    "{cohort}`c-2023`",
    "{group}`rete`",
    "{thermometer}`stili`",
    "{matrix}`sportello`",
    "{person}`t1`",
    "{venue}`v1`",
    "{competency-map}`mappa`",
    "{course:module}`secondo`",
    "{term}`Tavolo`",
    "{term}`ai tavoli <tavolo>`",
    "{cite}`rossi-2020`",
    "{cite:t}`rossi-2020`",
    "{cite:ps}`rossi-2020, rossi-2020`",
    "{cite:p}`{vedi}rossi-2020{p. 3}`",
    "{sub}`2`",
    "{ref}`altrove`",
    "`{module}`",
]
# Whatever the site links by a role is looked up.
KINDS = sorted(CourseDomain.roles)


@pytest.mark.parametrize("text", EXISTING)
def test_mention_of_something_is_fine(course: CourseFolder, text: str) -> None:
    course.replace(FIRST, TEXT, f"{text}\n")
    assert course.told() == []


@pytest.mark.parametrize("prefix", ["", "course:"])
@pytest.mark.parametrize("kind", KINDS)
def test_mention_of_nothing_is_found(course: CourseFolder, kind: str, prefix: str) -> None:
    course.replace(FIRST, TEXT, f"Prima riga,\npoi {{{prefix}{kind}}}`niente`.\n")
    assert course.told() == [Told("unknown-id", f"{FIRST}:16:5", "niente")]
    assert course.values(Code.UNKNOWN_ID)[0]["kind"] == kind


def test_unknown_word_is_found_with_the_nearest(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, "Il {term}`tavoli`.\n")
    assert course.values(Code.UNKNOWN_ID) == [{"kind": "term", "found": "tavoli", "nearest": "tavolo"}]


def test_words_are_not_looked_up_without_a_glossary(course: CourseFolder) -> None:
    course.remove(GLOSSARY)
    assert course.told() == []


def test_words_are_not_looked_up_in_a_glossary_that_could_not_be_read(course: CourseFolder) -> None:
    course.replace(GLOSSARY, "means:", "meens:")
    assert [told.code for told in course.told()] == ["unknown-key"]


@pytest.mark.parametrize("role", ["cite", "cite:p", "cite:t", "cite:ps", "footcite"])
def test_each_unknown_source_of_a_citation_is_found(course: CourseFolder, role: str) -> None:
    course.replace(FIRST, TEXT, f"Come si è visto {{{role}}}`rossi-2002, verdi,rossi-2020`.\n")
    assert [told.found for told in course.told()] == ["rossi-2002", "verdi"]
    assert course.places(Code.UNKNOWN_SOURCE) == [f"{FIRST}:15:17"] * 2


def test_mentions_in_blocks_are_looked_up(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, ":::{facilitation}\nVedi {module}`terzo`.\n:::\n")
    assert course.told() == [Told("unknown-id", f"{FIRST}:16:6", "terzo")]


def test_mentions_in_data_are_plain_text(course: CourseFolder) -> None:
    course.replace(FIGURES, "Tiene il filo di un tavolo.", "Tiene il filo, {module}`terzo`.")
    assert course.told() == []
