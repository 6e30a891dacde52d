"""``coursewright fees``: the whole fee table of a cohort, with its proof."""

from __future__ import annotations

from pathlib import Path

import click

from coursewright.cli.fees.documents_in_json import table_document
from coursewright.cli.fees.output_file import refuse_suffix, write_output
from coursewright.cli.fees.table_text import proof_sheet, table_lines, table_sheet
from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.json_text import json_text
from coursewright.cli.opened import opened, tell_others
from coursewright.cli.shared_options import FILE, cohort_argument, format_option
from coursewright.cli.terminal import plain, say, tell_written
from coursewright.cli.translated import Command, Option
from coursewright.documents.csv_text import csv_bytes
from coursewright.documents.spreadsheet import xlsx_bytes
from coursewright.door.use import Use
from coursewright.locale import Wording
from coursewright.model.fee_rules import Fees
from coursewright.model.proof import FeeTable
from coursewright.model.words import N_

_SUFFIXES = (".csv", ".xlsx", ".json")


@click.command(
    "fees",
    cls=Command,
    help=N_(
        "Show what a cohort costs: the price in every window of time for every profile, the rules that meet and what "
        "comes of it, and the proof. The exit status is 1 where a property does not hold."
    ),
)
@cohort_argument
@click.option(
    "--output",
    cls=Option,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=FILE,
    help=N_("Write the table into a file too: its ending says how (.csv, .xlsx, .json)."),
)
@format_option
@invocation_options
@pass_invocation
def command(invocation: Invocation, cohort: str, output: Path | None, output_format: str) -> int:
    """Print the table; 1 where a property does not hold."""
    if output is not None:
        refuse_suffix(output, _SUFFIXES)
    course = opened(invocation)
    rules = course.rules(cohort, Use.PROOF)
    tell_others(course, invocation)
    table = course.fees(cohort)
    if output is not None:
        write_output(output, [_written(output.suffix.lower(), table, rules.fees, invocation.words)])
    if output_format == "json":
        say(json_text(table_document(table)))
    else:
        for line in table_lines(table, rules.cohort, invocation.words):
            say(plain(line))
        if output is not None:
            tell_written(output, invocation.words)
    return 0 if all(proven.holds for proven in table.proof) else 1


def _written(suffix: str, table: FeeTable, fees: Fees, words: Wording) -> bytes:
    if suffix == ".json":
        return (json_text(table_document(table)) + "\n").encode()
    prices = table_sheet(table, fees, words)
    if suffix == ".xlsx":
        return xlsx_bytes([prices, proof_sheet(table, words)])
    is_italian = words.language == "it"
    return csv_bytes(prices, ";" if is_italian else ",", is_italian)
