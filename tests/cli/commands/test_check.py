"""``coursewright check`` on real folders.

Covers also `cli/course_figures.py`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checks.course_folder import COHORT, COURSE, FIRST, CourseFolder
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


def test_report_shows_the_course_in_figures_before_the_findings(
    command_line: CommandLine, course: CourseFolder
) -> None:
    course.write("modules/notes.txt", "")
    said = command_line.run("check", "--report", "--root", course.root)
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith(
        "Modulo   Facilità di lettura  Parole  Minuti  Esercizi\n"
        "Primo                    100       6      60         1\n"
        "Secondo                  100       6      60         0\n"
        "\n"
        "Competenza  Insegnata  Esercitata  Osservata\n"
        "Ascoltare   sì         sì          sì\n"
        "Decidere    sì         sì          sì\n"
        "\n"
        "Edizione       Ore degli incontri  Ore dei loro moduli  Ore del percorso\n"
        "Edizione 2023                2:00                 2:00              2:00\n"
        "\n"
        "modules/notes.txt:1:1: avviso "
    )


def test_report_in_json_stands_beside_the_findings(command_line: CommandLine, course: CourseFolder) -> None:
    said = command_line.run("check", "--report", "--format", "json", "--root", course.root)
    document = json.loads(said.out)
    assert (document["findings"], document["report"].keys()) == ([], {"modules", "competencies", "cohorts", "minutes"})
    assert document["report"]["modules"][0] == {
        "module": "primo",
        "title": "Primo",
        "reading_ease": 100,
        "words": 6,
        "minutes": 60,
        "exercises": 1,
    }
    assert document["report"]["competencies"][0] == {
        "competency": "ascoltare",
        "title": "Ascoltare",
        "taught": True,
        "practised": True,
        "assessed": True,
    }
    assert document["report"]["cohorts"] == [
        {"cohort": "c-2023", "title": "Edizione 2023", "session_minutes": 120, "module_minutes": 120}
    ]
    assert document["report"]["minutes"] == 120


def test_report_of_a_course_in_another_language_has_no_reading_ease(
    command_line: CommandLine, course: CourseFolder
) -> None:
    course.replace(COURSE, "language: it", "language: en")
    said = command_line.run("check", "--report", "--root", course.root, "--language", "en")
    assert "Primo               –      6       60          1\n" in said.out
    assert "\nReading ease is the Gulpease index, which is made for Italian: there is none here.\n" in said.out


def test_report_of_a_broken_course_has_what_could_be_read(command_line: CommandLine, course: CourseFolder) -> None:
    course.replace(FIRST, "minutes: 60\n", "minutes: x\n").replace(COHORT, "Europe/Rome", "Europe/Roma")
    said = command_line.run("check", "--report", "--root", course.root)
    assert said.status == 1
    assert "Primo" not in said.out.split("\n\n")[0]
    assert "Edizione 2023                   –                 1:00              1:00\n" in said.out


def test_report_is_not_for_the_log_of_a_forge(command_line: CommandLine, course: CourseFolder) -> None:
    said = command_line.run("check", "--report", "--format", "github", "--root", course.root)
    assert (said.status, said.out) == (2, "")
    assert "--report" in said.err


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
