"""Rows of a table as applications: each is read, or said why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from coursewright.fees.cell_values import (
    CellError,
    read_day,
    read_flag,
    read_periods,
    read_received,
    read_score,
    text_of,
)
from coursewright.fees.column_names import Columns
from coursewright.model.application import Application, Column, Period, UnreadableApplication
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.table import Cell, Row, Table
from coursewright.model.written import found

_EMAIL = re.compile(r"[^\s@<>\"(),;:\\]+@[^\s@<>\"(),;:\\]+\.[^\s@<>\"(),;:\\.]+")


class _RowError(Exception):
    """A row that cannot be read: the column at fault and the reason."""

    def __init__(self, column: Column, reason: Reason) -> None:
        super().__init__(column, reason)
        self.column = column
        self.reason = reason


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
        self.positions = columns.positions
        self.zone = zone

    def read(self, row: Row) -> Application | UnreadableApplication:
        """The row as an application, or why it is none."""
        received: datetime | None = None
        if any(cell not in (None, "") for cell in row.cells[len(self.columns.headers) :]):
            return self._unreadable(row, None, "", Reason(ReasonCode.ROW_TOO_LONG))
        try:
            self._required(row, Column.RECEIVED)
            received = self._received(row)
            return self._application(row, received)
        except _RowError as error:
            return self._unreadable(row, received, self.columns.header(error.column), error.reason)

    def _unreadable(self, row: Row, received: datetime | None, column: str, reason: Reason) -> UnreadableApplication:
        return UnreadableApplication(
            row=row.number,
            id=self.text(row, Column.APPLICATION),
            received=received,
            column=column,
            reason=reason,
            email=self.text(row, Column.EMAIL),
            name=self.name(row),
        )

    def text(self, row: Row, column: Column) -> str:
        """What the row says in a column, without the space around it; nothing where there is no such column."""
        cell = self._cell(row, column)
        if type(cell) is str:
            return cell.strip()
        return "" if cell is None else text_of(cell)

    def name(self, row: Row) -> str:
        """The whole name, from one column or from two."""
        return " ".join(filter(None, (self.text(row, Column.NAME), self.text(row, Column.SURNAME))))

    def receipt(self, row: Row) -> datetime | None:
        """When it was received, in UTC; None where that cannot be read."""
        try:
            return read_received(self._cell(row, Column.RECEIVED), self.zone)
        except CellError:
            return None

    def _application(self, row: Row, received: datetime) -> Application:
        return Application(
            row=row.number,
            id=self._required(row, Column.APPLICATION),
            email=self._email(row),
            name=self.name(row),
            received=received,
            organisation=self.text(row, Column.ORGANISATION),
            experience=self._experience(row),
            code=self.text(row, Column.CODE),
            category=self.text(row, Column.CATEGORY),
            alumni=self._flag(row, Column.ALUMNI),
            score=self._score(row),
            withdrawn=self._flag(row, Column.WITHDRAWN),
        )

    def _cell(self, row: Row, column: Column) -> Cell:
        position = self.positions.get(column)
        return None if position is None or position >= len(row.cells) else row.cells[position]

    def _required(self, row: Row, column: Column) -> str:
        text = self.text(row, column)
        if not text:
            raise _RowError(column, Reason(ReasonCode.VALUE_MISSING, {"column": self.columns.header(column)}))
        return text

    def _email(self, row: Row) -> str:
        text = self._required(row, Column.EMAIL)
        if not _EMAIL.fullmatch(text):
            raise self._fault(row, Column.EMAIL, ReasonCode.EMAIL_UNREADABLE)
        return text

    def _received(self, row: Row) -> datetime:
        try:
            return read_received(self._cell(row, Column.RECEIVED), self.zone)
        except CellError as error:
            raise self._fault(row, Column.RECEIVED, error.code) from None

    def _experience(self, row: Row) -> tuple[Period, ...] | None:
        periods, since = self.text(row, Column.EXPERIENCE), self.text(row, Column.EXPERIENCE_SINCE)
        if periods and since:
            values = {
                "column": self.columns.header(Column.EXPERIENCE),
                "other": self.columns.header(Column.EXPERIENCE_SINCE),
            }
            raise _RowError(Column.EXPERIENCE, Reason(ReasonCode.EXPERIENCE_TWICE, values))
        column = Column.EXPERIENCE if periods else Column.EXPERIENCE_SINCE
        try:
            if periods:
                return read_periods(periods)
            return (Period(read_day(self._cell(row, Column.EXPERIENCE_SINCE))),) if since else None
        except CellError as error:
            raise self._fault(row, column, error.code) from None

    def _flag(self, row: Row, column: Column) -> bool:
        cell = self._cell(row, column)
        if cell is None:
            return False
        try:
            return read_flag(cell)
        except CellError as error:
            raise self._fault(row, column, error.code) from None

    def _score(self, row: Row) -> Decimal | None:
        try:
            return read_score(self._cell(row, Column.SCORE))
        except CellError as error:
            raise self._fault(row, Column.SCORE, error.code) from None

    def _fault(self, row: Row, column: Column, code: ReasonCode) -> _RowError:
        values = {"column": self.columns.header(column), "found": found(self.text(row, column))}
        return _RowError(column, Reason(code, values))
