"""``coursewright check``: every finding of the course."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from coursewright.cli.course_figures import report_document, report_lines
from coursewright.cli.findings_report import as_forge_commands, as_json, counted, told
from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.terminal import plain, say
from coursewright.cli.translated import Command, Option, translated
from coursewright.door.course import OpenedCourse
from coursewright.door.errors import BlockedError
from coursewright.locale import Wording
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Finding, Severity
from coursewright.model.words import N_
from coursewright.views.course_report import CourseReport, course_report


@click.command(
    "check",
    cls=Command,
    help=N_(
        "Say what is wrong or doubtful in the course's files: where, what, and how to mend it. "
        "The exit status is 1 if there is an error."
    ),
)
@click.option("--strict", cls=Option, is_flag=True, help=N_("Let a warning count as an error."))
@click.option(
    "--format",
    "output_format",
    cls=Option,
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help=N_("text for people, json for programs, github for the log of a workflow."),
)
@click.option(
    "--report",
    cls=Option,
    is_flag=True,
    help=N_("Show the course in figures too: how its modules read, what each competency gets, the hours of cohorts."),
)
@invocation_options
@pass_invocation
def command(invocation: Invocation, strict: bool, output_format: str, report: bool) -> int:
    """Print the findings; 1 where one of them counts as an error."""
    if report and output_format == "github":
        raise click.UsageError(translated(N_("--report goes with the formats text and json.")))
    curriculum, findings = _opened(invocation.root)
    figures = course_report(curriculum) if report and curriculum is not None else None
    if output_format == "json":
        say(as_json(findings, None if figures is None else report_document(figures)))
    elif output_format == "github":
        for line in as_forge_commands(findings, invocation.words):
            say(line)
    else:
        if figures is not None:
            _show(figures, invocation.words)
        _tell(findings, invocation.words)
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return 1 if any(finding.severity in grave for finding in findings) else 0


def _opened(root: Path) -> tuple[Curriculum | None, tuple[Finding, ...]]:
    """The course with every finding; a folder that the system does not let be read is the only one, without course."""
    try:
        course = OpenedCourse.below(root)
        return course.curriculum, course.findings
    except BlockedError as error:
        return None, error.findings


def _show(report: CourseReport, words: Wording) -> None:
    for line in report_lines(report, words):
        say(plain(line))
    say()


def _tell(findings: Sequence[Finding], words: Wording) -> None:
    for finding in findings:
        say(told(finding, words))
    say(counted(findings, words))
