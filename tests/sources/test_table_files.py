"""Tables that people bring, read or refused.

Covers also `model/table.py`, `sources/bounded_xml.py`, `sources/csv_rows.py`, `sources/regular_file.py`,
`sources/table_bounds.py`, `sources/workbook_archive.py`, `sources/workbook_rows.py`.
"""

from __future__ import annotations

import io
import os
import warnings
import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.styles.numbers import is_datetime
from xlsxwriter import Workbook

from coursewright.documents.sheet import Heading, Sheet
from coursewright.documents.spreadsheet import xlsx_bytes
from coursewright.model.finding import Code, Value
from coursewright.model.table import Dialect, Row, Table
from coursewright.sources import bounded_xml, csv_rows, table_bounds, table_files, workbook_rows
from coursewright.sources.table_files import TableError, read_table
from tests.sources.workbooks import change_sheet, with_dimension, write_workbook

HEADERS = ("domanda", "nome", "città")
CELLS = ["A1", "Nicolò, detto «Nic»; e così via", "Forlì\tCesena"]


def _csv(file: Path, content: str, encoding: str = "utf-8") -> Path:
    file.write_bytes(content.encode(encoding))
    return file


def _refusal(file: Path) -> Code:
    with pytest.raises(TableError) as error:
        read_table(file)
    return error.value.finding.code


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("windows-1252", "windows-1252"),
        ("utf-16", "utf-16"),
    ],
)
def test_csv_of_any_dialect_is_told_apart(tmp_path: Path, delimiter: str, written: str, found: str) -> None:
    quoted = [f'"{cell}"' for cell in CELLS]
    text = f"{delimiter.join(HEADERS)}\r\n{delimiter.join(quoted)}\r\n"
    assert read_table(_csv(tmp_path / "t.csv", text, written)) == Table(
        HEADERS, [Row(2, CELLS)], Dialect(delimiter, found)
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_way(tmp_path: Path, line_end: str) -> None:
    table = read_table(_csv(tmp_path / "t.csv", line_end.join(["a,b", "1,2", ""])))
    assert (table.headers, list(table.rows)) == (("a", "b"), [Row(2, ["1", "2"])])


def test_rows_keep_the_number_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    table = read_table(_csv(tmp_path / "t.csv", 'a,b\n\n"uno\ndue",2\n,\n3,4\n'))
    assert [(row.number, list(row.cells)) for row in table.rows] == [(3, ["uno\ndue", "2"]), (5, ["3", "4"])]


def test_the_first_row_with_something_in_it_is_the_header(tmp_path: Path) -> None:
    table = read_table(_csv(tmp_path / "t.csv", ",\n\n domanda ,nome,\nA1,Ada,\n"))
    assert (table.headers, [row.number for row in table.rows]) == (("domanda", "nome"), [4])


def test_ragged_rows_keep_what_they_have(tmp_path: Path) -> None:
    table = read_table(_csv(tmp_path / "t.csv", "a,b,c\n1\n1,2,3,4\n"))
    assert [list(row.cells) for row in table.rows] == [["1"], ["1", "2", "3", "4"]]


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    assert list(read_table(_csv(tmp_path / "t.csv", "a,b\n")).rows) == []


def test_commas_in_semicolon_rows_part_nothing(tmp_path: Path) -> None:
    table = read_table(_csv(tmp_path / "t.csv", "nome, cognome;posta\nNeri, Ada, e altri, molti;x\n"))
    assert (table.headers, list(table.rows[0].cells)) == (
        ("nome, cognome", "posta"),
        ["Neri, Ada, e altri, molti", "x"],
    )


def test_cells_that_our_exports_made_harmless_come_back(tmp_path: Path) -> None:
    table = read_table(_csv(tmp_path / "t.csv", "a;b\n'+39 055;''=1\n"))
    assert list(table.rows[0].cells) == ["+39 055", "'=1"]


def test_a_cell_of_a_hundred_thousand_letters_is_read(tmp_path: Path) -> None:
    table = read_table(_csv(tmp_path / "t.csv", f"a,b\n{'x' * 100_000},1\n"))
    assert len(str(table.rows[0].cells[0])) == 100_000


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("t.csv", b"", Code.TABLE_EMPTY),
        ("t.csv", b"\xef\xbb\xbf", Code.TABLE_EMPTY),
        ("t.csv", b"\n\n;;\n", Code.TABLE_EMPTY),
        ("t.csv", b"a,b\n\0,1\n", Code.TABLE_UNREADABLE),
        ("t.csv", bytes(range(256)), Code.TABLE_UNREADABLE),
        ("t.csv", b"a,b\n\x81\x8d,\xe0\n", Code.TABLE_UNREADABLE),
        ("t.csv", "a,b\n".encode("utf-16-le"), Code.TABLE_UNREADABLE),
        ("t.csv", "a,b\n".encode("utf-32"), Code.TABLE_UNREADABLE),
        ("t.csv", b"\xff\xfea", Code.TABLE_UNREADABLE),
        ("t.csv", b'a,b\n"' + b"x" * 200_000, Code.TABLE_UNREADABLE),
        ("t.xlsx", b"", Code.TABLE_UNREADABLE),
        ("t.xlsx", b"a,b\n1,2\n", Code.TABLE_UNREADABLE),
        ("t.xlsx", b"PK\x03\x04" + b"\0" * 100, Code.TABLE_UNREADABLE),
        ("t.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Code.TABLE_UNREADABLE),
        ("t.ods", b"PK", Code.TABLE_FORMAT),
        ("t", b"a,b\n", Code.TABLE_FORMAT),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, name: str, content: bytes, code: Code) -> None:
    (tmp_path / name).write_bytes(content)
    assert _refusal(tmp_path / name) is code


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda _: None, Code.FILE_MISSING_HERE),
        (lambda file: file.mkdir(), Code.NOT_A_FILE),
        (os.mkfifo, Code.NOT_A_FILE),
        (lambda file: file.symlink_to(file), Code.FILE_UNREADABLE),
        (lambda file: file.symlink_to("/dev/zero"), Code.NOT_A_FILE),
    ],
)
def test_what_is_no_file_is_refused(tmp_path: Path, make: Callable[[Path], None], code: Code) -> None:
    make(tmp_path / "t.csv")
    assert _refusal(tmp_path / "t.csv") is code


