"""The minimal course with an English translation that has begun."""

from __future__ import annotations

from pathlib import Path

from tests.checks.course_folder import COURSE, CourseFolder

HOME = "locales/en/LC_MESSAGES/index.po"
COURSE_PO = "locales/en/LC_MESSAGES/curriculum/course.po"
LESSON = "locales/en/LC_MESSAGES/modules/primo.po"
FIGURES_PO = "locales/en/LC_MESSAGES/curriculum/figures.po"


def po(**words: str) -> str:
    """A catalog's text; low lines in the texts stand for spaces."""
    return "".join(f'msgid "{text.replace("_", " ")}"\nmsgstr "{said}"\n\n' for text, said in words.items())


def translated_course(root: Path) -> CourseFolder:
    """A copy in ``root``: home and course whole, of the first lesson its title and summary."""
    course = CourseFolder.minimal(root)
    course.replace(COURSE, "language: it\n", "language: it\ntranslations: [en]\n")
    write(
        course, HOME, po(Corso_di_prova="Trial course") + 'msgid "Due moduli e un esercizio."\nmsgstr "Two modules."\n'
    )
    summary = 'msgid "Il corso più piccolo che ha una cosa di ogni genere."\nmsgstr "The smallest course."\n'
    write(course, COURSE_PO, po(Corso_di_prova="Trial course") + summary)
    write(course, LESSON, po(Primo="First") + 'msgid "Si impara ad ascoltare."\nmsgstr "One learns to listen."\n')
    return course


def write(course: CourseFolder, path: str, text: str) -> None:
    """Write a file of the course whole."""
    file = course.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
