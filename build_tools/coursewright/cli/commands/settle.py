"""``coursewright settle``: all applications of a cohort, who pays what and why, who gets what, who waits."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from textwrap import shorten

import click

from coursewright.cli.fees.cohort_at_hand import CohortAtHand, cohort_at_hand
from coursewright.cli.fees.documents_in_json import settlement_lines
from coursewright.cli.fees.output_file import refuse_public, refuse_same, refuse_suffix, write_output
from coursewright.cli.fees.payment_columns import payment_columns
from coursewright.cli.fees.settlement_sheets import SettlementSheets, translations
from coursewright.cli.fees.settlement_text import settlement_summary
from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.json_text import shown
from coursewright.cli.metavars import FILE
from coursewright.cli.opened_cohort import BlockedError, tell_blocked
from coursewright.cli.progress import progress
from coursewright.cli.shared_options import cohort_argument, format_option
from coursewright.cli.terminal import plain, say, tell_written
from coursewright.cli.translated import Argument, Command, Option, translated
from coursewright.documents.csv_text import csv_pieces
from coursewright.documents.spreadsheet import xlsx_bytes
from coursewright.fees.application_rows import read_applications
from coursewright.fees.award import DrawNeededError
from coursewright.fees.column_names import columns_of
from coursewright.fees.earlier import (
    NotASettlementError,
    statements_of_document,
    statements_of_table,
    without_results,
)
from coursewright.fees.findings import draw_needed, unclear_holders
from coursewright.fees.following import Following, UnclearError, follow_numbers, follow_people
from coursewright.fees.settlement import settle
from coursewright.locale import LANGUAGES, wording
from coursewright.model.application import AnyRow
from coursewright.model.column import EMAIL, NAME
from coursewright.model.earlier_statement import EarlierStatement
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.finding import Code, Finding
from coursewright.model.place import Place
from coursewright.model.statement import Settlement
from coursewright.model.table import Table
from coursewright.model.words import N_, Term
from coursewright.model.written import found
from coursewright.project import collector_paused
from coursewright.sources.settlement_files import open_settlement
from coursewright.sources.table_bounds import MAX_RESULT_TEXT, MAX_TEXT
from coursewright.sources.table_files import TableError, read_table

_SUFFIXES = (".csv", ".xlsx", ".json")
_MOST_NAMES, _MOST_LETTERS = 100, 1_000
_TRANSLATIONS = translations([wording(language) for language in LANGUAGES])


@click.command(
    "settle",
    cls=Command,
    help=N_(
        "Settle a file of applications (CSV or XLSX): a statement for each row, scholarships, the waiting list. "
        "Bad rows stop no good ones: they come out with the reason, and the exit status is 1."
    ),
)
@cohort_argument
@click.argument("applications", cls=Argument, type=click.Path(path_type=Path), metavar=FILE)
@click.option(
    "--output",
    cls=Option,
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=FILE,
    help=N_("Where the result goes: its ending says how (.csv, .xlsx, .json)."),
)
@click.option(
    "--after",
    "earlier",
    cls=Option,
    type=click.Path(path_type=Path),
    metavar=FILE,
    help=N_(
        "An earlier result: who has a place or a scholarship there keeps it unless withdrawn. "
        "A person is e-mail and name; numbers may change."
    ),
)
@click.option(
    "--by-number",
    cls=Option,
    is_flag=True,
    help=N_(
        "With --after: go by the application's number in place of the person. Dangerous: whoever has a number now gets "
        "what its owner had then."
    ),
)
@format_option
@invocation_options
@pass_invocation
def command(
    invocation: Invocation,
    cohort: str,
    applications: Path,
    output: Path,
    earlier: Path | None,
    by_number: bool,
    output_format: str,
) -> int:
    """Write the result; 1 where a row is refused or leaves something to ask, or nothing could be settled."""
    if by_number and earlier is None:
        raise click.UsageError(translated(N_("--by-number goes with --after.")))
    refuse_suffix(output, _SUFFIXES)
    refuse_public(invocation.root, output)
    refuse_same(output, (applications, earlier))
    try:
        at_hand = cohort_at_hand(invocation, cohort)
        with collector_paused():
            settled = _settled(at_hand, applications, earlier, by_number)
            write_output(output, _written(settled, output.suffix.lower(), invocation))
            # The process ends soon: looking for garbage among so much that is none would take a second.
            gc.freeze()
    except BlockedError as error:
        return tell_blocked(error, invocation, output_format == "json")
    if output_format == "json":
        for piece in settlement_lines(settled.settlement):
            click.echo(shown(piece), nl=False)
    else:
        for line in settlement_summary(settled.settlement, settled.table, invocation.words):
            say(plain(line))
        tell_written(output, invocation.words)
    is_clear = ApplicationStatus.REFUSED not in settled.settlement.totals.statuses and not settled.settlement.to_ask
    return 0 if is_clear else 1


@dataclass(frozen=True)
class _Settled:
    """The result with the table it came from."""

    at_hand: CohortAtHand
    table: Table
    settlement: Settlement


def _settled(at_hand: CohortAtHand, applications: Path, earlier: Path | None, by_number: bool) -> _Settled:
    # What an earlier file holds is read and forgotten before there are other rows: both tables at once are much.
    statements = None if earlier is None else _statements(at_hand, earlier)
    table = without_results(_table(applications), _TRANSLATIONS)
    rows = _rows(at_hand, table, applications)
    following = Following()
    if earlier is not None and statements is not None:
        following = _following(rows, applications, statements, earlier, by_number)
    try:
        return _Settled(at_hand, table, settle(at_hand.rules, rows, following))
    except DrawNeededError as error:
        raise BlockedError((draw_needed(at_hand.rules, error),)) from None


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


def _table(file: Path, most_text: int = MAX_TEXT) -> Table:
    try:
        return read_table(file, most_text)
    except TableError as error:
        raise BlockedError((error.finding,)) from None


def _rows(at_hand: CohortAtHand, table: Table, file: Path) -> list[AnyRow]:
    columns = columns_of(table.headers, at_hand.cohort.columns)
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
    read = read_applications(table, columns, at_hand.rules.zone)
    return list(progress(read, len(table.rows), N_("Reading the applications")))


def _names(headers: Iterable[str]) -> str:
    """The names of columns, short enough for a message: a file may have very many, and very long ones."""
    return shorten(", ".join(map(found, islice(headers, _MOST_NAMES))), _MOST_LETTERS, placeholder="…")


def _statements(at_hand: CohortAtHand, file: Path) -> Sequence[EarlierStatement]:
    """What an earlier result gave, row by row; a finding where the file is none."""
    try:
        if file.suffix.lower() == ".json":
            with open_settlement(file) as document:
                return statements_of_document(document)
        table = _table(file, MAX_RESULT_TEXT)
        return statements_of_table(table, at_hand.cohort.columns, _TRANSLATIONS, at_hand.rules.zone)
    except TableError as error:
        raise BlockedError((error.finding,)) from None
    except (NotASettlementError, ValueError, RecursionError) as error:
        finding = Finding(Code.EARLIER_UNREADABLE, Place(file.as_posix()), {"found": _missing(error)})
        raise BlockedError((finding,)) from None


def _missing(error: Exception) -> Term:
    """What a file lacks to be an earlier result, as the reader calls it."""
    return Term(str(error)[:120] if isinstance(error, NotASettlementError) else "JSON")


def _written(settled: _Settled, suffix: str, invocation: Invocation) -> Iterator[bytes]:
    if suffix == ".json":
        yield from (piece.encode("utf-8", "backslashreplace") for piece in settlement_lines(settled.settlement))
        return
    rules = settled.at_hand.rules
    sheets = SettlementSheets(
        settlement=settled.settlement,
        table=settled.table,
        rules=[rule.id for rule in rules.rules],
        payment=payment_columns(rules.fees, settled.settlement),
        instalments=max(len(way.instalments) for way in rules.terms.ways),
        words=invocation.words,
        zone=settled.at_hand.cohort.timezone,
    )
    if suffix == ".xlsx":
        yield xlsx_bytes(sheets.all())
        return
    delimiter = _delimiter(settled.table, invocation)
    yield from csv_pieces(sheets.statements(), delimiter, decimal_comma=delimiter == ";")


def _delimiter(table: Table, invocation: Invocation) -> str:
    """The sign that the applications' file uses, else what spreadsheets in the reader's language expect."""
    if table.dialect is not None:
        return table.dialect.delimiter
    return ";" if invocation.words.language == "it" else ","
