"""``coursewright new group``: a group's curriculum, with pseudonyms."""

from __future__ import annotations

import click

from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.scaffold.course_at_hand import CourseAtHand
from coursewright.cli.scaffold.given_name import given_name
from coursewright.cli.scaffold.group import DEFAULT_TITLES, new_group
from coursewright.cli.scaffold.options import competency_option, name_argument, title_option
from coursewright.cli.scaffold.questions import Questions
from coursewright.cli.scaffold.report import write_and_tell
from coursewright.cli.translated import Command
from coursewright.model.finding import Kind
from coursewright.model.words import N_


@click.command("group", cls=Command, help=N_("Begin a group's curriculum, with members under pseudonyms."))
@name_argument
@title_option
@competency_option
@invocation_options
@pass_invocation
def command(invocation: Invocation, name: str | None, title: str | None, competency: str | None) -> int:
    """Write the group's curriculum into the course."""
    course, questions = CourseAtHand.below(invocation.root), Questions.at_terminal(invocation.words)
    lifts = course.lifts(competency)
    called = given_name(course, Kind.GROUP, name, title, DEFAULT_TITLES[course.language], questions)
    lift = questions.lift(lifts)
    write_and_tell(course, new_group(course, called, lift), invocation.words)
    return 0
