"""``coursewright check``: every finding of the course."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from coursewright.cli.findings_report import as_forge_commands, as_json, counted, told
from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.terminal import say
from coursewright.cli.translated import Command, Option
from coursewright.locale import Wording
from coursewright.model.finding import Code, Finding, Severity
from coursewright.model.place import Place
from coursewright.model.words import N_
from coursewright.project import open_project


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
@invocation_options
@pass_invocation
def command(invocation: Invocation, strict: bool, output_format: str) -> int:
    """Print the findings; 1 where one of them counts as an error."""
    findings = _findings(invocation.root)
    if output_format == "json":
        say(as_json(findings))
    elif output_format == "github":
        for line in as_forge_commands(findings, invocation.words):
            say(line)
    else:
        _tell(findings, invocation.words)
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return 1 if any(finding.severity in grave for finding in findings) else 0


def _findings(root: Path) -> tuple[Finding, ...]:
    """Every finding; a folder that the system does not let be read is the only one."""
    try:
        return open_project(root).findings
    except PermissionError as error:
        file = Path(str(error.filename or root))
        path = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
        return (Finding(Code.FILE_UNREADABLE, Place(path)),)


def _tell(findings: Sequence[Finding], words: Wording) -> None:
    for finding in findings:
        say(told(finding, words))
    say(counted(findings, words))
