"""Headings, images, links and steps of Markdown texts."""

from __future__ import annotations

import pytest

from coursewright.checks.prose import says_nothing
from coursewright.model.finding import Code
from tests.checks.course_folder import COURSE, EXERCISE, FIRST, CourseFolder, Told

TEXT = "Il testo del primo modulo.\n"
HARD = "Conseguentemente l'amministrazione intercomunale predispone programmazioni organizzative interistituzionali\n"
EASY = "Poi si va. "
HIDDEN = "curriculum/pages/riservata.md"
TITLE = "# Cerchio\n"


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


def _hard(course: CourseFolder, sentences: int) -> CourseFolder:
    return course.replace(FIRST, TEXT, "\n".join([HARD] * sentences))


def test_long_words_in_long_sentences_are_told_with_the_lines_of_the_longest(course: CourseFolder) -> None:
    _hard(course, 13).replace(FIRST, "# Primo\n", "# Primo\n\nMolto bene.\n")
    longer = HARD.strip() + " e\n"
    text = (course.root / FIRST).read_text("utf-8").split("\n")
    text[30] = longer.strip()
    course.write(FIRST, "\n".join(text))
    assert course.places(Code.HARD_TO_READ) == [f"{FIRST}:13:1"]
    (values,) = course.values(Code.HARD_TO_READ)
    assert (values["least"], values["lines"]) == (45, "17, 19, 31")


def test_a_few_hard_words_are_not_measured(course: CourseFolder) -> None:
    assert _hard(course, 12).told() == []


def test_notes_for_trainers_do_not_count(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, ":::{facilitation}\n" + "\n".join([HARD] * 20) + ":::\n")
    assert course.told() == []


def test_exercises_are_measured_too(course: CourseFolder) -> None:
    course.replace(EXERCISE, "```{steps}\n```\n", "```{steps}\n```\n\n" + "\n".join([HARD] * 20))
    assert [told.code for told in course.told()] == ["hard-to-read"]


def test_easy_words_outweigh_hard_ones(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, HARD * 13 + "\n" + EASY * 60 + "\n")
    assert course.told() == []


def test_a_course_in_another_language_is_not_measured(course: CourseFolder) -> None:
    assert _hard(course, 20).replace(COURSE, "language: it", "language: en").places(Code.HARD_TO_READ) == []


def test_a_module_may_be_hard_for_a_reason(course: CourseFolder) -> None:
    _hard(course, 20).replace(FIRST, "minutes: 60\n", "minutes: 60\nignore: [{code: hard-to-read, why: Si cita.}]\n")
    assert course.told() == []


@pytest.fixture
def guided(course: CourseFolder) -> CourseFolder:
    """The smallest course with a page for trainers."""
    return course.write(HIDDEN, "---\nedition: trainers\n---\n\n# Riservata\n\n[Il giro](../../exercises/cerchio.md)\n")


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("[](../curriculum/pages/riservata.md)", "../curriculum/pages/riservata.md"),
        ("[parole](/curriculum/pages/riservata.md)", "/curriculum/pages/riservata.md"),
        ("[parole](/curriculum/pages/riservata)", "/curriculum/pages/riservata"),
        ("[parole](/curriculum/pages/riservata.html#x)", "/curriculum/pages/riservata.html"),
        ("{doc}`/curriculum/pages/riservata`", "/curriculum/pages/riservata"),
        ("{doc}`parole </curriculum/pages/riservata>`", "/curriculum/pages/riservata"),
    ],
)
def test_link_to_a_page_of_the_trainers_is_an_error_unless_it_is_for_them(
    guided: CourseFolder, link: str, target: str
) -> None:
    guided.replace(EXERCISE, TITLE, f"{TITLE}\n{link}\n")
    assert guided.told() == [Told("link-for-trainers", f"{EXERCISE}:16:1", target)]
    guided.replace(EXERCISE, link, f":::{{facilitation}}\n{link}\n:::")
    assert guided.told() == []


def test_link_between_pages_of_the_trainers_is_fine(guided: CourseFolder) -> None:
    guided.write("curriculum/pages/altra.md", "---\nedition: trainers\n---\n\n# Altra\n\n[Di là](riservata.md)\n")
    assert guided.told() == []
