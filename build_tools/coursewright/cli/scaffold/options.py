"""Options that several commands under ``new`` share."""

from __future__ import annotations

import click

from coursewright.cli.shared_options import ID, NUMBER, TITLE
from coursewright.cli.translated import Argument, Option
from coursewright.model.words import N_
from coursewright.model.written import ITS_MINUTES

name_argument = click.argument("name", cls=Argument, required=False, metavar=N_("[ID|TITLE]"))
title_option = click.option("--title", cls=Option, metavar=TITLE, help=N_("The title, where the first word is an id."))
competency_option = click.option(
    "--competency",
    cls=Option,
    metavar=ID,
    help=N_("The competency it is about; else the first one that no module teaches yet."),
)
minutes_option = click.option("--minutes", cls=Option, metavar=NUMBER, help=ITS_MINUTES)
