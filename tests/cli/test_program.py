"""What holds for every command.

Covers also `cli/invocation.py`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from coursewright.cli.program import SUMMARIES, language_of
from tests.checks.course_folder import CourseFolder
from tests.cli.running import CommandLine, environment, run_python


def test_no_command_is_wrong_use_and_lists_the_commands(command_line: CommandLine) -> None:
    said = command_line.run()
    assert said.status == 2
    assert said.out == ""
    assert said.err.startswith("Uso: coursewright [OPZIONI] COMANDO …")
    assert all(f"  {name} " in said.err for name in SUMMARIES)


@pytest.mark.parametrize("name", [None, *SUMMARIES])
def test_help_is_in_the_readers_language(command_line: CommandLine, name: str | None) -> None:
    words = [name] if name else []
    italian, english = (
        command_line.run(*words, "--help"),
        command_line.run(*words, "--help", "--language", "en"),
    )
    assert (italian.status, english.status) == (0, 0)
    assert italian.out.startswith("Uso: ")
    assert "Mostra questo messaggio ed esce." in italian.out
    assert english.out.startswith("Usage: ")
    assert not set(italian.out.splitlines()) & {line for line in english.out.splitlines() if len(line) > 60}


def test_version_is_said(command_line: CommandLine) -> None:
    said = command_line.run("--version")
    assert (said.status, said.out) == (0, "coursewright 0.1.0\n")


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["chek"], "Errore: Non esiste il comando «chek». Volevi scrivere «check»?"),
        (["xyz"], "Errore: Non esiste il comando «xyz»."),
        (["check", "--strct"], "Errore: Non esiste l'opzione «--strct». Volevi scrivere «--strict»?"),
        (["--versione"], "Errore: Non esiste l'opzione «--versione». Volevi scrivere «--version»?"),
        (["check", "--format", "xml"], "Errore: Il valore di '--format' non va bene: 'xml' non è fra"),
        (["check", "--format"], "Errore: L'opzione '--format' vuole un valore."),
        (["check", "a", "b"], "Errore: Ci sono parole di troppo: a b"),
        (["check", "--root", "manca"], "Errore: Il valore di '--root' non va bene: "),
        (["build", "--jobs", "0"], "Errore: Il valore di '--jobs' non va bene: scrivi un numero da 1 in su"),
        (["build", "--jobs", "²"], "Errore: Il valore di '--jobs' non va bene: scrivi un numero da 1 in su"),
        (["\x1b[2Jcheck"], "Errore: Non esiste il comando «\\x1b[2Jcheck»"),
    ],
)
def test_wrong_use_is_answered_in_a_sentence(command_line: CommandLine, arguments: list[str], answer: str) -> None:
    said = command_line.run(*arguments)
    assert said.status == 2
    assert said.out == ""
    assert said.err.splitlines()[-1].startswith(answer)


def test_root_may_stand_before_or_after_the_command(command_line: CommandLine, course: CourseFolder) -> None:
    before, after = (
        command_line.run("--root", course.root, "check"),
        command_line.run("check", "--root", course.root),
    )
    assert before == after
    assert before.status == 0


def test_root_is_the_nearest_folder_above_with_a_course(
    command_line: CommandLine, course: CourseFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course.root / "curriculum" / "pages")
    assert command_line.run("check").status == 0


def test_no_traceback_where_the_system_refuses(command_line: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = command_line.run("schema", "--output", tmp_path / "file" / "below")
    assert said.status == 1
    assert said.err.startswith("Il sistema non lo permette: ")


def test_module_speaks_italian_where_no_language_is_set(course: CourseFolder) -> None:
    said = run_python(course.root, "check", LC_ALL="C")
    assert (said.status, said.out, said.err) == (0, "Nessun problema.\n", "")


def test_words_that_the_encoding_lacks_do_not_stop_it(course: CourseFolder) -> None:
    course.replace("curriculum/course.yaml", "language: it", "language: it\nperché: sì")
    said = run_python(course.root, "check", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert said.status == 1
    assert "\\xab" in said.out
    assert said.err == ""


def test_a_reader_that_goes_away_ends_it_silently(course: CourseFolder) -> None:
    course.write("curriculum/glossary.yaml", "kind: glossary\nterms:\n" + "  - {unheard: 1}\n" * 3000)
    with subprocess.Popen(
        [sys.executable, "-m", "coursewright", "check"],
        cwd=course.root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize("words", [("check",), ("schema",), ("new",), ("new", "module")])
def test_a_command_imports_neither_sphinx_nor_the_others(course: CourseFolder, words: tuple[str, ...]) -> None:
    code = (
        "import sys\n"
        "from coursewright.cli import main\n"
        "try:\n"
        f"    main({list(words)})\n"
        "except SystemExit:\n"
        "    pass\n"
        "print([m for m in sys.modules if m.split('.')[0] in {'sphinx', 'docutils', 'babel'}],\n"
        "    sorted(m for m in sys.modules if m.startswith('coursewright.cli.commands.')), file=sys.stderr)\n"
    )
    process = subprocess.run(
        [sys.executable, "-c", code], cwd=course.root, capture_output=True, encoding="utf-8", check=True
    )
    commands = [f"coursewright.cli.commands.{'.'.join(words[:end])}" for end in range(1, len(words) + 1)]
    assert process.stderr.splitlines()[-1] == f"[] {commands}"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "it"),
        ({"LC_ALL": "C"}, "it"),
        ({"LANG": "C.UTF-8"}, "it"),
        ({"LC_ALL": "POSIX", "LANGUAGE": "en"}, "it"),
        ({"LANG": "it_IT.UTF-8"}, "it"),
        ({"LANG": "it"}, "it"),
        ({"LANG": "it_CH@euro"}, "it"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_MESSAGES": "en_GB.UTF-8", "LANG": "it_IT.UTF-8"}, "en"),
        ({"LC_ALL": "it_IT.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "it"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:it:en"}, "it"),
        ({"LANGUAGE": "en"}, "en"),
    ],
)
def test_language_is_that_of_the_system_or_italian(environment: dict[str, str], language: str) -> None:
    assert language_of([], environment) == language


@pytest.mark.parametrize("arguments", [["--language", "en", "check"], ["check", "--language=en"]])
def test_language_asked_for_wins_wherever_it_stands(arguments: list[str]) -> None:
    assert language_of(arguments, {"LC_ALL": "it_IT.UTF-8"}) == "en"


def test_language_is_not_asked_for_after_the_end_of_options() -> None:
    assert language_of(["schema", "--", "--language=en"], {}) == "it"


def test_language_after_new_course_is_that_of_the_course() -> None:
    assert language_of(["new", "course", "bees", "--language", "en"], {}) == "it"
    assert language_of(["--language=en", "new", "course", "api", "--language", "it"], {}) == "en"
    assert language_of(["new", "module", "course", "--language", "en"], {}) == "en"
