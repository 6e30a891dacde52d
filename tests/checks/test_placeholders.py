"""Texts still to be written, and texts that only look so."""

from __future__ import annotations

import pytest

from coursewright.checks.placeholders import placeholders
from tests.checks.course_folder import FIGURES, FIRST, CourseFolder, Told

TEXT = "Il testo del primo modulo.\n"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("TODO", ("TODO",)),
        ("TODO: un caso, FIXME, TODO", ("TODO", "FIXME")),
        ("Costa XXX euro", ("XXX",)),
        ("Sede: TBD", ("TBD",)),
        ("Lorem ipsum dolor sit amet", ("Lorem ipsum",)),
        ("Un caso [da completare].", ("[da completare]",)),
        ("Un caso (Da scrivere…)", ("(Da scrivere…)",)),
        ("[da fare]", ("[da fare]",)),
        ("Il finale: DA FARE", ("DA FARE",)),
        ("DA COMPLETARE: il finale", ("DA COMPLETARE",)),
        ("Da completare.", ("Da completare",)),
        ("da scrivere", ("da scrivere",)),
        ("A case (to be written)", ("(to be written)",)),
    ],
)
def test_text_still_to_be_written(text: str, marks: tuple[str, ...]) -> None:
    assert placeholders(text) == marks


@pytest.mark.parametrize(
    "text",
    [
        "Il metodo, e tutto il resto",
        "todo lo que se puede",
        "Resta molto da fare insieme",
        "Da fare",
        "Un modulo da completare a casa",
        "Una lettera da scrivere in due",
        "Gli esercizi (da fare in coppia)",
        "[da fare in coppia](coppia.md)",
        "CHE COSA C'È DA FARE",
        "LE COSE DA FARE",
        "Il METODO",
        "Lorenzo",
        "What is to be done, and what to do",
        "Il XX secolo",
    ],
)
def test_text_that_only_looks_unwritten(text: str) -> None:
    assert placeholders(text) == ()


def test_paragraphs_headings_and_blocks_are_read(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, "## TODO\n\n```{facilitation}\nFIXME\n```\n\n- TBD\n")
    assert course.told() == [
        Told("placeholder-text", f"{FIRST}:15:4", "TODO"),
        Told("placeholder-text", f"{FIRST}:18:1", "FIXME"),
        Told("placeholder-text", f"{FIRST}:21:3", "TBD"),
    ]


def test_code_is_not_read(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, "Scrivi `TODO` dove manca.\n\n```\nTODO\n```\n")
    assert course.told() == []


def test_front_matter_and_data_files_are_read(course: CourseFolder) -> None:
    course.replace(FIRST, "{title: Apertura, minutes: 30}", "{title: Apertura, minutes: 30, cue: TODO}")
    course.replace(FIGURES, "title: Facilitatrice", "title: TBD")
    assert course.told() == [
        Told("placeholder-text", f"{FIGURES}:4:12", "TBD"),
        Told("placeholder-text", f"{FIRST}:8:41", "TODO"),
    ]
