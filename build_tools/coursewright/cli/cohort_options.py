"""What the commands about one cohort share: which it is, and for whom the result is printed."""

from __future__ import annotations

import click

from coursewright.cli.metavars import COHORT
from coursewright.cli.translated import Argument, Option
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
