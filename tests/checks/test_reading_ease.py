"""Texts that are hard to read."""

from __future__ import annotations

from coursewright.model.finding import Code
from tests.checks.course_folder import COURSE, EXERCISE, FIRST, CourseFolder

TEXT = "Il testo del primo modulo.\n"
HARD = "Conseguentemente l'amministrazione intercomunale predispone programmazioni organizzative interistituzionali\n"
EASY = "Poi si va. "


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
