"""``coursewright new exercise``: an exercise, for a module."""

from __future__ import annotations

import click

from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.scaffold.course_at_hand import CourseAtHand
from coursewright.cli.scaffold.exercise import DEFAULT_MINUTES, DEFAULT_TITLES, new_exercise
from coursewright.cli.scaffold.given_name import given_name
from coursewright.cli.scaffold.minutes import read_minutes
from coursewright.cli.scaffold.options import competency_option, minutes_option, name_argument, title_option
from coursewright.cli.scaffold.questions import Questions
from coursewright.cli.scaffold.report import write_and_tell
from coursewright.cli.shared_options import ID
from coursewright.cli.translated import Command, Option
from coursewright.model.exercise import Device
from coursewright.model.finding import Kind
from coursewright.model.module import MINUTES
from coursewright.model.words import N_


@click.command("exercise", cls=Command, help=N_("Begin an exercise: its file, and its place in a module's list."))
@name_argument
@title_option
@click.option("--module", cls=Option, metavar=ID, help=N_("The module that uses it; else the last one of the path."))
@competency_option
@click.option(
    "--device",
    cls=Option,
    type=click.Choice([device.value for device in Device]),
    help=N_("The form of the exercise; else laboratory."),
)
@minutes_option
@invocation_options
@pass_invocation
def command(
    invocation: Invocation,
    name: str | None,
    title: str | None,
    module: str | None,
    competency: str | None,
    device: str | None,
    minutes: str | None,
) -> int:
    """Write the exercise into the course."""
    course, questions = CourseAtHand.below(invocation.root), Questions.at_terminal(invocation.words)
    course.lifts(competency)
    user = course.module(module)
    called = given_name(course, Kind.EXERCISE, name, title, DEFAULT_TITLES[course.language], questions)
    modules = {each.id: each.title for each in course.curriculum.modules_in_order}
    if user is not None:
        user = questions.choose(module, N_("Which module uses it"), modules, user)
    lift = questions.lift(course.lifts(competency, user))
    devices = {each.value: "" for each in Device}
    form = Device(questions.choose(device, N_("Which form it has"), devices, Device.LABORATORY.value))
    length = questions.read(minutes, MINUTES, str(DEFAULT_MINUTES), read_minutes)
    write_and_tell(course, new_exercise(course, called, lift, form, length, user), invocation.words)
    return 0
