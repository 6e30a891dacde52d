"""A settlement as sheets: the statements beside what was applied with, the rankings, the waiting list, the totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from coursewright.cli.fees.payment_columns import PaymentColumns
from coursewright.documents.sheet import WHAT, Heading, Kind, MadeRows, Sheet
from coursewright.locale import Wording
from coursewright.model.cohort import PLACES
from coursewright.model.column import APPLICATION, SCORE
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.result_column import STATUS_WORDS, ResultColumn
from coursewright.model.statement import Ladder, Line, SettledStatement, Settlement
from coursewright.model.table import Cell, Table
from coursewright.model.words import N_, NO, YES


@dataclass(frozen=True)
class SettlementSheets:
    """The sheets of a settlement in one language; ``zone`` is the cohort's, in which times are shown.

    ``numbers`` is where the table has its applications' numbers; None where it has none, and they are put before.
    """

    settlement: Settlement
    table: Table
    numbers: int | None
    rules: Sequence[str]
    payment: PaymentColumns
    instalments: int
    words: Wording
    zone: str
    _reasons: dict[int, str] = field(default_factory=dict, repr=False)

    def all(self) -> list[Sheet]:
        """Every sheet of the workbook."""
        return [self.statements(), self._rankings(), self._waiting(), self._totals()]

    def statements(self) -> Sheet:
        """A row for each application, in the order in which they came."""
        own, statements = self._own_headings(), self.settlement.statements
        rows = MadeRows(len(statements), lambda number: self._statement_row(statements[number], len(own)))
        return Sheet(self.words.text(N_("Statements")), (*self._result_headings(), *own), rows, frozen=3)

    def _statement_row(self, statement: SettledStatement, width: int) -> list[Cell]:
        return [*self._results(statement), *self._own_cells(statement, width)]

    def _waiting(self) -> Sheet:
        """Who waits, the next one first."""
        name, own = self.words.text, self._own_headings()
        waiting = [each for each in self.settlement.statements if each.status is ApplicationStatus.WAITING]
        waiting.sort(key=lambda each: int(str(each.reason.values["number"])))
        headings = (
            Heading(name(N_("Number in the list")), Kind.NUMBER, 10),
            Heading(name(ResultColumn.ROW), Kind.NUMBER, 7),
            Heading(name(ResultColumn.DUE), Kind.MONEY, 12),
            *own,
        )

        def row(number: int) -> list[Cell]:
            each = waiting[number]
            return [number + 1, each.row, each.due, *self._own_cells(each, len(own))]

        rows = MadeRows(len(waiting), row)
        return Sheet(name(N_("Waiting list")), headings, rows, frozen=3)

    def _own_headings(self) -> list[Heading]:
        """The columns of the applications' file."""
        # A row may be refused because it has more cells than the header: they come out too.
        extra = max((len(row.cells) for row in self.table.rows), default=0) - len(self.table.headers)
        names = [*self.table.headers, *[""] * max(0, extra)]
        made = [] if self.numbers is not None else [self.words.text(APPLICATION.title)]
        return [Heading(name, width=_width(name)) for name in [*made, *names]]

    def _own_cells(self, statement: SettledStatement, width: int) -> Sequence[Cell]:
        """The cells of the applications' file in the statement's row."""
        cells = self.table.rows[self._positions[statement.row]].cells
        if self.numbers is None:
            return _padded([statement.application, *cells], width)
        own = _padded(cells, width)
        own[self.numbers] = own[self.numbers] or statement.application
        return own

    @cached_property
    def _positions(self) -> Mapping[int | None, int]:
        """Where each row stands in the table, by its number."""
        return {row.number: position for position, row in enumerate(self.table.rows)}

    def _result_headings(self) -> list[Heading]:
        name = self.words.text
        instalments = range(1, self.instalments + 1)
        return [
            Heading(name(ResultColumn.ROW), Kind.NUMBER, 7),
            Heading(name(ResultColumn.STATUS), width=16),
            Heading(name(ResultColumn.DUE), Kind.MONEY, 12),
            Heading(name(ResultColumn.PRICE), Kind.MONEY, 12),
            *(Heading(name(ResultColumn.REDUCTION, rule=rule), Kind.MONEY, 14) for rule in self.rules),
            Heading(name(ResultColumn.STAMP), Kind.MONEY, 10),
            *self.payment.headings(self.words),
            *(
                heading
                for number in instalments
                for heading in (
                    Heading(name(ResultColumn.INSTALMENT, number=number), Kind.MONEY, 12),
                    Heading(name(ResultColumn.INSTALMENT_DAY, number=number), Kind.DAY, 12),
                )
            ),
            Heading(name(ResultColumn.REASON), width=44),
            Heading(name(ResultColumn.REASONS), width=60),
            Heading(name(ResultColumn.NOTES), width=30),
        ]

    def _results(self, statement: SettledStatement) -> list[Cell]:
        amounts = {line.rule: line.amount for line in statement.lines}
        parts = list(statement.instalments)[: self.instalments]
        instalments: list[Cell] = [cell for part in parts for cell in (part.amount, part.due_on)]
        is_priced = statement.due is not None
        return [
            statement.row,
            self.words.text(STATUS_WORDS[statement.status]),
            statement.due,
            statement.price if is_priced else None,
            *(amounts.get(rule) if is_priced else None for rule in self.rules),
            statement.stamp if is_priced else None,
            *self.payment.cells(statement, self.words),
            *instalments,
            *[None] * (2 * (self.instalments - len(parts))),
            self.words.reason(statement.reason),
            self._why(statement.lines),
            "\n".join(self.words.reason(note) for note in statement.notes),
        ]

    def _why(self, lines: tuple[Line, ...]) -> str:
        """The reason of each rule; very many statements have the very same lines."""
        known = self._reasons.get(id(lines))
        if known is None:
            known = "\n".join(f"{line.label}: {self.words.reason(line.reason)}" for line in lines)
            self._reasons[id(lines)] = known
        return known

    def _rankings(self) -> Sheet:
        name = self.words.text
        headings = (
            Heading(name(N_("Scholarship or limited reduction")), width=36),
            Heading(name(PLACES), Kind.NUMBER, 8),
            Heading(name(N_("Rank")), Kind.NUMBER, 8),
            Heading(name(N_("Granted")), width=10),
            Heading(name(ResultColumn.ROW), Kind.NUMBER, 7),
            Heading(name(APPLICATION.title), width=16),
            Heading(name(SCORE.title), width=10),
            Heading(name(N_("Received ({zone})"), zone=self.zone), Kind.INSTANT, 22),
            Heading(name(N_("Draw (SHA-256, the lower first)")), width=66),
        )
        rows = [row for ladder in self.settlement.ladders for row in self._rungs(ladder)]
        return Sheet(name(N_("Scholarships")), headings, rows, frozen=3)

    def _rungs(self, ladder: Ladder) -> list[list[Cell]]:
        yes, no = self.words.text(YES), self.words.text(NO)
        return [
            [
                ladder.label,
                ladder.places,
                rung.rank,
                yes if rung.won else no,
                rung.row,
                rung.application,
                rung.score,
                _local(rung.received),
                rung.draw,
            ]
            for rung in ladder.rungs
        ]

    def _totals(self) -> Sheet:
        name, totals, sums = self.words.text, self.settlement.totals, self.settlement.totals.sums
        rows: list[Sequence[Cell]] = [
            (name(STATUS_WORDS[status]), count, None) for status, count in totals.statuses.items()
        ]
        rows += [
            (name(N_("all rows")), sum(totals.statuses.values()), None),
            (name(N_("full prices of those with a place")), None, sums.price),
            (name(N_("reductions")), None, sums.reductions),
            (name(N_("due")), None, sums.due),
            (name(N_("stamp duty")), None, sums.stamp),
            *self._payments(),
        ]
        headings = (
            Heading(name(WHAT), width=40),
            Heading(name(N_("How many")), Kind.NUMBER, 12),
            Heading(name(N_("Sum")), Kind.MONEY, 16),
        )
        return Sheet(name(N_("Totals")), headings, rows, frozen=1)

    def _payments(self) -> Iterator[Sequence[Cell]]:
        """The sums of what is paid: in all where it is more than is due, by item, by payer, by day."""
        name, payments = self.words.text, self.settlement.totals.payments
        if self.payment.total:
            yield name(ResultColumn.TOTAL), None, payments.total
        for item in self.payment.items:
            yield name(ResultColumn.ITEM, item=item), None, payments.items.get(item)
        for payer in self.payment.payers:
            yield self.payment.paid_by(payer, self.words), None, payments.payers.get(payer)
        for day, amount in payments.instalments.items():
            yield name(N_("due by {day}"), day=self.words.day(day)), None, amount


def _padded(cells: Sequence[Cell], width: int) -> list[Cell]:
    return [*cells[:width], *[None] * (width - len(cells))]


def _local(instant: datetime) -> datetime:
    # A spreadsheet rounds to seconds: the last instant of a day would be shown as the next one.
    return instant.replace(microsecond=0, tzinfo=None)


def _width(name: str) -> int:
    return min(40, max(12, len(name) + 2))
