"""``coursewright new course``.

Covers also `cli/scaffold/course.py`, `cli/scaffold/options.py`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coursewright.model.finding import Code
from coursewright.model.page import Edition
from tests.checks.course_folder import CourseFolder
from tests.cli.commands.new.conftest import contents
from tests.cli.commands.new.hostile import TITLES
from tests.cli.running import CommandLine, run_process
from tests.sphinx_ext.course_site import CourseSite


def test_course_has_no_finding(made: CourseFolder, command_line: CommandLine) -> None:
    assert made.findings() == ()
    assert command_line.run("check", "--strict").status == 0


def test_course_has_one_of_each_thing_and_nothing_is_left_out(made: CourseFolder) -> None:
    curriculum = made.curriculum()
    assert [len(each) for each in (curriculum.maps, curriculum.modules, curriculum.exercises)] == [1, 1, 1]
    assert [len(each.scale) for each in curriculum.maps.values()] == [3]
    assert [module.exercises for module in curriculum.path] == [tuple(curriculum.exercises)]


def test_course_is_all_in_its_language(made: CourseFolder) -> None:
    language = made.curriculum().course.language
    italian, english = re.compile(r"\b(il|che|della|qui)\b"), re.compile(r"\b(the|and|what|here)\b")
    other = english if language == "it" else italian
    # What stays English is not prose: keys and the words of directives.
    texts = {name: content.decode() for name, content in contents(made.root).items()}
    assert {name: other.findall(text) for name, text in texts.items() if other.search(text)} == {}


def test_texts_to_be_replaced_begin_alike_and_the_readme_says_how(made: CourseFolder) -> None:
    beginning = {"it": "Scrivi qui", "en": "Write here"}[made.curriculum().course.language]
    assert beginning in (made.root / "README.md").read_text("utf-8")
    assert sum(beginning in content.decode() for content in contents(made.root).values()) >= 6


def test_what_was_made_and_the_next_step_are_told(command_line: CommandLine) -> None:
    said = command_line.run("new", "course", "prova di corso")
    count = len(contents(command_line.folder / "prova di corso"))
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines() == [
        f"Il corso c'è: {count} file in prova di corso",
        "",
        "Per vederlo mentre lo scrivi:",
        '    cd "prova di corso"',
        "    coursewright serve",
        "Da dove cominciare lo dice il suo file README.md.",
    ]


def test_title_is_that_of_the_folder_unless_given(command_line: CommandLine) -> None:
    command_line.run("new", "course", "corso-di-ascolto")
    command_line.run("new", "course", "★", "--title", "Ascolto, insieme")
    made = [CourseFolder(command_line.folder / name).curriculum().course for name in ("corso-di-ascolto", "★")]
    assert [(course.id, course.title) for course in made] == [
        ("corso-di-ascolto", "Corso di ascolto"),
        ("ascolto-insieme", "Ascolto, insieme"),
    ]


def test_language_is_that_of_the_messages_unless_given(command_line: CommandLine) -> None:
    said = (
        command_line.run("new", "course", "a", "--language", "en"),
        command_line.run("--language", "en", "new", "course", "b"),
    )
    languages = [CourseFolder(command_line.folder / name).curriculum().course.language for name in ("a", "b")]
    assert languages == ["en", "en"]
    assert [each.out[:9] for each in said] == ["Il corso ", "The cours"]


@pytest.mark.parametrize("title", [*TITLES, "★★★"])
def test_any_title_makes_a_sound_course_that_has_it(command_line: CommandLine, title: str) -> None:
    assert command_line.run("new", "course", "corso", "--title", title).status == 0
    course = CourseFolder(command_line.folder / "corso")
    shown = " ".join(title.split())
    assert course.findings() == ()
    assert course.curriculum().course.title == shown
    assert course.curriculum().pages["home"].title == shown


def test_empty_title_is_refused_and_nothing_is_made(command_line: CommandLine) -> None:
    said = command_line.run("new", "course", "corso", "--title", " ")
    assert (said.status, said.out, said.err) == (1, "", "Il titolo è vuoto.\n")
    assert list(command_line.folder.iterdir()) == []


@pytest.mark.parametrize("there", ["README.md", ".gitignore", "curriculum/course.yaml"])
def test_folder_that_holds_something_is_refused_and_stays(command_line: CommandLine, there: str) -> None:
    file = command_line.folder / "corso" / there
    file.parent.mkdir(parents=True)
    file.write_text("mio")
    said = command_line.run("new", "course", "corso")
    assert (said.status, said.out) == (1, "")
    assert said.err.splitlines()[0].endswith("/corso» non è vuota, e non si scrive sopra niente.")
    assert contents(command_line.folder) == {f"corso/{there}": b"mio"}


def test_course_is_made_where_one_stands(command_line: CommandLine) -> None:
    said = command_line.run("new", "course", ".", "--title", "Qui")
    assert (said.status, "    cd" in said.out) == (0, False)
    assert CourseFolder(command_line.folder).findings() == ()


def test_course_among_the_files_of_another_is_refused(command_line: CommandLine, course: CourseFolder) -> None:
    said = command_line.run("new", "course", course.root / "modules" / "altro")
    assert (said.status, said.out) == (1, "")
    assert "fra i file di un altro corso" in said.err
    assert command_line.run("new", "course", course.root / "altro").status == 0
    assert course.findings() == ()


def test_missing_file_of_a_course_names_the_command_that_makes_one(command_line: CommandLine) -> None:
    assert "coursewright new course" in command_line.run("check").out


def test_course_with_one_of_each_builds_without_a_warning_for_both_editions(
    made: CourseFolder, command_line: CommandLine, tmp_path: Path
) -> None:
    for kind in ("module", "exercise", "cohort", "group"):
        assert command_line.run("new", kind).status == 0
    site = CourseSite(made.root, tmp_path / "built")
    builds = [site.build(edition=edition) for edition in Edition]
    assert [build.warnings for build in builds] == [(), ()]


def test_hostile_titles_are_shown_as_they_were_typed(
    italian: CourseFolder, command_line: CommandLine, tmp_path: Path
) -> None:
    for number, title in enumerate(TITLES):
        for kind in ("module", "exercise", "cohort", "group"):
            assert command_line.run("new", kind, f"h-{number}", "--title", title).status == 0
    assert {finding.code for finding in italian.findings()} == {Code.MODULE_NOT_TAUGHT}
    build = CourseSite(italian.root, tmp_path / "built").build()
    assert [each for each in build.warnings if str(Code.MODULE_NOT_TAUGHT) not in each] == []
    for number, title in enumerate(TITLES):
        for page in (f"modules/h-{number}", f"exercises/h-{number}", f"curriculum/cohorts/h-{number}"):
            assert " ".join(title.split()) in build.page(page).headings


def test_second_course_of_another_kind_is_made_with_the_commands_alone(tmp_path: Path) -> None:
    """English, two modules, a map of one's own with three gradations: nothing of the first course is in the tool."""
    made = [
        run_process(
            tmp_path, "new", "course", "beekeeping", "--title", "Keeping bees", "--language", "en", LC_ALL="en_US.UTF-8"
        )
    ]
    course = CourseFolder(tmp_path / "beekeeping")
    course.write("curriculum/competencies/map.yaml", _BEES)
    for file in ("modules/first-module.md", "exercises/first-exercise.md", "curriculum/course.yaml"):
        text = (course.root / file).read_text("utf-8")
        for old, new in (("first-competency", "reading-a-hive"), ("observes", "watches"), ("tries", "assists")):
            text = text.replace(old, new)
        course.write(file, text)
    commands = (
        ("module", "Winter: feeding & wrapping", "--competency", "wintering", "--minutes", "90"),
        ("exercise", "The empty frame", "--device", "case", "--competency", "wintering", "--minutes", "45"),
        ("cohort", "Spring 2027", "--starts", "2027-03-06", "--price", "80", "--places", "12"),
        ("group", "The valley's hives"),
    )
    made += [run_process(course.root, "new", *words, LC_ALL="en_US.UTF-8") for words in commands]
    assert [(said.status, said.err) for said in made] == [(0, "")] * 5
    assert course.findings() == ()
    built = run_process(course.root, "build", LC_ALL="en_US.UTF-8")
    assert (built.status, built.err) == (0, "")
    curriculum = course.curriculum()
    assert [module.title for module in curriculum.path] == ["The first module", "Winter: feeding & wrapping"]
    assert [module.exercises for module in curriculum.path] == [("first-exercise",), ("the-empty-frame",)]


_BEES = """kind: competency-map
id: map
title: What a beekeeper does
illustrative: true
gradations:
  - {id: watches, title: Watches}
  - {id: assists, title: Assists}
  - {id: leads, title: Leads}
areas:
  - id: the-year
    title: The year
    competencies:
      - {id: reading-a-hive, title: Reading a hive}
      - {id: wintering, title: Bringing a hive through winter}
"""
