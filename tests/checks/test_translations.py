"""Catalogs of the content against the texts that they translate.

Covers also `model/translation_progress.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from coursewright.model.finding import Code
from tests.checks.course_folder import CourseFolder
from tests.cli.translated_course import COURSE_PO, HOME, LESSON, po, translated_course, write


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    """The minimal course, its translation begun and nothing of that missing."""
    return translated_course(tmp_path / "course")


def _codes(course: CourseFolder) -> list[tuple[str, str, object]]:
    return [(each.code.value, each.place.path, each.values["count"]) for each in course.findings()]


def test_whole_catalogs_and_lessons_with_their_title_alone_are_fine(course: CourseFolder) -> None:
    assert _codes(course) == []


def test_doubtful_words_count_as_missing(course: CourseFolder) -> None:
    write(course, COURSE_PO, "#, fuzzy\n" + (course.root / COURSE_PO).read_text("utf-8"))
    assert _codes(course) == [("translation-missing", "curriculum/course.yaml", 1)]


def test_first_translated_passage_of_a_lesson_calls_for_the_others(course: CourseFolder) -> None:
    text = (course.root / LESSON).read_text("utf-8")
    write(course, LESSON, text + po(Apertura="Opening"))
    assert _codes(course) == []
    write(course, LESSON, text + 'msgid "Il testo del primo modulo."\nmsgstr "The text."\n')
    assert _codes(course) == [("translation-missing", "modules/primo.md", 1)]


def test_many_missing_texts_are_one_finding_with_the_first(course: CourseFolder) -> None:
    write(course, COURSE_PO, "")
    write(course, HOME, "")
    assert course.values(Code.TRANSLATION_MISSING) == [
        {
            "count": 2,
            "language": "en",
            "first": "Corso di prova · Il corso più piccolo che ha una cosa di…",
            "path": COURSE_PO,
        },
        {"count": 1, "language": "en", "first": "Corso di prova", "path": HOME},
    ]


def test_catalog_of_a_file_that_is_gone_is_stale_but_words_set_aside_are_not(course: CourseFolder) -> None:
    write(course, "locales/en/LC_MESSAGES/modules/terzo.po", po(Terzo="Third", Altro="Other"))
    write(course, HOME, (course.root / HOME).read_text("utf-8") + '#~ msgid "Via"\n#~ msgstr "Gone"\n')
    assert _codes(course) == [("translation-stale", "locales/en/LC_MESSAGES/modules/terzo.po", 2)]


def test_nothing_is_said_of_files_that_cannot_be_read(course: CourseFolder) -> None:
    write(course, "modules/primo.md", "---\nid: [\n---\n")
    assert Code.TRANSLATION_STALE not in {each.code for each in course.findings()}


def test_language_that_the_course_does_not_name_is_nobody_s_business(course: CourseFolder) -> None:
    write(course, "locales/de/LC_MESSAGES/index.po", po(Weg="Away"))
    assert _codes(course) == []
