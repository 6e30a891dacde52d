"""A file of applications settled: read, followed from an earlier result, and decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path
from textwrap import shorten

from coursewright.door.errors import BlockedError
from coursewright.fees.application_rows import RowReader
from coursewright.fees.award import DrawNeededError
from coursewright.fees.column_names import Columns, columns_of, has_required
from coursewright.fees.earlier import (
    NotASettlementError,
    statements_of_document,
    statements_of_table,
    without_results,
)
from coursewright.fees.findings import draw_needed, unclear_holders
from coursewright.fees.following import Following, UnclearError, follow_numbers, follow_people
from coursewright.fees.rule_set import RuleSet
from coursewright.fees.settlement import settle
from coursewright.locale import LANGUAGES, wording
from coursewright.model.application import AnyRow
from coursewright.model.column import EMAIL, NAME, Column
from coursewright.model.earlier_statement import EarlierStatement
from coursewright.model.finding import Code, Finding
from coursewright.model.layout import Layout, LayoutName
from coursewright.model.place import Place
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.result_column import STATUS_WORDS, ResultColumn
from coursewright.model.statement import Settlement
from coursewright.model.table import Table
from coursewright.model.words import Term
from coursewright.model.written import found
from coursewright.sources.settlement_files import open_settlement
from coursewright.sources.table_bounds import MAX_RESULT_TEXT, MAX_TEXT
from coursewright.sources.table_files import TableError, read_table

_MOST_NAMES, _MOST_LETTERS = 100, 1_000

Watched = Callable[[Iterable[AnyRow], int], Iterable[AnyRow]]
"""Shows how far one is while so many rows go by."""


@dataclass(frozen=True)
class SettledFile:
    """The result with the table it came from."""

    table: Table
    columns: Columns
    settlement: Settlement


def settled_file(
    rules: RuleSet,
    applications: Path,
    earlier: Path | None,
    by_number: bool,
    watched: Watched | None = None,
    layout_name: LayoutName | None = None,
) -> SettledFile:
    """Settle a file of applications, after an ``earlier`` result where there is one; BlockedError where that fails."""
    layout = rules.cohort.file_layout(layout_name)
    # What an earlier file holds is read and forgotten before there are other rows: both tables at once are much.
    statements = None if earlier is None else _statements(rules, layout, earlier)
    table = without_results(_table(applications, layout), result_words())
    columns = _columns(table, layout, rules.fees.own_columns, applications)
    reader = RowReader(columns, rules.zone, rules.needed, rules.fees.conditions)
    read = reader.applications(table)
    rows = list(read if watched is None else watched(read, len(table.rows)))
    following = Following()
    if earlier is not None and statements is not None:
        following = _following(rows, applications, statements, earlier, by_number)
    try:
        settlement = settle(rules, rows, following)
    except DrawNeededError as error:
        raise BlockedError((draw_needed(rules, error),)) from None
    sums = tuple(Reason(ReasonCode.ROW_OF_TOTALS, {"row": number}) for number in reader.totals)
    return SettledFile(table, columns, replace(settlement, warnings=(*settlement.warnings, *sums)))


@cache
def result_words() -> Sequence[Mapping[str, str]]:
    """The words of results in each language, by the English ones."""
    words = [*(column.value for column in ResultColumn), *STATUS_WORDS.values()]
    catalogs = [wording(language).catalog for language in LANGUAGES]
    return [{word: catalog.gettext(word) for word in words} for catalog in catalogs]


def _following(
    rows: Sequence[AnyRow],
    applications: Path,
    statements: Sequence[EarlierStatement],
    earlier: Path,
    by_number: bool,
) -> Following:
    """Who of an earlier result is who now; findings where a file does not tell, or the office has to decide."""
    if by_number:
        return follow_numbers(rows, statements)
    _refuse_nameless(statements, earlier)
    _refuse_nameless(rows, applications)
    try:
        return follow_people(rows, statements)
    except UnclearError as error:
        raise BlockedError(unclear_holders(error, applications.as_posix(), earlier.as_posix())) from None


def _refuse_nameless(rows: Sequence[AnyRow] | Sequence[EarlierStatement], file: Path) -> None:
    """Refuse rows none of which has an e-mail address, or a name."""
    said = {EMAIL: any(row.email for row in rows), NAME: any(row.name for row in rows)}
    lacking = [column for column, is_said in said.items() if rows and not is_said]
    if lacking:
        place = Place(file.as_posix())
        raise BlockedError(tuple(Finding(Code.PERSON_UNKNOWN, place, {"column": each.name}) for each in lacking))


def _table(file: Path, layout: Layout, most_text: int = MAX_TEXT) -> Table:
    try:
        return read_table(file, most_text, lambda cells: has_required(cells, layout))
    except TableError as error:
        raise BlockedError((error.finding,)) from None


def _columns(table: Table, layout: Layout, own: Sequence[Column], file: Path) -> Columns:
    """Where each column stands; findings where one is missing, or two mean the same."""
    columns = columns_of(table.headers, layout, own)
    place, names = Place(file.as_posix()), _names(table.headers)
    findings = [
        *(Finding(Code.COLUMN_MISSING, place, {"column": each.name, "found": names}) for each in columns.missing),
        *(
            Finding(Code.COLUMN_TWICE, place, {"first": found(first), "found": found(each)})
            for first, each in columns.twice
        ),
    ]
    if findings:
        raise BlockedError(tuple(findings))
    return columns


def _names(headers: Iterable[str]) -> str:
    """The names of columns, short enough for a message: a file may have very many, and very long ones."""
    return shorten(", ".join(map(found, islice(headers, _MOST_NAMES))), _MOST_LETTERS, placeholder="…")


def _statements(rules: RuleSet, layout: Layout, file: Path) -> Sequence[EarlierStatement]:
    """What an earlier result gave, row by row; a finding where the file is none."""
    try:
        if file.suffix.lower() == ".json":
            with open_settlement(file) as document:
                return statements_of_document(document)
        table = _table(file, layout, MAX_RESULT_TEXT)
        return statements_of_table(table, layout, result_words(), rules.zone)
    except TableError as error:
        raise BlockedError((error.finding,)) from None
    except (NotASettlementError, ValueError, RecursionError) as error:
        finding = Finding(Code.EARLIER_UNREADABLE, Place(file.as_posix()), {"found": _missing(error)})
        raise BlockedError((finding,)) from None


def _missing(error: Exception) -> Term:
    """What a file lacks to be an earlier result, as the reader calls it."""
    return Term(str(error)[:120] if isinstance(error, NotASettlementError) else "JSON")
