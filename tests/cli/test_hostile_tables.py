"""Whatever file of applications or earlier results is given: a sentence within 5 seconds and 500 megabytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.checks.course_folder import CourseFolder
from tests.cli.fees.applying import give_fees, write_applications
from tests.cli.hostile_tables import DOCUMENTS, TEXTS, WORKBOOKS, HostileTable, good_workbook
from tests.cli.running import environment

SECONDS = 5
MEGABYTES = 500
Ask = Callable[[list[str]], dict[str, Any]]


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """A function that has a cohort settled in a process of its own and gives what was said and what it cost."""
    # Without the script's own folder, whose names are those of modules of Python.
    command = [sys.executable, "-P", str(Path(__file__).with_name("settling_server.py"))]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment()
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        asking, answering = server.stdin, server.stdout

        def asked(arguments: list[str]) -> dict[str, Any]:
            print(json.dumps(arguments), file=asking, flush=True)
            answer: dict[str, Any] = json.loads(answering.readline())
            return answer

        yield asked
        asking.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course with fees."""
    return give_fees(CourseFolder.minimal(tmp_path / "course")).root


def _cases() -> Iterator[Any]:
    for suffix, tables in ((".xlsx", WORKBOOKS), (".csv", TEXTS), (".json", DOCUMENTS)):
        for each in tables:
            marks = [] if each.is_quick else [pytest.mark.audit]
            yield pytest.param(suffix, each, marks=marks, id=f"{suffix[1:]}-{each.name}")


@pytest.mark.parametrize(("suffix", "hostile"), list(_cases()))
def test_hostile_file_is_refused_at_once(suffix: str, hostile: HostileTable, root: Path, ask: Ask) -> None:
    file = root / "private" / f"brought{suffix}"
    file.parent.mkdir(exist_ok=True)
    hostile.write(file)
    answer = ask(_command(root, file))
    file.unlink()
    _expect_refusal(answer, hostile.code)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
@pytest.mark.parametrize(
    ("make", "code"),
    [
        (os.mkfifo, "not-a-file"),
        (Path.mkdir, "not-a-file"),
        (lambda file: file.symlink_to("/dev/zero"), "not-a-file"),
        (lambda file: file.symlink_to(file), "file-unreadable"),
        (lambda file: file.symlink_to("nowhere"), "file-not-found"),
    ],
)
def test_what_is_no_file_is_refused_at_once(
    suffix: str, make: Callable[[Path], object], code: str, root: Path, ask: Ask
) -> None:
    file = root / "private" / f"brought{suffix}"
    file.parent.mkdir(exist_ok=True)
    make(file)
    _expect_refusal(ask(_command(root, file)), code)


def test_a_good_workbook_is_settled(root: Path, ask: Ask) -> None:
    answer = ask(_command(root, good_workbook(root / "brought.xlsx")))
    assert (answer["status"], answer["said"].splitlines()[0]) == (0, "1 row")


def _command(root: Path, file: Path) -> list[str]:
    applications, more = file, []
    if file.suffix == ".json":
        applications, more = write_applications(root / "private/good.csv"), ["--after", str(file)]
    result = root.parent / "result.csv"
    return [
        "settle",
        "c-2023",
        str(applications),
        "--output",
        str(result),
        "--root",
        str(root),
        "--language",
        "en",
        *more,
    ]


def _expect_refusal(answer: dict[str, Any], code: str) -> None:
    assert (answer["status"], answer["said"].split(": error ")[1].split()[0]) == (1, code)
    assert len(answer["said"]) < 2_000
    assert answer["seconds"] < SECONDS
    assert answer["megabytes"] < MEGABYTES
