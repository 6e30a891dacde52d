"""Rows of a table, read as applications or refused.

Covers also `model/application.py`.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from coursewright.fees.application_rows import applicant_answering, read_applications
from coursewright.fees.column_names import columns_of
from coursewright.model.application import COLUMN_BY_NAME, AnyRow, Application, UnreadableApplication
from coursewright.model.column import ColumnError
from coursewright.model.conditions.experience import EXPERIENCE, PERIODS, ExperienceReason, Period
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.table import Cell, Row, Table
from tests.fees.applications import applicant, application
from tests.fees.cohorts import ROME, at

GOOD: dict[str, Cell] = {"application": "A-01", "email": "a@example.org", "received": "2022-11-01 10:00"}


def _read(*rows: dict[str, Cell], headers: tuple[str, ...] = tuple(COLUMN_BY_NAME)) -> list[AnyRow]:
    table = Table(
        headers, [Row(number, [row.get(name) for name in headers]) for number, row in enumerate(rows, start=2)]
    )
    return list(read_applications(table, columns_of(headers), ROME))


def test_row_with_all_its_columns() -> None:
    row: dict[str, Cell] = {
        **GOOD,
        "name": " Anna ",
        "surname": "Bo",
        "withdrawn": "no",
        "experience": "2019-09-01/2021-03-31",
        "organisation": "Coop Alfa",
        "category": "ente",
        "code": " ALFA ",
        "alumni": "sì",
        "score": "8,5",
    }
    assert _read(row) == [
        application(
            "A-01",
            "2022-11-01T10:00",
            row=2,
            email="a@example.org",
            name="Anna Bo",
            organisation="Coop Alfa",
            experience=(Period(date(2019, 9, 1), date(2021, 4, 1)),),
            code="ALFA",
            category="ente",
            alumni=True,
            score=Decimal("8.5"),
            withdrawn=False,
        )
    ]


def test_row_with_the_required_columns_alone() -> None:
    headers = ("application", "email", "received")
    assert _read(GOOD, headers=headers) == [
        application("A-01", "2022-11-01T10:00", row=2, email="a@example.org", name="")
    ]


def test_row_of_a_spreadsheet_has_typed_cells() -> None:
    row: dict[str, Cell] = {
        **GOOD,
        "application": 7.0,
        "received": datetime(2022, 11, 1, 10),
        "experience_since": datetime(2021, 6, 1),
        "score": 8.5,
        "alumni": True,
    }
    assert _read(row) == [
        application(
            "7",
            "2022-11-01T10:00",
            row=2,
            email="a@example.org",
            name="",
            experience=(Period(date(2021, 6, 1)),),
            score=Decimal("8.5"),
            alumni=True,
        )
    ]


def test_row_without_anything_is_none() -> None:
    assert [each.row for each in _read({}, GOOD, {"name": ""}, GOOD)] == [3, 5]


def test_row_shorter_than_its_headers_is_read() -> None:
    table = Table(tuple(COLUMN_BY_NAME), [Row(2, ["A-01", "a@example.org", "2022-11-01"])])
    (row,) = read_applications(table, columns_of(table.headers), ROME)
    assert isinstance(row, Application)


def test_experience_not_stated_is_not_none() -> None:
    rows = _read(GOOD, {**GOOD, "experience": "none"}, {**GOOD, "experience_since": "01/06/2021"})
    assert [EXPERIENCE.fact(each.applicant) for each in rows if isinstance(each, Application)] == [
        None,
        (),
        (Period(date(2021, 6, 1)),),
    ]


@pytest.mark.parametrize(
    ("cells", "column", "code", "found"),
    [
        ({"received": "ieri"}, "received", ReasonCode.TIME_UNREADABLE, "ieri"),
        ({"received": "2022-10-30 02:30"}, "received", ReasonCode.TIME_TWICE, "2022-10-30 02:30"),
        ({"received": "2023-03-26 02:30"}, "received", ReasonCode.TIME_SKIPPED, "2023-03-26 02:30"),
        ({"email": "anna"}, "email", ReasonCode.EMAIL_UNREADABLE, "anna"),
        ({"email": "a@b@example.org"}, "email", ReasonCode.EMAIL_UNREADABLE, "a@b@example.org"),
        ({"experience": "due anni"}, "experience", ExperienceReason.UNREADABLE, "due anni"),
        ({"experience": "2021-06-02/2021-06-01"}, "experience", ExperienceReason.REVERSED, "2021-06-02/2021-06-01"),
        ({"experience_since": "2021"}, "experience_since", ReasonCode.DAY_UNREADABLE, "2021"),
        ({"withdrawn": "forse"}, "withdrawn", ReasonCode.FLAG_UNREADABLE, "forse"),
        ({"alumni": "boh"}, "alumni", ReasonCode.FLAG_UNREADABLE, "boh"),
        ({"score": "otto"}, "score", ReasonCode.SCORE_UNREADABLE, "otto"),
    ],
)
def test_cell_that_cannot_be_read_refuses_its_row(
    cells: dict[str, Cell], column: str, code: ReasonCode, found: str
) -> None:
    received = None if column == "received" else at("2022-11-01T10:00")
    reason = Reason(code, {"column": column, "found": found})
    email = str(cells.get("email", "a@example.org"))
    row: dict[str, Cell] = {**GOOD, "name": "Anna", "surname": " Bo", **cells}
    assert _read(row) == [UnreadableApplication(2, "A-01", received, column, reason, email, "Anna Bo")]


@pytest.mark.parametrize("column", ["email", "received"])
def test_required_cell_that_is_empty_refuses_its_row(column: str) -> None:
    (row,) = _read({**GOOD, column: " "})
    assert isinstance(row, UnreadableApplication)
    assert (row.column, row.reason) == (column, Reason(ReasonCode.VALUE_MISSING, {"column": column}))


def test_experience_in_both_columns_refuses_the_row() -> None:
    (row,) = _read({**GOOD, "experience": "none", "experience_since": "2021-06-01"})
    assert isinstance(row, UnreadableApplication)
    values: dict[str, Any] = {"column": "experience", "other": "experience_since"}
    assert row.reason == Reason(ExperienceReason.TWICE, values)


def test_reason_names_the_column_as_the_table_does() -> None:
    headers = ("Domanda", "E-mail", "Informazioni cronologiche")
    (row,) = _read({"Domanda": "A", "E-mail": "a@example.org", "Informazioni cronologiche": "x"}, headers=headers)
    assert isinstance(row, UnreadableApplication)
    assert (row.id, row.column) == ("A", "Informazioni cronologiche")


def test_answers_of_one_applicant_are_read_as_cells_are() -> None:
    answers = {
        "experience_since": "2021-06-01",
        "experience": None,
        "organisation": " Coop ",
        "organisation_members": 3,
        "category": "",
        "code": " ALFA",
        "alumni": True,
    }
    expected = applicant(
        at("2022-11-01T10:00"),
        experience=(Period(date(2021, 6, 1)),),
        organisation="Coop",
        organisation_members=3,
        code="ALFA",
        alumni=True,
    )
    assert applicant_answering(at("2022-11-01T10:00"), answers) == expected


def test_answer_that_cannot_be_read_names_its_column() -> None:
    with pytest.raises(ColumnError) as refused:
        applicant_answering(at("2022-11-01T10:00"), {"experience": "due anni"})
    error = refused.value
    assert (error.column, error.code, error.values) == (PERIODS, ExperienceReason.UNREADABLE, {"found": "due anni"})
