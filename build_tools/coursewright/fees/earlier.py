"""An earlier settlement, read back from a table or document that the tool has written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import takewhile
from sys import intern
from typing import Any

from coursewright.fees.cell_values import text_of
from coursewright.fees.column_names import columns_of
from coursewright.model.application import Column
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.packed_rows import PackedRows
from coursewright.model.result_column import STATUS_WORDS, ResultColumn
from coursewright.model.statement import Holding
from coursewright.model.table import Cell, Row, Table

Translations = Sequence[Mapping[str, str]]
"""For each language its words by the English ones."""

_ZERO = Decimal("0.00")
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


def holdings_of_table(table: Table, mapped: Mapping[str, str], languages: Translations) -> Mapping[str, Holding]:
    """What each application has, from a table of results; NotASettlementError where it is none."""
    positions = {header: position for position, header in reversed(list(enumerate(table.headers)))}
    status = _position(positions, ResultColumn.STATUS, languages)
    due = _position(positions, ResultColumn.DUE, languages)
    application = columns_of(_blanked(table.headers, languages), mapped).positions.get(Column.APPLICATION)
    if application is None:
        raise NotASettlementError(Column.APPLICATION.value)
    statuses = {words[word].casefold(): status for words in languages for status, word in STATUS_WORDS.items()}
    reductions = dict(_reductions(table.headers, languages))
    if len(reductions) * len(table.rows) > _MOST_REDUCTIONS:
        raise NotASettlementError(ResultColumn.REDUCTION.value)
    holdings: dict[str, Holding] = {}
    for row in table.rows:
        cells = [*row.cells, *[None] * (len(table.headers) - len(row.cells))]
        word = text_of(cells[status])
        if word.casefold() not in statuses:
            raise NotASettlementError(word)
        taken = {rule: _amount(cells[position]) for rule, position in reductions.items()}
        holding = Holding(statuses[word.casefold()], _amount(cells[due]), taken)
        _keep(holdings, text_of(cells[application]), holding)
    return holdings


def holdings_of_document(document: Any) -> Mapping[str, Holding]:
    """What each application has, from a settlement's JSON document; NotASettlementError where it is none."""
    holdings: dict[str, Holding] = {}
    try:
        for each in document["statements"]:
            taken = {intern(str(line["rule"])): _amount(str(line["amount"])) for line in each["lines"]}
            holding = Holding(ApplicationStatus(each["status"]), _amount(each["due"]), taken)
            _keep(holdings, str(each["application"]), holding)
    except (KeyError, TypeError, ValueError):
        raise NotASettlementError("statements") from None
    return holdings


def _keep(holdings: dict[str, Holding], application: str, holding: Holding) -> None:
    """Of two rows with one id the one with a place is what somebody holds."""
    if holding.has_place or application not in holdings:
        holdings[application] = holding


def _position(positions: Mapping[str, int], column: ResultColumn, languages: Translations) -> int:
    for words in languages:
        if words[column] in positions:
            return positions[words[column]]
    raise NotASettlementError(column.value)


def _reductions(headers: Sequence[str], languages: Translations) -> list[tuple[str, int]]:
    patterns = [_pattern(words[ResultColumn.REDUCTION]) for words in languages]
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


def _amount(cell: Cell) -> Decimal:
    return _written_amount(text_of(cell).replace(",", "."))


# Very many amounts are the same few.
@lru_cache(maxsize=1000)
def _written_amount(text: str) -> Decimal:
    if not text:
        return _ZERO
    try:
        return Decimal(text).quantize(_ZERO)
    except InvalidOperation:
        raise NotASettlementError(text) from None
