"""Arguments and options that several commands take."""

from __future__ import annotations

import click

from coursewright.cli.metavars import COHORT
from coursewright.cli.translated import Argument, Option
from coursewright.model.page import Edition
from coursewright.model.words import N_

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
