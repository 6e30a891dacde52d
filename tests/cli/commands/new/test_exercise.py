"""``coursewright new exercise``.

Covers also `cli/scaffold/exercise.py`, `cli/scaffold/refused_word.py`.
"""

from __future__ import annotations

import pytest

from coursewright.model.exercise import Device
from tests.checks.course_folder import FIRST, SECOND, CourseFolder
from tests.cli.commands.new.conftest import contents
from tests.cli.commands.new.hostile import TITLES
from tests.cli.running import CommandLine


def test_exercise_is_sound_and_used_by_the_last_module(course: CourseFolder, command_line: CommandLine) -> None:
    before = contents(course.root)
    said = command_line.run("new", "exercise", "La sedia vuota")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[:2] == [
        "Scritto: exercises/la-sedia-vuota.md",
        "Aggiunto a «exercises» in modules/secondo.md: la-sedia-vuota",
    ]
    assert course.findings() == ()
    after = contents(course.root)
    assert after.pop("exercises/la-sedia-vuota.md")
    assert {path for path in before if before[path] != after[path]} == {SECOND}
    assert after[SECOND] == before[SECOND].replace(b"\nplan:", b"\nexercises: [la-sedia-vuota]\nplan:")


def test_exercise_trains_what_its_module_teaches(course: CourseFolder, command_line: CommandLine) -> None:
    command_line.run("new", "exercise", "Uno")
    command_line.run("new", "exercise", "Due", "--module", "primo", "--device", "case", "--minutes", "25")
    command_line.run("new", "exercise", "Tre", "--module", "primo", "--competency", "decidere")
    made = [course.curriculum().exercises[name] for name in ("uno", "due", "tre")]
    assert [[aim.competency for aim in each.practises] for each in made] == [["decidere"], ["ascoltare"], ["decidere"]]
    assert [each.assesses for each in made] == [("decidere",), ("ascoltare",), ("decidere",)]
    assert [(each.device, each.minutes) for each in made][:2] == [(Device.LABORATORY, 60), (Device.CASE, 25)]
    assert [module.exercises for module in course.curriculum().path] == [("cerchio", "due", "tre"), ("uno",)]
    assert course.findings() == ()


@pytest.mark.parametrize("title", TITLES)
def test_any_title_makes_a_sound_exercise_that_has_it(
    course: CourseFolder, command_line: CommandLine, title: str
) -> None:
    assert command_line.run("new", "exercise", "uno", "--title", title).status == 0
    assert course.findings() == ()
    assert course.curriculum().exercises["uno"].title == " ".join(title.split())


def test_module_written_in_an_unusual_way_is_left_alone_and_the_line_is_told(
    course: CourseFolder, command_line: CommandLine
) -> None:
    course.replace(FIRST, "exercises: [cerchio]", "exercises:\n  - >-\n    cerchio")
    before = (course.root / FIRST).read_bytes()
    said = command_line.run("new", "exercise", "Uno", "--module", "primo")
    assert said.status == 0
    assert said.out.splitlines()[1:3] == [
        "«exercises» in modules/primo.md è scritto in un modo che lo strumento non tocca. Aggiungi tu questa riga:",
        "      - uno",
    ]
    assert "exercise-not-used" in said.err
    assert (course.root / FIRST).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "sentences"),
    [
        (
            ["Cerchio"],
            ["«cerchio» c'è già (exercises/cerchio.md), e non si scrive sopra niente.", "    Un id libero: cerchio-2"],
        ),
        (["Uno", "--module", "prmo"], ["«prmo» non è fra i valori previsti qui.", "    Volevi scrivere «primo»?"]),
        (["Uno", "--minutes", "5"], ["Scrivi un numero di minuti da 10 a 6000."]),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    course: CourseFolder, command_line: CommandLine, arguments: list[str], sentences: list[str]
) -> None:
    before = contents(course.root)
    said = command_line.run("new", "exercise", *arguments)
    assert (said.status, said.out, said.err.splitlines()) == (1, "", sentences)
    assert contents(course.root) == before


def test_unknown_device_is_wrong_use(course: CourseFolder, command_line: CommandLine) -> None:
    said = command_line.run("new", "exercise", "Uno", "--device", "laboratorio")
    assert said.status == 2
    assert "'laboratorio' non è fra" in said.err
    assert not (course.root / "exercises/uno.md").exists()
