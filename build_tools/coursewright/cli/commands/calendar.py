"""``coursewright calendar``: a cohort's sessions with their days, as a list, as files, as what is made public."""

from __future__ import annotations

from pathlib import Path

import click

from coursewright.cli.calendar.calendar_text import (
    calendar_document,
    calendar_lines,
    participants_lines,
    published_lines,
)
from coursewright.cli.calendar.files import write_files
from coursewright.cli.calendar.publishing import given_instant, make_feed_key, publish_calendar, published_file
from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.json_text import json_text
from coursewright.cli.opened import opened, tell_others
from coursewright.cli.output_folder import refuse_site, refuse_sources
from coursewright.cli.shared_options import COHORT, FOLDER, NUMBER, format_option
from coursewright.cli.terminal import plain, say, tell_written
from coursewright.cli.translated import Argument, Command, Option, translated
from coursewright.door.cohort_calendar import cohort_calendar
from coursewright.door.errors import RefusalError
from coursewright.door.use import Use
from coursewright.model.words import N_

# About a minute.
_EFFORT = 60


@click.command(
    "calendar",
    cls=Command,
    help=N_(
        "Show when a cohort meets: its sessions with their days, holidays and pauses skipped. With --output, feeds "
        "that calendar programs read (for all, for each trainer, for each venue), tables of sessions and hours, a "
        "register of attendance to print, and a sheet and a feed for participants, who are told the addresses of "
        "online sessions. With --publish, what the site's own feed tells those who subscribe. "
        "With --propose, days for a cohort that has none yet."
    ),
)
@click.argument("cohort", cls=Argument, required=False, metavar=COHORT)
@click.option(
    "--output",
    cls=Option,
    type=click.Path(path_type=Path, file_okay=False),
    metavar=FOLDER,
    help=N_("The folder for feeds (.ics), tables (.csv, .xlsx) and register (.pdf); it is made if it is not there."),
)
@click.option(
    "--publish",
    cls=Option,
    is_flag=True,
    help=N_("Make the sessions public as they are now; the site's feed follows at the next build."),
)
@click.option(
    "--at",
    cls=Option,
    metavar=N_("INSTANT"),
    help=N_("When they are made public, such as 2022-11-05T18:30:00+01:00; else now."),
)
@click.option(
    "--propose",
    "proposes",
    cls=Option,
    is_flag=True,
    help=N_("Propose days, leaders and places for sessions that lack them, with the lines to paste."),
)
@click.option(
    "--all", "for_all", cls=Option, is_flag=True, help=N_("Propose for all cohorts that lack days, together.")
)
@click.option(
    "--effort",
    cls=Option,
    type=click.IntRange(1, 100_000),
    metavar=NUMBER,
    help=N_("How long to look for a better plan at most, about in seconds; 60 if it is not said."),
)
@format_option
@invocation_options
@pass_invocation
def command(
    invocation: Invocation,
    cohort: str | None,
    output: Path | None,
    publish: bool,
    at: str | None,
    proposes: bool,
    for_all: bool,
    effort: int | None,
    output_format: str,
) -> int:
    """Print the sessions and write the files, or propose days; 1 where errors stand in the way, or no plan is found."""
    if at is not None and not publish:
        raise click.UsageError(translated(N_("--at goes with --publish.")))
    if (for_all or effort is not None) and not proposes:
        raise click.UsageError(translated(N_("--all and --effort go with --propose.")))
    if proposes and (publish or output is not None):
        raise click.UsageError(translated(N_("--propose goes without --publish and --output.")))
    if (cohort is not None) == for_all:
        raise click.UsageError(translated(N_("Name one cohort; --propose takes --all in its place.")))
    if proposes or cohort is None:
        return _propose(invocation, cohort, effort or _EFFORT, output_format == "json")
    if output is not None:
        refuse_sources(invocation.root, output)
        refuse_site(output)
    course = opened(invocation)
    held = course.cohort(cohort, Use.CALENDAR)
    tell_others(course, invocation)
    calendar = cohort_calendar(course.project, held)
    file = published_file(invocation.root, calendar.cohort)
    needs_key = output is not None and calendar.next.has_meetings and calendar.curriculum.feed_key is None
    if needs_key:
        calendar = calendar.with_key(make_feed_key(invocation.root))
    if publish:
        calendar = calendar.unpublished_until(given_instant(at, calendar.cohort))
        publish_calendar(calendar, file)
    written = [] if output is None else write_files(calendar, output, invocation.words)
    if output_format == "json":
        say(json_text(calendar_document(calendar)))
        return 0
    for line in calendar_lines(calendar, invocation.words):
        say(plain(line))
    for each in written:
        tell_written(each, invocation.words)
    for line in published_lines(calendar.changes, file, invocation.words) if publish else ():
        say(plain(line))
    for line in participants_lines(calendar, needs_key, invocation.words) if output is not None else ():
        say(plain(line))
    return 0


def _propose(invocation: Invocation, cohort: str | None, effort: int, as_document: bool) -> int:
    try:
        # The solver is an extra of the package, and takes longer to load than the other commands to run.
        from coursewright.cli.calendar.proposing import propose_days
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "ortools":
            raise
        raise RefusalError(
            N_("Proposing days needs the solver OR-tools, which is not installed."),
            N_("In the course's folder: make planner. Elsewhere: pip install 'coursewright[planner]'"),
        ) from None
    return propose_days(invocation, cohort, effort, as_document)
