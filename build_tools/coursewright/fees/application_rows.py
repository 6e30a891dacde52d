"""Rows of a table as applications: each is read, or said why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from coursewright.fees.column_names import Columns
from coursewright.model.application import Application, UnreadableApplication
from coursewright.model.cell_values import read_day_of_flag, read_flag, read_received, read_score, text_of
from coursewright.model.column import (
    APPLICATION,
    EMAIL,
    NAME,
    PAYER,
    PLAN,
    RECEIVED,
    SCORE,
    SURNAME,
    WITHDRAWN,
    CellError,
    Cells,
    Column,
    ColumnError,
    Read,
)
from coursewright.model.condition import Applicant, Condition
from coursewright.model.fee_rules import CONDITIONS
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.table import Cell, Row, Table
from coursewright.model.written import found

_EMAIL = re.compile(r"[^\s@<>\"(),;:\\]+@[^\s@<>\"(),;:\\]+\.[^\s@<>\"(),;:\\.]+")


def read_applications(table: Table, columns: Columns, zone: ZoneInfo) -> Iterator[Application | UnreadableApplication]:
    """Each row of the table in its order; one whose cells are all empty is no row."""
    return map(RowReader(columns, zone).read, filled_rows(table))


def filled_rows(table: Table) -> Iterator[Row]:
    """The rows that have something in one cell at least."""
    return (row for row in table.rows if any(cell is not None and cell != "" for cell in row.cells))


class RowReader:
    """Reads the rows of one table; times without an offset are in the cohort's ``zone``."""

    def __init__(self, columns: Columns, zone: ZoneInfo) -> None:
        self.columns = columns
        self.zone = zone
        by_position = {position: column for column, position in columns.positions.items()}
        # A condition none of whose columns is there says nothing in any row.
        self._asked = [each for each in CONDITIONS if any(column in columns.positions for column in each.columns)]
        self._says_how_to_pay = PLAN in columns.positions or PAYER in columns.positions
        self._order = [by_position.get(position) for position in range(len(columns.headers))]

    def cells(self, row: Row) -> RowCells:
        """What a row says, column by column."""
        return RowCells(dict(zip(self._order, row.cells, strict=False)))

    def read(self, row: Row) -> Application | UnreadableApplication:
        """The row as an application, or why it is none."""
        cells, received = self.cells(row), None
        if any(cell not in (None, "") for cell in row.cells[len(self.columns.headers) :]):
            return self._unreadable(row, None, "", Reason(ReasonCode.ROW_TOO_LONG))
        try:
            cells.required(RECEIVED)
            received = cells.read(RECEIVED, self._receipt)
            return Application(
                row=row.number,
                id=cells.required(APPLICATION),
                email=cells.email(),
                name=cells.name(),
                applicant=applicant_of(self._asked, cells, received, self._says_how_to_pay),
                score=cells.read(SCORE, read_score) if SCORE in self.columns.positions else None,
                withdrawn=(withdrawn := self._is_withdrawn(cells)),
                withdrawn_on=cells.read(WITHDRAWN, read_day_of_flag) if withdrawn else None,
            )
        except ColumnError as error:
            values = {key: self._told(value) for key, value in error.values.items()}
            column = self.columns.header(error.column)
            return self._unreadable(row, received, column, Reason(error.code, {"column": column, **values}))

    def _is_withdrawn(self, cells: RowCells) -> bool:
        return WITHDRAWN in self.columns.positions and cells.read(WITHDRAWN, read_flag)

    def receipt(self, row: Row) -> datetime | None:
        """When it was received, in UTC; None where that cannot be read."""
        try:
            return self.cells(row).read(RECEIVED, self._receipt)
        except ColumnError:
            return None

    def _unreadable(self, row: Row, received: datetime | None, column: str, reason: Reason) -> UnreadableApplication:
        cells = self.cells(row)
        return UnreadableApplication(
            row=row.number,
            id=cells.text(APPLICATION),
            received=received,
            column=column,
            reason=reason,
            email=cells.text(EMAIL),
            name=cells.name(),
        )

    def _receipt(self, cell: Cell) -> datetime:
        return read_received(cell, self.zone)

    def _told(self, value: Any) -> Any:
        return self.columns.header(value) if isinstance(value, Column) else value


@dataclass(frozen=True, slots=True)
class RowCells:
    """What one row says: the cell of each column that it has."""

    cells: Mapping[Column | None, Cell]

    def text(self, column: Column) -> str:
        """What stands in a column, without the space around it; nothing where there is no such column."""
        cell = self.cells.get(column)
        if type(cell) is str:
            return cell.strip()
        return "" if cell is None else text_of(cell)

    def read(self, column: Column, reader: Callable[[Cell], Read]) -> Read:
        """What ``reader`` makes of the cell; ColumnError for its CellError."""
        try:
            return reader(self.cells.get(column))
        except CellError as error:
            raise ColumnError(column, error.code, {"found": found(self.text(column))}) from None

    def required(self, column: Column) -> str:
        """The text of a column that may not be empty."""
        text = self.text(column)
        if not text:
            raise ColumnError(column, ReasonCode.VALUE_MISSING, {})
        return text

    def email(self) -> str:
        """The address, which has to be one."""
        text = self.required(EMAIL)
        if not _EMAIL.fullmatch(text):
            raise ColumnError(EMAIL, ReasonCode.EMAIL_UNREADABLE, {"found": found(text)})
        return text

    def name(self) -> str:
        """The whole name, from one column or from two."""
        return " ".join(filter(None, (self.text(NAME), self.text(SURNAME))))


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered of one applicant, as the cells of a row say it: by the columns' names."""

    answers: Mapping[str, Any]

    def text(self, column: Column) -> str:
        """The answer as text, without the space around it; nothing where there is none."""
        return text_of(self.answers.get(column.name))

    def read(self, column: Column, reader: Callable[[Cell], Read]) -> Read:
        """What ``reader`` makes of the answer; ColumnError for its CellError."""
        given = self.answers.get(column.name)
        try:
            return reader(given)
        except CellError as error:
            raise ColumnError(column, error.code, {"found": text_of(given)}) from None


def applicant_of(
    conditions: Iterable[Condition[Any, Any]], cells: Cells, received: datetime, says_how_to_pay: bool = True
) -> Applicant:
    """What rules may ask of a row by these conditions, and how it is paid; ColumnError where a cell cannot be read."""
    facts = {}
    for condition in conditions:
        fact = condition.read(cells)
        if fact != condition.nothing:
            facts[condition.name] = fact
    if says_how_to_pay:
        return Applicant(received, facts, cells.text(PLAN), cells.text(PAYER))
    return Applicant(received, facts)


def applicant_answering(received: datetime, answers: Mapping[str, Any]) -> Applicant:
    """An applicant by the answers to the conditions' questions, None where not answered.

    ColumnError for one that cannot be read.
    """
    cells = Answers(answers)
    facts = {condition.name: condition.answered(cells, answers) for condition in CONDITIONS}
    said = {each.name: facts[each.name] for each in CONDITIONS if facts[each.name] != each.nothing}
    return Applicant(received, said, cells.text(PLAN), cells.text(PAYER))
