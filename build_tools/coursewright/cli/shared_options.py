"""Arguments, options and what stands in help for their values, for several commands."""

from __future__ import annotations

import click

from coursewright.cli.translated import Argument, Option
from coursewright.model.page import Edition
from coursewright.model.words import N_

COHORT = N_("COHORT")
DAY = N_("DAY")
FILE = N_("FILE")
FOLDER = N_("FOLDER")
ID = N_("ID")
NUMBER = N_("NUMBER")
TITLE = N_("TITLE")


cohort_argument = click.argument("cohort", cls=Argument, metavar=COHORT)
format_option = click.option(
    "--format",
    "output_format",
    cls=Option,
    type=click.Choice(["text", "json"]),
    default="text",
    help=N_("text for people, json for programs."),
)
edition_option = click.option(
    "--edition",
    cls=Option,
    type=click.Choice([edition.value for edition in Edition]),
    default=Edition.PARTICIPANTS.value,
    help=N_("participants: what everyone may read. trainers: with what only trainers need."),
)
