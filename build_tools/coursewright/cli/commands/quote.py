"""``coursewright quote``: the price for one applicant, with the reason of each line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from coursewright.cli.fees.applicant_options import applicant_options, option_name
from coursewright.cli.fees.documents_in_json import statement_document
from coursewright.cli.fees.output_file import refuse_public, refuse_suffix, write_output
from coursewright.cli.fees.statement_told import statement_lines, statement_page
from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.json_text import json_text
from coursewright.cli.opened import opened, tell_others
from coursewright.cli.shared_options import FILE, cohort_argument, format_option
from coursewright.cli.terminal import plain, say, tell_written
from coursewright.cli.translated import Command, Option, translated
from coursewright.documents.statement_pdf import statement_pdf
from coursewright.door.course import OpenedCourse
from coursewright.door.errors import AnswerError
from coursewright.door.use import Use
from coursewright.locale import wording
from coursewright.model.cohort import Cohort
from coursewright.model.statement import Statement
from coursewright.model.words import N_

_PLAN, _WHO = N_("PLAN"), N_("WHO")


@click.command(
    "quote",
    cls=Command,
    help=N_(
        "Say what one applicant would pay, and why: the price, each rule with its reason, what is due and when. "
        "The exit status is 1 where enrolment is not open at that time."
    ),
)
@cohort_argument
@click.option(
    "--received",
    cls=Option,
    required=True,
    metavar=N_("WHEN"),
    help=N_("When the application was received: 2022-12-15, “2022-12-15 23:59”, “15/12/2022 23.59”."),
)
@applicant_options
@click.option("--plan", cls=Option, metavar=_PLAN, help=N_("The payment plan that is chosen, by its id or its name."))
@click.option("--payer", cls=Option, metavar=_WHO, help=N_("Who pays: person or organisation."))
@click.option(
    "--output",
    cls=Option,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=FILE,
    help=N_("Write the statement into a file to send, too, if there is a price: .pdf or .json."),
)
@format_option
@invocation_options
@pass_invocation
def command(
    invocation: Invocation,
    /,
    cohort: str,
    received: str,
    output: Path | None,
    output_format: str,
    **answers: Any,
) -> int:
    """Print the statement; 1 where there is no price at that time."""
    if output is not None:
        refuse_suffix(output, (".pdf", ".json"))
        refuse_public(invocation.root, output)
    if answers["experience"] and answers["experience_since"]:
        raise click.UsageError(translated(N_("--experience and --experience-since exclude each other.")))
    course = opened(invocation)
    priced = course.cohort(cohort, Use.FEES)
    tell_others(course, invocation)
    statement = _statement(course, cohort, received, answers, invocation)
    written = output if statement.due is not None else None
    if written is not None:
        write_output(written, [_content(written.suffix.lower(), course, priced, statement)])
    if output_format == "json":
        say(json_text(statement_document(statement)))
    else:
        for line in statement_lines(statement, priced, invocation.words):
            say(plain(line))
        if written is not None:
            tell_written(written, invocation.words)
    return 0 if statement.due is not None else 1


def _statement(
    course: OpenedCourse, cohort: str, received: str, answers: Mapping[str, Any], invocation: Invocation
) -> Statement:
    """The statement of whom the options describe; wrong use where one cannot be read."""
    try:
        return course.quote(cohort, received, **answers)
    except AnswerError as error:
        values = {**error.values, "column": option_name(error.name)}
        raise click.UsageError(invocation.words.text(error.message, **values)) from None


def _content(suffix: str, course: OpenedCourse, cohort: Cohort, statement: Statement) -> bytes:
    """The statement as JSON, or as a page for the applicant in the course's language."""
    if suffix == ".json":
        return (json_text(statement_document(statement)) + "\n").encode()
    told = course.curriculum.course
    return statement_pdf(statement_page(statement, cohort, told, wording(told.language)))
