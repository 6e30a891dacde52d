"""``coursewright settle``: all applications of a cohort, who pays what and why, who gets what, who waits."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from coursewright.cli.fees.documents_in_json import settlement_lines
from coursewright.cli.fees.output_file import refuse_public, refuse_same, refuse_suffix, write_output
from coursewright.cli.fees.payment_columns import payment_columns
from coursewright.cli.fees.settlement_sheets import SettlementSheets
from coursewright.cli.fees.settlement_text import settlement_summary
from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.json_text import shown
from coursewright.cli.opened import opened, tell_others
from coursewright.cli.progress import progress
from coursewright.cli.shared_options import FILE, cohort_argument, format_option
from coursewright.cli.terminal import plain, say, tell_written
from coursewright.cli.translated import Argument, Command, Option, translated
from coursewright.documents.csv_text import csv_pieces
from coursewright.documents.spreadsheet import xlsx_bytes
from coursewright.door.settling import SettledFile, settled_file
from coursewright.fees.rule_set import RuleSet
from coursewright.model.application import AnyRow
from coursewright.model.column import APPLICATION
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.layout import LayoutName
from coursewright.model.table import Table
from coursewright.model.words import N_
from coursewright.project import collector_paused

_SUFFIXES = (".csv", ".xlsx", ".json")


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
@click.option(
    "--layout",
    cls=Option,
    type=click.Choice([name.value for name in LayoutName]),
    help=N_("Where the applications' file comes from: its columns and words are known then."),
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
    layout: str | None,
    output_format: str,
) -> int:
    """Write the result; 1 where a row is refused or leaves something to ask, or nothing could be settled."""
    if by_number and earlier is None:
        raise click.UsageError(translated(N_("--by-number goes with --after.")))
    refuse_suffix(output, _SUFFIXES)
    refuse_public(invocation.root, output)
    refuse_same(output, (applications, earlier))
    course = opened(invocation)
    rules = course.rules(cohort)
    tell_others(course, invocation)
    with collector_paused():
        settled = settled_file(
            rules, applications, earlier, by_number, _watched, None if layout is None else LayoutName(layout)
        )
        write_output(output, _written(settled, rules, output.suffix.lower(), invocation))
        # The process ends soon: looking for garbage among so much that is none would take a second.
        gc.freeze()
    if output_format == "json":
        for piece in settlement_lines(settled.settlement):
            click.echo(shown(piece), nl=False)
    else:
        for line in settlement_summary(settled.settlement, settled.table, invocation.words):
            say(plain(line))
        tell_written(output, invocation.words)
    is_clear = ApplicationStatus.REFUSED not in settled.settlement.totals.statuses and not settled.settlement.to_ask
    return 0 if is_clear else 1


def _watched(rows: Iterable[AnyRow], count: int) -> Iterable[AnyRow]:
    return progress(rows, count, N_("Reading the applications"))


def _written(settled: SettledFile, rules: RuleSet, suffix: str, invocation: Invocation) -> Iterator[bytes]:
    if suffix == ".json":
        yield from (piece.encode("utf-8", "backslashreplace") for piece in settlement_lines(settled.settlement))
        return
    sheets = SettlementSheets(
        settlement=settled.settlement,
        table=settled.table,
        numbers=settled.columns.positions.get(APPLICATION),
        rules=[rule.id for rule in rules.rules],
        payment=payment_columns(rules.fees, settled.settlement),
        instalments=max(len(way.instalments) for way in rules.terms.ways),
        words=invocation.words,
        zone=rules.cohort.timezone,
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
