"""Headings, images, links and steps of Markdown texts."""

from __future__ import annotations

import pytest

from coursewright.checks.prose import says_nothing
from coursewright.model.finding import Code
from tests.checks.course_folder import EXERCISE, FIRST, CourseFolder, Told

TEXT = "Il testo del primo modulo.\n"


@pytest.mark.parametrize(
    "words",
    [
        "qui",
        "Qui",
        "clicca qui",
        "Clicca  qui!",
        "questo link",
        "link",
        "leggi",
        "Leggi tutto…",
        "leggi l’articolo",
        "vai",
        "continua",
        "pagina",
        "questa pagina",
        "«qui»",
        "per saperne di più",
        "here",
        "Click here",
        "read more",
        "more",
        "this",
        "this page",
        "the following link",
        "https://example.org/pagina",
        "www.example.org",
    ],
)
def test_words_that_say_nothing(words: str) -> None:
    assert says_nothing(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Competenze",
        "qui e ora",
        "la pagina delle competenze",
        "continua la lettura di Alinsky",
        "leggi regionali",
        "Linkografia",
        "this course",
        "Read the map",
        "more than a network",
        "il sito di Social Seed",
        "rete@example.org",
    ],
)
def test_words_that_say_something(words: str) -> None:
    assert not says_nothing(words)


def test_second_title_is_found_and_parts_are_not(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, "## Parte\n\n# Altro\n\n# Altro ancora\n")
    assert course.places(Code.SECOND_TITLE) == [f"{FIRST}:17:1", f"{FIRST}:19:1"]


def test_heading_that_skips_a_level_is_found(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, "### Dettaglio\n\n## Parte\n\n### Giusto\n\n## Altra parte\n")
    assert course.told() == [Told("heading-jump", f"{FIRST}:15:1", 3)]
    assert course.values(Code.HEADING_JUMP) == [{"above": 1, "found": 3, "expected": 2}]


def test_hash_in_code_is_no_heading(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, "```sh\n# commento\n#### altro\n```\n")
    assert course.told() == []


def test_image_without_text_is_found(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, "Un cerchio: ![](b.png)\n\n![Un cerchio](a.png)\n")
    assert course.told() == [Told("image-without-alt", f"{FIRST}:15:13", "b.png")]


def test_link_that_says_nothing_is_found_in_a_block_too(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, "```{note}\nVedi\n[qui](secondo.md).\n```\n")
    assert course.told() == [Told("uninformative-link", f"{FIRST}:17:1", "qui")]


def test_link_without_words_takes_those_of_its_page(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, "Prosegui con [](secondo.md).\n")
    assert course.told() == []


def test_steps_that_the_text_does_not_show_are_found(course: CourseFolder) -> None:
    course.replace(EXERCISE, "```{steps}\n```\n", "In cerchio.\n")
    assert course.told() == [Told("steps-not-shown", f"{EXERCISE}:8:1")]


def test_steps_in_a_colon_fence_are_shown(course: CourseFolder) -> None:
    course.replace(EXERCISE, "```{steps}\n```\n", ":::{steps}\n:::\n")
    assert course.told() == []
