"""Words that the course says more plainly.

Covers also `model/plain_words.py`.
"""

from __future__ import annotations

import pytest

from coursewright.model.finding import Code
from tests.checks.course_folder import EXERCISE, FIGURES, FIRST, GLOSSARY, GUIDE, CourseFolder, Told

TEXT = "Il testo del primo modulo.\n"
WORDS = "curriculum/plain-words.yaml"
LIST = """kind: plain-words
words:
  - {avoid: feedback, say: riscontro}
  - {avoid: case manager, say: referente del caso}
  - {avoid: network, say: rete}
"""


@pytest.fixture
def course(course: CourseFolder) -> CourseFolder:
    """A course with words to avoid."""
    return course.write(WORDS, LIST)


def test_word_is_told_where_it_stands_with_what_to_say(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, "Prima riga,\npoi il Feedback e il case\nmanager.\n")
    assert course.told() == [
        Told("plain-word-exists", f"{FIRST}:16:8", "feedback"),
        Told("plain-word-exists", f"{FIRST}:16:22", "case manager"),
    ]
    assert [each["expected"] for each in course.values(Code.PLAIN_WORD_EXISTS)] == ["riscontro", "referente del caso"]


@pytest.mark.parametrize(
    "text",
    [
        "Il `feedback` nel codice.",
        "```\nfeedback\n```",
        "Dice «grazie del feedback» e va.",
        'Dice "grazie del feedback" e va.',
        "Legge *The feedback book* {cite:p}`rossi-2020`.",
        "Vedi [la scheda](feedback.md).",
        "Si fa feedback-mania, feedbacks.",
        "Vedi {figure}`il network manager <facilitatrice>`.",
    ],
)
def test_code_quotations_titles_and_names_are_left_alone(course: CourseFolder, text: str) -> None:
    course.replace(FIRST, TEXT, f"{text}\n")
    assert course.told() == []


def test_words_in_the_courses_own_names_are_left_alone(course: CourseFolder) -> None:
    course.replace(FIGURES, "title: Facilitatrice", "title: Network manager")
    course.replace(
        GLOSSARY, "{term: tavolo,", "{term: network di valle, means: Rete., source: rossi-2020}\n  - {term: tavolo,"
    )
    course.replace(GUIDE, "# ", "# Il network manager e il network\n\nUn network di valle.\n\n## ")
    assert [told.found for told in course.told()] == ["network"]


def test_word_is_told_once_a_line(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, "Un feedback, un altro feedback.\nE un feedback ancora.\n")
    assert course.places(Code.PLAIN_WORD_EXISTS) == [f"{FIRST}:15:4", f"{FIRST}:16:6"]


@pytest.mark.parametrize("path", [EXERCISE, GUIDE])
def test_exercises_pages_and_notes_for_trainers_are_read(course: CourseFolder, path: str) -> None:
    text = (course.root / path).read_text("utf-8")
    course.write(path, f"{text}\n:::{{facilitation}}\nIl feedback.\n:::\n")
    assert [(told.code, told.found) for told in course.told()] == [("plain-word-exists", "feedback")]


def test_nothing_is_told_while_a_name_may_stand_in_what_could_not_be_read(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, "Il network manager.\n").replace(
        FIGURES, "title: Facilitatrice", "titel: Network manager"
    )
    assert Code.PLAIN_WORD_EXISTS.value not in {told.code for told in course.told()}


def test_a_word_stands_in_the_list_once(course: CourseFolder) -> None:
    course.replace(WORDS, "avoid: network", "avoid: Feedback")
    assert course.told() == [Told("duplicate-id", f"{WORDS}:5:13", "Feedback")]
