"""``coursewright new group``.

Covers also `cli/scaffold/group.py`.
"""

from __future__ import annotations

import pytest

from tests.checks.course_folder import COURSE, CourseFolder
from tests.cli.commands.new.hostile import TITLES
from tests.cli.running import CommandLine


def test_group_is_sound_and_has_pseudonyms_alone(course: CourseFolder, command_line: CommandLine) -> None:
    said = command_line.run("new", "group", "Tavolo di valle")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[0] == "Scritto: curriculum/groups/tavolo-di-valle.yaml"
    assert course.findings() == ()
    group = course.curriculum().groups["tavolo-di-valle"]
    assert [member.id for member in group.members] == ["nodo-a", "nodo-b", "nodo-c"]
    assert [(each.competency, each.to) for each in group.becoming] == [("ascoltare", "pratica")]
    assert group.standing == {"ascoltare": "osserva"}
    assert group.open.licence == "CC-BY-SA-4.0"


def test_group_has_the_licence_of_the_course_and_the_competency_asked_for(
    course: CourseFolder, command_line: CommandLine
) -> None:
    course.replace(COURSE, "language: it", "language: it\nlicence: 'Licenza: nostra'")
    command_line.run("new", "group", "Tavolo", "--competency", "decidere")
    group = course.curriculum().groups["tavolo"]
    assert (group.open.licence, group.standing) == ("Licenza: nostra", {"decidere": "osserva"})
    assert course.findings() == ()


@pytest.mark.parametrize("title", TITLES)
def test_any_title_makes_a_sound_group_that_has_it(course: CourseFolder, command_line: CommandLine, title: str) -> None:
    assert command_line.run("new", "group", "uno", "--title", title).status == 0
    assert course.findings() == ()
    assert course.curriculum().groups["uno"].title == " ".join(title.split())


def test_address_in_a_title_is_told_since_the_file_is_open_to_all(
    course: CourseFolder, command_line: CommandLine
) -> None:
    said = command_line.run("new", "group", "uno", "--title", "Scrivi a ada@example.org")
    assert said.status == 0
    assert "curriculum/groups/uno.yaml:3:8: errore personal-data" in said.err
    assert (course.root / "curriculum/groups/uno.yaml").exists()