def test_a_workbook_keeps_numbers_and_truth(tmp_path: Path) -> None:
    file = write_workbook(tmp_path / "t.xlsx", [["a", "b", "c", "d"], [7, 7.5, True, None]])
    assert read_table(file) == Table(("a", "b", "c", "d"), [Row(2, [7, 7.5, True])], None)


def test_real_dates_are_days_or_times_as_they_are_shown(tmp_path: Path) -> None:
    moment = datetime(2022, 12, 15, 23, 59)
    day = datetime(2022, 12, 15)
    formats = {"A2": "dd/mm/yyyy hh:mm", "B2": "dd/mm/yyyy", "C2": "dd/mm/yyyy hh:mm"}
    file = write_workbook(tmp_path / "t.xlsx", [["a", "b", "c"], [moment, day, day]], formats)
    assert list(read_table(file).rows[0].cells) == [moment, date(2022, 12, 15), day]


@pytest.mark.parametrize("claimed", ["A1", "A1:XFD1048576", "A1:A2"])
def test_a_wrong_size_of_the_sheet_changes_nothing(tmp_path: Path, claimed: str) -> None:
    file = change_sheet(write_workbook(tmp_path / "t.xlsx", [["a", "b"], [1, 2], [3, 4]]), with_dimension(claimed))
    assert [list(row.cells) for row in read_table(file).rows] == [[1, 2], [3, 4]]


def test_a_formula_gives_the_value_that_was_kept(tmp_path: Path) -> None:
    file = write_workbook(tmp_path / "t.xlsx", [["a", "b"], ["=1+1", "x"]])
    change_sheet(file, lambda xml: xml.replace("<v />", "<v>2</v>"))
    assert list(read_table(file).rows[0].cells) == [2, "x"]


def test_line_ends_of_any_kind_come_back_from_a_workbook_of_ours(tmp_path: Path) -> None:
    texts = ["a\r\nb", "a\tb", "_x000D_", "_x0041_", "a_xb", "x"]
    headings = tuple(Heading(f"c{number}") for number, _ in enumerate(texts))
    (tmp_path / "t.xlsx").write_bytes(xlsx_bytes([Sheet("t", headings, [texts])]))
    assert list(read_table(tmp_path / "t.xlsx").rows[0].cells) == texts


