"""``coursewright new module``.

Covers also `cli/scaffold/course_at_hand.py`, `cli/scaffold/given_name.py`, `cli/scaffold/lift.py`,
`cli/scaffold/module.py`, `cli/scaffold/report.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from coursewright.model.finding import Code
from tests.checks.course_folder import COURSE, MAP, CourseFolder
from tests.cli.commands.new.conftest import contents
from tests.cli.commands.new.hostile import TITLES
from tests.cli.running import CommandLine


def _codes(course: CourseFolder) -> set[Code]:
    """What is told of the course: that its edition does not teach the new modules yet, and nothing else."""
    return {finding.code for finding in course.findings()}


def test_module_is_sound_and_last_in_the_path(course: CourseFolder, command_line: CommandLine) -> None:
    before = contents(course.root)
    said = command_line.run("new", "module", "Ascoltare davvero")
    assert (said.status, said.err.count("module-not-taught")) == (0, 1)
    assert said.out.splitlines() == [
        "Scritto: modules/ascoltare-davvero.md",
        "Aggiunto a «path» in curriculum/course.yaml: ascoltare-davvero",
        "",
        "Aprilo e sostituisci ciò che comincia con «Scrivi qui»; poi «coursewright check» dice se va tutto bene.",
    ]
    assert _codes(course) == {Code.MODULE_NOT_TAUGHT}
    after = contents(course.root)
    assert sorted(after.keys() - before.keys()) == ["modules/ascoltare-davvero.md"]
    assert [path for path in before if before[path] != after[path]] == [COURSE]
    assert after[COURSE] == before[COURSE].replace(b"[primo, secondo]", b"[primo, secondo, ascoltare-davvero]")


@pytest.mark.parametrize("title", TITLES)
def test_any_title_makes_a_sound_module_that_has_it(
    course: CourseFolder, command_line: CommandLine, title: str
) -> None:
    assert command_line.run("new", "module", "terzo", "--title", title).status == 0
    assert _codes(course) == {Code.MODULE_NOT_TAUGHT}
    assert course.curriculum().path[-1].title == " ".join(title.split())


def test_what_no_module_teaches_comes_first_from_its_first_gradation_to_the_second(
    course: CourseFolder, command_line: CommandLine
) -> None:
    third = "      - id: riparare\n        title: Riparare\n"
    course.write(MAP, (course.root / MAP).read_text("utf-8") + third)
    course.replace(
        MAP, "  - {id: pratica, title: Pratica}", "  - {id: pratica, title: Pratica}\n  - {id: diffonde, title: D}"
    )
    course.replace(MAP, "pratica: Domanda e riformula.", "pratica: Domanda., diffonde: Insegna.")
    command_line.run("new", "module", "Uno")
    command_line.run("new", "module", "Due", "--competency", "ascoltare", "--minutes", "90")
    taught = [
        (teaching.competency, teaching.start, teaching.to)
        for module in course.curriculum().path[-2:]
        for teaching in module.teaches
    ]
    assert taught == [("riparare", "osserva", "pratica"), ("ascoltare", "osserva", "pratica")]
    assert course.curriculum().path[-1].minutes == 90


@pytest.mark.parametrize("minutes", ["10", "47", "6000"])
def test_plan_makes_up_any_minutes(course: CourseFolder, command_line: CommandLine, minutes: str) -> None:
    command_line.run("new", "module", "Uno", "--minutes", minutes)
    assert _codes(course) == {Code.MODULE_NOT_TAUGHT}


def test_name_that_is_taken_is_refused_with_a_free_one(course: CourseFolder, command_line: CommandLine) -> None:
    before = contents(course.root)
    said = command_line.run("new", "module", "Primo")
    assert (said.status, said.out) == (1, "")
    assert said.err.splitlines() == [
        "«primo» c'è già (modules/primo.md), e non si scrive sopra niente.",
        "    Un id libero: primo-2",
    ]
    assert contents(course.root) == before


def test_file_of_another_id_is_not_written_over(course: CourseFolder, command_line: CommandLine) -> None:
    course.write("modules/terzo.md", "note mie")
    said = command_line.run("new", "module", "Terzo")
    assert (said.status, said.err.splitlines()[-1]) == (1, "    Un id libero: terzo-2")
    assert (course.root / "modules/terzo.md").read_text() == "note mie"


def test_name_that_nobody_gives_is_numbered(course: CourseFolder, command_line: CommandLine) -> None:
    for _ in range(2):
        assert command_line.run("new", "module").status == 0
    assert [module.title for module in course.curriculum().path[-2:]] == ["Nuovo modulo", "Nuovo modulo 2"]
    assert _codes(course) == {Code.MODULE_NOT_TAUGHT}


def test_path_written_in_an_unusual_way_is_left_alone_and_the_line_is_told(
    course: CourseFolder, command_line: CommandLine
) -> None:
    course.replace(COURSE, "path: [primo, secondo]", "path:\n  - primo\n  - >-\n    secondo")
    before = (course.root / COURSE).read_bytes()
    said = command_line.run("new", "module", "Terzo")
    assert said.status == 0
    assert said.out.splitlines()[1:3] == [
        "«path» in curriculum/course.yaml è scritto in un modo che lo strumento non tocca. Aggiungi tu questa riga:",
        "      - terzo",
    ]
    assert "module-not-in-path" in said.err
    assert (course.root / COURSE).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "sentences"),
    [
        (
            ["★★★"],
            [
                "Da «★★★» non si ricava un id: non c'è nessuna lettera dalla a alla z e nessuna cifra.",
                "    Scrivi un id, e il titolo con --title.",
            ],
        ),
        (
            ["Uno", "--competency", "ascoltre"],
            ["«ascoltre» non è fra i valori previsti qui.", "    Volevi scrivere «ascoltare»?"],
        ),
        (["Uno", "--minutes", "un'ora"], ["Scrivi un numero di minuti da 10 a 6000."]),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    course: CourseFolder, command_line: CommandLine, arguments: list[str], sentences: list[str]
) -> None:
    before = contents(course.root)
    said = command_line.run("new", "module", *arguments)
    assert (said.status, said.out, said.err.splitlines()) == (1, "", sentences)
    assert contents(course.root) == before


def test_outside_a_course_the_command_that_begins_one_is_named(
    command_line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(command_line.folder)
    said = command_line.run("new", "module", "Uno")
    assert (said.status, said.out) == (1, "")
    assert said.err.splitlines()[0] == "Qui non c'è nessun corso: manca curriculum/course.yaml."
    assert said.err.endswith("coursewright new course CARTELLA\n")


def test_course_that_cannot_be_read_is_not_touched(course: CourseFolder, command_line: CommandLine) -> None:
    course.write(COURSE, "kind: course\ntitel: x\n")
    said = command_line.run("new", "module", "Uno")
    assert said.status == 1
    assert said.err.splitlines()[0] == "Il file curriculum/course.yaml così com'è non si legge."
    assert not (course.root / "modules/uno.md").exists()


def test_course_without_a_scale_has_nothing_to_lift(course: CourseFolder, command_line: CommandLine) -> None:
    course.replace(MAP, "  - {id: pratica, title: Pratica}\n", "")
    said = command_line.run("new", "module", "Uno")
    assert said.status == 1
    assert said.err.splitlines()[0] == "Nel corso non c'è nessuna competenza con una scala di almeno due gradazioni."


@pytest.mark.usefixtures("course")
def test_what_is_new_and_wrong_is_told(command_line: CommandLine) -> None:
    said = command_line.run("new", "module", "Uno TODO")
    assert said.status == 0
    assert "modules/uno-todo.md:" in said.err
    assert "placeholder-text" in said.err


def test_module_is_made_in_the_course_that_root_names(
    course: CourseFolder, command_line: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = command_line.run("new", "module", "Uno", "--root", course.root)
    assert said.out.splitlines()[0] == "Scritto: course/modules/uno.md"
    assert _codes(course) == {Code.MODULE_NOT_TAUGHT}
