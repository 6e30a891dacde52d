"""``coursewright new module``: a lesson, at the end of the path."""

from __future__ import annotations

import click

from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.scaffold.course_at_hand import CourseAtHand
from coursewright.cli.scaffold.given_name import given_name
from coursewright.cli.scaffold.minutes import read_minutes
from coursewright.cli.scaffold.module import DEFAULT_MINUTES, DEFAULT_TITLES, new_module
from coursewright.cli.scaffold.options import competency_option, minutes_option, name_argument, title_option
from coursewright.cli.scaffold.questions import Questions
from coursewright.cli.scaffold.report import write_and_tell
from coursewright.cli.translated import Command
from coursewright.model.finding import Kind
from coursewright.model.module import MINUTES
from coursewright.model.words import N_


@click.command("module", cls=Command, help=N_("Begin a lesson: its file, and its place at the end of the path."))
@name_argument
@title_option
@competency_option
@minutes_option
@invocation_options
@pass_invocation
def command(
    invocation: Invocation, name: str | None, title: str | None, competency: str | None, minutes: str | None
) -> int:
    """Write the module into the course."""
    course, questions = CourseAtHand.below(invocation.root), Questions.at_terminal(invocation.words)
    lifts = course.lifts(competency)
    called = given_name(course, Kind.MODULE, name, title, DEFAULT_TITLES[course.language], questions)
    lift = questions.lift(lifts)
    length = questions.read(minutes, MINUTES, str(DEFAULT_MINUTES), read_minutes)
    write_and_tell(course, new_module(course, called, lift, length), invocation.words)
    return 0
