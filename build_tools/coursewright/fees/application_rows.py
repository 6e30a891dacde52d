"""Rows of a table as applications: each is read, or said why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from coursewright.fees.column_names import Columns
from coursewright.model.application import Application, UnreadableApplication, derived_id
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
    Column,
    ColumnError,
    Read,
)
from coursewright.model.compared_text import compared
from coursewright.model.condition import Applicant, Condition
from coursewright.model.fee_rules import CONDITIONS
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.table import Cell, Row, Table
from coursewright.model.written import found

# How people begin the line below a list.
_TOTAL = re.compile(r"\s*(sub)?(total[ei]?|somm[ae]|sum)\b", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@<>\"(),;:\\]+@[^\s@<>\"(),;:\\]+\.[^\s@<>\"(),;:\\.]+")


def read_applications(table: Table, columns: Columns, zone: ZoneInfo) -> Iterator[Application | UnreadableApplication]:
    """Each row of the table in its order; one whose cells are all empty is no row."""
    return RowReader(columns, zone).applications(table)


def filled_rows(table: Table) -> Iterator[Row]:
    """The rows that have something in one cell at least."""
    return (row for row in table.rows if any(cell is not None and cell != "" for cell in row.cells))


class RowReader:
    """Reads the rows of one table; times without an offset are in the cohort's ``zone``.

    ``needed`` names the conditions, and perhaps the score, that decide something: what cannot be read of another is a
    note and no more. None: all do. ``totals`` are the rows met on the way that sum up others, and are no applications.
    """

    def __init__(
        self,
        columns: Columns,
        zone: ZoneInfo,
        needed: Collection[str] | None = None,
        conditions: Sequence[Condition[Any, Any]] = CONDITIONS,
    ) -> None:
        self.columns = columns
        self.zone = zone
        self.needed = needed
        self.totals: list[int] = []
        by_position = {position: column for column, position in columns.positions.items()}
        # A condition none of whose columns is there says nothing in any row.
        self._asked = [each for each in conditions if any(column in columns.positions for column in each.columns)]
        self._who_and_when = [columns.positions[each] for each in (EMAIL, RECEIVED) if each in columns.positions]
        self._says_how_to_pay = PLAN in columns.positions or PAYER in columns.positions
        self._order = [by_position.get(position) for position in range(len(columns.headers))]

    def applications(self, table: Table) -> Iterator[Application | UnreadableApplication]:
        """Each row of the table in its order; one that is empty or sums up others is no row."""
        for row in filled_rows(table):
            if self._is_total(row):
                self.totals.append(row.number)
            else:
                yield self.read(row)

    def cells(self, row: Row) -> RowCells:
        """What a row says, column by column: several put together where the layout says so, values as it means them."""
        cells = dict(zip(self._order, row.cells, strict=False))
        for column, places in self.columns.joined.items():
            cells[column] = _joined([row.cells[place] for place in places if place < len(row.cells)])
        for column, meanings in self.columns.meanings.items():
            meant = meanings.get(compared(text_of(cells.get(column))))
            if meant is not None:
                cells[column] = meant
        return RowCells(cells)

    def _is_total(self, row: Row) -> bool:
        """Whether a row has no address and no receipt, and begins a cell with the word for a sum."""
        cells = row.cells
        for position in self._who_and_when:
            if position < len(cells) and cells[position] not in (None, "") and not _is_total(cells[position]):
                return False
        return any(map(_is_total, cells))

    def read(self, row: Row) -> Application | UnreadableApplication:
        """The row as an application, or why it is none."""
        cells, received = self.cells(row), None
        if any(cell not in (None, "") for cell in row.cells[len(self.columns.headers) :]):
            return self._unreadable(row, None, "", Reason(ReasonCode.ROW_TOO_LONG))
        try:
            cells.required(RECEIVED)
            received = cells.read(RECEIVED, self._receipt)
            number, email, name = cells.text(APPLICATION), cells.email(), cells.name()
            notes: list[Reason] = []
            applicant, score = self._applicant(cells, received, notes), self._score(cells, notes)
            return Application(
                row=row.number,
                id=number or derived_id(email, name, received),
                email=email,
                name=name,
                applicant=applicant,
                score=score,
                withdrawn=(withdrawn := self._is_withdrawn(cells)),
                withdrawn_on=cells.read(WITHDRAWN, read_day_of_flag) if withdrawn else None,
                is_numbered=bool(number),
                notes=tuple(notes),
            )
        except ColumnError as error:
            return self._unreadable(row, received, self.columns.header(error.column), self._reason(error))

    def _applicant(self, cells: RowCells, received: datetime, notes: list[Reason]) -> Applicant:
        """What rules may ask of a row; ``notes`` are given what no rule asks for and cannot be read."""
        facts: dict[str, Any] = {}
        for condition in self._asked:
            try:
                fact = condition.read(cells)
            except ColumnError as error:
                self._note(condition.name, error, notes)
                continue
            if fact != condition.nothing:
                facts[condition.name] = fact
        if self._says_how_to_pay:
            return Applicant(received, facts, cells.text(PLAN), cells.text(PAYER))
        return Applicant(received, facts)

    def _score(self, cells: RowCells, notes: list[Reason]) -> Decimal | None:
        if SCORE not in self.columns.positions:
            return None
        try:
            return cells.read(SCORE, read_score)
        except ColumnError as error:
            self._note(SCORE.name, error, notes)
            return None

    def _note(self, what: str, error: ColumnError, notes: list[Reason]) -> None:
        """Keep as a note what is not needed; the rest refuses the row."""
        if self.needed is None or what in self.needed:
            raise error
        notes.append(self._reason(error))

    def _reason(self, error: ColumnError) -> Reason:
        values = {key: self._told(value) for key, value in error.values.items()}
        return Reason(error.code, {"column": self.columns.header(error.column), **values})

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
        email, name = cells.text(EMAIL), cells.name()
        return UnreadableApplication(
            row=row.number,
            id=cells.text(APPLICATION) or derived_id(email, name, received),
            received=received,
            column=column,
            reason=reason,
            email=email,
            name=name,
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


def _is_total(cell: Cell) -> bool:
    return isinstance(cell, str) and _TOTAL.match(cell) is not None


def _joined(cells: Sequence[Cell]) -> Cell:
    """Cells put together: a day and an hour are an instant, anything else text with a space between."""
    said = [cell for cell in cells if cell is not None and cell != ""]
    if len(said) < 2:
        return said[0] if said else None
    day, hour = said[0], said[1]
    if isinstance(day, date) and isinstance(hour, time):
        return datetime.combine(day, hour)
    if isinstance(day, datetime):
        said[0] = day.date()
    return " ".join(map(text_of, said))


def applicant_answering(
    received: datetime, answers: Mapping[str, Any], conditions: Sequence[Condition[Any, Any]] = CONDITIONS
) -> Applicant:
    """An applicant by the answers to the conditions' questions, None where not answered.

    ColumnError for one that cannot be read.
    """
    cells = Answers(answers)
    facts = {condition.name: condition.answered(cells, answers) for condition in conditions}
    said = {each.name: facts[each.name] for each in conditions if facts[each.name] != each.nothing}
    return Applicant(received, said, cells.text(PLAN), cells.text(PAYER))
