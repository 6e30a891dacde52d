"""``coursewright settle``: all applications of a cohort, who pays what and why, who gets what, who waits."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from textwrap import shorten

import click

from coursewright.cli.cohort_options import cohort_argument, format_option
from coursewright.cli.fees.cohort_at_hand import CohortAtHand, cohort_at_hand
from coursewright.cli.fees.documents_in_json import settlement_lines
from coursewright.cli.fees.output_file import refuse_public, refuse_same, refuse_suffix, write_output
from coursewright.cli.fees.settlement_sheets import SettlementSheets, translations
from coursewright.cli.fees.settlement_text import settlement_summary
from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.json_text import shown
from coursewright.cli.opened_cohort import BlockedError, tell_blocked
from coursewright.cli.progress import progress
from coursewright.cli.terminal import plain, say, shown_path
from coursewright.cli.translated import Argument, Command, Option
from coursewright.documents.csv_text import csv_pieces
from coursewright.documents.spreadsheet import xlsx_bytes
from coursewright.fees.application_rows import read_applications
from coursewright.fees.award import DrawNeededError
from coursewright.fees.column_names import columns_of
from coursewright.fees.earlier import (
    NotASettlementError,
    holdings_of_document,
    holdings_of_table,
    without_results,
)
from coursewright.fees.findings import draw_needed
from coursewright.fees.settlement import AnyRow, settle
from coursewright.locale import LANGUAGES, wording
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.finding import Code, Finding
from coursewright.model.place import Place
from coursewright.model.statement import Holding, Settlement
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
@click.argument("applications", cls=Argument, type=click.Path(path_type=Path), metavar=N_("FILE"))
@click.option(
    "--output",
    cls=Option,
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=N_("FILE"),
    help=N_("Where the result goes: its ending says how (.csv, .xlsx, .json)."),
)
@click.option(
    "--after",
    "earlier",
    cls=Option,
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("An earlier result: who has a place or a scholarship there keeps it unless withdrawn."),
)
@format_option
@invocation_options
@pass_invocation
def command(
    invocation: Invocation, cohort: str, applications: Path, output: Path, earlier: Path | None, output_format: str
) -> int:
    """Write the result; 1 where a row is refused or nothing could be settled."""
    refuse_suffix(output, _SUFFIXES)
    refuse_public(invocation.root, output)
    refuse_same(output, (applications, earlier))
    try:
        at_hand = cohort_at_hand(invocation, cohort)
        with collector_paused():
            settled = _settled(at_hand, applications, earlier)
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
        say(invocation.words.text(N_("Written: {file}"), file=plain(shown_path(output))))
    return 1 if ApplicationStatus.REFUSED in settled.settlement.totals.statuses else 0


@dataclass(frozen=True)
class _Settled:
    """The result with the table it came from."""

    at_hand: CohortAtHand
    table: Table
    settlement: Settlement


def _settled(at_hand: CohortAtHand, applications: Path, earlier: Path | None) -> _Settled:
    # What an earlier file holds is read and forgotten before there are other rows.
    holdings = None if earlier is None else _holdings(at_hand, earlier)
    table = without_results(_table(applications), _TRANSLATIONS)
    rows = _rows(at_hand, table, applications)
    try:
        return _Settled(at_hand, table, settle(at_hand.rules, rows, holdings))
    except DrawNeededError as error:
        raise BlockedError((draw_needed(at_hand.rules, error),)) from None


def _table(file: Path, most_text: int = MAX_TEXT) -> Table:
    try:
        return read_table(file, most_text)
    except TableError as error:
        raise BlockedError((error.finding,)) from None


def _rows(at_hand: CohortAtHand, table: Table, file: Path) -> list[AnyRow]:
    columns = columns_of(table.headers, at_hand.cohort.columns)
    place, names = Place(file.as_posix()), _names(table.headers)
    findings = [
        *(Finding(Code.COLUMN_MISSING, place, {"column": each.value, "found": names}) for each in columns.missing),
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


def _holdings(at_hand: CohortAtHand, file: Path) -> Mapping[str, Holding]:
    """What an earlier result gave; a finding where the file is none."""
    try:
        if file.suffix.lower() == ".json":
            with open_settlement(file) as document:
                return holdings_of_document(document)
        return holdings_of_table(_table(file, MAX_RESULT_TEXT), at_hand.cohort.columns, _TRANSLATIONS)
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
        instalments=len(rules.fees.instalments),
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
