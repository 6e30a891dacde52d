"""``coursewright translations``, run as people run it.

Covers also `sources/catalogs.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.course_folder import COURSE, FIRST, CourseFolder
from tests.cli.running import CommandLine
from tests.cli.translated_course import COURSE_PO, HOME, LESSON, po, translated_course, write
from tests.sphinx_ext.course_site import files_in

RENEWED = """msgid ""
msgstr ""
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

#. title
msgid "Corso di prova"
msgstr "Trial course"

#. summary
#, fuzzy
msgid "Il corso più piccolo, che ha una cosa di ogni genere."
msgstr "The smallest course."
"""


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    """The minimal course, its translation begun."""
    return translated_course(tmp_path / "course")


def _renew(course: CourseFolder, command_line: CommandLine, *files: str | Path) -> str:
    said = command_line.run("translations", "--root", course.root, "--language", "en", *files)
    assert (said.status, said.err) == (0, "")
    return said.out


def _catalog(course: CourseFolder, path: str) -> str:
    return (course.root / path).read_text("utf-8")


def test_catalogs_follow_the_texts_and_keep_their_words(course: CourseFolder, command_line: CommandLine) -> None:
    course.replace(COURSE, "Il corso più piccolo che", "Il corso più piccolo, che")
    out = _renew(course, command_line)
    assert _catalog(course, COURSE_PO) == RENEWED
    assert f"{COURSE_PO}: 1 to translate\n    Il corso più piccolo, che ha una cosa di ogni genere.\n" in out
    assert f"{HOME}: 0 to translate\n" in out


def test_second_run_writes_nothing(course: CourseFolder, command_line: CommandLine) -> None:
    _renew(course, command_line)
    before = files_in(course.root)
    stamps = {path: (course.root / path).stat().st_mtime_ns for path in before}
    _renew(course, command_line)
    assert files_in(course.root) == before
    assert {path: (course.root / path).stat().st_mtime_ns for path in before} == stamps


def test_lesson_with_its_title_alone_stays_so_until_someone_begins_it(
    course: CourseFolder, command_line: CommandLine
) -> None:
    assert f"{LESSON}: 0 to translate\n" in _renew(course, command_line)
    assert "Il testo del primo modulo." not in _catalog(course, LESSON)
    out = _renew(course, command_line, course.root / FIRST)
    assert 'msgid "Il testo del primo modulo."\nmsgstr ""\n' in _catalog(course, LESSON)
    assert "#. plan.1.title\n" in _catalog(course, LESSON)
    assert f"{LESSON}: 2 to translate\n" in out


def test_new_catalog_has_every_text_of_its_file(course: CourseFolder, command_line: CommandLine) -> None:
    _renew(course, command_line, "curriculum/figures.yaml")
    text = _catalog(course, "locales/en/LC_MESSAGES/curriculum/figures.po")
    assert '#. figures.facilitatrice.title\nmsgid "Facilitatrice"\nmsgstr ""\n' in text
    assert "rossi-2020" not in text


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        (HOME, "no catalog", "“locales/en/LC_MESSAGES/index.po” cannot be read: no catalog was touched."),
        (FIRST, "---\nid: [\n---\n", "“modules/primo.md” cannot be read: no catalog was touched."),
    ],
)
def test_nothing_is_touched_while_a_file_cannot_be_read(
    course: CourseFolder, command_line: CommandLine, path: str, text: str, told: str
) -> None:
    write(course, path, text)
    before = files_in(course.root)
    said = command_line.run("translations", "--root", course.root, "--language", "en")
    assert (said.status, said.err.splitlines()[0]) == (1, told)
    assert files_in(course.root) == before


@pytest.mark.parametrize("file", ["curriculum/references.bib", "README.md", "../elsewhere.yaml"])
def test_file_without_texts_is_refused(course: CourseFolder, command_line: CommandLine, file: str) -> None:
    said = command_line.run("translations", "--root", course.root, "--language", "en", file)
    assert said.status == 1
    assert "is no file of the course with texts to translate." in said.err


def test_course_in_one_language_has_nothing_to_renew(course: CourseFolder, command_line: CommandLine) -> None:
    course.replace(COURSE, "translations: [en]\n", "")
    said = command_line.run("translations", "--root", course.root, "--language", "en")
    assert said.status == 1
    assert said.err.startswith("The course is in one language.\n")


def test_words_of_a_text_that_is_gone_are_set_aside(course: CourseFolder, command_line: CommandLine) -> None:
    write(course, HOME, _catalog(course, HOME) + po(Che_non_c_era_più="Gone"))
    _renew(course, command_line)
    assert '#~ msgid "Che non c era più"\n#~ msgstr "Gone"\n' in _catalog(course, HOME)
