"""``coursewright settle --after`` on real files of a sheet that an office has been at."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursewright.model.application import Application
from tests.checks.course_folder import CourseFolder
from tests.cli.fees.applying import give_fees
from tests.cli.running import CommandLine
from tests.fees.resheeted import Resheeted, resheeted
from tests.sources.workbooks import write_workbook

HEADERS = ("domanda", "nome", "email", "ricevuta il", "punteggio", "rinuncia", "lavora dal")
KINDS = st.tuples(st.sampled_from([".csv", ".xlsx"]), st.sampled_from([".csv", ".xlsx", ".json"]))
# One folder and one command line do for all that is drawn: every file is written anew.
FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MANY = settings(FEW, max_examples=300)


@pytest.fixture(autouse=True)
def course(tmp_path: Path, command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CourseFolder:
    """A course with fees and three places; the command line stands in it."""
    copied = give_fees(CourseFolder.minimal(tmp_path / "course"))
    (copied.root / "private").mkdir()
    assert command_line.folder == Path.cwd()
    monkeypatch.chdir(copied.root)
    return copied


def _write(file: str, applications: Sequence[Application]) -> None:
    rows = [
        [each.id, each.name, each.email, each.received.isoformat(), each.score, each.withdrawn and "sì", "2022-01-01"]
        for each in applications
    ]
    cells = [[None if cell in (None, False) else str(cell) for cell in row] for row in rows]
    if file.endswith(".xlsx"):
        write_workbook(Path(file), [list(HEADERS), *cells])
        return
    with Path(file).open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([HEADERS, *cells])


def _settled(command_line: CommandLine, file: str, *more: str) -> list[dict[str, object]]:
    """The statements, each in a line that says row, status and due."""
    said = command_line.run("settle", "c-2023", file, *more, "--format", "json")
    assert (said.status, said.err) == (0, "")
    return list(json.loads(said.out)["statements"])


def _check(command_line: CommandLine, sheet: Resheeted, kinds: tuple[str, str]) -> None:
    applications, earlier = kinds
    _write(f"private/prima{applications}", sheet.before)
    _write(f"private/dopo{applications}", sheet.now)
    result = f"private/esito{earlier}"
    before = _settled(command_line, f"private/prima{applications}", "--output", result)
    had = {(row.email, row.name): (each["status"], each["due"]) for row, each in zip(sheet.before, before, strict=True)}
    after = _settled(command_line, f"private/dopo{applications}", "--output", "private/esito-2.csv", "--after", result)
    people = [sheet.typed[row.row] for row in sheet.now]
    kept = {person: (each["status"], each["due"]) for person, each in zip(people, after, strict=True)}
    assert {person: kept[person] for person in people if person in had} == {
        person: had[person] for person in people if person in had
    }


@FEW
@given(resheeted(), KINDS)
def test_everybody_else_has_what_they_had(command_line: CommandLine, sheet: Resheeted, kinds: tuple[str, str]) -> None:
    _check(command_line, sheet, kinds)


@pytest.mark.audit
@MANY
@given(resheeted(), KINDS)
def test_everybody_else_has_what_they_had_in_many_files(
    command_line: CommandLine, sheet: Resheeted, kinds: tuple[str, str]
) -> None:
    _check(command_line, sheet, kinds)
