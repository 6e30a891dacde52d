"""``coursewright new cohort``: an edition of the course, with a session a module."""

from __future__ import annotations

from datetime import date

import click

from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.scaffold.cohort import (
    DEFAULT_TITLES,
    DEFAULT_ZONE,
    Decided,
    first_day,
    new_cohort,
    read_day,
    read_places,
    read_price,
    read_zone,
)
from coursewright.cli.scaffold.course_at_hand import CourseAtHand
from coursewright.cli.scaffold.given_name import given_name
from coursewright.cli.scaffold.options import name_argument, title_option
from coursewright.cli.scaffold.questions import Questions
from coursewright.cli.scaffold.report import write_and_tell
from coursewright.cli.shared_options import DAY, NUMBER
from coursewright.cli.translated import Command, Option
from coursewright.model.cohort import ITS_PLACES, TIME_ZONE
from coursewright.model.finding import Kind
from coursewright.model.words import N_


@click.command("cohort", cls=Command, help=N_("Begin an edition of the course: days, enrolment, a session a module."))
@name_argument
@title_option
@click.option(
    "--starts",
    cls=Option,
    metavar=DAY,
    help=N_("The first day, such as 2027-02-20; else a Saturday three months away, marked as illustrative."),
)
@click.option("--places", cls=Option, metavar=NUMBER, help=ITS_PLACES)
@click.option("--price", cls=Option, metavar=N_("SUM"), help=N_("The price in euros; without one no fees are written."))
@click.option("--timezone", cls=Option, metavar=N_("ZONE"), help=N_("The time zone of all days; else Europe/Rome."))
@invocation_options
@pass_invocation
def command(
    invocation: Invocation,
    name: str | None,
    title: str | None,
    starts: str | None,
    places: str | None,
    price: str | None,
    timezone: str | None,
) -> int:
    """Write the edition into the course."""
    course, questions = CourseAtHand.below(invocation.root), Questions.at_terminal(invocation.words)
    today = date.today()
    called = given_name(course, Kind.COHORT, name, title, DEFAULT_TITLES[course.language], questions)
    decided = Decided(
        starts=_starts(starts, questions, today),
        places=questions.read(places, N_("Places (empty: not decided)"), "", read_places),
        price=questions.read(price, N_("Price in euros (empty: none)"), "", read_price),
        timezone=questions.read(timezone, TIME_ZONE, DEFAULT_ZONE, read_zone),
    )
    write_and_tell(course, new_cohort(course, called, decided, today), invocation.words)
    return 0


def _starts(given: str | None, questions: Questions, today: date) -> date | None:
    """The first day, if somebody has decided it."""
    if given is None and not questions.asks:
        return None
    return questions.read(given, N_("First day"), first_day(today).isoformat(), read_day)
