"""An earlier settlement, read back from a table or document that the tool has written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from itertools import takewhile
from sys import intern
from typing import Any
from zoneinfo import ZoneInfo

from coursewright.fees.application_rows import RowReader, filled_rows
from coursewright.fees.column_names import columns_of
from coursewright.model.cell_values import text_of
from coursewright.model.column import APPLICATION, EMAIL
from coursewright.model.earlier_statement import EarlierStatement, Holding
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.layout import Layout
from coursewright.model.money import NO_MONEY
from coursewright.model.packed_rows import PackedRows
from coursewright.model.result_column import STATUS_WORDS, ResultColumn
from coursewright.model.table import Row, Table

Translations = Sequence[Mapping[str, str]]
"""For each language its words by the English ones."""

# Far more than any cohort's rules give; a table of nothing else is no result.
_MOST_REDUCTIONS = 2_000_000


class NotASettlementError(Exception):
    """Something that no settlement has written: what is missing or wrong, as it is called there."""


def without_results(table: Table, languages: Translations) -> Table:
    """The table as it was before a settlement put its columns before the others; a table without them as it is."""
    first = table.headers[:2]
    if not any(first == (words[ResultColumn.ROW], words[ResultColumn.STATUS]) for words in languages):
        return table
    added = len(list(takewhile(lambda header: _is_result(header, languages), table.headers)))
    rows = PackedRows(Row(row.number, row.cells[added:]) for row in table.rows)
    return Table(table.headers[added:], rows, table.dialect)


def statements_of_table(
    table: Table, layout: Layout, languages: Translations, zone: ZoneInfo
) -> Sequence[EarlierStatement]:
    """What each row of a table of results gave; NotASettlementError where it is none.

    ``layout`` says what the applications' own columns are called.
    """
    reader = _ResultReader(table.headers, layout, languages, zone)
    if len(reader.reductions) * len(table.rows) > _MOST_REDUCTIONS:
        raise NotASettlementError(ResultColumn.REDUCTION.value)
    return [reader.read(row) for row in filled_rows(table)]


def statements_of_document(document: Any) -> Sequence[EarlierStatement]:
    """What each row of a settlement's JSON document gave; NotASettlementError or ValueError where it is none.

    Its statements are gone through once: they may be read from a file meanwhile. Documents of before had neither e-mail
    nor name: both are empty then.
    """
    try:
        return [_statement(each) for each in document["statements"]]
    except (KeyError, TypeError):
        raise NotASettlementError("statements") from None


class _ResultReader:
    """Reads the rows of one table of results."""

    def __init__(self, headers: Sequence[str], layout: Layout, languages: Translations, zone: ZoneInfo) -> None:
        positions = {header: position for position, header in reversed(list(enumerate(headers)))}
        self.status = _position(positions, ResultColumn.STATUS, languages)
        self.due = _position(positions, ResultColumn.DUE, languages)
        columns = columns_of(_blanked(headers, languages), layout)
        if APPLICATION not in columns.positions:
            raise NotASettlementError(APPLICATION.name)
        if columns.twice:
            raise NotASettlementError(", ".join(columns.twice[0]))
        self.statuses = {words[word].casefold(): status for words in languages for status, word in STATUS_WORDS.items()}
        self.reductions = _amounts_of(ResultColumn.REDUCTION, headers, languages)
        self.items = _amounts_of(ResultColumn.ITEM, headers, languages)
        self.applications = RowReader(columns, zone)
        # Very many rows have the very same.
        self.holding = cache(_holding)

    def read(self, row: Row) -> EarlierStatement:
        cells, holding = self.applications.cells(row), self._holding(row)
        return EarlierStatement(
            row=row.number,
            application=cells.text(APPLICATION),
            email=cells.text(EMAIL),
            name=cells.name(),
            received=self.applications.receipt(row) if holding.has_place else None,
            holding=holding,
        )

    def _holding(self, row: Row) -> Holding:
        word = self._text(row, self.status)
        if word.casefold() not in self.statuses:
            raise NotASettlementError(word)
        taken = tuple((rule, self._text(row, position)) for rule, position in self.reductions)
        items = tuple((item, self._text(row, position)) for item, position in self.items)
        return self.holding(self.statuses[word.casefold()], self._text(row, self.due), taken, items)

    def _text(self, row: Row, position: int) -> str:
        return text_of(row.cells[position]) if position < len(row.cells) else ""


def _statement(written: Any) -> EarlierStatement:
    try:
        taken = tuple((str(line["rule"]), str(line["amount"])) for line in written["lines"])
        items = tuple((str(item["item"]), str(item["amount"])) for item in written.get("items", ()))
        return EarlierStatement(
            row=int(written["row"]),
            application=str(written["application"]),
            email=str(written.get("email", "")),
            name=str(written.get("name", "")),
            received=_instant(written.get("received")),
            holding=_holding(ApplicationStatus(written["status"]), str(written["due"] or ""), taken, items),
        )
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError):
        raise NotASettlementError("statements") from None


_Written = tuple[tuple[str, str], ...]
"""Amounts as text, each with the id of what it is of."""


def _holding(status: ApplicationStatus, due: str, reductions: _Written, items: _Written) -> Holding:
    return Holding(status, _amount(due), _amounts(reductions), _amounts(items))


def _amounts(written: _Written) -> dict[str, Decimal]:
    return {intern(name): _amount(amount) for name, amount in written}


def _instant(written: str | None) -> datetime | None:
    if written is None:
        return None
    instant = datetime.fromisoformat(written)
    if instant.tzinfo is None:
        raise NotASettlementError(written)
    return instant.astimezone(UTC)


def _position(positions: Mapping[str, int], column: ResultColumn, languages: Translations) -> int:
    for words in languages:
        if words[column] in positions:
            return positions[words[column]]
    raise NotASettlementError(column.value)


def _amounts_of(column: ResultColumn, headers: Sequence[str], languages: Translations) -> list[tuple[str, int]]:
    patterns = [_pattern(words[column]) for words in languages]
    found = []
    for position, header in enumerate(headers):
        match = next((match for pattern in patterns if (match := pattern.fullmatch(header))), None)
        if match is not None:
            found.append((match.group(1), position))
    return found


def _is_result(header: str, languages: Translations) -> bool:
    return any(_pattern(words[column]).fullmatch(header) for words in languages for column in ResultColumn)


def _blanked(headers: Sequence[str], languages: Translations) -> list[str]:
    return ["" if _is_result(header, languages) else header for header in headers]


def _pattern(words: str) -> re.Pattern[str]:
    """The words with what they have in braces left open: an id or a number."""
    return re.compile(re.sub(r"\\\{\w+\\\}", "([a-z0-9-]+)", re.escape(words)))


# Very many amounts are the same few.
@lru_cache(maxsize=1000)
def _amount(written: str) -> Decimal:
    text = written.replace(",", ".")
    if not text:
        return NO_MONEY
    try:
        return Decimal(text).quantize(NO_MONEY)
    except InvalidOperation:
        raise NotASettlementError(text) from None
