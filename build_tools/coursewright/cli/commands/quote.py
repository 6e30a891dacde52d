"""``coursewright quote``: the price for one applicant, with the reason of each line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from coursewright.cli.cohort_options import cohort_argument, format_option
from coursewright.cli.fees.cohort_at_hand import CohortAtHand, cohort_at_hand
from coursewright.cli.fees.documents_in_json import statement_document
from coursewright.cli.fees.output_file import refuse_public, refuse_suffix, write_output
from coursewright.cli.fees.statement_told import statement_lines, statement_page
from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.json_text import json_text
from coursewright.cli.opened_cohort import BlockedError, tell_blocked
from coursewright.cli.terminal import plain, say, shown_path
from coursewright.cli.translated import Command, Option, translated
from coursewright.documents.statement_pdf import statement_pdf
from coursewright.fees.quote import quote
from coursewright.locale import wording
from coursewright.model.applicant import Applicant
from coursewright.model.cell_values import read_day, read_received
from coursewright.model.column import CellError
from coursewright.model.conditions.alumni import ALUMNI
from coursewright.model.conditions.category import CATEGORY
from coursewright.model.conditions.code import CODE
from coursewright.model.conditions.experience import EXPERIENCE, Period, read_periods
from coursewright.model.conditions.organisation import ORGANISATION, Organisation
from coursewright.model.reason import Reason
from coursewright.model.statement import Statement
from coursewright.model.words import N_

ReadT = TypeVar("ReadT")


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
@click.option(
    "--experience-since", cls=Option, metavar=N_("DAY"), help=N_("The day since which the applicant has been working.")
)
@click.option(
    "--experience",
    cls=Option,
    metavar=N_("PERIODS"),
    help=N_("Periods of work, such as “2019-09-01/2021-03-31; 2022-01-10/”, or none."),
)
@click.option("--organisation", cls=Option, metavar=N_("NAME"), help=N_("The applicant's organisation."))
@click.option(
    "--organisation-members",
    cls=Option,
    type=click.IntRange(1, 1_000_000),
    metavar=N_("NUMBER"),
    help=N_("How many people of that organisation have a place, the applicant included; else one."),
)
@click.option("--category", cls=Option, default="", metavar=N_("NAME"), help=N_("The applicant's category."))
@click.option(
    "--code", cls=Option, default="", metavar=N_("CODE"), help=N_("The code that the applicant has received.")
)
@click.option("--alumni", cls=Option, is_flag=True, help=N_("The applicant took part before."))
@click.option(
    "--output",
    cls=Option,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=N_("FILE"),
    help=N_("Write the statement into a file to send, too, if there is a price: .pdf or .json."),
)
@format_option
@invocation_options
@pass_invocation
def command(
    invocation: Invocation,
    cohort: str,
    received: str,
    experience_since: str | None,
    experience: str | None,
    organisation: str | None,
    organisation_members: int | None,
    category: str,
    code: str,
    alumni: bool,
    output: Path | None,
    output_format: str,
) -> int:
    """Print the statement; 1 where there is no price at that time."""
    if output is not None:
        refuse_suffix(output, (".pdf", ".json"))
        refuse_public(invocation.root, output)
    if experience and experience_since:
        raise click.UsageError(translated(N_("--experience and --experience-since exclude each other.")))
    try:
        at_hand = cohort_at_hand(invocation, cohort)
    except BlockedError as error:
        return tell_blocked(error, invocation, output_format == "json")
    facts = {
        EXPERIENCE.name: _experience(experience, experience_since, invocation),
        ORGANISATION.name: Organisation(organisation or "", organisation_members or (1 if organisation else 0)),
        CODE.name: code.strip(),
        CATEGORY.name: category,
        ALUMNI.name: alumni,
    }
    at = _read("--received", lambda: read_received(received, at_hand.rules.zone), received, invocation)
    applicant = Applicant(at, facts)
    statement = quote(at_hand.rules, applicant)
    written = output if statement.due is not None else None
    if written is not None:
        write_output(written, [_content(written.suffix.lower(), at_hand, statement)])
    if output_format == "json":
        say(json_text(statement_document(statement)))
    else:
        for line in statement_lines(statement, at_hand.cohort, invocation.words):
            say(plain(line))
        if written is not None:
            say(invocation.words.text(N_("Written: {file}"), file=plain(shown_path(written))))
    return 0 if statement.due is not None else 1


def _experience(periods: str | None, since: str | None, invocation: Invocation) -> tuple[Period, ...] | None:
    if periods:
        return _read("--experience", lambda: read_periods(periods), periods, invocation)
    if since:
        return (Period(_read("--experience-since", lambda: read_day(since), since, invocation)),)
    return None


def _read(option: str, read: Callable[[], ReadT], given: str, invocation: Invocation) -> ReadT:
    """What an option says; wrong use where it cannot be read."""
    try:
        return read()
    except CellError as error:
        reason = Reason(error.code, {"column": option, "found": given})
        raise click.UsageError(invocation.words.reason(reason)) from None


def _content(suffix: str, at_hand: CohortAtHand, statement: Statement) -> bytes:
    """The statement as JSON, or as a page for the applicant in the course's language."""
    if suffix == ".json":
        return (json_text(statement_document(statement)) + "\n").encode()
    course = at_hand.project.curriculum.course
    return statement_pdf(statement_page(statement, at_hand.cohort, course, wording(course.language)))
