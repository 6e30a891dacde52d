"""``coursewright new applications``: an empty workbook for a cohort's applications, with explanations."""

from __future__ import annotations

from pathlib import Path

import click

from coursewright.cli.fees.output_file import refuse_public, refuse_suffix, write_output
from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.opened import opened, tell_others
from coursewright.cli.refusal import IS_THERE
from coursewright.cli.shared_options import FILE, cohort_argument
from coursewright.cli.terminal import shown_path, tell_written
from coursewright.cli.translated import Command, Option
from coursewright.documents.sheet import Heading, Sheet
from coursewright.documents.spreadsheet import xlsx_bytes
from coursewright.door.errors import RefusalError
from coursewright.door.use import Use
from coursewright.locale import Wording
from coursewright.model.application import COLUMNS_TO_FILL
from coursewright.model.cohort import Cohort
from coursewright.model.words import N_


@click.command(
    "applications",
    cls=Command,
    help=N_("Begin an empty workbook for the applications of an edition, with what to write in each column."),
)
@cohort_argument
@click.option(
    "--output",
    cls=Option,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=FILE,
    help=N_("Where it goes (.xlsx); else private/applications-COHORT.xlsx."),
)
@invocation_options
@pass_invocation
def command(invocation: Invocation, cohort: str, output: Path | None) -> int:
    """Write the workbook; what is there already is left alone."""
    target = output or invocation.root / "private" / f"applications-{cohort}.xlsx"
    refuse_suffix(target, (".xlsx",))
    refuse_public(invocation.root, target)
    course = opened(invocation)
    priced = course.cohort(cohort, Use.FEES)
    tell_others(course, invocation)
    if target.exists():
        raise RefusalError(
            IS_THERE,
            N_("Give another name with --output."),
            file=shown_path(target),
        )
    write_output(target, [xlsx_bytes(_sheets(priced, invocation.words))])
    tell_written(target, invocation.words)
    return 0


def _sheets(cohort: Cohort, words: Wording) -> list[Sheet]:
    own = {name: " + ".join(headers) for name, headers in cohort.columns.items()}
    names = {column: own.get(column.name) or words.text(column.title) for column in COLUMNS_TO_FILL}
    headings = tuple(Heading(name, width=max(14, len(name) + 4)) for name in names.values())
    explanations = (Heading(words.text(N_("Column")), width=24), Heading(words.text(N_("What to write")), width=100))
    rows = [(names[column], words.text(column.about)) for column in COLUMNS_TO_FILL]
    return [
        Sheet(words.text(N_("Applications")), headings, (), frozen=1),
        Sheet(words.text(N_("Explanations")), explanations, rows),
    ]
