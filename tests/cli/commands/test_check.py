"""``coursewright check`` on real folders."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checks.course_folder import COURSE, FIRST, CourseFolder
from tests.cli.running import CommandLine


def test_a_sound_course_has_no_problem(command_line: CommandLine, course: CourseFolder) -> None:
    said = command_line.run("check", "--root", course.root)
    assert (said.status, said.out, said.err) == (0, "Nessun problema.\n", "")


def test_an_error_is_told_with_its_place_and_hint(command_line: CommandLine, course: CourseFolder) -> None:
    course.replace(COURSE, "title:", "titel:")
    said = command_line.run("check", "--root", course.root)
    assert said.status == 1
    assert said.out == (
        "curriculum/course.yaml:3:1: errore unknown-key La voce «titel» qui non è prevista.\n"
        "    Volevi scrivere «title»?\n"
        "1 errore.\n"
    )
    assert said.err == ""


def test_a_warning_is_an_error_only_if_strict(command_line: CommandLine, course: CourseFolder) -> None:
    course.write("modules/notes.txt", "")
    told, strictly = (
        command_line.run("check", "--root", course.root),
        command_line.run("check", "--strict", "--root", course.root),
    )
    assert (told.status, strictly.status) == (0, 1)
    assert told.out == strictly.out
    assert told.out.endswith("\n1 avviso.\n")


def test_json_is_one_document_in_english(command_line: CommandLine, course: CourseFolder) -> None:
    course.replace(COURSE, "title:", "titel:")
    said = command_line.run("check", "--format", "json", "--root", course.root)
    assert said.status == 1
    assert json.loads(said.out) == {
        "findings": [
            {
                "code": "unknown-key",
                "severity": "error",
                "path": "curriculum/course.yaml",
                "line": 3,
                "column": 1,
                "message": "The key “titel” is not known here.",
                "hint": "Did you mean “title”?",
            }
        ]
    }
    assert said.err == ""


def test_json_of_a_sound_course_is_empty(command_line: CommandLine, course: CourseFolder) -> None:
    said = command_line.run("check", "--format", "json", "--root", course.root)
    assert (said.status, json.loads(said.out)) == (0, {"findings": []})


def test_github_has_one_command_a_finding(command_line: CommandLine, course: CourseFolder) -> None:
    course.replace(COURSE, "title:", "titel:")
    said = command_line.run("check", "--format", "github", "--language", "en", "--root", course.root)
    assert said.status == 1
    assert said.out == (
        "::error file=curriculum/course.yaml,line=3,col=1,title=unknown-key"
        "::The key “titel” is not known here.%0ADid you mean “title”?\n"
    )


def test_a_folder_without_a_course_says_what_is_missing(command_line: CommandLine) -> None:
    said = command_line.run("check")
    assert said.status == 1
    assert said.out.startswith("curriculum/course.yaml:1:1: errore file-missing ")
    as_json = command_line.run("check", "--format", "json")
    assert (as_json.status, json.loads(as_json.out)["findings"][0]["code"]) == (1, "file-missing")


def _folder_for_file(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _link_to_itself(file: Path) -> None:
    file.unlink()
    file.symlink_to(file)


def _pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


@pytest.mark.parametrize("path", [COURSE, FIRST])
@pytest.mark.parametrize(
    "spoil",
    [
        _folder_for_file,
        _link_to_itself,
        _pipe,
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"\xff\xfe\x00a"),
        lambda file: file.write_bytes(b"\x00" * 100),
        lambda file: file.write_text("---\n" + "[" * 5000),
        lambda file: file.write_text("---\na: &a [*a, *a]\n---\n"),
        lambda file: file.write_text("---\n? [a]\n: b\n---\n"),
        lambda file: file.write_text("---\n!!python/object:os.system {}\n---\n"),
    ],
)
def test_nothing_that_a_file_can_be_ends_in_a_traceback(
    command_line: CommandLine, course: CourseFolder, path: str, spoil: Callable[[Path], None]
) -> None:
    spoil(course.root / path)
    said = command_line.run("check", "--root", course.root)
    assert said.status == 1
    assert said.out.startswith(f"{path}:") or f"\n{path}:" in said.out
    assert said.err == ""
