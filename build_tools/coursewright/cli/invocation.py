"""What every command is told: the words of its language and the course's folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from coursewright.cli.shared_options import FOLDER
from coursewright.cli.translated import Option
from coursewright.door.use import course_root
from coursewright.locale import LANGUAGES, Wording
from coursewright.model.words import N_


@dataclass
class Invocation:
    """One use of the command line; ``given_root`` is what ``--root`` says."""

    words: Wording
    given_root: Path | None = None

    @property
    def root(self) -> Path:
        """The course's folder: the one given, else the nearest at or above the working directory."""
        return self.given_root or course_root(Path.cwd())


pass_invocation = click.make_pass_decorator(Invocation)


def invocation_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that may stand before or after the name of any command."""
    language = click.option(
        "--language",
        cls=Option,
        # What it says is already spoken: the whole command line was asked for it before anything else.
        expose_value=False,
        type=click.Choice(LANGUAGES),
        help=N_("The language of messages; else that of the system."),
    )
    root = click.option(
        "--root",
        cls=Option,
        expose_value=False,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar=FOLDER,
        callback=_keep_root,
        help=N_("The course's folder; else the nearest one above with curriculum/course.yaml."),
    )
    return root(language(command))


def _keep_root(ctx: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        ctx.ensure_object(Invocation).given_root = value
