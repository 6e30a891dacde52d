"""An earlier settlement, read back from a table or document that the tool has written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from itertools import takewhile
from typing import Any
from zoneinfo import ZoneInfo

from coursewright.fees.application_rows import filled_rows, read_applications
from coursewright.fees.cell_values import text_of
from coursewright.fees.column_names import columns_of
from coursewright.model.application import Column
from coursewright.model.earlier_statement import EarlierStatement, Holding
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.result_column import STATUS_WORDS, ResultColumn
from coursewright.model.table import Cell, Row, Table

Translations = Sequence[Mapping[str, str]]
"""For each language its words by the English ones."""

_ZERO = Decimal("0.00")


class NotASettlementError(Exception):
    """Something that no settlement has written: what is missing or wrong, as it is called there."""


def without_results(table: Table, languages: Translations) -> Table:
    """The table as it was before a settlement put its columns before the others; a table without them as it is."""
    first = table.headers[:2]
    if not any(first == (words[ResultColumn.ROW], words[ResultColumn.STATUS]) for words in languages):
        return table
    added = len(list(takewhile(lambda header: _is_result(header, languages), table.headers)))
    rows = [Row(row.number, row.cells[added:]) for row in table.rows]
    return Table(table.headers[added:], rows, table.dialect)


def statements_of_table(
    table: Table, mapped: Mapping[str, str], languages: Translations, zone: ZoneInfo
) -> Sequence[EarlierStatement]:
    """What each row of a table of results gave; NotASettlementError where it is none.

    ``mapped`` (a cohort's ``columns``) says what the applications' own columns are called.
    """
    positions = {header: position for position, header in reversed(list(enumerate(table.headers)))}
    status = _position(positions, ResultColumn.STATUS, languages)
    due = _position(positions, ResultColumn.DUE, languages)
    columns = columns_of(_blanked(table.headers, languages), mapped)
    if Column.APPLICATION not in columns.positions:
        raise NotASettlementError(Column.APPLICATION.value)
    if columns.twice:
        raise NotASettlementError(", ".join(columns.twice[0]))
    statuses = {words[word].casefold(): status for words in languages for status, word in STATUS_WORDS.items()}
    reductions = _reductions(table.headers, languages)
    found = []
    for row, application in zip(filled_rows(table), read_applications(table, columns, zone), strict=True):
        cells = [*row.cells, *[None] * (len(table.headers) - len(row.cells))]
        word = text_of(cells[status])
        if word.casefold() not in statuses:
            raise NotASettlementError(word)
        taken = {rule: _amount(cells[position]) for rule, position in reductions}
        holding = Holding(statuses[word.casefold()], _amount(cells[due]), taken)
        found.append(
            EarlierStatement(
                row.number, application.id, application.email, application.name, application.received, holding
            )
        )
    return found


def statements_of_document(document: Any) -> Sequence[EarlierStatement]:
    """What each row of a settlement's JSON document gave; NotASettlementError where it is none.

    Documents of before had neither e-mail nor name: both are empty then.
    """
    found = []
    try:
        for each in document["statements"]:
            taken = {str(line["rule"]): _amount(str(line["amount"])) for line in each["lines"]}
            found.append(
                EarlierStatement(
                    row=int(each["row"]),
                    application=str(each["application"]),
                    email=str(each.get("email", "")),
                    name=str(each.get("name", "")),
                    received=_instant(each.get("received")),
                    holding=Holding(ApplicationStatus(each["status"]), _amount(each["due"]), taken),
                )
            )
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError):
        raise NotASettlementError("statements") from None
    return found


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
    text = text_of(cell).replace(",", ".")
    if not text:
        return _ZERO
    try:
        return Decimal(text).quantize(_ZERO)
    except InvalidOperation:
        raise NotASettlementError(text) from None