def test_rows_left_out_of_a_workbook_still_count(tmp_path: Path) -> None:
    file = write_workbook(tmp_path / "t.xlsx", [["a"], [None], [None], ["x"]])
    assert [(row.number, list(row.cells)) for row in read_table(file).rows] == [(4, ["x"])]


def test_a_workbook_that_claims_rows_without_end_is_refused(tmp_path: Path) -> None:
    file = write_workbook(tmp_path / "t.xlsx", [["a"], ["x"]])
    change_sheet(file, lambda xml: xml.replace('<row r="2"', '<row r="99999999999"').replace('r="A2"', ""))
    assert _refusal(file) is Code.TABLE_ROWS


def test_a_workbook_without_sheets_is_refused(tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    (tmp_path / "t.xlsx").write_bytes(content.getvalue())
    assert _refusal(tmp_path / "t.xlsx") is Code.TABLE_UNREADABLE


def test_a_sheet_of_broken_xml_is_refused(tmp_path: Path) -> None:
    file = change_sheet(write_workbook(tmp_path / "t.xlsx", [["a"], ["x"]]), lambda xml: xml[: len(xml) // 2])
    assert _refusal(file) is Code.TABLE_UNREADABLE


def test_entities_that_grow_are_refused(tmp_path: Path) -> None:
    grown = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x" * 100}">' for n in range(10))
    file = write_workbook(tmp_path / "t.xlsx", [["a"], ["x"]])
    change_sheet(file, lambda xml: f"<!DOCTYPE w [{grown}]>" + xml.replace("<t>x</t>", "<t>&e9;</t>"))
    assert _refusal(file) is Code.TABLE_UNREADABLE


def _told(file: Path) -> tuple[Code, int, dict[str, Value]]:
    with pytest.raises(TableError) as error:
        read_table(file, SMALL_BOUNDS["MAX_TEXT"])
    finding = error.value.finding
    return finding.code, finding.place.line, dict(finding.values)


@pytest.fixture
def small_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds that tiny files pass."""
    for module in (table_bounds, table_files, csv_rows, workbook_rows, bounded_xml):
        for name, bound in SMALL_BOUNDS.items():
            if hasattr(module, name):
                monkeypatch.setattr(module, name, bound)


SMALL_BOUNDS = {
    "MAX_ROWS": 3,
    "LAST_ROW": 10,
    "MAX_COLUMNS": 5,
    "MAX_ROW_LENGTH": 100,
    "MAX_CELLS": 12,
    "MAX_TEXT": 90,
}
TOO_MUCH = [
    ([["a"], *[["x"]] * 4], (Code.TABLE_ROWS, 5, {"limit": 3})),
    ([["a"], *[[""]] * 9, ["x"]], (Code.TABLE_ROWS, 11, {"limit": 10})),
    ([["a", "b"], ["x"] * 6], (Code.TABLE_COLUMNS, 2, {"limit": 5})),
    ([["a"], ["x" * 40] * 3], (Code.TABLE_ROW_LENGTH, 2, {"limit": 100})),
    ([["a"], *[["x" * 40]] * 3], (Code.TABLE_CONTENT, 4, {"what": "bytes of text", "limit": 90})),
    ([["a"] * 5, *[["x"] * 5] * 2], (Code.TABLE_CONTENT, 3, {"what": "cells", "limit": 12})),
    ([["a"] * 5, ["x"], ["x"], ["x"]], (Code.TABLE_CONTENT, 4, {"what": "cells", "limit": 12})),
]


@pytest.mark.usefixtures("small_bounds")
@pytest.mark.parametrize(("rows", "told"), TOO_MUCH)
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_goes_beyond_a_bound_is_told_with_its_row(
    tmp_path: Path, suffix: str, rows: list[list[str]], told: tuple[Code, int, dict[str, Value]]
) -> None:
    file = tmp_path / f"t{suffix}"
    if suffix == ".csv":
        _csv(file, "\n".join(",".join(row) for row in rows))
    else:
        write_workbook(file, rows)
    assert _told(file) == told


@pytest.mark.usefixtures("small_bounds")
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_just_keeps_within_its_bounds_is_read(tmp_path: Path, suffix: str) -> None:
    rows = [["a", "b", "c"], ["x" * 28, "y", "z"], ["x" * 20, "y"], ["x" * 20]]
    file = tmp_path / f"t{suffix}"
    if suffix == ".csv":
        _csv(file, "\n".join(",".join(row) for row in rows))
    else:
        write_workbook(file, rows)
    assert [list(row.cells) for row in read_table(file).rows] == rows[1:]


def test_a_file_of_too_many_bytes_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / "t.csv").open("wb") as stream:
        stream.truncate(table_bounds.MAX_BYTES + 1)
    assert _told(tmp_path / "t.csv") == (
        Code.TABLE_TOO_LARGE,
        1,
        {"found": table_bounds.MAX_BYTES + 1, "limit": table_bounds.MAX_BYTES},
    )


@pytest.mark.parametrize(("end", "found"), [(b"\xe8,1\n", "windows-1252"), (b"\xc3\xa8,1\n", "utf-8")])
def test_the_last_byte_of_a_long_file_decides_what_all_of_it_is_read_as(tmp_path: Path, end: bytes, found: str) -> None:
    (tmp_path / "t.csv").write_bytes(b"a,b\n" + b"perche,due\n" * 99_000 + end)
    table = read_table(tmp_path / "t.csv")
    assert table.dialect == Dialect(",", found)
    assert [list(table.rows[at].cells) for at in (0, -1)] == [["perche", "due"], ["è", "1"]]


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_what_other_programs_write_is_read(tmp_path: Path, prefix: str) -> None:
    """Prefixes, rich and phonetic text, cells without coordinates, errors, formulas of text, ISO days."""
    cells = [
        '<c t="inlineStr"><is><r><rPr/><t>uno </t></r><r><t>due</t></r><rPh><t>no</t></rPh></is></c>',
        '<c t="e"><v>#N/A</v></c>',
        '<c t="str"><f>A1</f><v>testo</v></c>',
        '<c t="d"><v>2022-12-15</v></c>',
        '<c t="b"><v>0</v></c>',
        "<c><v>1E2</v></c>",
        "<c><v></v></c>",
        '<c r="I2"><v>-3</v></c>',
    ]
    row = f"<row><c><v>1</v></c></row><row>{''.join(cells)}</row>"
    file = write_workbook(tmp_path / "t.xlsx", [["a"]])
    change_sheet(file, lambda _: _sheet(row).replace("</", "|").replace("<", f"<{prefix}").replace("|", f"</{prefix}"))
    expected = ["uno due", "#N/A", "testo", date(2022, 12, 15), False, 100.0, None, None, -3]
    assert list(read_table(file).rows[0].cells) == expected


@pytest.mark.parametrize(
    "rows", ['<row r="2"/><row r="1"/>', '<row r="1"/><row r="1"/>', '<row><c r="B1"/><c r="A1"/></row>']
)
def test_rows_and_cells_out_of_their_order_are_refused(tmp_path: Path, rows: str) -> None:
    file = change_sheet(write_workbook(tmp_path / "t.xlsx", [["a"]]), lambda _: _sheet(rows))
    assert _refusal(file) is Code.TABLE_UNREADABLE


def _sheet(rows: str) -> str:
    uri = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    names = f'xmlns="{uri}" xmlns:x="{uri}"'
    return f"<worksheet {names}><sheetData>{rows}</sheetData></worksheet>"


def test_all_kinds_of_cells_are_read_as_openpyxl_reads_them(tmp_path: Path) -> None:
    codes = ["General", "0.00", "dd/mm/yyyy", "hh:mm", "dd/mm/yyyy hh:mm", "[h]:mm:ss", '"d"0', "yyyy;@", "mmm-yy", "@"]
    values = [0, 0.25, 1, 59, 60, 61, 44910, 44910.75, 44910.999994, 2958465, 1e9, -1, "44910", True]
    with Workbook(tmp_path / "t.xlsx") as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["a"] * len(values))
        for row, code in enumerate(codes, start=1):
            for column, value in enumerate(values):
                sheet.write(row, column, value, workbook.add_format({"num_format": code}))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        cells = list(load_workbook(tmp_path / "t.xlsx", read_only=True, data_only=True).worksheets[0].iter_rows())[1:]
    assert [list(row.cells) for row in read_table(tmp_path / "t.xlsx").rows] == [
        [_as_shown(cell) for cell in row] for row in cells
    ]


def _as_shown(cell: Any) -> Any:
    """Days without a time where only days are shown; lengths of time as text."""
    if isinstance(cell.value, datetime) and is_datetime(cell.number_format) == "date":
        return cell.value.date()
    return str(cell.value) if isinstance(cell.value, timedelta) else cell.value
