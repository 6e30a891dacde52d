"""``coursewright new``: a course, or something in one, whose texts say what to write in their place.

``applications``: ``coursewright new applications``: an empty workbook for a cohort's applications, with explanations
``cohort``: ``coursewright new cohort``: an edition of the course, with a session a module
``course``: ``coursewright new course``: a whole small course, sound from the start
``exercise``: ``coursewright new exercise``: an exercise, for a module
``group``: ``coursewright new group``: a group's curriculum, with pseudonyms
``module``: ``coursewright new module``: a lesson, at the end of the path
"""

from __future__ import annotations

import click

from coursewright.cli.invocation import invocation_options
from coursewright.cli.terminal import say
from coursewright.cli.translated import COMMAND_PLACE, LazyGroup
from coursewright.model.words import N_

SUMMARIES = {
    "course": N_("A course in a folder of its own."),
    "module": N_("A lesson, at the end of the path."),
    "exercise": N_("An exercise, for a module."),
    "cohort": N_("An edition of the course, with its sessions."),
    "group": N_("A group's curriculum."),
    "applications": N_("An empty file for the applications of an edition."),
}


@click.group(
    "new",
    cls=LazyGroup,
    package="coursewright.cli.commands.new",
    summaries=SUMMARIES,
    help=N_(
        "Begin a course, or something in one. The new texts say what to write in their place; nothing is written over."
    ),
    invoke_without_command=True,
    subcommand_metavar=COMMAND_PLACE,
)
@invocation_options
@click.pass_context
def command(ctx: click.Context) -> int:
    """Show what can be begun where nothing is named; that is wrong use."""
    if ctx.invoked_subcommand is None:
        say(ctx.get_help(), err=True)
        ctx.exit(2)
    return 0
