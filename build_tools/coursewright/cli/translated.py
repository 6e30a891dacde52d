"""Commands and options of click whose help is put into the reader's language when it is shown."""

from __future__ import annotations

import copy
import gettext
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from coursewright.model.nearest import DID_YOU_MEAN, nearest
from coursewright.model.words import N_

_HELP_OPTION = N_("Show this message and exit.")
_OPTIONS_PLACE = N_("[OPTIONS]")
COMMAND_PLACE = N_("COMMAND …")
_NO_COMMAND = N_("There is no command “{found}”.")
_NO_OPTION = N_("There is no option “{found}”.")
COMMANDS = N_("Commands")
"""The heading of a list of commands, which we write ourselves too."""
MESSAGES = (
    N_("Usage:"),
    N_("Options"),
    COMMANDS,
    N_("Positional arguments"),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Choose from:\n\t{choices}"),
    N_("Option {name!r} does not take a value."),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("Aborted!"),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is not readable."),
    N_("{name} {filename!r} is not writable."),
    N_("Could not open file {filename!r}: {message}"),
    N_("file"),
    N_("directory"),
    N_("File"),
    N_("Directory"),
    N_("Path"),
    N_("path"),
    N_("default: {default}"),
    N_("required"),
)


def translated(text: str | None) -> str:
    """``text`` in the language that the command line speaks."""
    return gettext.gettext(text) if text else ""


class Option(click.Option):
    """An option with a translated help and placeholder."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help, as two columns."""
        twin = copy.copy(self)
        twin.help = translated(self.help)
        twin.metavar = translated(self.metavar) or None
        return super(Option, twin).get_help_record(ctx)


class Argument(click.Argument):
    """An argument with a translated placeholder."""

    def get_usage_pieces(self, ctx: click.Context) -> list[str]:
        """How the argument stands in the usage line."""
        twin = copy.copy(self)
        twin.metavar = translated(self.metavar) or None
        return super(Argument, twin).get_usage_pieces(ctx)


class Command(click.Command):
    """A command that speaks the reader's language, and asks what was meant."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; an unknown option is answered with the one that is most like it."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            known = [option for parameter in self.get_params(ctx) for option in parameter.opts]
            raise click.UsageError(_unknown(error.option_name, known, _NO_OPTION), ctx) from None

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The parts of the usage line after the command's name."""
        return [
            translated(piece) if piece in {_OPTIONS_PLACE, COMMAND_PLACE} else piece
            for piece in super().collect_usage_pieces(ctx)
        ]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option ``--help``, which click makes once: its words follow the language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = translated(_HELP_OPTION)
        return option

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        twin = copy.copy(self)
        twin.help = translated(self.help)
        super(Command, twin).format_help_text(ctx, formatter)


class LazyGroup(Command, click.Group):
    """A group that imports a command only when it is asked for.

    ``summaries`` has a line of help by the command's name, which is also that of its module in ``package``.
    """

    def __init__(self, *args: Any, package: str, summaries: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.package = package
        self.summaries = summaries

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """The commands, in the order in which one meets them."""
        return list(self.summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, imported now."""
        if cmd_name not in self.summaries:
            return None
        command: click.Command = import_module(f"{self.package}.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with; an unknown one is answered with the most like it."""
        if args[0] not in self.summaries and not args[0].startswith("-"):
            raise click.UsageError(_unknown(args[0], list(self.summaries), _NO_COMMAND), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands."""
        with formatter.section(translated(COMMANDS)):
            formatter.write_dl([(name, translated(text)) for name, text in self.summaries.items()])


def _unknown(found: str, known: list[str], message: str) -> str:
    meant = nearest(found, known)
    question = translated(DID_YOU_MEAN).format(nearest=meant) if meant else ""
    return f"{translated(message).format(found=found)} {question}".rstrip()


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark a message that has two forms."""
    return one, many


FORMS = (
    plural("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
