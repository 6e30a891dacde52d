"""``coursewright group``: a group's portrait and path, and its members' readings counted together."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import click

from coursewright.cli.group.documents_in_json import portrait_document, reading_document
from coursewright.cli.group.portrait_text import portrait_lines, reading_lines
from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.json_text import json_text
from coursewright.cli.opened import opened, tell_others
from coursewright.cli.shared_options import NUMBER, format_option
from coursewright.cli.terminal import plain, say
from coursewright.cli.translated import Argument, Command, Option, translated
from coursewright.door.errors import RefusalError
from coursewright.door.use import group_for
from coursewright.groups.readings import GroupReading, ReadingsRefusedError, group_reading
from coursewright.model.curriculum import Curriculum
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.words import N_
from coursewright.sources.reading_files import ReadingFileError, read_reading_file

_MOST_HOURS = 100_000


@click.command(
    "group",
    cls=Command,
    help=N_(
        "Show a group: who carries what, who can serve whom, how members hang together, which figures it may become, "
        "and the shortest path of modules to what it wants to become. With --reading, count the thermometer readings "
        "that members have taken from the site, each in a file of its own."
    ),
)
@click.argument("group", cls=Argument, metavar=N_("GROUP"))
@click.argument(
    "files", cls=Argument, nargs=-1, metavar=N_("[FILES]"), type=click.Path(path_type=Path, allow_dash=False)
)
@click.option(
    "--hours",
    cls=Option,
    metavar=NUMBER,
    help=N_("The time there is, such as 24 or 10.5: the path then goes as far as it can."),
)
@click.option(
    "--reading",
    "counts_readings",
    cls=Option,
    is_flag=True,
    help=N_("Count the readings in the files that follow, five at least, into one reading of the group."),
)
@format_option
@invocation_options
@pass_invocation
def command(
    invocation: Invocation,
    group: str,
    files: tuple[Path, ...],
    hours: str | None,
    counts_readings: bool,
    output_format: str,
) -> int:
    """Print the portrait, or the reading; 1 where errors stand in the way."""
    if files and not counts_readings:
        raise click.UsageError(translated(N_("Files are for --reading.")))
    if counts_readings and hours is not None:
        raise click.UsageError(translated(N_("--reading and --hours exclude each other.")))
    minutes = None if hours is None else _minutes(hours)
    course = opened(invocation)
    group_for(course.project, group)
    tell_others(course, invocation)
    if counts_readings:
        return _count(invocation, course.curriculum, files, output_format == "json")
    found = course.group(group, minutes)
    if output_format == "json":
        say(json_text(portrait_document(found)))
        return 0
    for line in portrait_lines(course.curriculum, found, invocation.words):
        say(plain(line).rstrip())
    return 0


def _minutes(hours: str) -> int:
    """The whole minutes in a number of hours, with a point or a comma before the decimals."""
    if not re.fullmatch(r"[0-9]{1,6}([.,][0-9]{1,6})?", hours) or Decimal(hours.replace(",", ".")) > _MOST_HOURS:
        raise click.UsageError(
            translated(N_("“{found}” is no number of hours. Write 24 or 10.5.")).format(found=plain(hours))
        )
    return int(Decimal(hours.replace(",", ".")) * 60)


def _count(invocation: Invocation, curriculum: Curriculum, files: tuple[Path, ...], as_document: bool) -> int:
    reading, notes = _reading(curriculum, files)
    if as_document:
        say(json_text(reading_document(reading, notes)))
    else:
        for line in reading_lines(curriculum, reading, invocation.words):
            say(plain(line))
    for note in notes:
        say(plain(invocation.words.reason(note)), err=True)
    return 0


def _reading(curriculum: Curriculum, files: tuple[Path, ...]) -> tuple[GroupReading, tuple[Reason, ...]]:
    try:
        read = [read_reading_file(file) for file in files]
        people = {each.digest: each.content for each in read}
        if not people:
            raise ReadingsRefusedError(Reason(ReasonCode.READINGS_TOO_FEW, {"found": 0, "least": 5}))
        reading = group_reading(curriculum, list(people.values()))
    except (ReadingFileError, ReadingsRefusedError) as error:
        reason = error.reason
        raise RefusalError(reason.code.sentence, "", **reason.values) from None
    copies = len(read) - len(people)
    copied = (Reason(ReasonCode.READINGS_COPIED, {"count": copies}),) if copies else ()
    return reading, (*copied, *reading.notes)
