"""``coursewright new applications``."""

from __future__ import annotations

from openpyxl import load_workbook

from coursewright.fees.column_names import columns_of
from coursewright.model.application import COLUMNS
from tests.checks.course_folder import CourseFolder
from tests.cli.fees.applying import give_fees
from tests.cli.running import CommandLine

FILE = "private/applications-c-2023.xlsx"


def test_workbook_is_empty_explained_and_settled_as_it_is(course: CourseFolder, command_line: CommandLine) -> None:
    give_fees(course)
    for language in ("it", "en"):
        said = command_line.run("new", "applications", "c-2023", "--language", language)
        assert (said.status, said.err) == (0, "")
        columns, explanations = load_workbook(course.root / FILE).worksheets
        headers = [str(cell.value) for cell in columns[1]]
        found = columns_of(headers)
        assert (set(found.positions), found.twice, columns.max_row) == (set(COLUMNS), (), 1)
        assert [row[0].value for row in explanations.iter_rows(min_row=2)] == headers
        settled = command_line.run("settle", "c-2023", FILE, "--output", "private/esito.csv", "--language", language)
        assert settled.status == 0
        (course.root / FILE).unlink()


def test_what_is_there_is_left_alone(course: CourseFolder, command_line: CommandLine) -> None:
    give_fees(course)
    course.write(FILE, "mio")
    said = command_line.run("new", "applications", "c-2023", "--language", "it")
    assert (said.status, "c'è già" in said.err) == (1, True)
    assert (course.root / FILE).read_text("utf-8") == "mio"
